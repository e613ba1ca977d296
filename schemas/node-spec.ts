import { activityFields, flowFields } from "./common-fields.ts";
import type { Feature } from "./feature.ts";
import type { Fields, Group } from "./field.ts";
import type { Type } from "./type.ts";

/** An activity lowers generically to one `call`; a control kind has a lowering of its own. */
export type Role = "activity" | "control";

/** The worker queue a node belongs to. */
export type QueueType = "model" | "tool" | "python_tool" | "retrieval" | "privileged" | "general";

/** Which type a node's result has, and the field whose type replaces it where it is given. */
export interface ResultSpec {
  readonly type: Type;
  readonly schemaField?: string;
}

/** Whose words a text is: whoever sends an event, a service that is called, a model. */
export type Author = "event" | "service" | "model";

/** Some values of a field. */
export interface FieldValues {
  readonly field: string;
  readonly in: readonly string[];
}

/** What the compiler and the runtime must know of a kind without asking for its name. */
export interface Traits {
  readonly queue: QueueType;
  /** Whether a visit is recorded of itself; pure routing is recorded with its successor. */
  readonly durable: boolean;
  /** Whether a visit costs money or reaches out: loops over it want a bound. */
  readonly cost: "tokens" | "calls" | "none";
  /**
   * The effect class where the author names none. `readWhen` names a field whose listed values only read; with those of
   * `twiceWhen` a second call may do harm, unless the field `key` holds what tells it from a new one.
   */
  readonly effect: {
    readonly otherwise: "read" | "idempotent";
    readonly readWhen?: FieldValues;
    readonly twiceWhen?: FieldValues & { readonly key: string };
  };
  readonly result: ResultSpec;
  /** Who decides on the texts of the result, where neither the document does nor a person who answers for the run. */
  readonly author?: Author;
  /** The node goes on only with a person's consent, except by an edge that says otherwise. */
  readonly consents?: true;
  /** An eval may re-run the node: the field with the prompt, to which the scorers' feedback is appended. */
  readonly feedback?: { readonly field: string };
  /**
   * The node ends on an event: `event` is known to its `next`, with the fields that `field` declares. It is `None` where
   * the node may end otherwise: where one of the `or` fields is given.
   */
  readonly event?: { readonly field: string; readonly or: readonly string[] };
  /**
   * The field that says how branches merge: options `apart` keep their writes out of the state, options `first` take those
   * of the branch that ends first, and a function may write any key.
   */
  readonly merges?: { readonly field: string; readonly apart: readonly string[]; readonly first: readonly string[] };
  /**
   * The node starts the workflow of another document: the fields that name it and the versions of it that will do, that say
   * what it begins with, and which keys of its state are taken at its end.
   */
  readonly child?: { readonly document: string; readonly versions: string; readonly inputs: string; readonly outputs: string };
  /** Names beyond the common roots: `output` of the node itself is known to `next` in any case. */
  readonly roots?: readonly "output"[];
}

/** One kind of node: pure data from which keys, checks, pages, completion and lowering follow. */
export interface NodeSpec<K extends string = string, R extends Role = Role, F extends Fields = Fields> {
  readonly kind: K;
  readonly role: R;
  readonly title: string;
  readonly doc: string;
  readonly since: string;
  /** Other names of the kind, accepted in silence. */
  readonly aliases?: readonly string[];
  readonly needs?: Feature;
  readonly fields: F;
  readonly groups?: readonly Group[];
  readonly traits: Traits;
  /** Whether a visit ends the execution. */
  readonly terminal?: true;
}

type Own<K extends string, F extends Fields> = Omit<NodeSpec<K, Role, F>, "role">;

/** A kind that does something: `fields` are its own; those of every activity are added. */
export function activity<const K extends string, const F extends Fields>(spec: Own<K, F>): NodeSpec<K, "activity", F & typeof activityFields> {
  return { ...spec, role: "activity", fields: { ...flowFields, ...spec.fields, ...activityFields } };
}

/** A kind that only steers: `fields` are all it has. */
export function control<const K extends string, const F extends Fields>(spec: Own<K, F>): NodeSpec<K, "control", F> {
  return { ...spec, role: "control" };
}

export const pureTraits: Traits = { queue: "general", durable: false, cost: "none", effect: { otherwise: "read" }, result: { type: { kind: "never" } } };
