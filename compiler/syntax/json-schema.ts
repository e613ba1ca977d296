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
 * The structural type of a JSON Schema (2020-12). What has no counterpart here (`not`, `if`, patterns, references)
 * widens to `any`, so that a type is never narrower than its schema; the schema itself is checked at run time.
 */
export function typeOfJsonSchema(schema: Json | undefined, depth = 0): Type {
  if (!isJsonObject(schema) || depth > 32) return types.any;
  if ("const" in schema) return literalType(schema["const"]);
  if (Array.isArray(schema["enum"])) return unionOf(schema["enum"].map(literalType));
  const either = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(either)) return unionOf(either.map((member) => typeOfJsonSchema(member, depth + 1)));
  const { type } = schema;
  if (Array.isArray(type)) return unionOf(type.map((name) => namedType(name, schema, depth)));
  if (type === undefined && isJsonObject(schema["properties"])) return objectType(schema, depth);
  return namedType(type, schema, depth);
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

function namedType(name: Json | undefined, schema: JsonObject, depth: number): Type {
  switch (name) {
    case "string": return types.str;
    case "integer": return types.int;
    case "number": return types.float;
    case "boolean": return types.bool;
    case "null": return types.null;
    case "array": return listOf(schema["prefixItems"] === undefined ? typeOfJsonSchema(schema["items"], depth + 1) : types.any);
    case "object": return objectType(schema, depth);
    default: return types.any;
  }
}

function objectType(schema: JsonObject, depth: number): Type {
  const properties = schema["properties"];
  const additional = schema["additionalProperties"];
  if (!isJsonObject(properties)) return dictOf(isJsonObject(additional) ? typeOfJsonSchema(additional, depth + 1) : types.any);
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  const fields: RecordFields = Object.fromEntries(Object.entries(properties).map(([name, property]) => {
    const type = typeOfJsonSchema(property, depth + 1);
    return [name, required.includes(name) ? { type } : { type, optional: true }];
  }));
  return { kind: "record", fields, open: additional !== false };
}

function literalType(value: Json | undefined): Type {
  if (value === null) return types.null;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? literal(value) : types.any;
}
