import type { Usage } from "../schemas/event.ts";
import type { Failure } from "../schemas/failure.ts";
import type { ResolvedFields, TypeIr } from "../schemas/field.ts";
import type { Json, JsonObject } from "../schemas/json.ts";
import type { ActivityKind, FieldsOf } from "../schemas/nodes/index.ts";
import type { Effect } from "../schemas/op.ts";
import type { Verdict } from "../schemas/verdict.ts";
import type { CallSite, Estimate, Outcome, Ports, ToolInfo } from "./ports.ts";

/** One of several calls that an attempt makes. */
export interface StepSpec {
  readonly kind: "model" | "tool" | "list";
  /** What is called: a model, `server.tool`, or `tools` where they are listed. */
  readonly call: string;
  readonly effect: Effect;
  /** What is told beyond that which the attempt received, for the record. */
  readonly input: Json;
  /** Of a model call, for budgets. */
  readonly estimate?: Estimate;
}

/** What an activity is given beyond its fields. */
export interface ActivityContext {
  readonly site: CallSite;
  readonly ports: Ports;
  /** Aborted on timeout, cancellation and shutdown; an activity must let go of everything then. */
  readonly signal: AbortSignal;
  /** The same on every attempt of a visit: SHA-256 of tenant, execution, node and visit. */
  readonly idempotencyKey: string;
  /**
   * Makes one of several calls: recorded before it is made and after, and not made again where it is recorded. `make`
   * is given the call's own idempotency key. What it used counts when it is recorded, and not again with the attempt.
   * An attempt makes its steps one after the other, and what it makes of recorded results depends on them alone.
   */
  readonly step: (spec: StepSpec, make: (idempotencyKey: string) => Promise<ActivityResult>) => Promise<Outcome<Json>>;
  /**
   * Holds a tool against what was locked of it, or what this execution saw of it first; `listed` is what its server says
   * now. Undefined where it may be called, or offered to a model.
   */
  readonly pin: (server: string, tool: string, listed: readonly ToolInfo[]) => Promise<Failure | undefined>;
  /** Whether policies let a tool, `server.tool`, be offered to a model. */
  readonly offers: (tool: string) => boolean;
  /** Whether a budget has to cover every model call: each is then a step, so that it is asked before it is made. */
  readonly isBudgeted: boolean;
  /** The declared type of the state key that the result goes to, where it goes to one whole. */
  readonly wanted: TypeIr | undefined;
  /** Data decided on the host of the node's address: only a host that the project lists may be reached. */
  readonly isSteered: boolean;
  /** Takes the text of an answer as it comes: for people, never recorded. Without it answers come whole. */
  readonly onText?: ((delta: string) => void) | undefined;
}

/** How one attempt ended. Usage counts on failure too. */
export type ActivityResult =
  | { readonly ok: true; readonly value: Json; readonly usage: readonly Usage[] }
  | { readonly ok: false; readonly failure: Failure; readonly usage: readonly Usage[] };

/** What a kind does: fields with templates rendered in, a result out. Never throws for what the world does. */
export type Activity<K extends ActivityKind> = (input: ResolvedFields<FieldsOf<K>>, context: ActivityContext) => Promise<ActivityResult>;

/** What an eval looks at, beyond its own fields. */
export interface Judged {
  /** The result of the evaluated node, or what `input` came to. */
  readonly output: Json;
  /** How long the calls of the evaluated visit took, retries included and waits between them not. */
  readonly latencyMs: number;
  /** What the execution cost so far; `null` where any call's price is unknown. */
  readonly costUsd: number | null;
  readonly state: JsonObject;
}

/** How one attempt of an eval ended. A scorer that does not pass is a verdict, not a failure. */
export type JudgeResult =
  | { readonly ok: true; readonly value: Verdict; readonly usage: readonly Usage[] }
  | { readonly ok: false; readonly failure: Failure; readonly usage: readonly Usage[] };

/** What an `eval` does: every scorer's say on `judged`. Never throws for what the world does. */
export type Judge = (input: ResolvedFields<FieldsOf<"eval">>, judged: Judged, context: ActivityContext) => Promise<JudgeResult>;

/** A function of the project: its module is a path to JavaScript, or the import path of Python. */
export interface CustomMerge {
  readonly module: string;
  readonly function: string;
}

/** What branches of a fork have written, for a function that merges them. */
export interface Branches {
  /** In the order of the join's `wait_for`, each by its first node. */
  readonly branches: readonly { readonly branch: string; readonly writes: JsonObject }[];
  /** The state at the fork. */
  readonly state: JsonObject;
}

/** What a join with `merge: {custom}` does: the state keys to write, by a function of the project. */
export type Merge = (by: CustomMerge, branches: Branches, context: ActivityContext) => Promise<ActivityResult>;
