import type { Feature } from "./feature.ts";
import type { Json } from "./json.ts";
import type { Code, Slot } from "./program-refs.ts";
import type { Type } from "./type.ts";

/** What a free text must look like. */
export type TextFormat = "slug" | "semver" | "identifier" | "path" | "url" | "host" | "date" | "glob" | "scope" | "module" | "functions" | "statePath" | "secret" | "header";

/** What a name refers to, beyond nodes and state keys. */
export type NameSpace = "server" | "tool" | "offeredTool" | "agentTool" | "model" | "retryPolicy" | "failure";

/** What somebody could bring about with a text of theirs in this place, beyond an address and a header: give a model its orders, or call a tool with it. */
export type Sink = "orders" | "arguments";

/** What every shape of field has. */
export interface Common {
  /** One or two sentences for hover, reference page and JSON Schema. */
  readonly doc: string;
  readonly optional?: true;
  /** What absence means; the only place where it is said. */
  readonly default?: Json;
  /** Older spellings, accepted in silence. */
  readonly aliases?: readonly string[];
  /** A runtime that lacks this feature refuses the program by name. */
  readonly needs?: Feature;
}

/**
 * Every shape a field may take. Closed: meaning lives in the shape, so decoder, binder, graph, types, JSON Schema,
 * completion, pages and lowering fold over shapes and never ask for the kind. A new member breaks each fold until it
 * is handled; that is where thought belongs, and an ADR is due.
 */
export type Field =
  /** `fills` names the field of the same object that the content of the named file stands for, read as a template. */
  | (Common & { readonly shape: "text"; readonly format?: TextFormat; readonly fills?: string })
  /** The name of something declared elsewhere: an MCP server, a tool of it, a tool with its server, a model, a failure class. */
  | (Common & { readonly shape: "name"; readonly of: NameSpace })
  | (Common & { readonly shape: "integer"; readonly min?: number; readonly max?: number })
  | (Common & { readonly shape: "number"; readonly min?: number; readonly max?: number; readonly above?: number })
  | (Common & { readonly shape: "flag" })
  /** `wants` refuses single options by name on a runtime that lacks the feature. */
  | (Common & { readonly shape: "choice"; readonly options: readonly string[]; readonly wants?: { readonly [option: string]: Feature } })
  /** Milliseconds. `units` are spellings of the same key that count in a unit of their own: `timeout_hours: 24`. */
  | (Common & { readonly shape: "duration"; readonly units?: { readonly [alias: string]: number } })
  /**
   * Text with `{{ }}`; a scalar that is one `{{ expr }}` is text too here, but in a `value` it keeps its type. An `address`
   * says where something is sent, so that it matters who decides on its host; a `header` goes out in one line. Only where `secrets` are allowed may it read
   * those of the environment.
   */
  | (Common & { readonly shape: "template"; readonly secrets?: "allowed"; readonly address?: true; readonly header?: true; readonly sink?: Sink })
  | (Common & { readonly shape: "expression"; readonly as: "condition" | "value" })
  /** The id of a node: an edge of the graph. `words` are reserved answers that are not nodes. */
  | (Common & { readonly shape: "target"; readonly edge: EdgeRole; readonly words?: { readonly [word: string]: string } })
  | (Common & { readonly shape: "stateKey"; readonly access: "write" | "read" })
  /** A type of the state language, or a JSON Schema. `record` wants named fields, as `state_schema` does. */
  | (Common & { readonly shape: "type"; readonly as: "type" | "record" })
  /** Any data, with templates in its texts; `secrets` as above. */
  | (Common & { readonly shape: "value"; readonly secrets?: "allowed"; readonly sink?: Sink })
  /** Any data, taken as it is: no templates. */
  | (Common & { readonly shape: "data" })
  /** Of items that are tried in order, `rest` names the field of the same object that says what holds where none does. */
  | (Common & { readonly shape: "list"; readonly of: Field; readonly min?: number; readonly single?: "allowed"; readonly rest?: string })
  | (Common & { readonly shape: "map"; readonly of: Field; readonly keys?: TextFormat })
  | (Common & { readonly shape: "object"; readonly fields: Fields; readonly groups?: readonly Group[] })
  /** An object whose fields depend on its `tag`. */
  | (Common & { readonly shape: "tagged"; readonly tag: string; readonly variants: { readonly [name: string]: { readonly doc: string; readonly fields: Fields; readonly needs?: Feature } } })
  /** What it is depends on the kind of YAML value: a scalar, a list or a mapping. */
  | (Common & { readonly shape: "either"; readonly scalar?: Field; readonly list?: Field; readonly map?: Field });

