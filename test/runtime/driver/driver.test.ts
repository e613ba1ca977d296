import { expect, it } from "vitest";
import type { ActivityResult } from "../../../runtime/activity.ts";
import { runtimeOn } from "../../../runtime/driver/open.ts";
import { describeRefusal } from "../../../runtime/driver/refusal.ts";
import type { Append, EventStore } from "../../../runtime/store/event-store.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import type { Program } from "../../../schemas/program.ts";
import { types } from "../../../schemas/type.ts";
import { ended, eventsOf, lineOf, run } from "../../support/executions.ts";
import { fails, fakePorts, gives, manualClock, turns, world } from "../../support/fake-ports.ts";
import { anyState, call, choose, equals, get, halt, lit, program, text } from "../../support/programs.ts";

const two = program({ state: anyState("a"), nodes: { one: call({ writes: "a", next: "two" }), two: call(), end: halt() } });
const forever = (): Promise<ActivityResult> => new Promise(() => {});

/** A store that says what each commit wrote. */
function watched(store: EventStore): { readonly store: EventStore; readonly commits: (readonly string[])[] } {
  const commits: (readonly string[])[] = [];
  const commit = (appends: readonly Append[]): ReturnType<EventStore["commit"]> => {
    commits.push(appends.flatMap(({ events }) => events.map(({ event }) => lineOf(event))));
    return store.commit(appends);
  };
  return { store: { ...store, commit }, commits };
}

it("writes 'completed n' and 'started n + 1' in one commit, before the call", async () => {
  const { store, commits } = watched(memoryShelf().open());
  const seen: number[] = [];
  await run(two, { store, world: world({ one: () => (seen.push(commits.length), gives(1)), two: () => (seen.push(commits.length), gives(2)) }) });
  expect(commits).toEqual([
    ["workflow started", "one#1 scheduled via start", "one#1.1 started"],
    ["one#1.1 completed", "two#1 scheduled via next", "two#1.1 started"],
    ["two#1.1 completed", "workflow completed at end"],
  ]);
  expect(seen).toEqual([1, 2]);
});

it("shares one commit among executions that are ready in one turn", async () => {
  const { store, commits } = watched(memoryShelf().open());
  const clock = manualClock();
  const runtime = runtimeOn({ store, ports: fakePorts({ clock }), behaviour: world().behaviour });
  const started = Array.from({ length: 50 }, () => runtime.start(two, {}));
  await Promise.all(started.map((each) => ended(clock, each)));
  // The first one is alone when it starts; the others share.
  expect(commits.length).toBeLessThan(10);
  expect(commits.flat()).toHaveLength(50 * 8);
});

it("tells listeners what is durable, and text as it comes", async () => {
  const { store, commits } = watched(memoryShelf().open());
  const told: string[] = [];
  const there = world({ one: (made) => (made.context.onText?.("hel"), made.context.onText?.("lo"), gives(1)) });
  await run(two, {
    store, world: there,
    listeners: [{ onEvent: (_, { event }) => told.push(`${lineOf(event)} (${commits.length})`), onText: (_, site, delta) => told.push(`${site.node}: ${delta}`) }],
  });
  expect(told.slice(0, 6)).toEqual(["workflow started (1)", "one#1 scheduled via start (1)", "one#1.1 started (1)", "one: hel", "one: lo", "one#1.1 completed (2)"]);
});

it("ends an attempt at its timeout, aborts it, and ignores what comes later", async () => {
  let release: (result: ActivityResult) => void = () => {};
  const late = new Promise<ActivityResult>((resolve) => (release = resolve));
  const subject = program({ state: anyState("a"), nodes: { one: call({ writes: "a", timeout_ms: 5_000, retry: { max_attempts: 2, delay_ms: 10 } }), end: halt() } });
  const there = world({ one: (made) => (made.attempt === 1 ? late : (release(gives("late")), gives("second"))) });
  const { result, log, events } = await run(subject, { world: there });
  expect(log).toEqual(["workflow started", "one#1 scheduled via start", "one#1.1 started", "one#1.1 failed timeout", "one#1.2 retry in 10", "one#1.2 started", "one#1.2 completed", "workflow completed at end"]);
  expect(result.state).toEqual({ a: "second" });
  expect(there.calls[0]?.context.signal.aborted).toBe(true);
  expect(there.calls[1]?.context.signal.aborted).toBe(false);
  expect(events[3]?.event).toMatchObject({ duration_ms: 5_000, failure: { message: "it took longer than 5s" } });
});

