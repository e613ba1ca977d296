import { expect } from "vitest";
import { judge } from "../../runtime/activities/eval.ts";
import { activities } from "../../runtime/activities/index.ts";
import { merge } from "../../runtime/activities/merge.ts";
import type { ActivityContext } from "../../runtime/activity.ts";
import type { ExecutionResult } from "../../runtime/driver/result.ts";
import type { Runtime } from "../../runtime/driver/open.ts";
import { runtimeOn } from "../../runtime/driver/open.ts";
import type { Started } from "../../runtime/driver/start.ts";
import type { Behaviour } from "../../runtime/driver/perform.ts";
import type { Clock, Ports } from "../../runtime/ports.ts";
import type { EventStore } from "../../runtime/store/event-store.ts";
import type { MemoryStore } from "../../runtime/store/memory.ts";
import { memoryShelf } from "../../runtime/store/memory.ts";
import { Bug } from "../../schemas/bug.ts";
import type { StoredEvent } from "../../schemas/event.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import { eventsOf, lineOf } from "./executions.ts";
import type { ManualClock } from "./fake-ports.ts";
import { manualClock, turns } from "./fake-ports.ts";
import type { Outside, OutsideStep } from "./outside.ts";
import { outsideOf } from "./outside.ts";

export interface SweepSpec {
  readonly input?: JsonObject;
  /** The ports of one process, anew for each. What they answer must depend on the call's site alone. */
  readonly ports: (clock: Clock) => Ports;
  /** Forwards and backwards by name unless said otherwise. */
  readonly orders?: readonly Order[];
  /** What happens outside whenever it is paused. */
  readonly outside?: readonly OutsideStep[];
  /** In place of what the kinds really do. */
  readonly behaviour?: () => Behaviour;
}

/** Which of several calls under way ends first, by the visits they are made for, such as `draft#1`. */
export type Order = (one: string, other: string) => number;

const forwards: Order = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const backwards: Order = (one, other) => forwards(other, one);

/** The calls of these nodes end in the order in which they are listed, and the others before them. */
export const inOrder = (nodes: readonly string[]): Order => (one, other) => placeIn(nodes, one) - placeIn(nodes, other) || forwards(one, other);

const placeIn = (nodes: readonly string[], visit: string): number => nodes.indexOf(visit.split("#")[0] ?? "");

/** Whether the process dies before its commit, or after it and before it knows. */
const sides = ["before", "after"] as const;

/**
 * Runs `program` to its end, then again with a crash at every commit, on both sides of it and in all orders of
 * completion, each time going on in a new process: the same end, no gap in the log, and no recorded visit done twice.
 * Gives the number of crashes it went through.
 */
export async function crashSweep(program: Program, spec: SweepSpec): Promise<number> {
  let crashes = 0;
  for (const order of spec.orders ?? [forwards, backwards]) {
    const calm = await live(memoryShelf().open(), spec, { order, outside: outsideOf(spec.outside ?? []) }, (runtime) => runtime.start(program, spec.input ?? {}));
    expect(calm.result.interrupted).toBeUndefined();
    for (const side of sides) {
      for (let at = side === "before" ? 1 : 0; at < calm.commits; at += 1) {
        await crashOnce(program, spec, calm, { order, side, at });
        crashes += 1;
      }
    }
  }
  return crashes;
}

interface Crash {
  readonly order: Order;
  readonly side: (typeof sides)[number];
  readonly at: number;
}

