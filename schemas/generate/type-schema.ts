import type { JsonObject } from "../json.ts";
import { freeNamePattern, textFormats } from "../text-format.ts";

const stateKeyName: JsonObject = { allOf: [{ pattern: textFormats.identifier.pattern }, { pattern: freeNamePattern }] };
const jsonTypes = ["object", "array", "string", "number", "integer", "boolean", "null"];
const isArray: JsonObject = { type: "array" };
const isText: JsonObject = { type: "string" };

/** By these a mapping where a type may stand is a JSON Schema rather than an inline record. */
const looksLikeSchema: JsonObject = {
  type: "object",
  anyOf: [
    { required: ["type"], properties: { type: { enum: jsonTypes } } },
    { required: ["type"], properties: { type: { type: "array", minItems: 1, items: { enum: jsonTypes } } } },
    ...["enum", "anyOf", "oneOf", "allOf"].map((key) => ({ required: [key], properties: { [key]: isArray } })),
    ...["$ref", "$schema"].map((key) => ({ required: [key], properties: { [key]: isText } })),
    { required: ["properties"], properties: { properties: { type: "object", additionalProperties: { type: "object" } } }, not: { required: ["type"] } },
  ],
};

const fieldsOfSchema: JsonObject = {
  type: "object",
  properties: { properties: { if: { type: "object" }, then: { type: "object", propertyNames: stateKeyName, additionalProperties: { $ref: "#/$defs/property" } } } },
};

const inlineRecord: JsonObject = { type: "object", propertyNames: stateKeyName, additionalProperties: { $ref: "#/$defs/type" } };

/** The type language as JSON Schema sees it; what a type's text says is the compiler's to judge. */
export const typeDefinitions = {
  type: {
    description: "A type: `str int float bool any dict list null`, `list[T]`, `dict[str, T]`, `T | None`, `Literal[\"a\"]`, an inline record, or a JSON Schema.",
    type: ["string", "null", "object"],
    if: looksLikeSchema,
    then: fieldsOfSchema,
    else: { if: { type: "object" }, then: inlineRecord },
  },
  property: { description: "A JSON Schema within another.", anyOf: [{ const: true }, fieldsOfSchema] },
  record: {
    description: "A mapping from key to type, or a JSON Schema of an object.",
    type: "object",
    if: { type: "object", required: ["type", "properties"], properties: { type: { const: "object" }, properties: { type: "object" } } },
    then: fieldsOfSchema,
    else: inlineRecord,
  },
} as const satisfies { readonly [as: string]: JsonObject };