it("gives every attempt of a visit the same idempotency key, and no other visit", async () => {
  const subject = program({ nodes: { one: call({ retry: { delay_ms: 1 }, next: "two" }), two: call({ next: "again" }), again: choose([[lit(false), "end"]], "one"), end: halt() } });
  let asked = 0;
  const there = world({ one: () => ((asked += 1) % 2 === 1 && asked < 4 ? fails("timeout") : gives(1)), two: (made) => (made.visit < 2 ? gives(1) : fails("http_status")) });
  await run(subject, { world: there });
  const keys = there.calls.map(({ node, visit, key }) => [`${node}#${visit}`, key] as const);
  expect(new Set(keys.map(([visit]) => visit)).size).toBe(4);
  expect(new Set(keys.map(([, key]) => key)).size).toBe(4);
  expect(new Set(keys.map(([visit, key]) => visit + key)).size).toBe(4);
  expect(keys[0]?.[1]).toMatch(/^[0-9a-f]{64}$/);
});

it("fails the node whose activity throws", async () => {
  const { result } = await run(two, { world: world({ one: () => { throw new TypeError("x is not a function"); } }) });
  expect(result).toMatchObject({ status: "failed", failure: { code: "node_failed", message: "'one' broke: x is not a function" } });
});

it("waits for a retry by its recorded moment, also after a restart and whatever the wall clock does", async () => {
  const subject = program({ nodes: { one: call({ retry: { delay_ms: 60_000, max_delay_ms: 60_000 } }), end: halt() } });
  const shelf = memoryShelf();
  const clock = manualClock();
  const there = world({ one: (made) => (made.attempt === 1 ? fails("timeout") : gives(1)) });
  const open = () => runtimeOn({ store: shelf.open(), ports: fakePorts({ clock }), behaviour: there.behaviour });

  const first = open();
  const started = first.start(subject, {});
  if (!started.ok) throw new Error("refused");
  await turns();
  clock.advance(20_000);
  await turns();
  expect(there.calls).toHaveLength(1);
  first.close();
  expect(await started.done).toMatchObject({ status: "running", interrupted: "the runtime was shut down" });
  clock.advance(30_000);

  // The wall clock is set back by an hour: the wait is not longer than it was.
  clock.setWall(clock.now() - 3_600_000);
  const resumed = open().resume(started.id);
  if (!resumed.ok) throw new Error(describeRefusal(resumed.refusal).join());
  await turns();
  clock.advance(59_999);
  await turns();
  expect(there.calls).toHaveLength(1);
  clock.advance(1);
  await turns();
  expect(there.calls).toHaveLength(2);
  expect(await ended(clock, resumed)).toMatchObject({ status: "completed" });
});

it("refuses by name what it does not do yet, before anything starts", () => {
  const { runtime, store } = idle();
  const delegating = program({ nodes: { end: halt() }, requires: [{ feature: "oauth", by: "workflow.oauth" }, { feature: "continue_as_new", by: "workflow.continue_as_new" }] });
  expect(refused(runtime.start(delegating, {}))).toEqual([
    "'workflow.oauth' needs OAuth delegation (`oauth`, `oauth_scopes`), which this runtime does not do yet",
    "'workflow.continue_as_new' needs segments that roll over (`continue_as_new`), which this runtime does not do yet",
  ]);
  expect(store.executions({ tenant: "default", limit: 9 })).toEqual([]);
});

it("refuses an input that lacks something or does not fit, and says where", () => {
  const { runtime } = idle();
  const subject: Program = program({
    state: { query: { type: types.str }, tags: { type: { kind: "list", of: types.str } }, depth: { type: types.int, default: 1 } },
    inputs: [{ key: "query", required: true }, { key: "depth", required: true }, { key: "tags", required: false }],
    nodes: { end: halt() },
  });
  expect(refused(runtime.start(subject, { tags: ["a", 2], other: 1 }))).toEqual(["the input lacks 'query'", "input 'tags': state.tags[1] takes str, not int"]);
  const started = runtime.start(subject, { query: "q", other: 1 });
  expect(started.ok && eventsOf(runtime, started.id)[0]?.event).toMatchObject({ input: { query: "q" } });
});

