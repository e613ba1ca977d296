import type { ExecutionStatus } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { RunState } from "../core/state.ts";
import { valuesOf } from "../core/state.ts";
import { standingOf } from "../core/suspend.ts";
import type { Totals } from "../core/totals.ts";

/** How an execution stands when this process lets go of it. */
export interface ExecutionResult {
  readonly id: string;
  /** `running` where it was interrupted and can be resumed. */
  readonly status: ExecutionStatus;
  readonly state: JsonObject;
  readonly steps: number;
  readonly totals: Totals;
  readonly failure?: Failure;
  /** Why this process stopped before the end. */
  readonly interrupted?: string;
}

/** How an execution stands, as callers see it. */
export function resultOf(state: RunState, interrupted?: string): ExecutionResult {
  return {
    id: state.id,
    status: standingOf(state).status,
    state: valuesOf(state),
    steps: state.steps,
    totals: state.totals,
    ...(state.failure === null ? {} : { failure: state.failure }),
    ...(interrupted === undefined ? {} : { interrupted }),
  };
}
