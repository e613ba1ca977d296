import * as fs from "node:fs";

/** What stands at a path, once links are followed. */
export function kindOf(file: string): "file" | "folder" | "other" | "nothing" {
  try {
    const stat = fs.statSync(file);
    return stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "other";
  } catch {
    return "nothing";
  }
}

/** Why something of the file system could not be done, from what it threw. */
export function reasonOf(error: unknown): string {
  return reasonFor(codeOf(error));
}

/** The same, from the code that Node gives it. */
export function reasonFor(code: string): string {
  return reasons[code] ?? code;
}

/** Node's code of what was thrown, such as `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

const reasons: { readonly [code: string]: string } = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "is a folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EEXIST: "exists already",
  ELOOP: "its links go round in a circle",
  ENAMETOOLONG: "the name is too long",
  ENXIO: "is not a regular file",
  ENOSPC: "no space is left on the disk",
  EROFS: "the file system is read-only",
};
