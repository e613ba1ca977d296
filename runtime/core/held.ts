import { unreachable } from "../../schemas/bug.ts";
import { failure } from "../../schemas/failure.ts";
import { raised } from "./budget.ts";
import type { EventOf, OwnState } from "./own-state.ts";
import { forfeit } from "./own-state.ts";
import type { Plan } from "./plan.ts";
import { misfits } from "./plan.ts";
import type { Phase } from "./state.ts";
import { stand, tokenOf } from "./standing.ts";
import { change, finish, use } from "./tokens.ts";

/** A call that must not be made twice has ended in the dark. */
export function holdUncertain(plan: Plan, state: OwnState, event: EventOf<"node_uncertain">, at: number): void {
  forfeit(state, tokenOf(plan, state, event));
  change(plan, state, event, { at: "uncertain", attempt: event.attempt, since: at, failure: event.failure }, event.duration_ms);
  use(state, event.usage);
}

/** A person has found out about it. */
export function resolveUncertainty(plan: Plan, state: OwnState, event: EventOf<"uncertainty_resolved">): void {
  const { phase } = tokenOf(plan, state, event);
  if (phase.at !== "uncertain") return misfits(`'${event.node}' is resolved while it is ${phase.at}`);
  const { attempt, failure: cause } = phase;
  switch (event.resolution) {
    case "done": return finish(plan, state, change(plan, state, event, { at: "completed", attempt }), event);
    case "retry": return void change(plan, state, event, { at: "scheduled", attempt: attempt + 1, due: null });
    case "fail": return void change(plan, state, event, { at: "failed", attempt, failure: failure("uncertain", cause.message) });
    default: return unreachable(event.resolution, "resolveUncertainty");
  }
}

/** A budget does not cover what is next. */
export function holdUnfunded(plan: Plan, state: OwnState, event: EventOf<"budget_exceeded">, at: number): void {
  const { phase } = tokenOf(plan, state, event);
  const { attempt, kind, limit, spent, wanted } = event;
  // What was cut short before its call is made once more; what has ended goes on from its end.
  const next: Phase = phase.at === "completed" || phase.at === "failed" ? phase : { at: "scheduled", attempt, due: null };
  change(plan, state, event, { at: "unfunded", attempt, since: at, why: { kind, limit, spent, wanted }, next });
}

/** There is more to spend: whatever was held back goes on where it stood. */
export function raise(state: OwnState, { by }: EventOf<"budget_raised">): void {
  state.budget = raised(state.budget, by);
  state.isOutOfFunds = false;
  for (const token of state.tokens.values()) if (token.phase.at === "unfunded") stand(state, { ...token, phase: token.phase.next });
}
