import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { dictOf, listOf, literal, types, unionOf, type RecordFields, type Type } from "../../schemas/type.ts";

const jsonTypes: ReadonlySet<string> = new Set(["object", "array", "string", "number", "integer", "boolean", "null"]);

/** Whether a mapping where a type may stand is a JSON Schema rather than an inline record. */
export function looksLikeJsonSchema(value: JsonObject): boolean {
  const { type } = value;
  if (typeof type === "string" && jsonTypes.has(type)) return true;
  if (Array.isArray(type) && type.length > 0 && type.every((name) => typeof name === "string" && jsonTypes.has(name))) return true;
  if (["enum", "anyOf", "oneOf", "allOf"].some((key) => Array.isArray(value[key]))) return true;
  if (typeof value["$ref"] === "string" || typeof value["$schema"] === "string") return true;
  const { properties } = value;
  return type === undefined && isJsonObject(properties) && Object.values(properties).every(isJsonObject);
}

/**
 * The structural type of a JSON Schema (2020-12), which is a part of `root`. What has no counterpart here (`not`, `if`,
 * patterns) widens to `any`, and so does a reference that leads back to itself or out of `root`: a type is never narrower
 * than its schema. The schema itself is checked at run time.
 */
export function typeOfJsonSchema(schema: Json | undefined, root: Json | undefined = schema): Type {
  return typeIn({ root, open: new Set(), left: mostReferred }, schema, 0);
}

/** So many parts of a schema are read by way of references: definitions that use each other twice double with every step. */
const mostReferred = 1000;

/** The schema that is read: the references that are being followed, and how many parts may still be read behind them. */
interface Whole {
  readonly root: Json | undefined;
  readonly open: Set<string>;
  left: number;
}

function typeIn(whole: Whole, schema: Json | undefined, depth: number): Type {
  if (whole.open.size > 0) whole.left -= 1;
  if (!isJsonObject(schema) || depth > 32 || whole.left < 0) return types.any;
  const { type, $ref } = schema;
  if (typeof $ref === "string") return typeOfReference(whole, $ref, depth);
  if ("const" in schema) return literalType(schema["const"]);
  if (Array.isArray(schema["enum"])) return unionOf(schema["enum"].map(literalType));
  const either = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(either)) return unionOf(either.map((member: Json) => typeIn(whole, member, depth + 1)));
  if (Array.isArray(type)) return unionOf(type.map((name: Json) => namedType(whole, name, schema, depth)));
  if (type === undefined && isJsonObject(schema["properties"])) return objectType(whole, schema, depth);
  return namedType(whole, type, schema, depth);
}

/** What a reference to a part of the same schema means. */
function typeOfReference(whole: Whole, reference: string, depth: number): Type {
  if (whole.open.has(reference)) return types.any;
  whole.open.add(reference);
  const type = typeIn(whole, referredPart(whole.root, reference), depth + 1);
  whole.open.delete(reference);
  return type;
}

/** The part of `root` that a reference means; undefined where it leads elsewhere or nowhere. */
export function referredPart(root: Json | undefined, reference: string): Json | undefined {
  if (reference !== "#" && !reference.startsWith("#/")) return undefined;
  let part = root;
  for (const step of reference.split("/").slice(1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    part = isJsonObject(part) && Object.hasOwn(part, name) ? part[name] : undefined;
  }
  return part;
}

/** Definitions that only name another one are rarely two in a row. */
const mostSteps = 10;

/** A schema, or what it refers to; nothing is asked where that leads round in a circle, or out of `root`. */
export function followed(schema: Json, root: Json): Json {
  let at: Json | undefined = schema;
  for (let step = 0; step < mostSteps && isJsonObject(at); step += 1) {
    const reference: Json | undefined = at["$ref"];
    if (typeof reference !== "string") return at;
    at = referredPart(root, reference);
  }
  return isJsonObject(at) && at["$ref"] !== undefined ? {} : (at ?? {});
}

/** Whether a JSON Schema says by its outer words that no value fits it. */
export function acceptsNothing(schema: Json | undefined): boolean {
  if (!isJsonObject(schema)) return schema === false;
  const { not, enum: allowed, allOf, anyOf, oneOf, required, properties } = schema;
  const all = (members: Json | undefined): readonly Json[] => (Array.isArray(members) ? (members as readonly Json[]) : []);
  return (
    not === true || (isJsonObject(not) && Object.keys(not).length === 0) || (Array.isArray(allowed) && allowed.length === 0) || all(allOf).some(acceptsNothing) ||
    [anyOf, oneOf].some((members) => Array.isArray(members) && members.every((member) => acceptsNothing(member as Json))) ||
    (isJsonObject(properties) && all(required).some((name) => typeof name === "string" && Object.hasOwn(properties, name) && acceptsNothing(properties[name])))
  );
}

function namedType(whole: Whole, name: Json | undefined, schema: JsonObject, depth: number): Type {
  switch (name) {
    case "string": return types.str;
    case "integer": return types.int;
    case "number": return types.float;
    case "boolean": return types.bool;
    case "null": return types.null;
    case "array": return listOf(itemType(whole, schema, depth));
    case "object": return objectType(whole, schema, depth);
    default: return types.any;
  }
}

/** What any item of the list may be: one of the first few, which have schemas of their own, or one of the rest. */
function itemType(whole: Whole, schema: JsonObject, depth: number): Type {
  const { prefixItems, items } = schema;
  const first = Array.isArray(prefixItems) ? prefixItems.map((item: Json) => typeIn(whole, item, depth + 1)) : [];
  return unionOf(items === false && first.length > 0 ? first : [...first, typeIn(whole, items, depth + 1)]);
}

function objectType(whole: Whole, schema: JsonObject, depth: number): Type {
  const properties = schema["properties"];
  const additional = schema["additionalProperties"];
  if (!isJsonObject(properties)) return dictOf(isJsonObject(additional) ? typeIn(whole, additional, depth + 1) : types.any);
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  const fields: RecordFields = Object.fromEntries(Object.entries(properties).map(([name, property]) => {
    const type = typeIn(whole, property, depth + 1);
    return [name, required.includes(name) ? { type } : { type, optional: true }];
  }));
  return { kind: "record", fields, open: additional !== false };
}

function literalType(value: Json | undefined): Type {
  if (value === null) return types.null;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? literal(value) : types.any;
}
