/**
 * `node cli/dev/run.mjs <script.ts> [words…]`: bundles one TypeScript script of this repository and runs it. Packages
 * stay outside the bundle, but for `yaml`, of which we always use the build that `dist/` has.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const [script, ...words] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write("usage: node cli/dev/run.mjs <script.ts> [words…]\n");
  process.exit(2);
}
const outfile = path.join(root, "dist/dev", `${path.basename(script, ".ts")}-${process.pid}.mjs`);
await esbuild.build({
  absWorkingDir: root,
  entryPoints: [script],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  packages: "external",
  sourcemap: "inline",
  logLevel: "warning",
});
process.argv.splice(1, process.argv.length, path.resolve(script), ...words);
process.on("exit", () => fs.rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);
