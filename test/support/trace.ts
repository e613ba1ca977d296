import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What a process asked the kernel for that can reach beyond it. Paths are absolute, and links in them followed. */
export type Act =
  | { readonly act: "read" | "write"; readonly path: string }
  | { readonly act: "socket" | "process"; readonly call: string };

export interface Traced {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly acts: readonly Act[];
}

export interface TraceOptions {
  readonly cwd: string;
  readonly home: string;
  /** What is said to the process while it runs; without it, its input is empty. */
  readonly talk?: (child: ChildProcessWithoutNullStreams) => Promise<void>;
}

/** Whether this machine can trace a process. */
export const canTrace = spawnSync("strace", ["-V"]).status === 0;

const sockets = ["socket", "connect", "bind", "listen", "accept4", "sendto", "sendmsg", "sendmmsg"];
const changes = ["unlink", "unlinkat", "rename", "renameat", "renameat2", "mkdir", "mkdirat", "rmdir", "link", "linkat", "symlink", "symlinkat", "truncate", "chmod", "fchmodat", "chown", "fchownat", "lchown", "utimensat", "mknod", "mknodat", "creat"];

/** Runs Node with `words` and says what it and its children asked for. */
export async function traced(words: readonly string[], { cwd, home, talk }: TraceOptions): Promise<Traced> {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-trace-"));
  try {
    const log = join(folder, "log");
    const calls = ["%process", "open", "openat", "openat2", ...sockets, ...changes];
    const child = spawn("strace", ["--seccomp-bpf", "-f", "-qq", "-s", "65536", "-o", log, "-e", `trace=${calls.join(",")}`, process.execPath, ...words], { cwd, env: { PATH: process.env["PATH"], HOME: home } });
    const said = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
    const closed = new Promise<number | null>((done) => child.on("close", done));
    if (talk === undefined) child.stdin.end();
    else await talk(child);
    const code = await closed;
    // The first call of a log is the start of the process itself.
    return { code, ...said, acts: readFileSync(log, "utf8").split("\n").flatMap((line) => actsIn(line, cwd)).slice(1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function actsIn(line: string, cwd: string): readonly Act[] {
  const [, call = "", given = ""] = /^\d+ +(\w+)\((.*)$/.exec(line) ?? [];
  if (/^(?:exec|fork|vfork|clone)/.test(call)) return given.includes("CLONE_THREAD") ? [] : [{ act: "process", call: line }];
  if (sockets.includes(call)) return [{ act: "socket", call: line }];
  if (!call.startsWith("open") && !changes.includes(call)) return [];
  const act = call.startsWith("open") && !/O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(given) ? "read" : "write";
  return [...given.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path = ""]) => ({ act, path: realPath(resolve(cwd, path)) }));
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
