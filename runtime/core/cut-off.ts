import { formatDuration } from "../../schemas/duration.ts";
import type { RunEvent } from "../../schemas/event.ts";
import { failure } from "../../schemas/failure.ts";
import { leadsOut } from "./lanes.ts";
import type { Plan } from "./plan.ts";
import type { Due, Token } from "./state.ts";

/** What is recorded of an execution that took longer than the workflow's own timeout. */
export function timedOut({ delayMs }: Due): RunEvent {
  return { type: "workflow_failed", v: 1, failure: failure("workflow_timeout", `it took longer than ${formatDuration(delayMs)}`), node: null, passed: [] };
}

/** What is recorded of a call that must not be made twice and was under way when its process ended. */
export function cutOff(plan: Plan, token: Token, attempt: number): RunEvent {
  const { node } = plan.op(token.slot);
  const why = failure("uncertain", "the process that called it ended before the answer was recorded");
  return { type: "node_uncertain", v: 1, node, visit: token.visit, attempt, failure: why, duration_ms: 0, usage: [] };
}

/** Whether an event may leave calls under way that nobody waits for any more, while the execution goes on. */
export function givesUp(event: RunEvent): boolean {
  // Where all branches have ended, so have all their calls.
  if (event.type === "branches_joined") return event.cancelled.length > 0;
  return event.type === "budget_exceeded" || event.type === "approval_requested" || ("via" in event && leadsOut(event.via));
}
