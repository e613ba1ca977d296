import type { JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { schemaProblem } from "../../schemas/schema-problem.ts";
import { describeType, listOf, misfit, types, type RecordFields, type Type } from "../../schemas/type.ts";
import { badId, wrongKind } from "../diagnostics/decode.ts";
import { badJsonSchema, badTypeSyntax, literalDefaultMismatch, neverFits } from "../diagnostics/types.ts";
import type { Fix } from "../diagnostics/define.ts";
import { formatRule } from "./formats.ts";
import { acceptsNothing, looksLikeJsonSchema, typeOfJsonSchema } from "./json-schema.ts";
import type { Hole, TypeFieldNode, TypeNode } from "./part.ts";
import { foundIn, toJson, type Reader } from "./reader.ts";
import type { Called } from "./called.ts";
import { checkReserved } from "./scalar-shapes.ts";
import { parseTypeText } from "./type-text.ts";
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar } from "./tree.ts";

/** Reads a type: a text such as `list[str]`, an inline record, or a JSON Schema. */
export function readType(reader: Reader, node: YamlNode, called: Called): TypeNode | Hole {
  switch (node.kind) {
    case "hole": return reader.silentHole(node);
    case "sequence": return readListShorthand(reader, node, called);
    case "scalar": return readTypeText(reader, node, called);
    case "mapping": {
      const data = toJson(node);
      return isJsonObject(data) && looksLikeJsonSchema(data) ? readWholeSchema(reader, node, data, called) : readRecord(reader, node);
    }
  }
}

/** Reads `state_schema`: a mapping from key to type, or one JSON Schema of an object. */
export function readRecordType(reader: Reader, node: YamlNode, called: Called): TypeNode | Hole {
  if (node.kind === "hole") return reader.silentHole(node);
  if (node.kind !== "mapping") return reader.hole(wrongKind, node, { what: `'${called.name}'`, expected: "a mapping from key to type", found: foundIn(node) });
  const data = isObjectSchema(node) ? toJson(node) : undefined;
  return data !== undefined && isJsonObject(data) ? readWholeSchema(reader, node, data, called) : readRecord(reader, node);
}

function isObjectSchema({ entries }: YamlMapping): boolean {
  const isObject = entries.some(({ name, value }) => name === "type" && value.kind === "scalar" && value.value === "object");
  return isObject && entries.some(({ name, value }) => name === "properties" && value.kind === "mapping");
}

function readTypeText(reader: Reader, node: YamlScalar, called: Called): TypeNode | Hole {
  const span = reader.spanOf(node);
  // `null` unquoted is YAML's null; an empty value is not meant as one.
  if (node.value === null && node.raw !== "") return { type: types.null, span, fields: [] };
  if (typeof node.value !== "string") return reader.hole(wrongKind, node, { what: `the type of '${called.name}'`, expected: "a type", found: foundIn(node) });
  const parsed = parseTypeText(node.value);
  if (parsed.ok) return { type: parsed.type, span, fields: [] };
  const { problem } = parsed;
  const place = reader.textOf(node).locate(problem.start, problem.end);
  const fixes: readonly Fix[] = problem.nearest === undefined ? [] : [{ title: `change it to '${problem.nearest}'`, safety: "unsafe", edits: [{ span: place, text: problem.nearest }] }];
  reader.sayAt(badTypeSyntax, place, { text: problem.text, why: problem.why, ...(problem.nearest === undefined ? {} : { nearest: problem.nearest }) }, { fixes });
  return { shape: "hole", span };
}

/** `[str]` is how some people write a list of texts. */
function readListShorthand(reader: Reader, node: Extract<YamlNode, { kind: "sequence" }>, called: Called): TypeNode | Hole {
  const only = node.items.length === 1 ? node.items[0] : undefined;
  const inner = only === undefined ? undefined : readType(reader, only, called);
  if (inner === undefined) return reader.hole(badTypeSyntax, node, { text: "[…]", why: "a list type names what it holds", nearest: "list[str]" });
  if ("shape" in inner) return inner;
  return reader.hole(badTypeSyntax, node, { text: `[${describeType(inner.type)}]`, why: "a list type is written with its name", nearest: describeType(listOf(inner.type)) });
}

