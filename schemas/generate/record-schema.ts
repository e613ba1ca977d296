import type { JsonObject } from "../json.ts";

export type Schema = JsonObject;

/** A schema for every property of `T`; those that may be absent are marked, so that types and schemas name the same keys. */
export type Properties<T> = { readonly [K in keyof T]-?: undefined extends T[K] ? { readonly maybe: Schema } : Schema };

/** The schema of a plain object type: exactly its properties. A property that the type has and the schema lacks does not compile. */
export function record<T>(properties: Properties<T>): Schema {
  const entries = Object.entries<Schema | { readonly maybe: Schema }>(properties);
  const isMaybe = (schema: Schema | { readonly maybe: Schema }): schema is { readonly maybe: Schema } => "maybe" in schema;
  return {
    type: "object",
    additionalProperties: false,
    required: entries.filter(([, schema]) => !isMaybe(schema)).map(([name]) => name),
    properties: Object.fromEntries(entries.map(([name, schema]) => [name, isMaybe(schema) ? schema.maybe : schema])),
  };
}

/** A union by tag: the tag is checked first, and what follows it only against the member it names. */
export function taggedUnion(tag: string, members: { readonly [name: string]: Schema }): Schema {
  return {
    type: "object",
    required: [tag],
    properties: { [tag]: { enum: Object.keys(members) } },
    allOf: Object.entries(members).map(([name, then]) => ({ if: { required: [tag], properties: { [tag]: { const: name } } }, then })),
  };
}

export const text: Schema = { type: "string" };
export const flag: Schema = { type: "boolean" };
export const json: Schema = {};
export const index: Schema = { type: "integer", minimum: 0 };

export const listOf = (items: Schema): Schema => ({ type: "array", items });
export const mapOf = (values: Schema): Schema => ({ type: "object", additionalProperties: values });
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
export const constant = (value: string | number | boolean): Schema => ({ const: value });
export const maybe = (schema: Schema): { readonly maybe: Schema } => ({ maybe: schema });
