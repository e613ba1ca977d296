import { hash } from "node:crypto";
import { unreachable } from "../../schemas/bug.ts";
import type { ExecutionStatus, RunEvent, StoredEvent } from "../../schemas/event.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { canonicalJson, sameJson } from "../../schemas/json.ts";
import { evolve } from "../core/evolve.ts";
import { intend } from "../core/intend.ts";
import type { Plan } from "../core/plan.ts";
import { snapshotOf } from "../core/snapshot.ts";
import type { RunState } from "../core/state.ts";
import { newState, valuesOf } from "../core/state.ts";
import { standingOf } from "../core/suspend.ts";
import type { ExecutionRow } from "../store/event-store.ts";
import { rowAfter } from "../store/projections.ts";
import { foldLog, inspectLog } from "./inspect.ts";

/** What a second look at a log found. Nothing was called, and nothing was written. */
export interface Replay {
  readonly id: string;
  readonly workflow: { readonly id: string; readonly version: string };
  readonly status: ExecutionStatus;
  readonly events: number;
  readonly state: JsonObject;
  /** SHA-256, in hex, of all that folding made: the same on every machine, in every zone and language. */
  readonly fingerprint: string;
  /** Recorded decisions that were taken again. */
  readonly decisions: number;
  /** What holds, or the first thing that does not. */
  readonly checks: { readonly [C in ReplayCheck]: string | undefined };
}

export type ReplayCheck = "fold" | "inspect" | "row" | "decisions";

/** Folds a log twice, and holds the result against what `inspect` and the stored row say, and each recorded decision against the program. */
export function replayLog(plan: Plan, row: ExecutionRow, log: readonly StoredEvent[]): Replay {
  // A process that carries the execution may have added events since the row was read.
  const events = log.slice(0, row.last_seq);
  const folded = foldLog(plan, row.id, events);
  const { status } = standingOf(folded);
  const snapshot = snapshotOf(folded);
  const inspected = inspectLog(plan, row.id, row.tenant, events);
  const { decisions, differs } = decideAgain(plan, row.id, events);
  return {
    id: row.id,
    workflow: inspected.workflow,
    status,
    events: events.length,
    state: valuesOf(folded),
    fingerprint: hash("sha256", snapshot),
    decisions,
    checks: {
      fold: snapshotOf(foldLog(plan, row.id, events)) === snapshot ? undefined : "a second fold comes to another state",
      inspect: sameJson(inspected.state, valuesOf(folded)) && inspected.status === status ? undefined : "'inspect' tells another state",
      row: rowProblem(row, events, status),
      decisions: differs,
    },
  };
}

/** S5 of the store: the row is what folding the log makes. `wake_at` is what the driver last said, not a fact of the log. */
function rowProblem(row: ExecutionRow, events: readonly StoredEvent[], status: ExecutionStatus): string | undefined {
  const made = rowAfter(undefined, { key: row, events, paused: status === "paused" });
  if (made === undefined) return "the log does not begin with the start of an execution";
  const names = Object.keys(made).filter((name) => name !== "wake_at") as readonly (keyof ExecutionRow)[];
  const wrong = names.find((name) => made[name] !== row[name]);
  return wrong === undefined ? undefined : `the log comes to ${wrong} ${String(made[wrong])}, and the stored row says ${String(row[wrong])}`;
}

/** Asks before each event what the program would do, where what was recorded is its own decision. */
function decideAgain(plan: Plan, id: string, events: readonly StoredEvent[]): { readonly decisions: number; readonly differs: string | undefined } {
  let state = newState(id);
  let decisions = 0;
  let differs: string | undefined;
  for (const stored of events) {
    if (isDecided(stored.event)) {
      const own = decisionLike(plan, state, stored.event);
      if (own !== undefined && sameEvent(own, stored.event)) decisions += 1;
      else if (own !== undefined) differs ??= `event ${stored.seq} is ${textOf(stored.event)}, and the program decides ${textOf(own)}`;
    }
    state = evolve(plan, state, stored);
  }
  return { decisions, differs };
}

/** The program's own decision where `event` was recorded: this very one, else the first of its type. What a person or a clock decided has none. */
function decisionLike(plan: Plan, state: RunState, event: RunEvent): RunEvent | undefined {
  let alike: RunEvent | undefined;
  for (const intent of intend(plan, state)) {
    if (intent.do !== "append" || intent.event.type !== event.type) continue;
    // Asked no further: a fork of thousands has as many intents, at each of its events.
    if (sameEvent(intent.event, event)) return intent.event;
    alike ??= intent.event;
  }
  return alike;
}

/** Whether an event says where control goes, rather than what happened to it. */
function isDecided({ type }: RunEvent): boolean {
  switch (type) {
    case "node_scheduled": case "branches_forked": case "branch_ended": case "branches_joined": case "workflow_completed": case "workflow_failed": case "workflow_limit_exceeded": return true;
    case "workflow_started": case "workflow_cancelled": case "node_started": case "node_completed": case "node_failed": case "step_started": case "step_completed": case "tool_seen": case "retry_scheduled":
    case "node_uncertain": case "uncertainty_resolved": case "budget_exceeded": case "budget_raised": case "policy_adopted": return false;
    case "wait_started": case "timer_fired": case "wait_timed_out": case "event_received": case "approval_requested": case "approval_received": case "workflow_retried": return false;
    default: return unreachable(type, "isDecided");
  }
}

function sameEvent(a: RunEvent, b: RunEvent): boolean {
  return sameJson(jsonOf(a), jsonOf(b));
}

function textOf(event: RunEvent): string {
  return canonicalJson(jsonOf(event));
}

/** Events are plain JSON throughout; their interfaces only lack the index signature that would say so. */
function jsonOf(event: RunEvent): Json {
  return event as unknown as Json;
}
