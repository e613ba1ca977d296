import { Bug } from "../../schemas/bug.ts";
import type { Usage } from "../../schemas/event.ts";
import type { FailureCode, Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { ActivityContext, ActivityResult, Judged } from "../../runtime/activity.ts";
import type { Behaviour } from "../../runtime/driver/perform.ts";
import type { Clock, Ports } from "../../runtime/ports.ts";

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Lets `ms` pass, and fires the timers that come due, in their order. */
  readonly advance: (ms: number) => void;
  /** Sets the wall clock alone, as an administrator does. */
  readonly setWall: (at: number) => void;
  /** Milliseconds until the next timer, or `undefined` without one. */
  readonly untilNext: () => number | undefined;
}

export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let elapsed = 0;
  let wall = start;
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  const next = (): { readonly at: number; readonly callback: () => void } | undefined => [...timers].sort((a, b) => a.at - b.at)[0];
  return {
    now: () => wall,
    monotonic: () => elapsed,
    after: (ms, callback) => {
      const timer = { at: elapsed + ms, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: (ms) => {
      const until = elapsed + ms;
      for (let timer = next(); timer !== undefined && timer.at <= until; timer = next()) {
        wall += timer.at - elapsed;
        elapsed = timer.at;
        timers.delete(timer);
        timer.callback();
      }
      wall += until - elapsed;
      elapsed = until;
    },
    setWall: (at) => {
      wall = at;
    },
    untilNext: () => {
      const timer = next();
      return timer === undefined ? undefined : timer.at - elapsed;
    },
  };
}

export interface FakePortsSpec {
  readonly clock?: Clock;
  readonly env?: { readonly [name: string]: string };
  readonly secrets?: readonly string[];
}

/** Ports of a machine where time stands still, with the given environment; whatever reaches out further is a mistake of the test. */
export function fakePorts({ clock = manualClock(), env = {}, secrets = [] }: FakePortsSpec = {}): Ports {
  let made = 0;
  return {
    clock,
    ids: { execution: () => `exec_${String((made += 1)).padStart(4, "0")}`, event: () => `evt_${String((made += 1)).padStart(4, "0")}` },
    env: (name) => env[name],
    secrets,
    http: { send: () => unreached("http") },
    models: { generate: () => unreached("models"), fallbacks: () => [], estimate: () => unreached("models") },
    tools: { call: () => unreached("tools"), list: () => unreached("tools"), close: () => Promise.resolve() },
    functions: { call: () => unreached("functions"), close: () => Promise.resolve() },
  };
}

function unreached(port: string): never {
  throw new Bug(`nothing in this test reaches the port '${port}'`);
}

/** One call that a node made. */
export interface Made {
  readonly node: string;
  readonly visit: number;
  readonly attempt: number;
  readonly key: string;
  readonly fields: JsonObject;
  readonly judged?: Judged;
  readonly context: ActivityContext;
}

/** What the world answers a node, by what it asked. A promise answers later. */
export type Answer = (made: Made) => ActivityResult | Promise<ActivityResult>;

export const gives = (value: Json, usage: readonly Usage[] = []): ActivityResult => ({ ok: true, value, usage });
export const fails = (code: FailureCode, extras: Partial<Pick<Failure, "retryAfterMs" | "status" | "retryable">> = {}): ActivityResult => ({ ok: false, failure: failure(code, `it said ${code}`, extras), usage: [] });
/** What scorers say, as an eval's verdict. */
export const scores = (...messages: readonly (string | null)[]): ActivityResult =>
  gives({ passed: messages.every((message) => message === null), score: 1, scorers: messages.map((message, index) => ({ scorer: `s${index}`, passed: message === null, score: message === null ? 1 : 0, message: message ?? "fine" })) });

export const usage = (over: Partial<Usage> = {}): Usage => ({ provider: "fake", model: "fake-1", input_tokens: 10, output_tokens: 5, cost_usd: 0.5, ...over });

/** Nodes whose calls are answered as the test says, in place of what their kinds do. */
export interface World {
  readonly behaviour: Behaviour;
  readonly calls: readonly Made[];
}

/** A world that answers each node by name; a node it does not know gets its own name back. */
export function world(answers: { readonly [node: string]: Answer } = {}): World {
  const calls: Made[] = [];
  const answer = async (fields: JsonObject, context: ActivityContext, judged?: Judged): Promise<ActivityResult> => {
    const made: Made = { ...context.site, key: context.idempotencyKey, fields, context, ...(judged === undefined ? {} : { judged }) };
    calls.push(made);
    return (answers[context.site.node] ?? (() => gives(context.site.node)))(made);
  };
  const activity = (fields: object, context: ActivityContext): Promise<ActivityResult> => answer(fields as JsonObject, context);
  return {
    calls,
    behaviour: {
      activities: { model: activity, tool: activity, http: activity },
      // A scripted verdict is written as the plain data that a verdict is.
      judge: (fields, judged, context) => answer(fields as unknown as JsonObject, context, judged) as never,
      merge: (by, branches, context) => answer({ ...by, branches: branches.branches.map((each) => ({ ...each })), state: branches.state }, context),
    },
  };
}

/** Lets everything that is ready happen. */
export async function turns(count = 5): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
