import { hash } from "node:crypto";
import type { RunEvent } from "../../schemas/event.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import { canonicalJson } from "../../schemas/json.ts";
import type { ActivityContext, ActivityResult, StepSpec } from "../activity.ts";
import type { Permit } from "../core/permit.ts";
import type { RecordedStep } from "../core/steps.ts";
import type { Outcome, Ports } from "../ports.ts";
import { abortFailure } from "../ports.ts";
import { secretValues, strikeJson } from "../secrets.ts";
import type { Prepared } from "./prepare.ts";
import { recordable } from "./recordable.ts";

/*
 * J1. A step is durable before its call is made, and its result before anyone goes on from it.
 * J2. What is recorded of a step is what the attempt goes on from, now and after a crash: with secrets struck.
 * J3. Nothing is recorded of an attempt that has ended.
 */

/** Where the steps of one attempt are written, and what stands there from before a crash. */
export interface Journal {
  readonly recorded: readonly RecordedStep[];
  /** Asked before each call that is made, the repetition of one that a crash cut off included. */
  readonly permit: (step: StepSpec) => Permit;
  /** Resolves once the events are durable; never, where this process lets go of the execution. */
  readonly append: (events: readonly RunEvent[]) => Promise<void>;
}

type Granted = Extract<Permit, { readonly do: "go" }>;

interface Writing {
  readonly ports: Ports;
  /** Whether, and why, the attempt has ended before its call. */
  readonly cancelled: { readonly signal: AbortSignal };
}

/** The `step` of one attempt: numbers its calls in the order in which they are made. */
export function stepIn(prepared: Prepared, journal: Journal, { ports, cancelled }: Writing): ActivityContext["step"] {
  const { at, node } = prepared;
  let count = 0;
  return async (spec, make) => {
    const step = (count += 1);
    const known = journal.recorded[step - 1];
    if (known !== undefined && known.call !== spec.call) return failed("node_failed", `step ${step} of '${node}' called '${known.call}' before the crash, and would call '${spec.call}' now: undo what was changed in jamjet.toml meanwhile`);
    if (known?.end !== undefined) return known.end.failure === null ? { ok: true, value: known.end.output } : { ok: false, failure: known.end.failure };

    const input = strikeJson(spec.input, new Map([...secretValues(ports, prepared.env), ...prepared.taken]));
    const key = stepKey(prepared.key, step, spec.call, input);
    const common = { v: 1, node, visit: at.visit, attempt: at.attempt, step } as const;
    const started = ({ reserved, audited }: Pick<Granted, "reserved" | "audited">): RunEvent => ({ type: "step_started", ...common, call: spec.call, key, effect: spec.effect, input, ...(reserved === null ? {} : { reserved }), ...(audited === null ? {} : { audited }) });
    const ended = (result: ActivityResult, ms: number): RunEvent => ({
      type: "step_completed", ...common, output: result.ok ? result.value : null, failure: result.ok ? null : result.failure, duration_ms: Math.round(ms), usage: result.usage,
    });

    const permit = journal.permit({ ...spec, input });
    if (permit.do === "refuse") {
      const refused = { ok: false, failure: permit.failure } as const;
      await journal.append([started({ reserved: null, audited: null }), ended({ ...refused, usage: [] }, 0)]);
      return refused;
    }
    // What holds the call back ends the attempt, which begins again behind its recorded steps.
    await journal.append([permit.do === "hold" ? permit.event : started(permit)]);
    if (cancelled.signal.aborted) return { ok: false, failure: abortFailure(cancelled.signal) };
    const begun = ports.clock.monotonic();
    const result = recordable(await make(key), prepared, ports);
    // J3: what comes after a timeout is the timeout's.
    if (cancelled.signal.aborted) return { ok: false, failure: abortFailure(cancelled.signal) };
    await journal.append([ended(result, ports.clock.monotonic() - begun)]);
    return result.ok ? { ok: true, value: result.value } : { ok: false, failure: result.failure };
  };
}

const failed = (code: "node_failed", message: string): Outcome<never> => ({ ok: false, failure: failure(code, message) });

/** The same whenever the visit makes this very call as this step, and for no other call: SHA-256, in hex. */
function stepKey(visitKey: string, step: number, call: string, input: Json): string {
  return hash("sha256", canonicalJson([visitKey, step, call, input]));
}
