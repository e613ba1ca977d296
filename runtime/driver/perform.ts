import { formatDuration } from "../../schemas/duration.ts";
import { failure } from "../../schemas/failure.ts";
import type { ResolvedFields } from "../../schemas/field.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { FieldsOf, PerformedKind } from "../../schemas/nodes/index.ts";
import { performed } from "../activities/names.ts";
import type { Activity, ActivityContext, ActivityResult, Judge, Merge } from "../activity.ts";
import type { AttemptEnd } from "../core/settle.ts";
import { verdictOutput } from "../core/verdict.ts";
import type { Ports } from "../ports.ts";
import type { Journal } from "./journal.ts";
import { stepIn } from "./journal.ts";
import type { Prepared } from "./prepare.ts";
import { recordable } from "./recordable.ts";

/** What each kind does, what an eval does, and a join by a function. */
export interface Behaviour {
  readonly activities: { readonly [K in PerformedKind]: Activity<K> };
  readonly judge: Judge;
  readonly merge: Merge;
}

/** What an attempt needs beside itself. */
export interface Performing extends Pick<ActivityContext, "offers" | "pin" | "isBudgeted"> {
  readonly ports: Ports;
  readonly behaviour: Behaviour;
  readonly journal: Journal;
  /** The number of an eval's verdict: 1 more than those that have not passed since one did. */
  readonly verdict: number;
  /** Absent where nobody listens to text as it comes. */
  readonly onText: ((delta: string) => void) | undefined;
}

/** An attempt under way. */
export interface Attempt {
  /** Comes once: with the result, or with the timeout if that is earlier. Never comes after `abort`. */
  readonly end: Promise<AttemptEnd>;
  readonly abort: () => void;
}

/** How an attempt is told to let go. */
interface Cancellation {
  /** Made for whoever asks: what answers at once needs none, and one costs more than all else of a short step. */
  readonly signal: AbortSignal;
  readonly isAborted: () => boolean;
  readonly abort: () => void;
}

function cancellation(): Cancellation {
  let isAborted = false;
  let controller: AbortController | undefined;
  return {
    get signal() {
      controller ??= new AbortController();
      if (isAborted) controller.abort();
      return controller.signal;
    },
    isAborted: () => isAborted,
    abort: () => {
      isAborted = true;
      controller?.abort();
    },
  };
}

/** Makes the call. What arrives after its timeout or its abort is ignored. */
export function perform(prepared: Prepared, performing: Performing): Attempt {
  const { clock } = performing.ports;
  const cancelled = cancellation();
  const begun = clock.monotonic();
  let cancelTimer: () => void = () => {};

  const end = new Promise<AttemptEnd>((resolve) => {
    const { timeoutMs } = prepared;
    if (timeoutMs !== null) {
      cancelTimer = clock.after(timeoutMs, () => {
        // The end is settled before the signal is given: nothing the activity answers to it counts.
        resolve({ ok: false, failure: failure("timeout", `it took longer than ${formatDuration(timeoutMs)}`), usage: [], durationMs: clock.monotonic() - begun });
        cancelled.abort();
      });
    }
    void call(prepared, performing, cancelled).then((said) => {
      const result = recordable(said, prepared, performing.ports);
      cancelTimer();
      if (!cancelled.isAborted()) resolve({ ...result, durationMs: clock.monotonic() - begun });
    });
  });

  return {
    end,
    abort: () => {
      cancelTimer();
      cancelled.abort();
    },
  };
}

async function call(prepared: Prepared, { ports, behaviour, journal, offers, pin, isBudgeted, verdict, onText }: Performing, cancelled: Cancellation): Promise<ActivityResult> {
  const { at, node, key, work } = prepared;
  const context: ActivityContext = {
    site: { node, visit: at.visit, attempt: at.attempt },
    ports,
    get signal() {
      return cancelled.signal;
    },
    idempotencyKey: key,
    step: stepIn(prepared, journal, { ports, cancelled }),
    offers,
    pin,
    isBudgeted,
    wanted: work.do === "call" ? work.wanted : undefined,
    isSteered: work.do === "call" && work.isSteered,
    onText,
  };
  try {
    if (work.do === "call") {
      // The fields were resolved by the shapes of this very kind, so its activity takes them.
      return await (behaviour.activities[performed(work.op.kind)] as (fields: JsonObject, context: ActivityContext) => Promise<ActivityResult>)(work.fields, context);
    }
    if (work.do === "merge") return await behaviour.merge(work.by, work.branches, context);
    const judged = await behaviour.judge(work.fields as unknown as ResolvedFields<FieldsOf<"eval">>, work.judged, context);
    return judged.ok ? { ...judged, value: verdictOutput(judged.value, verdict) } : judged;
  } catch (error) {
    // A door: an activity that throws has a bug, and its own node fails of it.
    return { ok: false, failure: failure("node_failed", `'${node}' broke: ${error instanceof Error ? error.message : String(error)}`), usage: [] };
  }
}
