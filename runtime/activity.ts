import type { Usage } from "../schemas/event.ts";
import type { Failure } from "../schemas/failure.ts";
import type { ResolvedFields, TypeIr } from "../schemas/field.ts";
import type { Json } from "../schemas/json.ts";
import type { ActivityKind, FieldsOf } from "../schemas/nodes/index.ts";
import type { CallSite, Ports } from "./ports.ts";

/** One thing a scorer said of an earlier answer. */
export interface Feedback {
  readonly scorer: string;
  readonly score: number;
  readonly message: string;
}

/** What an activity is given beyond its fields. */
export interface ActivityContext {
  readonly site: CallSite;
  readonly ports: Ports;
  /** Aborted on timeout, cancellation and shutdown; an activity must let go of everything then. */
  readonly signal: AbortSignal;
  /** The same on every attempt of a visit: SHA-256 of tenant, execution, node and visit. */
  readonly idempotencyKey: string;
  /** The declared type of the state key that the result goes to, where it goes to one whole. */
  readonly wanted: TypeIr | undefined;
  /** What the scorers said, where it is to be appended to the prompt. */
  readonly feedback: readonly Feedback[];
  /** Text of a streaming answer as it comes; for people, never recorded. */
  readonly onText: (delta: string) => void;
}

/** How one attempt ended. Usage counts on failure too. */
export type ActivityResult =
  | { readonly ok: true; readonly value: Json; readonly usage: readonly Usage[] }
  | { readonly ok: false; readonly failure: Failure; readonly usage: readonly Usage[] };

/** What a kind does: fields with templates rendered in, a result out. Never throws for what the world does. */
export type Activity<K extends ActivityKind> = (input: ResolvedFields<FieldsOf<K>>, context: ActivityContext) => Promise<ActivityResult>;
