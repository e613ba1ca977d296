import type { RunEvent, StoredEvent } from "../../schemas/event.ts";
import type { Json } from "../../schemas/json.ts";
import { sameJson } from "../../schemas/json.ts";
import type { ProjectPolicy } from "../../schemas/policy.ts";
import type { Program } from "../../schemas/program.ts";
import { givesUp } from "../core/cut-off.ts";
import type { Plan } from "../core/plan.ts";
import type { RunState } from "../core/state.ts";
import { visitName } from "../core/state.ts";
import { standingOf } from "../core/suspend.ts";
import type { ExecutionKey, Lease } from "../store/event-store.ts";
import type { Calls, Launch } from "./calls.ts";
import { callsOf } from "./calls.ts";
import type { Written } from "./commit.ts";
import { decide, theWorkflow } from "./decide.ts";
import type { Folding } from "./folding.ts";
import { foldingFrom } from "./folding.ts";
import { holdOf } from "./hold.ts";
import type { Host } from "./host.ts";
import { inboxOf } from "./inbox.ts";
import { foldLog } from "./inspect.ts";
import type { Moments } from "./moments.ts";
import { momentsOn } from "./moments.ts";
import type { ExecutionResult } from "./result.ts";
import { resultOf } from "./result.ts";

/*
 * D1. Nothing is performed and nobody is told before it is durable: calls and listeners follow the commit.
 * D2. What follows from a result is recorded with it: "completed n" and "started n + 1" are one commit.
 * D3. A visit has at most one call under way in this process.
 * D4. Once stopped, nothing more is recorded: results that come late are dropped.
 * D5. What is under way for a visit that the log has given up is aborted once that is durable, and its result dropped.
 * D6. What waits only for the world outside is held by nobody: it is let go of, and whoever brings the world in takes it up.
 * D7. A token that intended nothing to be recorded is asked again once it has changed, its moment has come, or its call was aborted.
 * D8. Calls are judged by the policy of the project that the log says is in force, never by one that is not recorded.
 * D9. What could not be written never was: whoever asked is told how the execution stands in the log.
 */

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
export function liveExecution(host: Host, { key, plan, state: folded, lease, patience, left }: Taken): LiveExecution {
  let stopped = false;
  /** How many appends are not written yet. */
  let unwritten = 0;
  const end = promised<ExecutionResult>();
  const folding = foldingFrom(plan, folded, host.ports.clock);
  const hold = holdOf(host.store, key, lease);
  const inbox = inboxOf(host.store, key);
  const moments = momentsOn(host.ports.clock);

  const letGo = (interrupted?: string, state = folding.state): void => {
    stopped = true;
    calls.keep(new Set());
    moments.clear();
    left();
    end.resolve(resultOf(state, interrupted));
  };

  /** D9. Of a log that cannot be read either, nothing is known. */
  const letGoUnwritten = (why: string): void => {
    const logged = host.store.events(key, 0);
    letGo(why, foldLog(plan, key.id, logged.ok ? logged.value : []));
  };

  /** Callbacks have no caller to throw to: what goes wrong in one is the end of this execution, and `done` says so. */
  const guarded = (work: () => void): void => {
    if (stopped) return;
    try {
      work();
    } catch (bug) {
      end.reject(bug);
      letGo();
    }
  };

  /** Records `first` and what follows from it. `recorded` is called once `first` is durable, and never if it will not be. */
  const advance = (first: readonly RunEvent[], recorded?: () => void, program?: Program): void => {
    first.forEach(folding.record);
    const { consumed, launches } = decide(deciding);
    const events = folding.take();
    if (events.length === 0) return rest();
    const { status, wakeAt } = standingOf(folding.state);
    const append = { key, lease: hold.lease, events, consumed, paused: status === "paused", ...(wakeAt === undefined ? {} : { wake_at: wakeAt }), ...(program === undefined ? {} : { program }) };
    unwritten += 1;
    host.committer.submit(append, calls.count() > 1 ? "in company" : "alone", (written) => {
      unwritten -= 1;
      // Also what was written while we let go of it: who listens hears of everything that is in the log.
      if (written === "committed") for (const listener of host.listeners) for (const stored of events) listener.onEvent?.(key, stored);
      guarded(() => afterwards(written, events, launches, recorded));
    });
  };

  const afterwards = (written: Written, events: readonly StoredEvent[], launches: readonly Launch[], recorded?: () => void): void => {
    if (written === "refused") return letGoUnwritten("another process has taken this execution over");
    if (written !== "committed") return letGoUnwritten(written.failure.message);
    if (folding.state.endedAt !== null && folding.state.seq === events.at(-1)?.seq) return letGo();
    if (events.some(({ event }) => givesUp(event))) abortGone(folding, calls, moments);
    launches.forEach(calls.launch);
    recorded?.();
    // What D5 has aborted may be wanted again already, and there may be nothing left to do.
    if (!stopped && unwritten === 0) advance([]);
  };

  /** Lets go of an execution in which nothing is left to do for this process (D6). */
  const rest = (): void => {
    const { status, wakeAt } = standingOf(folding.state);
    if (unwritten > 0 || wakeAt === undefined || (status !== "paused" && patience === "for timers")) return;
    hold.release();
    // Whoever posted while we still held it has left it to us.
    if (!inbox.hasNews() || !hold.reclaim()) return letGo();
    inbox.read();
    advance([]);
  };

  const calls = callsOf(host, { plan, key, folding, guarded, advance });
  const deciding = { plan, key, ports: host.ports, folding, inbox, moments, calls, ring: () => guarded(() => advance([])) };
  return {
    done: end.promise,
    go: (first) =>
      guarded(() => {
        if (folding.state.seq > 0) inbox.read();
        advance([...(first === undefined ? [] : [first.event]), ...adopted(host.policy, folding.state.policy)], undefined, first?.program);
      }),
    look: () => guarded(() => (inbox.read() ? advance([]) : undefined)),
    stop: letGo,
    lease: () => hold.lease,
  };
}

/** D5. */
function abortGone({ state, agenda }: Folding, calls: Calls, moments: Moments): void {
  const standing = [...state.tokens.values()];
  moments.keep(new Set([theWorkflow, ...standing.map(visitName)]));
  calls.keep(new Set(standing.filter(({ phase }) => phase.at === "running").map(visitName)));
  // D7: a visit that was held back and let go of again may make its call now.
  agenda.add(state.tokens.keys());
}

/** A promise, and who settles it. */
function promised<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void; readonly reject: (why: unknown) => void } {
  let resolve: (value: T) => void = () => {};
  let reject: (why: unknown) => void = () => {};
  const promise = new Promise<T>((kept, broken) => {
    resolve = kept;
    reject = broken;
  });
  return { promise, resolve, reject };
}

/** What makes the project's policy the one in force (D8). A project without one lifts none. */
function adopted(policy: ProjectPolicy | undefined, inForce: ProjectPolicy | null): readonly RunEvent[] {
  return policy === undefined || (inForce !== null && sameJson(jsonOf(policy), jsonOf(inForce))) ? [] : [{ type: "policy_adopted", v: 1, policy }];
}

/** A policy is plain JSON throughout; its type only lacks the index signature that would say so. */
const jsonOf = (policy: ProjectPolicy): Json => policy as unknown as Json;
