import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const sources = ["schemas", "compiler", "runtime", "lsp", "cli", "package.json"];

/** The path of the built executable, made anew where a source is newer, so that what is tested is what stands in the tree. */
export function builtExecutable(): string {
  const executable = join(root, "dist/bin/jamjet.cjs");
  if (Math.max(...sources.flatMap(filesUnder).map(timeOf)) > timeOf(executable)) {
    // Under `npx vitest` the build would take itself for that of `npx jamjet`, and do nothing.
    execFileSync(process.execPath, [join(root, "cli/dev/build.mjs")], { stdio: "inherit", env: { ...process.env, npm_command: "test" } });
  }
  return executable;
}

function filesUnder(source: string): readonly string[] {
  const path = join(root, source);
  return statSync(path).isFile() ? [path] : readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => join(path, name));
}

function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
