import type { RunEvent } from "../../schemas/event.ts";
import type { Plan } from "./plan.ts";
import type { RunState } from "./state.ts";
import { standingOf } from "./suspend.ts";

export type Again = { readonly ok: true; readonly event: RunEvent } | { readonly ok: false; readonly why: string };

/**
 * How a failed execution is tried again: at the visit that failed it, which keeps its idempotency key, with as many
 * attempts as at first. What failed by itself, without a call, a scorer or a person, would fail the same way again.
 */
export function retryOf(plan: Plan, state: RunState): Again {
  if (state.status !== "failed") return { ok: false, why: `'${state.id}' is ${standingOf(state).status}: only what has failed can be tried again` };
  const failed = state.halted.find(({ slot }) => plan.op(slot).node === state.failedAt);
  if (failed === undefined) {
    const where = state.failedAt === null ? "" : ` at '${state.failedAt}'`;
    return { ok: false, why: `'${state.id}' failed${where} by what the workflow says, and would again: mend the workflow and run it anew` };
  }
  const { phase, visit } = failed;
  const attempts = phase.at === "failed" || phase.at === "completed" ? phase.attempt : 0;
  return { ok: true, event: { type: "workflow_retried", v: 1, node: plan.op(failed.slot).node, visit, attempt: attempts + 1 } };
}
