import { answer, refusal } from "../answer.ts";
import { command } from "../command.ts";
import type { Exit } from "../exit.ts";
import type { Io } from "../io.ts";
import { type LockChange, type Surveyed, lockChanges, lockPath, mergedLock, survey } from "../locking.ts";
import { withServers } from "../mcp-servers.ts";
import { changeData, changeLines } from "../render/lock.ts";
import { fitted } from "../render/fit.ts";
import type { Line } from "../render/page.ts";
import { shown } from "../shown.ts";

export const lock = command({
  name: "lock",
  summary: "write down what the MCP servers say of their tools, or show what changed since",
  arguments: { server: { count: "any", doc: "only these servers; the others stay as they were locked" } },
  options: {
    accept: { kind: "flag", doc: "take the changes that were shown" },
    check: { kind: "flag", doc: "only compare; write nothing" },
    timeout: { kind: "duration", value: "duration", doc: "give up after this long; 1m if nothing is said" },
  },
  exits: ["fine", "findings"],
  examples: ["jamjet lock", "jamjet lock --accept", "jamjet lock library files --check"],
  async run({ args, options }, io) {
    if (options.accept && options.check) return refusal("--accept writes and --check does not", "give one of the two");
    const ask: Parameters<typeof withServers>[0]["ask"] = async (tools, servers, signal, { project, ports }) => {
      if (project.file === undefined) return refusal("there is no jamjet.toml here or above", "a lock lies beside one: declare the servers there");
      const surveyed = await survey(servers, (server) => tools.list(server, signal), ports);
      if (!surveyed.ok) return surveyed.answer;
      const path = await lockPath(project);
      const wanted = mergedLock(project, servers, surveyed.value.lock);
      const changes = lockChanges(project.lock ?? new Map(), wanted);
      const stale = changes.length > 0 || project.lock === undefined;
      const may = !options.check && (options.accept || project.lock === undefined);
      const { writeToolLock } = await import("../../runtime/index.ts");
      if (stale && may) {
        const written = io.write(path, writeToolLock(wanted), "replace");
        if (!written.ok) return refusal(`cannot write '${shown(path, io)}': ${written.reason}`);
      }
      return reported({ path, servers, surveyed: surveyed.value, changes, isFirst: project.lock === undefined, stale, written: stale && may, isCheck: options.check }, io);
    };
    return withServers({ named: args.server, timeoutMs: options.timeout ?? 60_000, ask }, io);
  },
});

interface Report {
  readonly path: string;
  readonly servers: readonly string[];
  readonly surveyed: Surveyed;
  readonly changes: readonly LockChange[];
  readonly isFirst: boolean;
  /** What is locked is not what the servers say. */
  readonly stale: boolean;
  readonly written: boolean;
  readonly isCheck: boolean;
}

function reported(report: Report, io: Io): ReturnType<typeof answer> {
  const { path, servers, surveyed, changes, isFirst, stale, written } = report;
  const exit: Exit = stale && !written ? "findings" : "fine";
  const counts = servers.map((server) => ({ server, tools: surveyed.lock.get(server)?.size ?? 0 }));
  const data = { lock: path, written, same: !stale, servers: counts, changes: changes.map(changeData), unusable: surveyed.unusable.map((each) => ({ ...each })) };
  const left = surveyed.unusable.map(({ server, tool, why }): Line => [{ tone: "warn", text: "left out" }, ` ${server}: '${tool.slice(0, longestName)}': ${why}`]);
  const listed: readonly Line[] = isFirst ? counts.map(({ server, tools }) => [{ tone: "strong", text: server }, `  ${tools} ${tools === 1 ? "tool" : "tools"}`]) : changeLines(changes, io.out.columns ?? 80);
  return answer(exit, data, fitted([...listed, ...left, ...closing(report, shown(path, io))], io.out.columns));
}

/** A hostile server may give a tool a name of any length. */
const longestName = 100;

function closing({ stale, written, isFirst, isCheck, changes }: Report, path: string): readonly Line[] {
  if (!stale) return [[{ tone: "good", text: "Locked." }, ` the servers say what ${path} says`]];
  if (written) return [[{ tone: "good", text: "Written." }, ` ${path}`]];
  const count = `${changes.length} ${changes.length === 1 ? "change" : "changes"}`;
  const help = isFirst ? "write it: jamjet lock" : "look at each change, and take them: jamjet lock --accept";
  return [[{ tone: "bad", text: isFirst ? "Not locked." : "Changed." }, isFirst ? ` there is no ${path}` : ` ${path} is as it was: ${count}${isCheck ? "" : " since it was written"}`], [{ tone: "dim", text: "help" }, `: ${help}`]];
}
