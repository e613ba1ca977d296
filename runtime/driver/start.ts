import type { RunEvent } from "../../schemas/event.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import { isCredential } from "../../schemas/secret-format.ts";
import { retryOf } from "../core/again.ts";
import { newState } from "../core/state.ts";
import { refusals } from "../load.ts";
import type { Ports } from "../ports.ts";
import { isSecret } from "../secrets.ts";
import type { ExecutionKey, ExecutionRow } from "../store/event-store.ts";
import type { Patience } from "./execution.ts";
import type { Host } from "./host.ts";
import { checkInput } from "./input.ts";
import type { LiveTable } from "./live.ts";
import type { Plans } from "./plans.ts";
import type { Found } from "./refusal.ts";
import { refuse } from "./refusal.ts";
import type { ExecutionResult } from "./result.ts";
import { resultOf } from "./result.ts";

export type Started =
  | { readonly ok: true; readonly id: string; readonly done: Promise<ExecutionResult> }
  | { readonly ok: false; readonly refusal: Extract<Found<never>, { readonly ok: false }>["refusal"] };

/** What the methods of one runtime share. */
export interface Shared {
  readonly host: Host;
  readonly live: LiveTable;
  readonly plans: Plans;
  readonly isClosed: () => boolean;
}

export interface Starting {
  readonly tenant: string;
  /** Its id, where the caller has one. */
  readonly id: string | undefined;
}

/** Checks everything that could keep `program` from running, and begins. */
export function start(shared: Shared, program: Program, input: JsonObject, starting: Starting): Started {
  const first = firstEvent(shared, program, input, starting);
  if (!first.ok) return first;
  const { host, live, plans } = shared;
  const { key, event } = first.value;
  const execution = live.take(host, { key, plan: plans.of(program), state: newState(key.id), lease: host.store.newLease(), patience: "for timers" });
  execution.go({ event, program });
  return { ok: true, id: key.id, done: execution.done };
}

/** Checks the same, and records the start for whoever carries it out. */
export function submit(shared: Shared, program: Program, input: JsonObject, starting: Starting): Found<string> {
  const first = firstEvent(shared, program, input, starting);
  if (!first.ok) return first;
  const { store, ports } = shared.host;
  const { key, event } = first.value;
  const lease = store.newLease();
  const written = store.commit([{ key, lease, events: [{ seq: 1, at: ports.clock.now(), event }], program }]);
  if (!written.ok) return refuse({ why: "store", message: written.failure.message });
  if (written.value[0] !== "committed") return refuse({ why: "exists", id: key.id });
  store.release(key, lease);
  return { ok: true, value: key.id };
}

export interface Resuming {
  readonly tenant: string;
  readonly patience: Patience;
  /** Whether a failed execution is tried again. */
  readonly failed: "stays" | "retry";
}

/** Takes an execution up that nobody carries, behind its last recorded event. */
export function resume(shared: Shared, id: string, { tenant, patience, failed }: Resuming): Started {
  const { host: { store }, live, plans } = shared;
  if (shared.isClosed()) return refuse({ why: "closed" });
  const key = { tenant, id };
  const row = store.execution(key);
  if (row === undefined) return refuse({ why: "unknown", id });
  if (live.get(key) !== undefined) return refuse({ why: "live", id });
  const retries = failed === "retry";
  if (row.ended_at !== null && !retries) {
    const folded = plans.fold(row);
    return folded.ok ? { ok: true, id, done: Promise.resolve(resultOf(folded.value.state)) } : folded;
  }
  const plan = plans.in(row);
  if (!plan.ok) return plan;
  const names = unset(shared.host.ports, plan.value.program);
  if (names.length > 0 && !isCancelled(shared, key)) return refuse({ why: "env", names });
  const claim = store.claim(key);
  if (!claim.ok) return refuse({ why: "store", message: claim.failure.message });
  if (!claim.value.ok) return refuse(claim.value.why === "unknown" ? { why: "unknown", id } : { why: "live", id });
  const { lease } = claim.value;
  // Read after the claim: nobody else adds to the log from here on.
  const begun = behind(shared, row, retries);
  if (!begun.ok) {
    store.release(key, lease);
    return begun;
  }
  const { state, event } = begun.value;
  const execution = live.take(shared.host, { key, plan: plan.value, state, lease, patience });
  execution.go(event === undefined ? undefined : { event });
  return { ok: true, id, done: execution.done };
}

/** The state to go on from, and for a retry the event that begins it. */
function behind({ plans }: Shared, row: ExecutionRow, retries: boolean): Found<{ readonly state: ReturnType<typeof newState>; readonly event?: RunEvent }> {
  const folded = plans.fold(row);
  if (!folded.ok || !retries) return folded;
  const { plan, state } = folded.value;
  const again = retryOf(plan, state);
  return again.ok ? { ok: true, value: { state, event: again.event } } : refuse({ why: "signal", message: again.why });
}

function firstEvent({ host: { store, ports }, isClosed }: Shared, program: Program, input: JsonObject, { tenant, id: wanted }: Starting): Found<{ readonly key: ExecutionKey; readonly event: RunEvent }> {
  if (isClosed()) return refuse({ why: "closed" });
  if (wanted !== undefined && store.execution({ tenant, id: wanted }) !== undefined) return refuse({ why: "exists", id: wanted });
  const requirements = refusals(program);
  if (requirements.length > 0) return refuse({ why: "unsupported", requirements });
  const { values, problems } = checkInput(program, input);
  if (problems.some((problem) => problem.severity === "error")) return refuse({ why: "input", problems });
  const secret = program.recorded_env.filter((name) => isSecret(ports, name) || isCredential(ports.env(name) ?? ""));
  if (secret.length > 0) return refuse({ why: "secret", names: secret });
  const names = unset(ports, program);
  if (names.length > 0) return refuse({ why: "env", names });
  const { workflow } = program;
  const env = Object.fromEntries(program.recorded_env.map((name) => [name, ports.env(name) ?? ""]));
  const event: RunEvent = { type: "workflow_started", v: 1, program: program.hash, workflow_id: workflow.id, version: workflow.version, tenant, input: values, env };
  return { ok: true, value: { key: { tenant, id: wanted ?? ports.ids.execution() }, event } };
}

function unset(ports: Ports, program: Program): readonly string[] {
  return program.env.filter((name) => ports.env(name) === undefined);
}

/** What is cancelled calls nothing any more, and needs no environment. */
function isCancelled({ host: { store } }: Shared, key: ExecutionKey): boolean {
  const inbox = store.inbox(key);
  return inbox.ok && inbox.value.some(({ kind }) => kind === "cancel");
}
