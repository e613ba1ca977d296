import { unreachable } from "../../schemas/bug.ts";
import type { LaneId, RunEvent, StoredEvent } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import { sameJson } from "../../schemas/json.ts";
import type { ProjectPolicy } from "../../schemas/policy.ts";
import type { Program } from "../../schemas/program.ts";
import { cutOff, givesUp, timedOut } from "../core/cut-off.ts";
import { evolve } from "../core/evolve.ts";
import type { Intent } from "../core/intend.ts";
import { intendIn } from "../core/intend.ts";
import { isBudgeted } from "../core/permit.ts";
import type { Plan } from "../core/plan.ts";
import { receive } from "../core/receive.ts";
import type { AttemptEnd } from "../core/settle.ts";
import { isUnrepeatable, settle } from "../core/settle.ts";
import type { Due, RunState } from "../core/state.ts";
import { isUnderWay, visitName } from "../core/state.ts";
import type { RecordedStep } from "../core/steps.ts";
import { standingOf } from "../core/suspend.ts";
import type { CallSite, Ports } from "../ports.ts";
import type { EventStore, ExecutionKey, Lease } from "../store/event-store.ts";
import { agendaOf } from "./agenda.ts";
import type { Committer, Written } from "./commit.ts";
import { inboxOf, reclaim } from "./inbox.ts";
import { momentsOn } from "./moments.ts";
import type { Behaviour } from "./perform.ts";
import { perform } from "./perform.ts";
import { isOffered, permitAttempt, permitStep } from "./permits.ts";
import { toolPins } from "./pins.ts";
import type { Prepared } from "./prepare.ts";
import { prepare } from "./prepare.ts";
import type { ExecutionResult } from "./result.ts";
import { resultOf } from "./result.ts";
import { beginWait } from "./suspend.ts";

/*
 * D1. Nothing is performed and nobody is told before it is durable: calls and listeners follow the commit.
 * D2. What follows from a result is recorded with it: "completed n" and "started n + 1" are one commit.
 * D3. A visit has at most one call under way in this process.
 * D4. Once stopped, nothing more is recorded: results that come late are dropped.
 * D5. What is under way for a visit that the log has given up is aborted once that is durable, and its result dropped.
 * D6. What waits only for the world outside is held by nobody: it is let go of, and whoever brings the world in takes it up.
 * D7. A token that intended nothing to be recorded is asked again once it has changed, its moment has come, or its call was aborted.
 * D8. Calls are judged by the policy of the project that the log says is in force, never by one that is not recorded.
 */

/** Who is told what happens. Must not throw. */
export interface Listener {
  /** After it is durable. */
  readonly onEvent?: (key: ExecutionKey, stored: StoredEvent) => void;
  /** Text of a streaming answer; may be said again by a later attempt. */
  readonly onText?: (key: ExecutionKey, site: CallSite, delta: string) => void;
}

/** What executions share. */
export interface Host {
  readonly ports: Ports;
  readonly behaviour: Behaviour;
  readonly committer: Committer;
  readonly listeners: readonly Listener[];
  readonly store: EventStore;
  /** What the project says of every call. */
  readonly policy: ProjectPolicy | undefined;
}

/** How long a process stays with an execution that is not paused: while a timer runs, or only while there is something to do. */
export type Patience = "for timers" | "none";

/** An execution as it is taken up: folded so far, and ours. */
export interface Taken {
  readonly key: ExecutionKey;
  readonly plan: Plan;
  readonly state: RunState;
  readonly lease: Lease;
  readonly patience: Patience;
  /** Called when this process lets go of it, before `done` comes. */
  readonly left: () => void;
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
  readonly go: (first?: { readonly event: RunEvent; readonly program?: Program }) => void;
  /** Reads what was posted to it, and goes on from there. */
  readonly look: () => void;
  /** Aborts what is under way and records nothing more. */
  readonly stop: (why: string) => void;
  /** The lease under which it is carried now. */
  readonly lease: () => Lease;
}

