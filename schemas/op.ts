import type { FailureCode } from "./failure.ts";
import type { JsonObject } from "./json.ts";
import type { NodeKind, ActivityKind } from "./nodes/index.ts";
import type { Code, Slot } from "./program-refs.ts";

/** Where control goes: the first case that holds, else `otherwise`; without one that is a failure. */
export interface Route {
  readonly cases: readonly { readonly when: Code; readonly to: Slot }[];
  readonly otherwise: Slot | null;
}

/** A retry policy in numbers. `on` absent: whatever is retryable. */
export interface RetryIr {
  readonly max_attempts: number;
  readonly backoff: "constant" | "linear" | "exponential";
  readonly delay_ms: number;
  readonly max_delay_ms: number;
  readonly jitter: boolean;
  readonly on?: readonly (FailureCode | number)[];
}

export type Effect = "read" | "idempotent" | "once";

/** A state key that a result is written to: whole, or the named part of it. */
export interface WriteIr {
  readonly key: string;
  readonly part?: string;
}

interface Common {
  /** The node's id. */
  readonly node: string;
  readonly kind: NodeKind;
  readonly max_visits: number;
  /** For people, in traces. */
  readonly description?: string;
  readonly labels?: { readonly [label: string]: string };
}

interface Attempts {
  readonly retry: RetryIr | null;
  /** Per attempt. */
  readonly timeout_ms: number | null;
  readonly on_error: Slot | null;
}

/**
 * What the interpreter knows. As many kinds as authors need lower to these seven; a kind that only does something
 * lowers to `call`. `next: null` ends a parallel branch at its join.
 */
export type Op =
  | (Common & Attempts & {
      readonly op: "call";
      readonly kind: ActivityKind;
      readonly effect: Effect;
      /** The kind's own fields, lowered; resolved against the state when an attempt starts. */
      readonly fields: JsonObject;
      readonly writes: readonly WriteIr[];
      readonly next: Route | null;
      /** Whether scorers' feedback is appended to the prompt on a re-run, because the prompt does not read `feedback`. */
      readonly append_feedback: boolean;
    })
  | (Common & Attempts & {
      readonly op: "judge";
      /** The node whose output is scored. */
      readonly subject: Slot;
      readonly fields: JsonObject;
      readonly on_fail: "retry_with_feedback" | "escalate" | "halt" | "log_and_continue";
      readonly max_retries: number;
      readonly escalate: Slot | null;
      readonly writes: readonly WriteIr[];
      readonly next: Route | null;
    })
  | (Common & { readonly op: "choose"; readonly route: Route })
  | (Common & { readonly op: "fork"; readonly branches: readonly Slot[]; readonly join: Slot })
  | (Common & {
      readonly op: "join";
      readonly wait_for: readonly Slot[];
      readonly merge: "last_writer" | "collect" | "first" | { readonly module: string; readonly function: string };
      readonly writes: readonly WriteIr[];
      readonly next: Route | null;
    })
  | (Common & {
      readonly op: "suspend";
      readonly until: "event" | "approval";
      readonly fields: JsonObject;
      readonly timeout_ms: number | null;
      readonly on_timeout: Slot | null;
      readonly on_rejected: Slot | null;
      readonly writes: readonly WriteIr[];
      readonly next: Route | null;
    })
  | (Common & { readonly op: "halt"; readonly status: "completed" | "failed" });

export type OpName = Op["op"];
export type OpOf<N extends OpName> = Extract<Op, { readonly op: N }>;
