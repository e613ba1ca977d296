import type { Failure } from "./failure.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Effect, WriteIr } from "./op.ts";
import type { ProjectPolicy } from "./policy.ts";

export type ExecutionStatus = "pending" | "running" | "paused" | "completed" | "failed" | "cancelled" | "limit_exceeded";
export type NodeStatus = "pending" | "scheduled" | "running" | "completed" | "failed" | "skipped" | "cancelled";

export const terminalStatuses: readonly ExecutionStatus[] = ["completed", "failed", "cancelled", "limit_exceeded"];

/** What model calls of one visit used. `cost_usd` is null where the price is unknown: never zero by omission. */
export interface Usage {
  readonly provider: string;
  readonly model: string;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly cost_usd: number | null;
  readonly finish_reason?: string;
}

/** A pure node that was passed on the way, and the edge it chose; recorded so that replay never decides again. */
export interface Passed {
  readonly node: string;
  readonly visit: number;
  readonly to: string;
}

/** What a budget may limit. */
export type BudgetKind = "input_tokens" | "output_tokens" | "total_tokens" | "cost_usd";

/** What a call may come to, in the worst case. `cost_usd` is null where the price is unknown. */
export interface Reservation {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_usd: number | null;
}

/** What a person found out about a call of which nobody knew whether it took effect. */
export type Resolution = "done" | "retry" | "fail";

/**
 * The door by which a node was entered: the graph's start, a route, a failure, scorers that ask again, scorers that give
 * up, the start of a branch, the end of all branches, a wait that was in vain, a person's no, or a budget that does not
 * cover the next call.
 */
export type Via = "start" | "next" | "on_error" | "feedback" | "escalate" | "branch" | "join" | "on_timeout" | "on_rejected" | "budget";

/** A line of control: 0 is the execution's own, and every branch of a fork takes the next number. */
export type LaneId = number;

/** Which line of control moves on; absent for the execution's own. */
interface Moves {
  readonly lane?: LaneId;
}
export type Decision = "approved" | "rejected";

/** The glob of the rule that wants the call noted, where one does. */
interface Audited {
  readonly audited?: string;
}

interface Visit {
  readonly node: string;
  /** 1 for the first time the node is entered. */
  readonly visit: number;
}

/**
 * What happened, in the order it was recorded. The log holds what replay needs and nothing else: telemetry is a
 * listener. `v` is the version of the event's shape; upcasters stand in `runtime/core/upcast.ts`.
 */
