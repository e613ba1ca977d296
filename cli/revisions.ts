import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Read } from "./io.ts";

/**
 * At most the first `limit` bytes of a file as it was in a revision of git: a branch, a tag, a commit. Git is asked for the
 * stored bytes alone, so nothing that a repository configures is started.
 */
export function readRevision(revision: string, file: string, limit: number): Read {
  // Git would take it for an option.
  if (revision.startsWith("-") || revision === "") return { ok: false, reason: unknownRevision(revision) };
  const folder = standingFolder(dirname(file));
  const inside = file.slice(folder === "/" ? 1 : folder.length + 1);
  const { status, stdout, error } = git(["cat-file", "blob", `${revision}:./${inside}`], folder, limit);
  if (status === 0 || codeOf(error) === "ENOBUFS") return { ok: true, bytes: stdout.subarray(0, limit) };
  if (error !== undefined) return { ok: false, reason: codeOf(error) === "ENOENT" ? "git is not installed" : codeOf(error) };
  if (git(["rev-parse", "--is-inside-work-tree"], folder, limit).status !== 0) return { ok: false, reason: `'${basename(folder)}' is in no repository of git` };
  const known = git(["rev-parse", "--verify", "--quiet", `${revision}^{commit}`], folder, limit);
  return { ok: false, reason: known.status === 0 ? "there is no such file" : unknownRevision(revision) };
}

function unknownRevision(revision: string): string {
  return `git knows no revision '${revision}'`;
}

function git(args: readonly string[], folder: string, limit: number): SpawnSyncReturns<Buffer> {
  return spawnSync("git", args, { cwd: folder, maxBuffer: limit, stdio: ["ignore", "pipe", "ignore"], windowsHide: true, encoding: "buffer" });
}

/** The folder, or the nearest above it that is still there. */
function standingFolder(folder: string): string {
  const above = dirname(folder);
  return above === folder || statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? folder : standingFolder(above);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
