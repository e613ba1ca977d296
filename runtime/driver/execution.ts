import { unreachable } from "../../schemas/bug.ts";
import { formatDuration } from "../../schemas/duration.ts";
import type { ExecutionStatus, RunEvent, StoredEvent } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import { evolve } from "../core/evolve.ts";
import type { Intent } from "../core/intend.ts";
import { intend } from "../core/intend.ts";
import type { Plan } from "../core/plan.ts";
import { settle } from "../core/settle.ts";
import type { Due, RunState } from "../core/state.ts";
import { isUnderWay, valuesOf } from "../core/state.ts";
import type { RecordedStep } from "../core/steps.ts";
import type { Totals } from "../core/totals.ts";
import type { Guard } from "../activity.ts";
import type { CallSite, Ports } from "../ports.ts";
import type { ExecutionKey, Lease } from "../store/event-store.ts";
import type { Committer, Written } from "./commit.ts";
import type { Behaviour } from "./perform.ts";
import { perform } from "./perform.ts";
import type { Prepared } from "./prepare.ts";
import { prepare } from "./prepare.ts";

/*
 * D1. Nothing is performed and nobody is told before it is durable: calls and listeners follow the commit.
 * D2. What follows from a result is recorded with it: "completed n" and "started n + 1" are one commit.
 * D3. A visit has at most one call under way in this process.
 * D4. Once stopped, nothing more is recorded: results that come late are dropped.
 * D5. What is under way for a visit that the log has given up is aborted once that is durable, and its result dropped.
 */

/** Who is told what happens. Must not throw. */
export interface Listener {
  /** After it is durable. */
  readonly onEvent?: (key: ExecutionKey, stored: StoredEvent) => void;
  /** Text of a streaming answer; may be said again by a later attempt. */
  readonly onText?: (key: ExecutionKey, site: CallSite, delta: string) => void;
}

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

/** What executions share. */
export interface Host {
  readonly ports: Ports;
  readonly behaviour: Behaviour;
  readonly guard: Guard;
  readonly committer: Committer;
  readonly listeners: readonly Listener[];
}

/** An execution as it is taken up: folded so far, and ours. */
export interface Taken {
  readonly key: ExecutionKey;
  readonly plan: Plan;
  readonly state: RunState;
  readonly lease: Lease;
}

/** An attempt to be made once its beginning is durable, and the steps that it made before a crash. */
interface Launch {
  readonly prepared: Prepared;
  readonly steps: readonly RecordedStep[];
}

export interface LiveExecution {
  /** Rejects only with a `Bug`. */
  readonly done: Promise<ExecutionResult>;
  /** Begins a new execution with its first event, or goes on where the log ends. */
  readonly go: (first?: { readonly event: RunEvent; readonly program: Program }) => void;
  /** Aborts what is under way and records nothing more. */
  readonly stop: (why: string) => void;
  /** Records that the execution is cancelled, unless it has ended, and aborts what is under way. */
  readonly cancel: (reason: string | null) => void;
}

/** What keeps a visit busy: its call, the wait for its moment, or that this has come. */
interface UnderWay {
  readonly now: "calling" | "waiting" | "due";
  readonly abort: () => void;
}

