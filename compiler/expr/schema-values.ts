import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";
import { followed } from "../syntax/json-schema.ts";
import { allNumbers, bothNumbers, numbersWhere, wholeNumbers, type NumberSet } from "./number-set.ts";
import { anything, both, type ValueSet } from "./value-set.ts";

/** So deep is a schema looked into; what lies deeper says nothing. */
const deepest = 8;

/**
 * The values that a JSON Schema (2020-12), which is a part of `root`, leaves by its bounds: of numbers, and of the lengths of
 * all that has one. Its types are told by `typeOfJsonSchema`; what is not understood leaves all values.
 */
export function valuesOfSchema(schema: Json, root: Json = schema, depth = 0): ValueSet {
  const meant = followed(schema, root);
  if (!isJsonObject(meant) || depth > deepest) return anything;
  const { allOf } = meant;
  const parts = Array.isArray(allOf) ? allOf.map((part: Json) => valuesOfSchema(part, root, depth + 1)) : [];
  return parts.reduce(both, boundedBy(meant));
}

function boundedBy(schema: JsonObject): ValueSet {
  const above = limit(schema, ">", "exclusiveMinimum");
  const below = limit(schema, "<", "exclusiveMaximum");
  return {
    ...anything,
    numbers: [between(schema, "minimum", "maximum"), above, below].reduce(bothNumbers),
    texts: { ...anything.texts, lengths: lengthsBetween(schema, "minLength", "maxLength") },
    lists: lengthsBetween(schema, "minItems", "maxItems"),
    dicts: lengthsBetween(schema, "minProperties", "maxProperties"),
  };
}

function between(schema: JsonObject, least: string, most: string): NumberSet {
  return bothNumbers(limit(schema, ">=", least), limit(schema, "<=", most));
}

function lengthsBetween(schema: JsonObject, least: string, most: string): NumberSet {
  return bothNumbers(anything.lists, wholeNumbers(between(schema, least, most)));
}

function limit(schema: JsonObject, cmp: ">" | ">=" | "<" | "<=", keyword: string): NumberSet {
  const value = schema[keyword];
  return typeof value === "number" ? numbersWhere(cmp, value) : allNumbers;
}

/** The schema of a part of the values of `schema`, where its `properties` name it; undefined where it is not told. */
export function schemaOfPart(schema: Json, keys: readonly string[]): Json | undefined {
  let part: Json | undefined = schema;
  for (const key of keys) {
    const meant: Json = followed(part, schema);
    const properties: Json | undefined = isJsonObject(meant) ? meant["properties"] : undefined;
    part = isJsonObject(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (part === undefined) return undefined;
  }
  return part;
}
