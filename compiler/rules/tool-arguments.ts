import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";
import { nearest } from "../../schemas/nearest.ts";
import type { Located } from "../../schemas/span.ts";
import type { ToolDefinition } from "../../schemas/tool-lock.ts";
import { lockedCalls } from "../bind/locked-tools.ts";
import type { TypedNode } from "../check/typed.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { or } from "../diagnostics/words.ts";
import { memberOf, type PartOf } from "../syntax/part.ts";
import { argumentMisfits, type ToolArgument } from "./argument-misfits.ts";
import type { NodeRule } from "./rule.ts";

const missingArgument = diagnostic<{ tool: string; names: readonly string[] }>({
  code: "JJ5004",
  slug: "missing-argument",
  severity: "error",
  message: (p) => `the tool '${p.tool}' requires ${p.names.map((name) => `'${name}'`).join(", ")}`,
  help: (p) => `add ${p.names.length === 1 ? "it" : "them"} under 'arguments', or see what the tool takes: jamjet tools list`,
  doc: `A tool refuses a call that lacks what its schema requires. What it requires stands in \`jamjet.lock\`, which \`jamjet lock\` writes: nothing is
started to find out.

\`\`\`yaml
nodes:
  find:
    type: tool
    server: library
    tool: search
    arguments: {limit: 3}        # bad: 'search' requires 'query'
\`\`\``,
});

const unknownArgument = diagnostic<{ tool: string; name: string; nearest: string | undefined; known: readonly string[] }>({
  code: "JJ5005",
  slug: "unknown-argument",
  severity: "error",
  message: (p) => `the tool '${p.tool}' has no argument '${p.name}'`,
  help: (p) => (p.nearest !== undefined ? `did you mean '${p.nearest}'?` : p.known.length === 0 ? "it takes none: remove it" : p.known.length <= 8 ? `it takes ${or(p.known)}` : "see what it takes: jamjet tools list"),
  doc: `A tool whose schema has \`additionalProperties: false\` refuses arguments that it does not know. Any other tool ignores them, and where
the name is nearly that of an argument which is left out, this is a warning: a typo would go unnoticed.`,
});

const argumentType = diagnostic<{ tool: string; argument: string; wanted: string; found: string; isQuoted: boolean }>({
  code: "JJ5003",
  slug: "argument-type",
  severity: "error",
  message: (p) => `'${p.argument}' of the tool '${p.tool}' must be ${p.wanted}, not ${p.found}`,
  help: (p) => (p.isQuoted ? "remove the quotes" : "give what the tool takes; its schema stands in jamjet.lock"),
  doc: `Arguments are held against the schema that stands in \`jamjet.lock\`: what is written out against all of it, and an expression against
its types. A text that is one \`{{ expr }}\` has the type of the expression; any text around it makes it a text. Only what can never fit is told.`,
});

/** Tool nodes give their tools the arguments that these take. */
export const toolArgumentsRule: NodeRule = {
  of: "node",
  reports: [missingArgument, unknownArgument, argumentType],
  check: (node, around) => lockedCalls(around, node.bound).filter(({ own }) => own).flatMap(({ part, tool }) => problemsOf(part, tool, node)),
};

function problemsOf(named: PartOf<"name">, tool: ToolDefinition, node: TypedNode): readonly Diagnostic[] {
  const { members } = node.bound.ast;
  const written = memberOf(members, "arguments", "map");
  // Arguments that could not be read have been reported.
  if (written === undefined && members["arguments"] !== undefined) return [];
  const entries = written?.entries ?? [];
  const schema = tool.inputSchema;
  const given = new Set(entries.map(({ key }) => key.value));
  const place = members["arguments"]?.key.span ?? named.span;
  const missing = namesIn(schema["required"]).filter((name) => !given.has(name));
  const unknown = entries.flatMap(({ key }) => unknownOf(key, tool, given));
  // What is misspelt is missing, too: the one finding tells both.
  const isMisspelt = (name: string): boolean => entries.some(({ key }) => !isKnown(schema, key.value) && nearest(key.value, [name]) !== undefined);
  const lacking = missing.filter((name) => !isMisspelt(name));
  const typeOf = new Map(node.sites.flatMap(({ site, code, type }) => (code.parsed.isWhole ? [[site.text, type] as const] : [])));
  const misfits = entries.flatMap(({ key, part }): readonly ToolArgument[] => (part.shape === "value" ? argumentMisfits(key.value, part.tree, propertyOf(schema, key.value), { root: schema, typeOf }) : []));
  return [
    ...(lacking.length === 0 ? [] : [report(missingArgument, place, { tool: tool.name, names: lacking })]),
    ...unknown,
    ...misfits.map(({ span, ...misfit }) => report(argumentType, span, { tool: tool.name, ...misfit })),
  ];
}

function unknownOf(key: Located<string>, { name: tool, inputSchema: schema }: ToolDefinition, given: ReadonlySet<string>): readonly Diagnostic[] {
  if (isKnown(schema, key.value)) return [];
  const isRefused = schema["additionalProperties"] === false;
  const known = Object.keys(propertiesOf(schema));
  const near = nearest(key.value, known.filter((name) => !given.has(name)));
  if (!isRefused && near === undefined) return [];
  const fixes = near === undefined ? [] : [{ title: `change it to '${near}'`, safety: "unsafe" as const, edits: [{ span: key.span, text: near }] }];
  // Without the argument that was meant, a call that requires it fails as well.
  const isFatal = isRefused || (near !== undefined && namesIn(schema["required"]).includes(near));
  return [report(unknownArgument, key.span, { tool, name: key.value, nearest: near, known }, { fixes, ...(isFatal ? {} : { severity: "warning" as const }) })];
}

/** Whether a schema may say something of an argument: by its name, by a pattern, or by parts that are not looked into. */
function isKnown(schema: JsonObject, name: string): boolean {
  const isOpen = ["patternProperties", "allOf", "anyOf", "oneOf", "$ref", "if", "dependentSchemas", "propertyNames"].some((keyword) => schema[keyword] !== undefined);
  return isOpen || Object.hasOwn(propertiesOf(schema), name);
}

function propertyOf(schema: JsonObject, name: string): Json | undefined {
  const properties = propertiesOf(schema);
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function propertiesOf({ properties }: JsonObject): JsonObject {
  return isJsonObject(properties) ? properties : {};
}

function namesIn(list: Json | undefined): readonly string[] {
  return Array.isArray(list) ? (list as readonly Json[]).filter((name) => typeof name === "string") : [];
}
