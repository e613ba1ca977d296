import { readBlocks } from "../../compiler/syntax/blocks.ts";
import { cutAtNodes } from "../../compiler/syntax/cut.ts";
import type { Diagnostic } from "../../compiler/diagnostics/define.ts";
import { inOrder } from "../../compiler/in-order.ts";
import { defaultLimits } from "../../compiler/syntax/limits.ts";
import { decodeWorkflow, type WorkflowAst } from "../../compiler/syntax/workflow.ts";
import { parseYaml } from "../../compiler/syntax/yaml.ts";
import { filesIn, textOf } from "./house.ts";

/** Every document of the examples, the corpus and the fixtures. */
export const documents: readonly string[] = ["examples", "test/compiler/corpus", "test/diagnostics"].flatMap((folder) => filesIn(folder)).filter((path) => path.endsWith(".yaml")).map(textOf);

/** What two readings of a text give: block by block, and whole. */
export interface Readings {
  readonly byBlocks: unknown;
  readonly whole: unknown;
}

/** Both readings of `text`; undefined where it cannot be cut, or where it is no sound YAML, which blocks contain better. */
export function readings(text: string): Readings | undefined {
  const source = { uri: "file:///fuzz.yaml", text };
  const cut = cutAtNodes(text);
  const read = cut && readBlocks(source, cut, defaultLimits);
  const tree = parseYaml(source);
  if (read === undefined || tree.diagnostics.some(({ severity }) => severity === "error")) return undefined;
  const whole = decodeWorkflow(source, tree.value);
  return {
    byBlocks: told(read.workflow.value, [...read.asYaml, ...read.workflow.diagnostics]),
    whole: told(whole.value, [...tree.diagnostics, ...whole.diagnostics]),
  };
}

function told(ast: WorkflowAst | undefined, diagnostics: readonly Diagnostic[]): unknown {
  return plain({ ...ast, source: undefined, blocks: ast?.blocks.blocks, diagnostics: ast === undefined ? diagnostics : inOrder(diagnostics, ast.blocks, 1000) });
}

/** The same with what the functions of texts answer in place of the functions. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if ("locate" in value && "value" in value && typeof value.value === "string" && typeof value.locate === "function") {
    const { length } = value.value;
    return { ...value, locate: [0, 1, length >> 1, length - 1].map((at) => (value as { locate: (start: number, end: number) => unknown }).locate(Math.max(at, 0), length)) };
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}
