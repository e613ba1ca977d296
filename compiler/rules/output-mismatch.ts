import { describeType, listOf, types, type Type } from "../../schemas/type.ts";
import type { Around, StateSymbol, WriteSite } from "../bind/bound.ts";
import type { TypedNode } from "../check/typed.ts";
import { lockedTool } from "../bind/locked-tools.ts";
import { both, findAll } from "../source/find-all.ts";
import { typeOfJsonSchema } from "../syntax/json-schema.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { fits, kindOf, named } from "../expr/types.ts";
import type { NodeRule } from "./rule.ts";

/** A result that does not fit its key, or one without the field that is to be written. */
type Mismatch = { readonly node: string; readonly key: string; readonly help: string } & ({ readonly result: string; readonly wanted: string } | { readonly field: string });

/** Said wherever something goes to a key that cannot take it. */
export const outputMismatch = diagnostic<Mismatch>({
  code: "JJ5002",
  slug: "output-mismatch",
  severity: "error",
  message: (p) => ("field" in p ? `the result of '${p.node}' has no '${p.field}' to write to '${p.key}'` : `${p.result} of '${p.node}' does not fit '${p.key}', which is ${p.wanted}`),
  help: (p) => p.help,
  doc: `A result is checked against the type of the state key it is written to, and a misfit fails the node. Here it fails
every time. A model answers with text unless \`output_schema\` asks for structure.

\`\`\`yaml
workflow: {state_schema: {titles: "list[str]"}}
nodes:
  titles:
    type: model
    model: gpt-4o
    prompt: Give me five titles.
    output_schema: list[str]     # without this line: text, which is no list
    output_key: titles
\`\`\``,
});

const nothing: readonly Diagnostic[] = [];

/** What a node writes fits the declared type of the key; only what can never fit is told. */
export const outputMismatchRule: NodeRule = {
  of: "node",
  reports: [outputMismatch],
  check: (node, around) =>
    findAll(node.bound.writes, (write) => {
      const symbol = around.state.get(write.key);
      return symbol === undefined ? nothing : both(misfitOf(node, write, symbol), toolMisfit(node, write, symbol, around));
    }),
};

/**
 * Data that a locked tool answers with, and that its key cannot take. A text or a list may still be read from what else
 * the tool says, so only other keys are judged; and a text may hold what its server did not promise, so it is a warning.
 */
function toolMisfit({ bound: node }: TypedNode, write: WriteSite, symbol: StateSymbol, around: Around): readonly Diagnostic[] {
  const schema = write.field === undefined ? lockedTool(around, node)?.outputSchema : undefined;
  if (schema === undefined) return nothing;
  const data = typeOfJsonSchema(schema);
  // A sole field `result` is unwrapped.
  const readings = [data, ...(data.kind === "record" && data.fields["result"] !== undefined ? [data.fields["result"].type] : [])];
  const isReadOtherwise = [types.str, listOf(types.any)].some((type) => fits(type, symbol.type) !== "no");
  if (isReadOtherwise || readings.some((type) => fits(type, symbol.type) !== "no")) return [];
  const words = { node: node.ast.id.value, key: write.key, result: `the data (${named(data)})`, wanted: shortType(symbol.type) };
  const related = [{ span: symbol.span, message: `'${write.key}' is declared here` }];
  return [report(outputMismatch, write.span, { ...words, help: `declare '${write.key}' as ${named(data)}, or write to another key` }, { related, severity: "warning" })];
}

function misfitOf(node: TypedNode, write: WriteSite, symbol: StateSymbol): readonly Diagnostic[] {
  const given = write.field === undefined ? node.result : partOf(node.result, write.field);
  if (given !== undefined && fits(given, symbol.type) !== "no") return nothing;
  const { ast, spec } = node.bound;
  const schemaField = spec?.traits.result.schemaField;
  const isPlain = schemaField !== undefined && ast.members[schemaField] === undefined;
  const words = { node: ast.id.value, key: write.key };
  const related = [{ span: symbol.span, message: `'${write.key}' is declared here` }];
  if (given === undefined) {
    const field = write.field ?? "";
    return [report(outputMismatch, write.span, { ...words, field, help: isPlain ? `add '${schemaField}' with a field '${field}'` : `add '${field}' to '${schemaField}'` }, { related })];
  }
  const [found, wanted] = [shortType(given), shortType(symbol.type)];
  const what = isPlain ? "the text" : write.field === undefined ? "the result" : `'${write.field}'`;
  const help = isPlain ? `add '${schemaField}: ${describeType(symbol.type)}', or declare '${write.key}' as ${found}` : `declare '${write.key}' as ${found}, or write to another key`;
  // An empty list or mapping would fit, so only a clash of the outer kinds fails every time.
  const severity = kindOf(given) === kindOf(symbol.type) && ["list", "dict"].includes(kindOf(given)) ? "warning" : "error";
  return [report(outputMismatch, write.span, { ...words, result: `${what} (${found})`, wanted, help }, { related, severity })];
}

/** A type in few words: a long record is a dict. */
function shortType(type: Type): string {
  const whole = describeType(type);
  return whole.length <= 40 ? whole : named(type);
}

/** The type of a field of a structured result; undefined where it certainly has none. */
function partOf(result: Type, field: string): Type | undefined {
  switch (result.kind) {
    case "record": {
      const own = Object.hasOwn(result.fields, field) ? result.fields[field]?.type : undefined;
      return own ?? (result.open ? { kind: "any" } : undefined);
    }
    case "dict": return result.of;
    case "any": case "hole": case "union": return { kind: "any" };
    default: return undefined;
  }
}
