import type { Reservation, RunEvent } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import { misfits } from "./plan.ts";

/** A call of the attempt under way, as far as it is recorded. */
export interface RecordedStep {
  /** A model, or `server.tool`. */
  readonly call: string;
  /** What a budget holds back for it until it has ended; `null` where there is no budget. */
  readonly reserved: Reservation | null;
  /** Absent while the call is under way, or was when a crash cut it off. */
  readonly end?: { readonly output: Json; readonly failure: Failure | null };
}

type StepEvent = Extract<RunEvent, { readonly type: "step_started" | "step_completed" }>;

/** The steps of an attempt after one more of their events. Each begins once the one before it has ended. */
export function stepsAfter(steps: readonly RecordedStep[], event: StepEvent): readonly RecordedStep[] {
  const before = steps.slice(0, event.step - 1);
  const open = steps[event.step - 1];
  if (before.length !== event.step - 1 || open?.end !== undefined) misfits(`step ${event.step} of '${event.node}' follows step ${steps.length}`);
  if (event.type === "step_started") return [...before, { call: event.call, reserved: event.reserved ?? null }];
  if (open === undefined) misfits(`step ${event.step} of '${event.node}' ended before it began`);
  return [...before, { ...open, end: { output: event.output, failure: event.failure } }];
}

/** What a budget holds back for the call that an attempt is making. */
export function openReservation({ steps }: { readonly steps: readonly RecordedStep[] }): Reservation | null {
  const last = steps.at(-1);
  return last === undefined || last.end !== undefined ? null : last.reserved;
}