export type RunEvent =
  | { readonly type: "workflow_started"; readonly v: 1; readonly program: string; readonly workflow_id: string; readonly version: string; readonly tenant: string; readonly input: JsonObject; readonly env: { readonly [name: string]: string } }
  | (Visit & Moves & { readonly type: "node_scheduled"; readonly v: 1; readonly via: Via; readonly passed: readonly Passed[] })
  /** Durable before the call is made; a call that a crash cut off is started again, under the same attempt and key. `input` is exactly what the node received, with `env` values left as names. */
  | (Visit & { readonly type: "node_started"; readonly v: 1; readonly attempt: number; readonly key: string; readonly effect: Effect; readonly input: Json } & Audited)
  /** `writes` says which state keys took the output, whole or in part. */
  | (Visit & { readonly type: "node_completed"; readonly v: 1; readonly attempt: number; readonly output: Json; readonly writes: readonly WriteIr[]; readonly duration_ms: number; readonly usage: readonly Usage[] })
  /** One attempt failed. What follows is a retry, the node's `on_error`, or the end of the execution. */
  | (Visit & { readonly type: "node_failed"; readonly v: 1; readonly attempt: number; readonly failure: Failure; readonly duration_ms: number; readonly usage: readonly Usage[] })
  /** A call within an attempt that makes several; durable before it is made. A step that a crash cut off is started again, under the same key. */
  | (Visit & { readonly type: "step_started"; readonly v: 1; readonly attempt: number; readonly step: number; readonly call: string; readonly key: string; readonly effect: Effect; readonly input: Json; readonly reserved?: Reservation } & Audited)
  /** What the call came to. The attempt goes on from here, and finds this in place of the call where it begins again. */
  | (Visit & { readonly type: "step_completed"; readonly v: 1; readonly attempt: number; readonly step: number; readonly output: Json; readonly failure: Failure | null; readonly duration_ms: number; readonly usage: readonly Usage[] })
  /** A tool of a server that is not locked, before its first use; durable before it is called. `parts` are SHA-256, in hex, of the canonical JSON of each part of its definition. */
  | (Visit & { readonly type: "tool_seen"; readonly v: 1; readonly attempt: number; readonly server: string; readonly tool: string; readonly parts: { readonly [part: string]: string } })
  | (Visit & { readonly type: "retry_scheduled"; readonly v: 1; readonly attempt: number; readonly delay_ms: number; readonly due_at: number })
  /** The call was cut off, or failed in a way that leaves open whether it took effect, and it must not be made twice: a person has to find out. */
  | (Visit & { readonly type: "node_uncertain"; readonly v: 1; readonly attempt: number; readonly failure: Failure; readonly duration_ms: number; readonly usage: readonly Usage[] })
  /** A person found out. `output` and `writes` are those of a call that was `done`. */
  | (Visit & { readonly type: "uncertainty_resolved"; readonly v: 1; readonly attempt: number; readonly id: string; readonly resolution: Resolution; readonly output: Json; readonly writes: readonly WriteIr[]; readonly user: string | null; readonly comment: string | null })
  /** A budget does not cover the next call of an attempt, which was not made. `wanted` is what it may come to, null where that is unknown. */
  | (Visit & { readonly type: "budget_exceeded"; readonly v: 1; readonly attempt: number; readonly kind: BudgetKind; readonly limit: number; readonly spent: number; readonly wanted: number | null })
  /** A person gave more; attempts that were held back go on. */
  | { readonly type: "budget_raised"; readonly v: 1; readonly id: string; readonly by: { readonly [K in BudgetKind]?: number }; readonly user: string | null }
  /** The policy of the project that carries the execution from here on: every call is judged by the last one recorded. */
  | { readonly type: "policy_adopted"; readonly v: 1; readonly policy: ProjectPolicy }
  /** A fork was reached: its branches begin, each in a lane of its own, numbered in the order in which the branches are written. */
  | (Visit & Moves & { readonly type: "branches_forked"; readonly v: 1; readonly branches: readonly string[]; readonly via: Via; readonly passed: readonly Passed[] })
  /** A branch, named by its first node, has come to the join of the visit of its fork. */
  | (Visit & { readonly type: "branch_ended"; readonly v: 1; readonly lane: LaneId; readonly branch: string; readonly passed: readonly Passed[] })
  /** The branches of a visit of a fork are over. Those that are `merged` count; what ran in the `cancelled` ones is aborted. */
  | (Visit & Moves & { readonly type: "branches_joined"; readonly v: 1; readonly join: string; readonly merged: readonly string[]; readonly cancelled: readonly string[] })
  /** A node waits from here on. `input` is what its fields came to; `due_at` is the moment that ends the wait, `timeout_at` the one that gives it up. */
  | (Visit & { readonly type: "wait_started"; readonly v: 1; readonly until: "event" | "approval"; readonly input: JsonObject; readonly due_at: number | null; readonly timeout_at: number | null })
  | (Visit & { readonly type: "timer_fired"; readonly v: 1; readonly due_at: number })
  | (Visit & { readonly type: "wait_timed_out"; readonly v: 1; readonly due_at: number })
  /** `writes` says which state keys took the payload, whole or in part; the rest of it stays here. */
  | (Visit & { readonly type: "event_received"; readonly v: 1; readonly id: string; readonly event: string; readonly payload: Json; readonly writes: readonly WriteIr[] })
  /** A call is held back until a person has decided on exactly this. */
  | (Visit & { readonly type: "approval_requested"; readonly v: 1; readonly attempt: number; readonly reason: string; readonly asks: Json; readonly approvers: readonly string[] })
  /** `request` is the number of the event that asked. `patch` is written to the state, over what `writes` takes from the decision. */
  | (Visit & { readonly type: "approval_received"; readonly v: 1; readonly id: string; readonly request: number; readonly decision: Decision; readonly user: string | null; readonly comment: string | null; readonly patch: JsonObject; readonly writes: readonly WriteIr[] })
  /** A failed execution goes on at the visit that failed it, with attempts of its own from `attempt` on. */
  | (Visit & { readonly type: "workflow_retried"; readonly v: 1; readonly attempt: number })
  | { readonly type: "workflow_completed"; readonly v: 1; readonly node: string; readonly passed: readonly Passed[] }
  | { readonly type: "workflow_failed"; readonly v: 1; readonly failure: Failure; readonly node: string | null; readonly passed: readonly Passed[] }
  | { readonly type: "workflow_cancelled"; readonly v: 1; readonly reason: string | null }
  | { readonly type: "workflow_limit_exceeded"; readonly v: 1; readonly node: string; readonly limit: string; readonly passed: readonly Passed[] };

export type EventType = RunEvent["type"];

/** An event as it stands in the log of one execution. */
export interface StoredEvent {
  /** 1..n without gaps. */
  readonly seq: number;
  /** Milliseconds since the epoch, from the clock port. */
  readonly at: number;
  readonly event: RunEvent;
}