async function crashOnce(program: Program, spec: SweepSpec, calm: Lived, { order, ...crash }: Crash): Promise<void> {
  const where = `crash ${crash.side} commit ${crash.at}`;
  const shelf = memoryShelf();
  const dying = shelf.open();
  const outside = outsideOf(spec.outside ?? []);
  const before = await live(crashing(dying, crash), spec, { order, outside }, (runtime) => runtime.start(program, spec.input ?? {}));
  const recorded = callsIn(before.events, "node_completed", "step_completed");
  const started = callsIn(before.events, "node_started", "step_started");
  // A call is durable before it is made.
  expect(before.calls.filter((visit) => !started.has(visit)), where).toEqual([]);
  dying.die();

  const after = await live(shelf.open(), spec, { order, outside, books: calm.events, from: outside.at() ?? before.events.at(-1)?.at }, (runtime) => runtime.resume(before.result.id));
  expect(after.result, where).toEqual(calm.result);
  expect(after.events.map(({ seq }) => seq), where).toEqual(after.events.map((_, index) => index + 1));
  expect(after.events.slice(0, before.events.length), where).toEqual(before.events);
  // A call that the crash cut off is started again; nothing else may differ.
  expect(unrepeated(after.events), where).toEqual(unrepeated(calm.events));
  expect(after.calls.filter((visit) => recorded.has(visit)), where).toEqual([]);
  const once = new Set(calm.events.flatMap(({ event }) => (event.type === "node_started" && event.effect === "once" ? [`${event.node}#${event.visit}`] : [])));
  expect(after.calls.filter((visit) => once.has(visit) && started.has(visit)), where).toEqual([]);
}

/** The names of the visits and steps that have such an event. */
function callsIn(events: readonly StoredEvent[], visit: "node_started" | "node_completed", step: "step_started" | "step_completed"): ReadonlySet<string> {
  return new Set(events.flatMap(({ event }) => {
    if (event.type === visit) return [`${event.node}#${event.visit}`];
    return event.type === step ? [`${event.node}#${event.visit}.${event.attempt} step ${event.step}`] : [];
  }));
}

/** What was recorded, each thing once; what a person found in the books counts as if it had been recorded at once. */
function unrepeated(events: readonly StoredEvent[]): readonly string[] {
  const known = events.filter(({ event }) => event.type !== "node_uncertain");
  return [...new Set(known.map(({ event }) => lineOf(event).replace(/ resolved: done$/, " completed")))];
}

/** A person finds out what became of uncertain calls: in the books stands what they come to when nothing crashes. */
function lookUp(runtime: Runtime, id: string, books: readonly StoredEvent[]): boolean {
  const found = runtime.inspect(id);
  const doubted = found.ok ? found.value.waits.filter((wait) => wait.for === "resolution") : [];
  for (const { node, visit } of doubted) {
    const entry = books.find(({ event }) => event.type === "node_completed" && event.node === node && event.visit === visit)?.event;
    const posted = runtime.resolve(id, { node, resolution: "done", output: entry?.type === "node_completed" ? entry.output : null });
    if (!posted.ok) throw new Bug(JSON.stringify(posted.refusal));
  }
  return doubted.length > 0;
}

/** What one process did before it ended. */
interface Lived {
  readonly result: ExecutionResult;
  readonly events: readonly StoredEvent[];
  readonly commits: number;
  /** The visits that were called and the steps that were made, in order. */
  readonly calls: readonly string[];
}

interface Living {
  readonly order: Order;
  readonly outside: Outside;
  /** What calls came to where nothing crashed. */
  readonly books?: readonly StoredEvent[];
  readonly from?: number | undefined;
}

async function live(store: EventStore, spec: SweepSpec, { order, outside, books = [], from }: Living, begin: (runtime: Runtime) => Started): Promise<Lived> {
  const clock = manualClock(from);
  const gate = gated(spec.behaviour?.() ?? { activities, judge, merge }, order);
  let commits = 0;
  const counted: EventStore = { ...store, commit: (appends) => ((commits += 1), store.commit(appends)) };
  const runtime = runtimeOn({ store: counted, ports: spec.ports(clock), behaviour: gate.behaviour });
  const carried = (started: Started): Promise<ExecutionResult> => pumped(clock, gate, started.ok ? started.done : Promise.reject(new Bug(JSON.stringify(started.refusal))));
  let result = await carried(begin(runtime));
  while (result.status === "paused" && result.interrupted === undefined && (lookUp(runtime, result.id, books) || outside.next(runtime, result.id, clock))) result = await carried(runtime.resume(result.id));
  return { result, events: eventsOf(runtime, result.id), commits, calls: gate.calls };
}

