// `npm run mutate -- [operator ...]`: breaks every example and every right fixture in every way we know, and tells what was noticed.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
// As deep below the root as the tests are, whose support finds the root by its own place.
const out = mkdtempSync(join(here, "../.mutate-"));
try {
  const outfile = join(out, "main.mjs");
  await build({ entryPoints: [join(here, "main.ts")], outfile, bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", logLevel: "error" });
  const { table } = await import(pathToFileURL(outfile).href);
  console.log(table(process.argv.slice(2)).join("\n"));
} finally {
  rmSync(out, { recursive: true, force: true });
}