it("H64: refuses to start or to resume while an environment variable is not set, and names it", async () => {
  const subject = program({ env: ["TOKEN", "PORT"], recorded_env: ["PORT"], nodes: { one: call({ fields: (code) => ({ arguments: { t: { code: code(text(get("env", "TOKEN"))) } } }) }), end: halt() } });
  const { runtime, shelf } = idle({ PORT: "80" });
  expect(refused(runtime.start(subject, {}))).toEqual(["the environment variable 'TOKEN' is not set"]);

  const there = world();
  const whole = runtimeOn({ store: shelf.open(), ports: fakePorts({ env: { PORT: "80", TOKEN: "s3cret" } }), behaviour: there.behaviour });
  const started = whole.start(subject, {});
  if (!started.ok) throw new Error("refused");
  await started.done;
  const events = eventsOf(whole, started.id);
  expect(there.calls[0]?.fields).toEqual({ arguments: { t: "s3cret" } });
  expect(JSON.stringify(events)).not.toContain("s3cret");
  expect(events[0]?.event).toMatchObject({ env: { PORT: "80" } });
  expect(events[2]?.event).toMatchObject({ input: { arguments: { t: "{{ env.TOKEN }}" } } });
});

it("reads the environment in conditions as it was when the execution started", async () => {
  const subject = program({ env: ["MODE"], recorded_env: ["MODE"], nodes: { one: call({ next: { cases: [[equals(get("env", "MODE"), lit("fast")), "end"]], otherwise: "lost" } }), lost: halt("failed"), end: halt() } });
  const env: Record<string, string> = { MODE: "fast" };
  const { result } = await run(subject, { env, world: world({ one: () => ((env["MODE"] = "slow"), gives(1)) }) });
  expect(result.status).toBe("completed");
});

it("gives an execution that has ended its result again, and knows no other id", async () => {
  const there = world();
  const { runtime, result } = await run(two, { world: there });
  const again = runtime.resume(result.id);
  expect(again.ok && (await again.done)).toEqual(result);
  expect(there.calls).toHaveLength(2);
  expect(refused(runtime.start(two, {}, { id: result.id }))).toEqual([`'${result.id}' exists already: resume it, or start another`]);
  expect(refused(runtime.resume("exec_none"))).toEqual(["no execution is called 'exec_none'"]);
  expect(runtime.inspect("exec_none")).toMatchObject({ ok: false, refusal: { why: "unknown" } });
  expect(runtime.inspect(result.id, { tenant: "other" })).toMatchObject({ ok: false, refusal: { why: "unknown" } });
});

it("does not resume what another process, or this one, is running", async () => {
  const shelf = memoryShelf();
  const ports = fakePorts();
  const behaviour = world({ one: forever }).behaviour;
  const first = runtimeOn({ store: shelf.open(), ports, behaviour });
  const second = runtimeOn({ store: shelf.open(), ports, behaviour });
  const started = first.start(two, {});
  if (!started.ok) throw new Error("refused");
  const message = `'${started.id}' is already being run: wait for it to end, or stop the process that runs it`;
  expect(refused(second.resume(started.id))).toEqual([message]);
  expect(refused(first.resume(started.id))).toEqual([message]);
});

it("lets go of an execution that another process has taken over", async () => {
  const shelf = memoryShelf();
  const store = shelf.open();
  let release: (result: ActivityResult) => void = () => {};
  const slow = new Promise<ActivityResult>((resolve) => (release = resolve));
  const first = runtimeOn({ store, ports: fakePorts(), behaviour: world({ one: () => slow }).behaviour });
  const started = first.start(two, {});
  if (!started.ok) throw new Error("refused");
  await turns();
  store.die();
  const there = world();
  const second = runtimeOn({ store: shelf.open(), ports: fakePorts(), behaviour: there.behaviour });
  const resumed = second.resume(started.id);
  expect(resumed.ok && (await resumed.done)).toMatchObject({ status: "completed", state: { a: "one" } });
  release(gives("zombie"));
  expect(await started.done).toMatchObject({ interrupted: "another process has taken this execution over" });
  expect(second.inspect(started.id)).toMatchObject({ ok: true, value: { state: { a: "one" } } });
});

it("aborts what is under way at shutdown, takes no more, and keeps what is recorded", async () => {
  const { store, commits } = watched(memoryShelf().open());
  const there = world({ two: forever });
  const runtime = runtimeOn({ store, ports: fakePorts(), behaviour: there.behaviour });
  const started = runtime.start(two, {});
  await turns();
  runtime.close("interrupted");
  expect(started.ok && (await started.done)).toMatchObject({ status: "running", interrupted: "interrupted", state: { a: "one" } });
  expect(there.calls[1]?.context.signal.aborted).toBe(true);
  expect(commits.flat().at(-1)).toBe("two#1.1 started");
  expect(refused(runtime.start(two, {}))).toEqual(["the runtime is shutting down"]);
});