/** Keys that depend on each other: exactly one of them, at least one, or at most one. */
export interface Group {
  readonly rule: "one" | "some" | "at-most-one";
  readonly keys: readonly string[];
}

export type Fields = { readonly [name: string]: Field };
export type Shape = Field["shape"];
export type FieldOf<S extends Shape> = Extract<Field, { readonly shape: S }>;

/**
 * How control leaves a node by a target: `next` after success, `timeout`, `error`, `reject`; `branch` enters a
 * parallel branch, `join` is where its branches meet, `wait_for` names a branch a join waits for (no edge of its own),
 * `escalate` and `budget` may leave a parallel region.
 */
export type EdgeRole = "start" | "next" | "case" | "default" | "timeout" | "error" | "reject" | "branch" | "join" | "wait_for" | "subject" | "escalate" | "budget";

/** A tree of plain data with code at its leaves. */
export type ValueIr =
  | { readonly lit: Json }
  | { readonly code: Code }
  | { readonly list: readonly ValueIr[] }
  | { readonly map: { readonly [key: string]: ValueIr } };

/** What an expression came to, with its text for messages. */
export interface Evaluated {
  readonly value: Json;
  readonly source: string;
}

/** A type as a program carries it: the structural part, and the author's JSON Schema where there is one. */
export interface TypeIr {
  readonly type: Type;
  readonly schema?: Json;
}

/** What the compiler emits for a field. */
export type Lowered<F extends Field> =
  F extends { shape: "text" | "name" | "stateKey" } ? string :
  F extends { shape: "integer" | "number" | "duration" } ? number :
  F extends { shape: "flag" } ? boolean :
  F extends { shape: "choice"; options: readonly (infer O)[] } ? O :
  F extends { shape: "template" | "expression" } ? Code :
  F extends { shape: "target" } ? Target :
  F extends { shape: "type" } ? TypeIr :
  F extends { shape: "value" } ? ValueIr :
  F extends { shape: "data" } ? Json :
  F extends { shape: "list"; of: infer E extends Field } ? readonly Lowered<E>[] :
  F extends { shape: "map"; of: infer E extends Field } ? { readonly [key: string]: Lowered<E> } :
  F extends { shape: "object"; fields: infer O extends Fields } ? LoweredFields<O> :
  F extends { shape: "tagged"; tag: infer T extends string; variants: infer V } ? Variants<T, V, "lowered"> :
  F extends { shape: "either" } ? Arms<F, "lowered"> :
  never;

/** What an activity receives: templates rendered, expressions evaluated, durations in milliseconds. */
export type Resolved<F extends Field> =
  F extends { shape: "template" } ? string :
  F extends { shape: "expression" } ? Evaluated :
  F extends { shape: "value" } ? Json :
  F extends { shape: "list"; of: infer E extends Field } ? readonly Resolved<E>[] :
  F extends { shape: "map"; of: infer E extends Field } ? { readonly [key: string]: Resolved<E> } :
  F extends { shape: "object"; fields: infer O extends Fields } ? ResolvedFields<O> :
  F extends { shape: "tagged"; tag: infer T extends string; variants: infer V } ? Variants<T, V, "resolved"> :
  F extends { shape: "either" } ? Arms<F, "resolved"> :
  Lowered<F>;

/** A node, or one of the field's reserved words. */
export type Target = Slot | { readonly word: string };

type Projection = "lowered" | "resolved";
type Project<F extends Field, P extends Projection> = P extends "lowered" ? Lowered<F> : Resolved<F>;

/** A field is absent from the result only if it is optional and has no default. */
type OptionalNames<F extends Fields> = { [N in keyof F]: F[N] extends { optional: true } ? (F[N] extends { default: Json } ? never : N) : never }[keyof F];
type FieldsBy<F extends Fields, P extends Projection> =
  { readonly [N in Exclude<keyof F, OptionalNames<F>>]: Project<F[N], P> } &
  { readonly [N in OptionalNames<F>]?: Project<F[N], P> };

export type LoweredFields<F extends Fields> = FieldsBy<F, "lowered">;
export type ResolvedFields<F extends Fields> = FieldsBy<F, "resolved">;

type Variants<T extends string, V, P extends Projection> = {
  [N in keyof V]: { readonly [K in T]: N } & (V[N] extends { fields: infer O extends Fields } ? FieldsBy<O, P> : never);
}[keyof V];

type Arms<F, P extends Projection> =
  | (F extends { scalar: infer S extends Field } ? Project<S, P> : never)
  | (F extends { list: infer L extends Field } ? Project<L, P> : never)
  | (F extends { map: infer M extends Field } ? Project<M, P> : never);
