import type { ExecutionStatus, StoredEvent } from "../../schemas/event.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { ProjectPolicy } from "../../schemas/policy.ts";
import type { Program } from "../../schemas/program.ts";
import type { Plan } from "../core/plan.ts";
import type { Ports } from "../ports.ts";
import type { EventStore, ExecutionKey, ExecutionRow } from "../store/event-store.ts";
import { committer } from "./commit.ts";
import type { Host, Listener } from "./host.ts";
import type { Inspection } from "./inspect.ts";
import { inspectLog } from "./inspect.ts";
import { liveTable } from "./live.ts";
import type { Behaviour } from "./perform.ts";
import type { Replay } from "./replay.ts";
import { replayLog } from "./replay.ts";
import { plansFrom } from "./plans.ts";
import type { Found } from "./refusal.ts";
import { refuse } from "./refusal.ts";
import type { GivenBudget, GivenDecision, GivenResolution, OutsideEvent, PendingApproval, Receipt } from "./signals.ts";
import { approvals, approve, cancel, raiseBudget, resolve, signal } from "./signals.ts";
import type { Shared, Started } from "./start.ts";
import { resume, start, submit } from "./start.ts";
import type { Work, WorkOptions } from "./work.ts";
import { work } from "./work.ts";

/** What a runtime stands on. The store and the ports stay the caller's, who closes them after the runtime. */
export interface RuntimeOptions {
  readonly store: EventStore;
  readonly ports: Ports;
  readonly behaviour: Behaviour;
  readonly listeners?: readonly Listener[];
  /** What the project says of every call of its executions. */
  readonly policy?: ProjectPolicy | undefined;
}

export interface ListOptions {
  readonly tenant?: string;
  /** Only ids that begin with this. */
  readonly prefix?: string;
  readonly status?: ExecutionStatus;
  readonly limit?: number;
}

/** Where nobody names a tenant. */
export const defaultTenant = "default";

/** Runs programs durably. Every method but `close` takes its tenant's executions for all there are. */
export interface Runtime {
  /** Refuses, or begins: the input is checked, the environment is there, and the program asks for nothing we do not do. */
  readonly start: (program: Program, input: JsonObject, options?: { readonly tenant?: string; readonly id?: string }) => Started;
  /** As `start`, but only records it: whoever resumes it, or works on what is open, carries it out. */
  readonly submit: (program: Program, input: JsonObject, options?: { readonly tenant?: string; readonly id?: string }) => Found<string>;
  /**
   * Goes on behind the last recorded event. What was recorded is not done again; an ended execution gives its result, or
   * with `retry`, where it has failed, is tried again at the node that failed it. `done` comes where nothing goes on
   * without the world outside, too: then the execution is `paused`, and nobody holds it.
   */
  readonly resume: (id: string, options?: { readonly tenant?: string; readonly retry?: boolean }) => Started;
  /** Carries on whatever is open and nobody holds. */
  readonly work: (options?: Partial<WorkOptions>) => Work;
  /** Posts an event to an execution, whoever carries it. Where that is nobody, `resume` it. */
  readonly signal: (id: string, event: OutsideEvent, options?: { readonly tenant?: string }) => Found<Receipt>;
  /** Posts a decision on what a node asks. */
  readonly approve: (id: string, decision: GivenDecision, options?: { readonly tenant?: string }) => Found<Receipt>;
  /** Posts what a person found out about a call that must not be made twice, and of which nobody knew whether it was made. */
  readonly resolve: (id: string, resolution: GivenResolution, options?: { readonly tenant?: string }) => Found<Receipt>;
  /** Posts that there is more to spend: what a budget held back goes on. */
  readonly raiseBudget: (id: string, given: GivenBudget, options?: { readonly tenant?: string }) => Found<Receipt>;
  /** Posts that an execution is to end, and its calls with it. */
  readonly cancel: (id: string, options?: { readonly tenant?: string; readonly reason?: string | null }) => Found<Receipt>;
  /** What people are asked now. */
  readonly approvals: (options?: { readonly tenant?: string; readonly id?: string }) => Found<readonly PendingApproval[]>;
  readonly inspect: (id: string, options?: { readonly tenant?: string }) => Found<Inspection>;
  /** The program that an execution is pinned to. */
  readonly program: (id: string, options?: { readonly tenant?: string }) => Found<Program>;
  /** Folds the log anew and proves that it comes to what is shown and stored. Calls nothing, writes nothing. */
  readonly replay: (id: string, options?: { readonly tenant?: string }) => Found<Replay>;
  readonly events: (id: string, options?: { readonly tenant?: string; readonly after?: number }) => Found<readonly StoredEvent[]>;
  /** Whether some process, this one or another, is carrying the execution now. */
  readonly isLive: (id: string, options?: { readonly tenant?: string }) => boolean;
  readonly list: (options?: ListOptions) => readonly ExecutionRow[];
  /** Takes no more work, aborts what is under way, and keeps what is recorded; each `done` comes with `interrupted`. */
  readonly close: (why?: string) => void;
}

