import { Bug, unreachable } from "../../schemas/bug.ts";
import type { RunEvent, StoredEvent } from "../../schemas/event.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import type { Listener } from "../../runtime/driver/host.ts";
import type { ExecutionResult } from "../../runtime/driver/result.ts";
import type { Runtime } from "../../runtime/driver/open.ts";
import { runtimeOn } from "../../runtime/driver/open.ts";
import type { Started } from "../../runtime/driver/start.ts";
import { describeRefusal } from "../../runtime/driver/refusal.ts";
import type { EventStore } from "../../runtime/store/event-store.ts";
import { memoryShelf } from "../../runtime/store/memory.ts";
import type { ManualClock, World } from "./fake-ports.ts";
import { fakePorts, manualClock, turns, world } from "./fake-ports.ts";

export interface RunSpec {
  readonly input?: JsonObject;
  readonly world?: World;
  readonly clock?: ManualClock;
  readonly env?: { readonly [name: string]: string };
  readonly secrets?: readonly string[];
  readonly store?: EventStore;
  readonly listeners?: readonly Listener[];
}

export interface Ran {
  readonly runtime: Runtime;
  readonly result: ExecutionResult;
  /** The log, one line per event. */
  readonly log: readonly string[];
  readonly events: readonly StoredEvent[];
}

/** Runs a program to its end; time passes whenever there is nothing else to do. */
export async function run(program: Program, spec: RunSpec = {}): Promise<Ran> {
  const clock = spec.clock ?? manualClock();
  const runtime = runtimeOn({
    store: spec.store ?? memoryShelf().open(),
    ports: fakePorts({ clock, env: spec.env ?? {}, secrets: spec.secrets ?? [] }),
    behaviour: (spec.world ?? world()).behaviour,
    listeners: spec.listeners ?? [],
  });
  const result = await ended(clock, runtime.start(program, spec.input ?? {}));
  const events = eventsOf(runtime, result.id);
  return { runtime, result, events, log: events.map(({ event }) => lineOf(event)) };
}

/** The result of an execution that was started; time passes whenever there is nothing else to do. */
export async function ended(clock: ManualClock, started: Started): Promise<ExecutionResult> {
  if (!started.ok) throw new Bug(describeRefusal(started.refusal).join("; "));
  let result: ExecutionResult | undefined;
  let broken: unknown;
  started.done.then((value) => (result = value), (error: unknown) => (broken = error));
  for (;;) {
    await turns();
    if (result !== undefined) return result;
    if (broken !== undefined) throw broken;
    const ms = clock.untilNext();
    if (ms !== undefined) clock.advance(ms);
  }
}

export function eventsOf(runtime: Runtime, id: string): readonly StoredEvent[] {
  const events = runtime.events(id);
  if (!events.ok) throw new Bug(describeRefusal(events.refusal).join("; "));
  return events.value;
}

/** An event as one line: what a reader of a log wants to know first. */
export function lineOf(event: RunEvent): string {
  const passed = "passed" in event && event.passed.length > 0 ? ` past ${event.passed.map(({ node, visit, to }) => `${node}#${visit}->${to}`).join(" ")}` : "";
  switch (event.type) {
    case "workflow_started": return "workflow started";
    case "node_scheduled": return `${event.node}#${event.visit} scheduled via ${event.via}${passed}`;
    case "branches_forked": return `${event.node}#${event.visit} forked via ${event.via}: ${event.branches.join(" ")}${passed}`;
    case "branch_ended": return `${event.node}#${event.visit} branch ${event.branch} ended${passed}`;
    case "branches_joined": return `${event.node}#${event.visit} joined at ${event.join}: ${event.merged.join(" ")}${event.cancelled.length === 0 ? "" : `, cancelled ${event.cancelled.join(" ")}`}`;
    case "node_started": return `${event.node}#${event.visit}.${event.attempt} started`;
    case "node_completed": return `${event.node}#${event.visit}.${event.attempt} completed`;
    case "node_failed": return `${event.node}#${event.visit}.${event.attempt} failed ${event.failure.code}`;
    case "step_started": return `${event.node}#${event.visit}.${event.attempt} step ${event.step} ${event.call} started`;
    case "step_completed": return `${event.node}#${event.visit}.${event.attempt} step ${event.step} ${event.failure === null ? "completed" : `failed ${event.failure.code}`}`;
    case "tool_seen": return `${event.node}#${event.visit}.${event.attempt} saw ${event.server}.${event.tool}`;
    case "retry_scheduled": return `${event.node}#${event.visit}.${event.attempt} retry in ${event.delay_ms}`;
    case "wait_started": return `${event.node}#${event.visit} waits for ${event.until === "approval" ? "a decision" : (event.due_at === null ? "an event" : "its moment")}`;
    case "timer_fired": return `${event.node}#${event.visit} timer fired`;
    case "wait_timed_out": return `${event.node}#${event.visit} timed out`;
    case "event_received": return `${event.node}#${event.visit} received ${event.event}`;
    case "approval_requested": return `${event.node}#${event.visit}.${event.attempt} held back`;
    case "approval_received": return `${event.node}#${event.visit} ${event.decision}`;
    case "workflow_retried": return `${event.node}#${event.visit}.${event.attempt} tried again`;
    case "node_uncertain": return `${event.node}#${event.visit}.${event.attempt} uncertain ${event.failure.code}`;
    case "uncertainty_resolved": return `${event.node}#${event.visit}.${event.attempt} resolved: ${event.resolution}`;
    case "budget_exceeded": return `${event.node}#${event.visit}.${event.attempt} exceeds ${event.kind}`;
    case "budget_raised": return "budget raised";
    case "policy_adopted": return "policy adopted";
    case "workflow_completed": return `workflow completed at ${event.node}${passed}`;
    case "workflow_failed": return `workflow failed ${event.failure.code} at ${event.node}${passed}`;
    case "workflow_cancelled": return "workflow cancelled";
    case "workflow_limit_exceeded": return `workflow limit exceeded at ${event.node}${passed}`;
    default: return unreachable(event, "lineOf");
  }
}
