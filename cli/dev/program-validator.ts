import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import { buildSync } from "esbuild";
import type { JsonObject } from "../../schemas/json.ts";

/** ajv's generator has no declarations for its default export under `nodenext`. */
type Standalone = (ajv: Ajv2020, validate: unknown) => string;

/**
 * The source of a module that holds a value against `schema`: ajv, compiled ahead, with what it needs inside. So the
 * runtime makes no code at run time and the check costs microseconds.
 */
export function programValidator(root: string, schema: JsonObject): string {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, inlineRefs: false, code: { source: true, esm: true } });
  const standalone = (createRequire(import.meta.url)("ajv/dist/standalone/index.js") as { readonly default: Standalone }).default;
  const built = buildSync({
    stdin: { contents: standalone(ajv, ajv.compile(schema)), resolveDir: root, loader: "js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    minify: true,
    lineLimit: 120,
    write: false,
  });
  return `/* Made by \`npm run gen\` from the schema of programs: ajv, compiled ahead. */\n${built.outputFiles[0]?.text ?? ""}`;
}
