import type { ExecutionStatus, StoredEvent } from "../../schemas/event.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import type { Guard } from "../activity.ts";
import type { Plan } from "../core/plan.ts";
import { planOf } from "../core/plan.ts";
import type { RunState } from "../core/state.ts";
import { newState } from "../core/state.ts";
import { refusals, storedProgram } from "../load.ts";
import type { Ports } from "../ports.ts";
import { isSecret } from "../secrets.ts";
import type { EventStore, ExecutionKey, ExecutionRow, Lease } from "../store/event-store.ts";
import { committer } from "./commit.ts";
import type { ExecutionResult, Host, Listener, LiveExecution } from "./execution.ts";
import { liveExecution, resultOf } from "./execution.ts";
import type { Inspection } from "./inspect.ts";
import { foldLog, inspectLog } from "./inspect.ts";
import { checkInput } from "./input.ts";
import { openGuard } from "./journal.ts";
import type { Behaviour } from "./perform.ts";
import type { Refusal } from "./refusal.ts";
import type { Replay } from "./replay.ts";
import { replayLog } from "./replay.ts";

/** What a runtime stands on. The store and the ports stay the caller's, who closes them after the runtime. */
export interface RuntimeOptions {
  readonly store: EventStore;
  readonly ports: Ports;
  readonly behaviour: Behaviour;
  /** Asked before each call of an attempt that makes several; nothing is forbidden where there is none. */
  readonly guard?: Guard;
  readonly listeners?: readonly Listener[];
}

export type Started =
  | { readonly ok: true; readonly id: string; readonly done: Promise<ExecutionResult> }
  | { readonly ok: false; readonly refusal: Refusal };

