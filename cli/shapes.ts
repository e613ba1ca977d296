import type { JsonObject } from "../schemas/json.ts";

/** A part of an answer, as JSON Schema (2020-12) with a description. */
export type Shape = JsonObject & { readonly description: string };

export const text = (description: string): Shape => ({ type: "string", description });
export const integer = (description: string): Shape => ({ type: "integer", description });
export const number = (description: string): Shape => ({ type: "number", description });
export const flag = (description: string): Shape => ({ type: "boolean", description });
/** Whatever the author's own data is. */
export const anything = (description: string): Shape => ({ description });
export const words = (description: string, ...allowed: readonly string[]): Shape => ({ enum: allowed, description });
export const list = (description: string, items: Shape): Shape => ({ type: "array", items, description });
export const mapOf = (description: string, values: Shape): Shape => ({ type: "object", additionalProperties: values, description });
/** One of the shapes that have a name of their own. */
export const named = (name: string, description: string): Shape => ({ $ref: `#/$defs/${name}`, description });

/** An object with exactly these members; those whose name ends in `?` may be absent. */
export function object(description: string, members: { readonly [name: string]: Shape }): Shape {
  const entries = Object.entries(members).map(([name, shape]) => ({ name: name.replace(/\?$/, ""), shape, required: !name.endsWith("?") }));
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(({ name, shape }) => [name, shape])),
    required: entries.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
    description,
  };
}

/** A shape that may also be `null`: as two branches, which more readers of JSON Schemas know than a list of types. */
export function nullable({ description, ...shape }: Shape): Shape {
  return { anyOf: [shape, { type: "null" }], description };
}

/** Lines and columns as people count them, offsets as programs do. */
export const placeShape: Shape = object("A place in a file.", { "file?": text("Which, where it is none that was asked about."), line: integer("From 1."), column: integer("From 1, in UTF-16 units."), endLine: integer("The line of its end."), endColumn: integer("The column of its end."), offset: integer("UTF-16 units from the start of the file."), endOffset: integer("Of its end.") });