/** A store whose process dies at one commit: it answers as a disk that is gone, and says no more. */
function crashing(store: MemoryStore, { side, at }: Omit<Crash, "order">): EventStore {
  let commits = 0;
  return {
    ...store,
    commit: (appends) => {
      const here = commits;
      commits += 1;
      if (here < at || (here === at && side === "after")) store.commit(appends);
      return here < at ? { ok: true, value: appends.map(() => "committed") } : { ok: false, failure: { code: "io_error", message: "crash", retryable: false } };
    },
  };
}

interface Gate {
  readonly behaviour: Behaviour;
  readonly calls: string[];
  /** Lets one call go on, unless one is at work; whether any call is under way. */
  readonly release: () => boolean;
}

/** Holds every call until it is released, so that the order of completion is the test's to choose. */
function gated(real: Behaviour, order: Order): Gate {
  const calls: string[] = [];
  const held: { readonly visit: string; readonly go: () => void }[] = [];
  let atWork = 0;
  const through: Through = async (context, work) => {
    const { node, visit, attempt } = context.site;
    calls.push(`${node}#${visit}`);
    await new Promise<void>((go) => {
      const call = { visit: `${node}#${visit}`, go };
      held.push(call);
      // Nobody waits for it any more: it neither ends nor holds up the others.
      context.signal.addEventListener("abort", () => void (held.includes(call) && held.splice(held.indexOf(call), 1)));
    });
    let steps = 0;
    const step: ActivityContext["step"] = (spec, make) => {
      const name = `${node}#${visit}.${attempt} step ${(steps += 1)}`;
      return context.step(spec, (key) => {
        calls.push(name);
        return make(key);
      });
    };
    atWork += 1;
    return work({ ...context, step }).finally(() => (atWork -= 1));
  };
  return {
    calls,
    release: () => {
      const underWay = atWork + held.length > 0;
      if (atWork === 0) held.sort((one, other) => order(one.visit, other.visit)).shift()?.go();
      return underWay;
    },
    behaviour: gateAll(real, through),
  };
}

type Through = <T>(context: ActivityContext, work: (context: ActivityContext) => Promise<T>) => Promise<T>;

function gateAll({ activities: real, ...rest }: Behaviour, through: Through): Behaviour {
  return {
    activities: {
      model: (fields, context) => through(context, (inner) => real.model(fields, inner)),
      tool: (fields, context) => through(context, (inner) => real.tool(fields, inner)),
      http: (fields, context) => through(context, (inner) => real.http(fields, inner)),
    },
    judge: (fields, judged, context) => through(context, (inner) => rest.judge(fields, judged, inner)),
    merge: (by, branches, context) => through(context, (inner) => rest.merge(by, branches, inner)),
  };
}

/** What the kinds really do, one call after the other and by name, so that branches leave the same log on every run. */
export function oneByOne(): Behaviour {
  const gate = gated({ activities, judge, merge }, forwards);
  const pump = async (): Promise<void> => {
    await turns();
    gate.release();
  };
  return gateAll(gate.behaviour, (context, work) => {
    void pump();
    return work(context).finally(() => void pump());
  });
}

/** Lets calls end one by one, and time pass only when none is under way. */
async function pumped(clock: ManualClock, gate: Gate, done: Promise<ExecutionResult>): Promise<ExecutionResult> {
  let result: ExecutionResult | undefined;
  let broken: unknown;
  done.then((value) => (result = value), (error: unknown) => (broken = error));
  for (;;) {
    await turns(2);
    if (result !== undefined) return result;
    if (broken !== undefined) throw broken;
    if (gate.release()) continue;
    const ms = clock.untilNext();
    if (ms !== undefined) clock.advance(ms);
  }
}
