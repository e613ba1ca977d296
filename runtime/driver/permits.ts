import type { JsonObject } from "../../schemas/json.ts";
import type { NamedCall } from "../../schemas/policy.ts";
import { callNames, performed, stepName, toolName } from "../activities/names.ts";
import type { StepSpec } from "../activity.ts";
import type { Permit } from "../core/permit.ts";
import { permit, rulingOn } from "../core/permit.ts";
import type { Plan } from "../core/plan.ts";
import type { AttemptAt } from "../core/settle.ts";
import type { RunState } from "../core/state.ts";
import type { Prepared } from "./prepare.ts";

/** Whether an attempt may be made. What its model calls may come to is asked call by call. */
export function permitAttempt(plan: Plan, state: RunState, { at, work, started }: Prepared): Permit {
  // The fields were resolved by the shapes of this very kind.
  const named = work.do === "call" ? (callNames[performed(work.op.kind)] as (fields: JsonObject) => NamedCall)(work.fields) : null;
  return permit(plan, state, at, { named, asks: { call: named?.names[0] ?? "", input: started.input }, estimate: null });
}

/** Whether an attempt may make one of its calls; `input` as it is recorded. */
export function permitStep(plan: Plan, state: RunState, at: AttemptAt, { input, ...step }: StepSpec): Permit {
  return permit(plan, state, at, { named: stepName(step), asks: { call: step.call, input }, estimate: step.estimate ?? null });
}

/** Whether a tool may be offered to the model of a node. */
export function isOffered(plan: Plan, state: RunState, { slot }: AttemptAt, tool: string): boolean {
  return rulingOn(plan, state, slot, toolName(tool)).do !== "block";
}
