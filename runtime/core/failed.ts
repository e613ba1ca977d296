import type { Failure } from "../../schemas/failure.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Plan } from "./plan.ts";
import { misfits } from "./plan.ts";
import type { RunState, Token } from "./state.ts";
import { completedAt } from "./state.ts";
import { evalFailure, verdictIn } from "./verdict.ts";

type Results = Pick<RunState, "completed">;

/** Why a visit failed for good: its last attempt did, or it is an eval whose scorers did not pass. */
export function failureAt(plan: Plan, state: Results, token: Token): { readonly failure: Failure; readonly attempt: number } {
  const { node } = plan.op(token.slot);
  if (token.phase.at === "failed") return token.phase;
  if (token.phase.at !== "completed") return misfits(`'${node}' fails while it is ${token.phase.at}`);
  return { failure: evalFailure(node, verdictIn(completedAt(state, token.slot).output)), attempt: token.phase.attempt };
}

/** The root `error` where a visit that failed leads. */
export function errorRoot(plan: Plan, state: Results, token: Token): JsonObject {
  const { failure, attempt } = failureAt(plan, state, token);
  return { code: failure.code, message: failure.message, node: plan.op(token.slot).node, attempt };
}