/** Carries one execution on, from what is recorded to its end. */
export function liveExecution(host: Host, { key, plan, state: folded, lease: claimed, patience, left }: Taken): LiveExecution {
  const { clock, env } = host.ports;
  const streams = host.listeners.some((listener) => listener.onText !== undefined);
  let state = folded;
  let lease = claimed;
  let stopped = false;
  /** How many appends are not written yet. */
  let unwritten = 0;
  const inbox = inboxOf(host.store, key);
  const moments = momentsOn(clock);
  const pins = toolPins(host.ports.lock, () => state.tools);
  const agenda = agendaOf(state.tokens.keys());
  /** D3: what aborts the call of a visit. */
  const busy = new Map<string, () => void>();
  let finish: (result: ExecutionResult) => void;
  let crash: (bug: unknown) => void;
  const done = new Promise<ExecutionResult>((resolve, reject) => {
    finish = resolve;
    crash = reject;
  });

  const letGo = (interrupted?: string): void => {
    stopped = true;
    for (const abort of busy.values()) abort();
    busy.clear();
    moments.clear();
    left();
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
      agenda.add(state.touched);
      events.push(stored);
    };
    first.forEach(record);
    const consumed: string[] = [];
    // Signals first: what was cancelled makes no more calls, and an answer that came in time precedes its timeout.
    while (receiveOne(record, consumed) || goOn(record, launches));
    if (events.length === 0) return rest();
    const { status, wakeAt } = standingOf(state);
    const append = { key, lease, events, consumed, paused: status === "paused", ...(wakeAt === undefined ? {} : { wake_at: wakeAt }), ...(program === undefined ? {} : { program }) };
    unwritten += 1;
    host.committer.submit(append, busy.size > 1 ? "in company" : "alone", (written) => {
      unwritten -= 1;
      // Also what was written while we let go of it: who listens hears of everything that is in the log.
      if (written === "committed") for (const listener of host.listeners) for (const stored of events) listener.onEvent?.(key, stored);
      guarded(() => afterwards(written, events, launches, recorded));
    });
  };

  /** Whether a signal had its effect, as things stand now. */
  const receiveOne = (record: (event: RunEvent) => void, consumed: string[]): boolean => {
    const taken = state.status === "running" ? inbox.take((signal) => receive(plan, state, signal)) : undefined;
    if (taken === undefined) return false;
    record(taken.event);
    consumed.push(taken.id);
    return true;
  };

  /** Lets go of an execution in which nothing is left to do for this process (D6). */
  const rest = (): void => {
    const { status, wakeAt } = standingOf(state);
    if (unwritten > 0 || wakeAt === undefined || (status !== "paused" && patience === "for timers")) return;
    host.store.release(key, lease);
    const again = inbox.hasNews() ? reclaim(host.store, key, lease) : undefined;
    if (again === undefined) return letGo();
    // Whoever posted while we still held it has left it to us.
    lease = again;
    inbox.read();
    advance([]);
  };

  /** Carries out what is intended until something was recorded, which may change what else is; false if nothing was. */
  const goOn = (record: (event: RunEvent) => void, launches: Launch[]): boolean => {
    if (state.status !== "running") return false;
    if (state.deadline !== null && hasCome(theWorkflow, state.deadline)) {
      record(timedOut(state.deadline));
      return true;
    }
    for (let lane = agenda.next(); lane !== undefined; lane = agenda.next()) {
      const intent = intendIn(plan, state, lane);
      if (intent !== undefined && carryOut(intent, record, launches)) return true;
    }
    return false;
  };

  /** Whether anything was recorded. */
  const carryOut = (intent: Intent, record: (event: RunEvent) => void, launches: Launch[]): boolean => {
    switch (intent.do) {
      case "append":
        record(intent.event);
        return true;
      case "retry":
        record({ type: "retry_scheduled", v: 1, node: intent.node, visit: intent.visit, attempt: intent.attempt, delay_ms: intent.delayMs, due_at: clock.now() + intent.delayMs });
        return true;
      case "attempt": {
        const { token, attempt, due } = intent;
        const visit = visitName(token);
        if (busy.has(visit) || (due !== null && !hasCome(visit, due, token.lane))) return false;
        if (token.phase.at === "running" && isUnrepeatable(plan.op(token.slot))) {
          record(cutOff(plan, token, attempt));
          return true;
        }
        const prepared = prepare(plan, token, attempt, { key, state, env });
        if (!prepared.ok) {
          record(settle(plan, { slot: token.slot, visit: token.visit, attempt }, unmade(prepared.failure)));
          return true;
        }
        const permit = permitAttempt(plan, state, prepared.value);
        if (permit.do !== "go") {
          record(permit.do === "hold" ? permit.event : settle(plan, prepared.value.at, unmade(permit.failure)));
          return true;
        }
        busy.set(visit, nothing);
        record(permit.audited === null ? prepared.value.started : { ...prepared.value.started, audited: permit.audited });
        launches.push({ prepared: prepared.value, steps: token.steps });
        return true;
      }
      case "suspend":
        record(beginWait(plan, intent.token, { state, env, at: clock.now() }));
        return true;
      case "wake":
        if (!hasCome(visitName(intent.token), intent.due, intent.token.lane)) return false;
        record(intent.event);
        return true;
      default: return unreachable(intent, "carryOut");
    }
  };

  /** Whether a moment that a visit waits for has come; if it has not, its lane is looked at again when it does. */
  const hasCome = (visit: string, due: Due, lane?: LaneId): boolean =>
    moments.hasCome(visit, due, () =>
      guarded(() => {
        if (lane !== undefined) agenda.add([lane]);
        advance([]);
      }),
    );

  const afterwards = (written: Written, events: readonly StoredEvent[], launches: readonly Launch[], recorded?: () => void): void => {
    if (written === "refused") return letGo("another process has taken this execution over");
    if (written !== "committed") return letGo(written.failure.message);
    if (state.endedAt !== null && state.seq === events.at(-1)?.seq) return letGo();
    if (events.some(({ event }) => givesUp(event))) abortGone();
    for (const each of launches) if (isUnderWay(state, each.prepared.at)) launch(each);
    recorded?.();
    // What D5 has aborted may be wanted again already, and there may be nothing left to do.
    if (!stopped && unwritten === 0) advance([]);
  };

  /** D5. */
  const abortGone = (): void => {
    const standing = [...state.tokens.values()];
    moments.keep(new Set([theWorkflow, ...standing.map(visitName)]));
    const running = new Set(standing.filter(({ phase }) => phase.at === "running").map(visitName));
    for (const [visit, abort] of busy) {
      if (running.has(visit)) continue;
      busy.delete(visit);
      abort();
    }
    // D7: a visit that was held back and let go of again may make its call now.
    agenda.add(state.tokens.keys());
  };

  const launch = ({ prepared, steps }: Launch): void => {
    const { at, node } = prepared;
    const append = (events: readonly RunEvent[]): Promise<void> => new Promise((resolve) => guarded(() => (isUnderWay(state, at) ? advance(events, undefined, resolve) : undefined)));
    const attempt = perform(prepared, {
      ports: host.ports,
      behaviour: host.behaviour,
      offers: (tool) => isOffered(plan, state, at, tool),
      pin: pins.of(prepared, (event) => append([event])),
      isBudgeted: isBudgeted(state),
      journal: { recorded: steps, permit: (step) => permitStep(plan, state, at, step), append },
      verdict: (state.rejections.get(at.slot) ?? 0) + 1,
      onText: streams ? (delta) => host.listeners.forEach((listener) => listener.onText?.(key, { node, visit: at.visit, attempt: at.attempt }, delta)) : undefined,
    });
    busy.set(visitName(at), attempt.abort);
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
    go: (first) =>
      guarded(() => {
        if (state.seq > 0) inbox.read();
        advance([...(first === undefined ? [] : [first.event]), ...adopted(host.policy, state.policy)], first?.program);
      }),
    look: () => guarded(() => (inbox.read() ? advance([]) : undefined)),
    stop: letGo,
    lease: () => lease,
  };
}

/** What the workflow's own timeout is known by, among the visits. */
const theWorkflow = "workflow";

const nothing = (): void => {};

/** What makes the project's policy the one in force (D8). A project without one lifts none. */
function adopted(policy: ProjectPolicy | undefined, inForce: ProjectPolicy | null): readonly RunEvent[] {
  return policy === undefined || (inForce !== null && sameJson(jsonOf(policy), jsonOf(inForce))) ? [] : [{ type: "policy_adopted", v: 1, policy }];
}

/** A policy is plain JSON throughout; its type only lacks the index signature that would say so. */
const jsonOf = (policy: ProjectPolicy): Json => policy as unknown as Json;

/** How an attempt ends that never came to its call. */
const unmade = (why: Failure): AttemptEnd => ({ ok: false, failure: { ...why, unsent: true }, usage: [], durationMs: 0 });
