/** `npm run gen`: writes the JSON Schemas, the reference and the index of the examples; removes pages nothing makes any more. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { generatedFiles } from "./generated-files.ts";

const root = resolve(".");
const { files, folders } = generatedFiles(root);
const written = [...files].filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text);
for (const [path, text] of written) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const stale = folders.flatMap((folder) => filesIn(folder)).filter((path) => !files.has(path));
for (const path of stale) rmSync(join(root, path));
process.stdout.write(`${files.size} files: ${written.length} written, ${stale.length} removed\n`);

function filesIn(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