export type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

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
  /** Goes on behind the last recorded event. What was recorded is not done again; an ended execution gives its result. */
  readonly resume: (id: string, options?: { readonly tenant?: string }) => Started;
  readonly inspect: (id: string, options?: { readonly tenant?: string }) => Found<Inspection>;
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
export function runtimeOn({ store, ports, behaviour, guard = openGuard, listeners = [] }: RuntimeOptions): Runtime {
  const live = new Map<string, { readonly execution: LiveExecution; readonly key: ExecutionKey; readonly lease: Lease }>();
  const host: Host = { ports, behaviour, guard, listeners, committer: committer(store, () => live.size === 1) };
  let closed = false;

  const plans = new Map<string, Plan>();

  const planFor = (program: Program): Plan => {
    const plan = plans.get(program.hash) ?? planOf(program);
    plans.set(program.hash, plan);
    return plan;
  };

  const planIn = (row: ExecutionRow): Found<Plan> => {
    const known = plans.get(row.program);
    if (known !== undefined) return { ok: true, value: known };
    const text = store.program(row.tenant, row.program);
    if (text === undefined) return refuse({ why: "program", message: `the program of '${row.id}' is not in the database` });
    const program = storedProgram(text, row.program);
    return program.ok ? { ok: true, value: planFor(program.value) } : refuse({ why: "program", message: program.failure.message });
  };

  const logOf = (key: ExecutionKey): Found<{ readonly row: ExecutionRow; readonly plan: Plan; readonly events: readonly StoredEvent[] }> => {
    const row = store.execution(key);
    if (row === undefined) return refuse({ why: "unknown", id: key.id });
    const plan = planIn(row);
    if (!plan.ok) return plan;
    const events = store.events(key, 0);
    return events.ok ? { ok: true, value: { row, plan: plan.value, events: events.value } } : refuse({ why: "store", message: events.failure.message });
  };

  const take = (key: ExecutionKey, plan: Plan, state: RunState, lease: Lease): LiveExecution => {
    const execution = liveExecution(host, { key, plan, state, lease });
    const name = nameOf(key);
    live.set(name, { execution, key, lease });
    const leave = (): void => void live.delete(name);
    execution.done.then(leave, leave);
    return execution;
  };

  const unset = (program: Program): readonly string[] => program.env.filter((name) => ports.env(name) === undefined);

  return {
    start: (program, input, { tenant = defaultTenant, id: wanted } = {}) => {
      if (closed) return refuse({ why: "closed" });
      if (wanted !== undefined && store.execution({ tenant, id: wanted }) !== undefined) return refuse({ why: "exists", id: wanted });
      const requirements = refusals(program);
      if (requirements.length > 0) return refuse({ why: "unsupported", requirements });
      const { values, problems } = checkInput(program, input);
      if (problems.some((problem) => problem.severity === "error")) return refuse({ why: "input", problems });
      const secret = program.recorded_env.filter((name) => isSecret(ports, name));
      if (secret.length > 0) return refuse({ why: "secret", names: secret });
      const names = unset(program);
      if (names.length > 0) return refuse({ why: "env", names });

      const id = wanted ?? ports.ids.execution();
      const key = { tenant, id };
      const execution = take(key, planFor(program), newState(id), store.newLease());
      const { workflow } = program;
      execution.go({
        event: { type: "workflow_started", v: 1, program: program.hash, workflow_id: workflow.id, version: workflow.version, tenant, input: values, env: recordedEnv(program, ports) },
        program,
      });
      return { ok: true, id, done: execution.done };
    },

    resume: (id, { tenant = defaultTenant } = {}) => {
      if (closed) return refuse({ why: "closed" });
      const key = { tenant, id };
      if (live.has(nameOf(key))) return refuse({ why: "live", id });
      const row = store.execution(key);
      if (row === undefined) return refuse({ why: "unknown", id });
      const plan = planIn(row);
      if (!plan.ok) return plan;
      const names = row.ended_at === null ? unset(plan.value.program) : [];
      if (names.length > 0) return refuse({ why: "env", names });

      if (row.ended_at !== null) {
        const events = store.events(key, 0);
        if (!events.ok) return refuse({ why: "store", message: events.failure.message });
        return { ok: true, id, done: Promise.resolve(resultOf(foldLog(plan.value, id, events.value))) };
      }
      const claim = store.claim(key);
      if (!claim.ok) return refuse({ why: "store", message: claim.failure.message });
      if (!claim.value.ok) return refuse(claim.value.why === "unknown" ? { why: "unknown", id } : { why: "live", id });
      // Read after the claim: nobody else adds to the log from here on.
      const events = store.events(key, 0);
      if (!events.ok) {
        store.release(key, claim.value.lease);
        return refuse({ why: "store", message: events.failure.message });
      }
      const execution = take(key, plan.value, foldLog(plan.value, id, events.value), claim.value.lease);
      execution.go();
      return { ok: true, id, done: execution.done };
    },

    inspect: (id, { tenant = defaultTenant } = {}) => {
      const log = logOf({ tenant, id });
      return log.ok ? { ok: true, value: inspectLog(log.value.plan, id, tenant, log.value.events) } : log;
    },

    replay: (id, { tenant = defaultTenant } = {}) => {
      const log = logOf({ tenant, id });
      return log.ok ? { ok: true, value: replayLog(log.value.plan, log.value.row, log.value.events) } : log;
    },

    events: (id, { tenant = defaultTenant, after = 0 } = {}) => {
      const key = { tenant, id };
      if (store.execution(key) === undefined) return refuse({ why: "unknown", id });
      const events = store.events(key, after);
      return events.ok ? events : refuse({ why: "store", message: events.failure.message });
    },

    isLive: (id, { tenant = defaultTenant } = {}) => store.isHeld({ tenant, id }),

    list: ({ tenant = defaultTenant, limit = 100, ...rest } = {}) => store.executions({ tenant, limit, ...rest }),

    close: (why = "the runtime was shut down") => {
      closed = true;
      // Stopped first, so that what is waiting is still written and nothing new begins.
      const stopped = [...live.values()];
      for (const { execution } of stopped) execution.stop(why);
      host.committer.flush();
      for (const { key, lease } of stopped) store.release(key, lease);
    },
  };
}

const refuse = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal });

const nameOf = ({ tenant, id }: ExecutionKey): string => `${id}/${tenant}`;

function recordedEnv(program: Program, ports: Ports): { readonly [name: string]: string } {
  return Object.fromEntries(program.recorded_env.map((name) => [name, ports.env(name) ?? ""]));
}