/** A runtime over a store, ports and the behaviour of the kinds. */
export function runtimeOn({ store, ports, behaviour, listeners = [], policy }: RuntimeOptions): Runtime {
  const live = liveTable(store);
  const plans = plansFrom(store);
  const host: Host = { store, ports, behaviour, listeners, policy, committer: committer(store, () => live.size() === 1) };
  let closed = false;
  const shared: Shared = { host, live, plans, isClosed: () => closed };

  const found = <T>(id: string, tenant: string, look: (row: ExecutionRow) => Found<T>): Found<T> => {
    const row = store.execution({ tenant, id });
    return row === undefined ? refuse({ why: "unknown", id }) : look(row);
  };
  const eventsOf = (key: ExecutionKey, after: number): Found<readonly StoredEvent[]> => {
    const events = store.events(key, after);
    return events.ok ? events : refuse({ why: "store", message: events.failure.message });
  };

  const logged = <T>(row: ExecutionRow, tell: (log: { readonly plan: Plan; readonly events: readonly StoredEvent[] }) => T): Found<T> => {
    const plan = plans.in(row);
    if (!plan.ok) return plan;
    const events = eventsOf(row, 0);
    return events.ok ? { ok: true, value: tell({ plan: plan.value, events: events.value }) } : events;
  };

  return {
    start: (program, input, { tenant = defaultTenant, id } = {}) => start(shared, program, input, { tenant, id }),
    submit: (program, input, { tenant = defaultTenant, id } = {}) => submit(shared, program, input, { tenant, id }),
    resume: (id, { tenant = defaultTenant, retry = false } = {}) => resume(shared, id, { tenant, patience: "for timers", failed: retry ? "retry" : "stays" }),
    work: ({ tenant = defaultTenant, ...options } = {}) => work(shared, { tenant, ...options }),
    signal: (id, event, { tenant = defaultTenant } = {}) => found(id, tenant, (row) => signal(shared, row, event)),
    approve: (id, decision, { tenant = defaultTenant } = {}) => found(id, tenant, (row) => approve(shared, row, decision)),
    resolve: (id, resolution, { tenant = defaultTenant } = {}) => found(id, tenant, (row) => resolve(shared, row, resolution)),
    raiseBudget: (id, given, { tenant = defaultTenant } = {}) => found(id, tenant, (row) => raiseBudget(shared, row, given)),
    cancel: (id, { tenant = defaultTenant, reason = null } = {}) => found(id, tenant, (row) => cancel(shared, row, reason)),
    approvals: ({ tenant = defaultTenant, id } = {}) => approvals(shared, tenant, id),
    inspect: (id, { tenant = defaultTenant } = {}) => found(id, tenant, (row) => logged(row, ({ plan, events }) => inspectLog(plan, id, tenant, events))),
    program: (id, { tenant = defaultTenant } = {}) => found(id, tenant, (row) => logged(row, ({ plan }) => plan.program)),
    replay: (id, { tenant = defaultTenant } = {}) => found(id, tenant, (row) => logged(row, ({ plan, events }) => replayLog(plan, row, events))),
    events: (id, { tenant = defaultTenant, after = 0 } = {}) => found(id, tenant, (row) => eventsOf(row, after)),
    isLive: (id, { tenant = defaultTenant } = {}) => store.isHeld({ tenant, id }),
    list: ({ tenant = defaultTenant, limit = 100, ...rest } = {}) => store.executions({ tenant, limit, ...rest }),
    close: (why = "the runtime was shut down") => {
      closed = true;
      live.close(why, host.committer.flush);
    },
  };
}