/** Carries one execution on, from what is recorded to its end. */
export function liveExecution(host: Host, { key, plan, state: folded, lease }: Taken): LiveExecution {
  const { clock, env } = host.ports;
  const streams = host.listeners.some((listener) => listener.onText !== undefined);
  let state = folded;
  let stopped = false;
  /** D3, by visit. */
  const busy = new Map<string, UnderWay>();
  /** Ends the watch over the workflow's timeout. */
  let alarm: (() => void) | undefined;
  let finish: (result: ExecutionResult) => void;
  let crash: (bug: unknown) => void;
  const done = new Promise<ExecutionResult>((resolve, reject) => {
    finish = resolve;
    crash = reject;
  });

  const letGo = (interrupted?: string): void => {
    stopped = true;
    for (const { abort } of busy.values()) abort();
    busy.clear();
    alarm?.();
    finish(resultOf(state, interrupted));
  };

  /** Callbacks have no caller to throw to: what goes wrong in one is the end of this execution, and `done` says so. */
  const guarded = (work: () => void): void => {
    if (stopped) return;
    try {
      work();
    } catch (bug) {
      crash(bug);
      letGo();
    }
  };

  /** `recorded` is called once `first` is durable, and never if it will not be. */
  const advance = (first: readonly RunEvent[], program?: Program, recorded?: () => void): void => {
    const events: StoredEvent[] = [];
    const launches: Launch[] = [];
    const record = (event: RunEvent): void => {
      const stored = { seq: state.seq + 1, at: clock.now(), event };
      state = evolve(plan, state, stored);
      events.push(stored);
    };
    first.forEach(record);
    while (goOn(record, launches));
    if (events.length === 0) return;
    const append = { key, lease, events, ...(program === undefined ? {} : { program }) };
    host.committer.submit(append, busy.size > 1 ? "in company" : "alone", (written) => guarded(() => afterwards(written, events, launches, recorded)));
  };

  /** Carries out what is intended until something was recorded, so that the intents are others; false if nothing was. */
  const goOn = (record: (event: RunEvent) => void, launches: Launch[]): boolean => {
    for (const intent of intend(plan, state)) if (carryOut(intent, record, launches)) return true;
    return false;
  };

  /** Whether anything was recorded. */
  const carryOut = (intent: Intent, record: (event: RunEvent) => void, launches: Launch[]): boolean => {
    switch (intent.do) {
      case "expire": return expire(intent.due, record);
      case "append":
        record(intent.event);
        return true;
      case "retry":
        record({ type: "retry_scheduled", v: 1, node: intent.node, visit: intent.visit, attempt: intent.attempt, delay_ms: intent.delayMs, due_at: clock.now() + intent.delayMs });
        return true;
      case "attempt": {
        const { token, attempt, due } = intent;
        const visit = visitName(token);
        const now = busy.get(visit)?.now;
        if (now === "calling" || now === "waiting") return false;
        if (now === undefined && due !== null && waitFor(visit, due)) return false;
        const prepared = prepare(plan, token, attempt, { key, state, env });
        if (!prepared.ok) {
          busy.delete(visit);
          record(settle(plan, { slot: token.slot, visit: token.visit, attempt }, { ok: false, failure: prepared.failure, usage: [], durationMs: 0 }));
          return true;
        }
        busy.set(visit, { now: "calling", abort: nothing });
        record(prepared.value.started);
        launches.push({ prepared: prepared.value, steps: token.steps });
        return true;
      }
      default: return unreachable(intent, "carryOut");
    }
  };

  /** Whether the workflow's timeout is over; until then it is watched. */
  const expire = (due: Due, record: (event: RunEvent) => void): boolean => {
    if (alarm !== undefined) return false;
    const ms = Math.min(due.at - clock.now(), due.delayMs);
    if (ms <= 0) {
      record(timedOut(due));
      return true;
    }
    alarm = clock.after(ms, () => guarded(() => (state.status === "running" ? advance([timedOut(due)]) : undefined)));
    return false;
  };

  /** Whether there is anything to wait for. A clock that was set back does not lengthen the wait. */
  const waitFor = (visit: string, due: Due): boolean => {
    const ms = Math.min(due.at - clock.now(), due.delayMs);
    if (ms <= 0) return false;
    const abort = clock.after(ms, () =>
      guarded(() => {
        busy.set(visit, { now: "due", abort: nothing });
        advance([]);
      }),
    );
    busy.set(visit, { now: "waiting", abort });
    return true;
  };

  const afterwards = (written: Written, events: readonly StoredEvent[], launches: readonly Launch[], recorded?: () => void): void => {
    if (written === "refused") return letGo("another process has taken this execution over");
    if (written !== "committed") return letGo(written.failure.message);
    for (const listener of host.listeners) for (const stored of events) listener.onEvent?.(key, stored);
    if (state.endedAt !== null && state.seq === events.at(-1)?.seq) return letGo();
    if (events.some(({ event }) => givesUp(event))) abortGone();
    for (const each of launches) if (isUnderWay(state, each.prepared.at)) launch(each);
    recorded?.();
  };

  /** D5. */
  const abortGone = (): void => {
    const standing = new Set(state.tokens.map(visitName));
    for (const [visit, { abort }] of busy) {
      if (standing.has(visit)) continue;
      busy.delete(visit);
      abort();
    }
  };

  const launch = ({ prepared, steps }: Launch): void => {
    const { at, node } = prepared;
    const attempt = perform(prepared, {
      ports: host.ports,
      behaviour: host.behaviour,
      guard: host.guard,
      journal: { recorded: steps, append: (events) => new Promise((resolve) => guarded(() => (isUnderWay(state, at) ? advance(events, undefined, resolve) : undefined))) },
      verdict: (state.rejections.get(at.slot) ?? 0) + 1,
      onText: streams ? (delta) => host.listeners.forEach((listener) => listener.onText?.(key, { node, visit: at.visit, attempt: at.attempt }, delta)) : undefined,
    });
    busy.set(visitName(at), { now: "calling", abort: attempt.abort });
    void attempt.end.then((end) =>
      guarded(() => {
        if (!isUnderWay(state, at)) return;
        busy.delete(visitName(at));
        advance([settle(plan, at, end)]);
      }),
    );
  };

  return {
    done,
    go: (first) => guarded(() => advance(first === undefined ? [] : [first.event], first?.program)),
    stop: letGo,
    cancel: (reason) => guarded(() => (state.status === "running" ? advance([{ type: "workflow_cancelled", v: 1, reason }]) : undefined)),
  };
}

interface VisitAt {
  readonly slot: Slot;
  readonly visit: number;
}

const visitName = ({ slot, visit }: VisitAt): string => `${slot}/${visit}`;

const nothing = (): void => {};

function timedOut({ delayMs }: Due): RunEvent {
  return { type: "workflow_failed", v: 1, failure: failure("workflow_timeout", `it took longer than ${formatDuration(delayMs)}`), node: null, passed: [] };
}

/** Whether an event may leave calls under way that nobody waits for any more, while the execution goes on. */
function givesUp(event: RunEvent): boolean {
  return event.type === "branches_joined" || ("via" in event && event.via === "escalate");
}

/** How an execution stands, as callers see it. */
export function resultOf(state: RunState, interrupted?: string): ExecutionResult {
  return {
    id: state.id,
    status: state.status,
    state: valuesOf(state),
    steps: state.steps,
    totals: state.totals,
    ...(state.failure === null ? {} : { failure: state.failure }),
    ...(interrupted === undefined ? {} : { interrupted }),
  };
}