it("tells who listens of everything that is in the log, what it writes while it shuts down included", () => {
  const heard: string[] = [];
  const runtime = runtimeOn({ store: memoryShelf().open(), ports: fakePorts(), behaviour: world({ one: forever }).behaviour, listeners: [{ onEvent: ({ id }, { seq }) => void heard.push(`${id}/${seq}`) }] });
  const ids = [runtime.start(two, {}), runtime.start(two, {}), runtime.start(two, {})].flatMap((started) => (started.ok ? [started.id] : []));
  runtime.close("interrupted");
  const logged = ids.flatMap((id) => eventsOf(runtime, id).map(({ seq }) => `${id}/${seq}`));
  expect(logged.length).toBeGreaterThan(3);
  expect(heard.toSorted()).toEqual(logged.toSorted());
});

it("stops with the store's reason when nothing can be written", async () => {
  const store = memoryShelf().open();
  let left = 1;
  const full: EventStore = { ...store, commit: (appends) => ((left -= 1) < 0 ? { ok: false, failure: { code: "io_error", message: "the disk is full", retryable: true } } : store.commit(appends)) };
  const { result, log } = await run(two, { store: full });
  expect(result).toMatchObject({ status: "running", interrupted: "the disk is full" });
  expect(log.at(-1)).toBe("one#1.1 started");
});

it("tells of an end that could not be written how the execution stands without it", async () => {
  const store = memoryShelf().open();
  const isEnd = (appends: readonly Append[]): boolean => appends.some(({ events }) => events.some(({ event }) => event.type === "workflow_completed"));
  const full: EventStore = { ...store, commit: (appends) => (isEnd(appends) ? { ok: false, failure: { code: "io_error", message: "the disk is full", retryable: true } } : store.commit(appends)) };
  const { result, log } = await run(two, { store: full });
  expect(result).toMatchObject({ status: "running", interrupted: "the disk is full", steps: 1, state: { a: "one" } });
  expect(result.state).not.toHaveProperty("b");
  expect(log.at(-1)).toBe("two#1.1 started");
});

it("tells attempt by attempt what happened, with what each node received and gave", async () => {
  const subject = program({
    state: anyState("a"),
    nodes: { one: call({ writes: "a", retry: { delay_ms: 1 }, next: "route", fields: () => ({ server: "s", tool: "t" }) }), route: choose([], "end"), end: halt() },
  });
  const { runtime, result } = await run(subject, { world: world({ one: (made) => (made.attempt === 1 ? fails("timeout") : gives("x")) }) });
  const inspection = runtime.inspect(result.id);
  if (!inspection.ok) throw new Error("refused");
  expect(inspection.value.steps).toEqual([
    { about: {}, node: "one", kind: "tool", key: expect.stringMatching(/^[0-9a-f]{64}$/), visit: 1, attempt: 1, branches: [], status: "failed", usage: [], durationMs: 0, input: { server: "s", tool: "t" }, failure: expect.objectContaining({ code: "timeout" }) },
    { about: {}, node: "one", kind: "tool", key: expect.stringMatching(/^[0-9a-f]{64}$/), visit: 1, attempt: 2, branches: [], status: "completed", usage: [], durationMs: 0, input: { server: "s", tool: "t" }, output: "x" },
    { about: {}, node: "route", kind: "branch", visit: 1, attempt: 1, branches: [], status: "completed", usage: [], to: "end" },
    { about: {}, node: "end", kind: "end", visit: 1, attempt: 1, branches: [], status: "completed", usage: [] },
  ]);
  expect(inspection.value).toMatchObject({ id: result.id, status: "completed", state: { a: "x" }, workflow: { id: "test", version: "1.0.0" } });
});

function idle(env: { readonly [name: string]: string } = {}) {
  const shelf = memoryShelf();
  const store = shelf.open();
  return { shelf, store, runtime: runtimeOn({ store, ports: fakePorts({ env }), behaviour: world().behaviour }) };
}

function refused(started: ReturnType<ReturnType<typeof runtimeOn>["start"]>): readonly string[] {
  if (started.ok) throw new Error("it was started");
  return describeRefusal(started.refusal);
}
