import type { EventOf, OwnState } from "./own-state.ts";
import { put } from "./own-state.ts";
import type { Plan } from "./plan.ts";
import { misfits } from "./plan.ts";
import { stand, tokenOf } from "./standing.ts";
import { laneAt } from "./state.ts";
import { decisionOutput, rejectionFailure } from "./suspend.ts";
import type { Result } from "./tokens.ts";
import { change, write } from "./tokens.ts";

/** A wait has come to its end, at `at` in milliseconds since the epoch. */
export function endWait(plan: Plan, state: OwnState, event: EventOf<"timer_fired" | "event_received" | "approval_received">, at: number, result: Result): void {
  const { phase } = tokenOf(plan, state, event);
  if (phase.at !== "waiting") misfits(`'${event.node}' stops waiting while it is ${phase.at}`);
  write(state, change(plan, state, event, { at: "completed", attempt: 1 }, Math.max(0, at - phase.since)), result);
}

/** A person has decided: on a node that only asks, or on a call that was held back. */
export function decide(plan: Plan, state: OwnState, event: EventOf<"approval_received">, at: number): void {
  const token = tokenOf(plan, state, event);
  const { phase } = token;
  if (phase.at !== "gated") endWait(plan, state, event, at, { output: decisionOutput(event), writes: event.writes });
  else if (event.decision === "rejected") change(plan, state, event, { at: "failed", attempt: phase.attempt, failure: rejectionFailure(event.node, event) });
  else stand(state, { ...token, phase: { at: "scheduled", attempt: phase.attempt, due: null }, approved: [...token.approved, phase.asks] });
  const lane = laneAt(state, token.lane);
  for (const [key, value] of Object.entries(event.patch)) put(lane, key, { seq: state.seq, value });
}

/** A failed execution stands where it stood, but that the visit that failed is to be tried again. */
export function tryAgain(plan: Plan, state: OwnState, event: EventOf<"workflow_retried">, at: number): void {
  if (state.status !== "failed") misfits(`it is tried again while it is ${state.status}`);
  state.status = "running";
  state.failure = null;
  state.endedAt = null;
  for (const token of state.halted) stand(state, token);
  state.halted.length = 0;
  state.failedAt = null;
  // The workflow's own timeout begins anew, as the attempts do.
  if (state.deadline !== null) state.deadline = { ...state.deadline, at: at + state.deadline.delayMs };
  state.rejections.set(plan.slotOf(event.node), 0);
  stand(state, { ...tokenOf(plan, state, event), phase: { at: "scheduled", attempt: event.attempt, due: null }, steps: [], forgiven: event.attempt - 1 });
}
