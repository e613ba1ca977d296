import * as fs from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";

/** The bytes of a file of the project, or one line that says why there are none. */
export type InsideRead = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };

/** Where a path of the project really leads, or one line that says why nobody may go there. */
export type InsidePath = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly reason: string };

/**
 * At most the first `limit` bytes of a regular file below `root`. What was judged is what is read: the file is opened
 * once, and its own place, not the path that led there, is held against the root.
 */
export function readInside(root: string, path: string, limit: number): InsideRead {
  const real = pathInside(root, path);
  if (!real.ok) return real;
  let fd: number | undefined;
  try {
    // Without O_NONBLOCK a FIFO without a writer would hang the open itself; the last step of a real path is no link.
    fd = fs.openSync(real.path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0) | (fs.constants.O_NOFOLLOW ?? 0));
    const refusal = refusalOf(fs.fstatSync(fd), real.path, placeOf(fd, real.path), root);
    return refusal === undefined ? { ok: true, bytes: readUpTo(fd, limit) } : { ok: false, reason: refusal };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    if (fd !== undefined) fs.closeSync(fd);
  }
}

/** The real path of a regular file below `root`, links followed. For readers that open by name; `readInside` is safer. */
export function pathInside(root: string, path: string): InsidePath {
  const named = resolve(root, path);
  // Judged before it is looked at: not even whether something is there is told of what lies outside.
  if (!isInside(resolve(root), named)) return { ok: false, reason: outside };
  try {
    const real = fs.realpathSync(named);
    const refusal = isInside(fs.realpathSync(root), real) ? undefined : outside;
    // A look at a device or FIFO opens nothing.
    const wrong = refusal ?? refusalOf(fs.statSync(real), real, real, root);
    return wrong === undefined ? { ok: true, path: real } : { ok: false, reason: wrong };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

const outside = "leads outside the project";

/** Files that the kernel makes up: their content is about this process and this machine, whatever the project's root is. */
const kernelFolders = ["/proc", "/sys", "/dev"];

function refusalOf(stat: fs.Stats, wanted: string, actual: string, root: string): string | undefined {
  if (stat.isDirectory()) return "is a folder";
  if (!stat.isFile() || kernelFolders.some((folder) => isInside(folder, actual))) return "is not a regular file";
  // The other name may be anywhere, and this one would lend its content to whoever reads the project.
  if (stat.nlink > 1) return "has another name elsewhere (a hard link); make it a copy";
  return actual === wanted || isInside(fs.realpathSync(root), actual) ? undefined : outside;
}

/** Where the open file is now: from the kernel where it tells, else by its identity at the path that was judged. */
function placeOf(fd: number, path: string): string {
  if (process.platform === "linux") return fs.readlinkSync(`/proc/self/fd/${fd}`);
  const opened = fs.fstatSync(fd);
  const named = fs.lstatSync(path);
  return opened.dev === named.dev && opened.ino === named.ino ? fs.realpathSync(path) : sep;
}

function isInside(root: string, path: string): boolean {
  const steps = relative(root, path);
  return steps !== ".." && !steps.startsWith(`..${sep}`) && !isAbsolute(steps);
}

function readUpTo(fd: number, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let left = limit;
  while (left > 0) {
    const chunk = Buffer.allocUnsafe(Math.min(65_536, left));
    const count = fs.readSync(fd, chunk);
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    left -= count;
  }
  return Buffer.concat(chunks);
}

const reasons: { readonly [code: string]: string } = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "its links go round in a circle",
  ENAMETOOLONG: "the name is too long",
  ENXIO: "is not a regular file",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return reasons[code] ?? code;
}
