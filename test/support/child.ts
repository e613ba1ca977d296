import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

const root = join(import.meta.dirname, "../..");

/** `test/support/<name>.ts` as one file that any supported Node runs, beside the packages it needs; what stands in this folder finds its own place. */
export function childScript(name: string): string {
  const folder = join(root, "node_modules/.cache/jamjet");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}-${process.pid}.mjs`);
  buildSync({ entryPoints: [join(import.meta.dirname, `${name}.ts`)], bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", define: { "import.meta.dirname": JSON.stringify(import.meta.dirname) }, outfile });
  return outfile;
}