function readRecord(reader: Reader, node: YamlMapping): TypeNode {
  const fields: TypeFieldNode[] = [];
  const shape: { [name: string]: RecordFields[string] } = {};
  for (const entry of node.entries) {
    const name = checkFieldName(reader, entry);
    if (name === undefined) continue;
    const type = readType(reader, entry.value, { name });
    const known: TypeNode = "shape" in type ? { type: types.hole, span: type.span, fields: [] } : type;
    fields.push({ key: { value: name, span: reader.spanOf(entry.key) }, type: known });
    shape[name] = { type: known.type };
  }
  const whole: Type = node.damaged ? types.hole : { kind: "record", fields: shape, open: false };
  return { type: whole, span: reader.spanOf(node), fields };
}

function checkFieldName(reader: Reader, entry: YamlEntry): string | undefined {
  if (!checkReserved(reader, entry.key, entry.name)) return undefined;
  const rule = formatRule("identifier");
  if (rule.fits(entry.name)) return entry.name;
  const suggestion = rule.suggest?.(entry.name) ?? "";
  reader.say(badId, entry.key, { what: "state key", value: entry.name, rule: rule.broken, ...(rule.fits(suggestion) ? { suggestion } : {}) });
  return undefined;
}

/** Its properties have said themselves what is no schema and which default is wrong; the rest is judged as a whole. */
function readWholeSchema(reader: Reader, node: YamlMapping, schema: JsonObject, called: Called): TypeNode {
  const read = readSchema(reader, node, schema, called);
  const problem = node.damaged ? undefined : schemaProblem(schema);
  if (problem === undefined) {
    if (acceptsNothing(schema)) reader.say(neverFits, node, { name: called.name });
    return read;
  }
  const part = partAt(node, problem.path);
  const isSaid = problem.path.at(-2) === "properties" && part.kind !== "mapping";
  if (!isSaid) reader.say(badJsonSchema, part, { why: problem.why });
  return read;
}

/** What stands at a path, or as much of the way as there is. */
function partAt(node: YamlNode, path: readonly string[]): YamlNode {
  const [step, ...rest] = path;
  if (step === undefined) return node;
  const inner = node.kind === "mapping" ? node.entries.find(({ name }) => name === step)?.value : node.kind === "sequence" ? node.items[Number(step)] : undefined;
  return inner === undefined ? node : partAt(inner, rest);
}

/** Reads `schema`, which is a part of `root`: references begin there. */
function readSchema(reader: Reader, node: YamlMapping, schema: JsonObject, called: Called, root: JsonObject = schema): TypeNode {
  const type = typeOfJsonSchema(schema, root);
  const properties = node.entries.find((entry) => entry.name === "properties")?.value;
  const fields: TypeFieldNode[] = [];
  for (const entry of properties?.kind === "mapping" ? properties.entries : []) {
    const known = readProperty(reader, entry, root);
    if (checkFieldName(reader, entry) !== undefined) fields.push({ key: { value: entry.name, span: reader.spanOf(entry.key) }, type: known });
  }
  const preset = node.entries.find((entry) => entry.name === "default");
  const doc = schema["description"];
  const value = preset === undefined ? undefined : toJson(preset.value);
  if (preset !== undefined && value !== undefined && misfit(value, type) !== undefined) {
    reader.say(literalDefaultMismatch, preset.value, { key: called.name, type: describeType(type), found: foundIn(preset.value) });
  }
  return {
    type,
    span: reader.spanOf(node),
    fields,
    schema,
    ...(preset === undefined || value === undefined ? {} : { default: { value, span: reader.spanOf(preset.value) } }),
    ...(typeof doc === "string" ? { doc } : {}),
  };
}

/** What stands under `properties` is a schema again, whatever its words; `true` admits anything. */
function readProperty(reader: Reader, { name, value }: YamlEntry, root: JsonObject): TypeNode {
  const data = toJson(value);
  if (value.kind === "mapping" && isJsonObject(data)) return readSchema(reader, value, data, { name }, root);
  const span = reader.spanOf(value);
  if (data === true) return { type: types.any, span, fields: [] };
  if (value.kind !== "hole") reader.say(wrongKind, value, { what: `the property '${name}' of a JSON Schema`, expected: "a mapping such as '{type: string}'", found: foundIn(value) });
  return { type: types.hole, span, fields: [] };
}
