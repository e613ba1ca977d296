import type { FieldOf, Shape } from "../../schemas/field.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { Located, Span } from "../../schemas/span.ts";
import type { Type } from "../../schemas/type.ts";
import type { ScalarText } from "./scalar-text.ts";

/** A decoded field: its value, where it stands, and the declaration it was read by. Consumers fold over `shape`. */
export type Part = Hole | DecodedPart;
export type DecodedPart = { [S in DecodedShape]: PartOf<S> }[DecodedShape];

/** `either` leaves no part of its own: the arm that was read stands in its place. */
export type DecodedShape = Exclude<Shape, "either">;

/** A part that could not be read. It has been reported and silences every later complaint about itself. */
export interface Hole {
  readonly shape: "hole";
  readonly span: Span;
}

export type PartOf<S extends DecodedShape> = {
  readonly shape: S;
  readonly field: FieldOf<S>;
  readonly span: Span;
} & Content<S>;

type Content<S extends DecodedShape> =
  S extends "text" | "name" | "choice" | "stateKey" | "target" ? { readonly value: string } :
  S extends "integer" | "number" | "duration" ? { readonly value: number } :
  S extends "flag" ? { readonly value: boolean } :
  S extends "template" | "expression" ? { readonly text: ScalarText } :
  S extends "type" ? { readonly type: TypeNode } :
  S extends "value" ? { readonly tree: ValueTree } :
  S extends "data" ? { readonly value: Json } :
  S extends "list" ? { readonly items: readonly Part[] } :
  S extends "map" ? { readonly entries: readonly { readonly key: Located<string>; readonly part: Part }[] } :
  S extends "object" ? { readonly members: Members } :
  S extends "tagged" ? { readonly tag: Located<string>; readonly members: Members } :
  never;

/** The keys of an object that were written, under their canonical names. */
export interface Members {
  readonly [name: string]: Member;
}

export interface Member {
  /** The key as written: an alias has the name of its field and its own text here. */
  readonly key: Located<string>;
  readonly part: Part;
}

/** Plain data with templates at the leaves that hold `{{` or `{%`. */
export type ValueTree =
  | { readonly kind: "data"; readonly value: Json; readonly span: Span }
  | { readonly kind: "template"; readonly text: ScalarText; readonly span: Span }
  | { readonly kind: "list"; readonly items: readonly ValueTree[]; readonly span: Span }
  | { readonly kind: "map"; readonly entries: readonly { readonly key: Located<string>; readonly value: ValueTree }[]; readonly span: Span }
  | Hole & { readonly kind: "hole" };

/** A type as written, with the places of its fields. */
export interface TypeNode {
  readonly type: Type;
  readonly span: Span;
  /** For records: the declared fields in the order of the text. */
  readonly fields: readonly TypeFieldNode[];
  /** The JSON Schema, where the author wrote one. */
  readonly schema?: JsonObject;
  readonly default?: Located<Json>;
  readonly doc?: string;
}

export interface TypeFieldNode {
  readonly key: Located<string>;
  readonly type: TypeNode;
}

/** The part under `name` if it is there and of the shape that its declaration says. */
export function memberOf<S extends DecodedShape>(members: Members, name: string, shape: S): PartOf<S> | undefined {
  const part = members[name]?.part;
  // The tag decides the member of the union, which TypeScript cannot follow through a type parameter.
  return part?.shape === shape ? (part as unknown as PartOf<S>) : undefined;
}
