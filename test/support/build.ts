import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const sources = ["schemas", "compiler", "runtime", "lsp", "cli"];

/** Runs once before all tests: builds `dist/` where a source is newer than it, so that process-level tests run what stands in the tree. */
export function setup(): void {
  if (newestIn(sources.map((folder) => join(root, folder))) <= timeOf(join(root, "dist/bin/jamjet.cjs"))) return;
  execFileSync(process.execPath, [join(root, "cli/dev/build.mjs"), "--no-types"], { stdio: "inherit" });
}

function newestIn(folders: readonly string[]): number {
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)));
  return Math.max(...[...files, join(root, "package.json")].map(timeOf));
}

function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
