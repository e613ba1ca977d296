import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { LaneId } from "../../schemas/event.ts";
import type { Code } from "../../schemas/program-refs.ts";
import type { Feedback } from "../../schemas/verdict.ts";
import type { Scope } from "../expr/scope.ts";
import type { Plan } from "./plan.ts";
import type { Completed, RunState } from "./state.ts";
import { laneAt } from "./state.ts";

/** Where an expression stands, beyond the execution it belongs to. */
export interface Place {
  readonly node: string;
  /** Whose view of the state it is. */
  readonly lane: LaneId;
  readonly attempt: number;
  readonly feedback?: readonly Feedback[] | null;
  /** The root `output`, where the place has one. */
  readonly output?: JsonObject;
  /** The root `event`, where the place has one; `null` where no event ended the wait. */
  readonly event?: Json;
  /** The root `error`, where it is not the lane's own. */
  readonly error?: JsonObject | null;
}

/** What code at `place` may see; conditions read the environment as it was recorded. */
export function scopeAt(state: RunState, place: Place): Scope {
  const lane = laneAt(state, place.lane);
  return {
    roots: {
      state: lane.values,
      execution: state.execution,
      node: { id: place.node, attempt: place.attempt },
      error: place.error === undefined ? lane.error : place.error,
      feedback: place.feedback?.map((each) => ({ ...each })) ?? null,
      ...(place.output === undefined ? {} : { output: place.output }),
      ...(place.event === undefined ? {} : { event: place.event }),
    },
    env: (name) => (Object.hasOwn(state.env, name) ? state.env[name] : undefined),
  };
}

export type Evaluated = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly failure: Failure };

/** The value of a piece of code. What it gives stays as it is, whatever is written to the state later. */
export function evaluateAt(plan: Plan, code: Code, scope: Scope): Evaluated {
  const { evaluate, sharesState } = plan.code(code);
  const evaluation = evaluate(sharesState ? { ...scope, roots: { ...scope.roots, state: { ...stateIn(scope) } } } : scope);
  return evaluation.ok ? evaluation : { ok: false, failure: failure(evaluation.failure.code, evaluation.failure.message) };
}

/** The root `output` of a node: the fields of its result, and over them one field per state key it wrote. */
export function outputRoot(completed: Completed): JsonObject {
  const root = Object.create(null) as JsonObject;
  return Object.assign(root, isJsonObject(completed.output) ? completed.output : {}, completed.patch);
}

function stateIn(scope: Scope): JsonObject {
  const { state } = scope.roots;
  return isJsonObject(state) ? state : {};
}
