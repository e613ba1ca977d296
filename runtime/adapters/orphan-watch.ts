import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { hasGroups } from "./process-group.ts";

/** Ends process groups of ours that outlive us, however we end. */
export interface OrphanWatch {
  readonly add: (group: number) => void;
  readonly remove: (group: number) => void;
  readonly close: () => void;
}

/**
 * What the watcher runs: it keeps the groups it is told of, and when its input closes, which it does with us, it asks
 * them to end and then ends them. A shell costs a megabyte and is there on every system that has process groups.
 */
const source = `
groups=""
while read -r sign group; do
  kept=""
  for each in $groups; do [ "$each" = "$group" ] || kept="$kept $each"; done
  groups=$kept
  [ "$sign" = "+" ] && groups="$groups $group"
done
[ -n "$groups" ] || exit 0
for each in $groups; do kill -s TERM -- "-$each"; done
sleep 1
for each in $groups; do kill -s KILL -- "-$each"; done
`;

/** A watcher in a process of its own, begun with the first group it is given. It never keeps us alive. */
export function createOrphanWatch(): OrphanWatch {
  let shell: ChildProcess | undefined;
  const open = (): ChildProcess => {
    // In a group of its own, so that a Ctrl-C that ends us does not end it first.
    const started = spawn("/bin/sh", ["-c", source], { stdio: ["pipe", "ignore", "ignore"], detached: true, cwd: "/", env: { PATH: "/usr/bin:/bin" } });
    started.unref();
    // Without a shell we still end our children whenever we end in order.
    started.once("error", () => {});
    started.stdin?.on("error", () => {});
    if (started.stdin !== null && "unref" in started.stdin && typeof started.stdin.unref === "function") started.stdin.unref();
    return started;
  };
  const tell = (sign: "+" | "-", group: number): void => {
    if (!hasGroups) return;
    shell ??= open();
    shell.stdin?.write(`${sign} ${group}\n`);
  };
  return {
    add: (group) => tell("+", group),
    remove: (group) => tell("-", group),
    close: () => {
      shell?.stdin?.end();
      shell = undefined;
    },
  };
}
