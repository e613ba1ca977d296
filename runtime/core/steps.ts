import type { RunEvent } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import { misfits } from "./plan.ts";

/** A call of the attempt under way, as far as it is recorded. */
export interface RecordedStep {
  /** A model, or `server.tool`. */
  readonly call: string;
  /** Absent while the call is under way, or was when a crash cut it off. */
  readonly end?: { readonly output: Json; readonly failure: Failure | null };
}

type StepEvent = Extract<RunEvent, { readonly type: "step_started" | "step_completed" }>;

/** The steps of an attempt after one more of their events. Each begins once the one before it has ended. */
export function stepsAfter(steps: readonly RecordedStep[], event: StepEvent): readonly RecordedStep[] {
  const before = steps.slice(0, event.step - 1);
  const open = steps[event.step - 1];
  if (before.length !== event.step - 1 || open?.end !== undefined) misfits(`step ${event.step} of '${event.node}' follows step ${steps.length}`);
  if (event.type === "step_started") return [...before, { call: event.call }];
  if (open === undefined) misfits(`step ${event.step} of '${event.node}' ended before it began`);
  return [...before, { ...open, end: { output: event.output, failure: event.failure } }];
}
