import { realpathSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { traced, type Act } from "./trace.ts";

const root = resolve(import.meta.dirname, "../..");
const ourCode = [join(root, "dist"), join(root, "package.json"), realpathSync(join(root, "node_modules"))];

/** Where a command may read and write, besides our own code and what every start of Node reads. */
export interface Bounds {
  /** The project that it is asked about. */
  readonly project: string;
  /** The folder of the file that `-o` names. */
  readonly output: string;
  readonly home: string;
}

/** What no command that only looks at documents may do: every socket, process, change outside, and read of what is not the project's. */
export async function trespasses(acts: readonly Act[], { project, output, home }: Bounds): Promise<readonly string[]> {
  const ownFiles = [join(home, ".cache"), output];
  const readable = [project, join(home, ".config/jamjet"), ...ownFiles, ...ourCode];
  const nodes = await nodesOwn;
  return acts.flatMap((act) => {
    if ("call" in act) return [act.call];
    if (act.act === "write") return isIn(ownFiles, act.path) ? [] : [`changes ${act.path}`];
    return isIn(readable, act.path) || nodes.has(named(act.path)) ? [] : [`reads ${act.path}`];
  });
}

/** What Node and the C library read when memory or a stream is given back. */
const kernels = ["/dev/null", "/proc/sys/vm/overcommit_memory"];

/** What Node reads to run nothing at all: its libraries, and what it asks the kernel about the machine. */
const nodesOwn: Promise<ReadonlySet<string>> = traced(["-e", "import('node:fs')"], { cwd: "/", home: "/nowhere" }).then(
  ({ acts }) => new Set([...kernels, ...acts.flatMap((act) => ("path" in act ? [named(act.path)] : []))]),
);

function isIn(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => path === folder || path.startsWith(folder + sep));
}

/** A path of the kernel's without the id of the process. */
function named(path: string): string {
  return path.replace(/^\/proc\/(?:self|\d+)\//, "/proc/self/");
}
