import { unreachable } from "../../schemas/bug.ts";
import type { RunEvent } from "../../schemas/event.ts";
import type { Plan } from "./plan.ts";
import type { Phase, RunState } from "./state.ts";
import { standingOf } from "./suspend.ts";

/** The event that begins it, or why there is no use in it. */
export type Again = { readonly ok: true; readonly event: RunEvent } | { readonly ok: false; readonly why: string };

/**
 * How a failed execution is tried again: at the visit that failed it, which keeps its idempotency key, with as many
 * attempts as at first. What failed by itself, without a call, a scorer or a person, would fail the same way again.
 */
export function retryOf(plan: Plan, state: RunState): Again {
  if (state.status !== "failed") return { ok: false, why: `'${state.id}' is ${standingOf(state).status}: only what has failed can be tried again` };
  // A token at an entry stands at a node that nobody has visited yet.
  const failed = state.halted.find(({ slot, phase }) => phase.at !== "entry" && plan.op(slot).node === state.failedAt);
  if (failed === undefined) {
    const where = state.failedAt === null ? "" : ` at '${state.failedAt}'`;
    return { ok: false, why: `'${state.id}' failed${where} by what the workflow says, and would again: mend the workflow and run it anew` };
  }
  const { phase, visit } = failed;
  return { ok: true, event: { type: "workflow_retried", v: 1, node: plan.op(failed.slot).node, visit, attempt: attemptsEnded(phase) + 1 } };
}

/** How many attempts of a visit have ended; one that a budget held back has not. */
function attemptsEnded(phase: Phase): number {
  switch (phase.at) {
    case "failed": case "completed": return phase.attempt;
    case "unfunded": return attemptsEnded(phase.next);
    case "scheduled": case "running": case "gated": case "uncertain": return phase.attempt - 1;
    case "entry": case "forked": case "waiting": case "expired": return 0;
    default: return unreachable(phase, "attemptsEnded");
  }
}
