import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const sources = ["schemas", "compiler", "runtime", "lsp", "cli", "package.json"];

/** The path of the built executable, made anew where a source is newer, so that what is tested is what stands in the tree. */
export function builtExecutable(): string {
  const executable = join(root, "dist/bin/jamjet.cjs");
  if (isFresh(executable)) return executable;
  alone(() => {
    if (isFresh(executable)) return;
    // Under `npx vitest` the build would take itself for that of `npx jamjet`, and do nothing.
    execFileSync(process.execPath, [join(root, "cli/dev/build.mjs")], { stdio: "inherit", env: { ...process.env, npm_command: "test" } });
  });
  return executable;
}

function isFresh(executable: string): boolean {
  return Math.max(...sources.flatMap(filesUnder).map(timeOf)) <= timeOf(executable);
}

/** Runs `work` in one process at a time: test files run side by side, and one build is enough for all. */
function alone(work: () => void): void {
  const lock = join(tmpdir(), `jamjet-build-${createHash("sha256").update(root).digest("hex").slice(0, 12)}`);
  while (!taken(lock)) {
    // A lock is left behind where its process was killed.
    if (Date.now() - timeOf(lock) > 120_000) rmSync(lock, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function filesUnder(source: string): readonly string[] {
  const path = join(root, source);
  return statSync(path).isFile() ? [path] : readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => join(path, name));
}

function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
