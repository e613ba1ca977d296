import { expect, it } from "vitest";
import type { ActivityContext, ActivityResult } from "../../../runtime/activity.ts";
import { runtimeOn } from "../../../runtime/driver/open.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import type { Json } from "../../../schemas/json.ts";
import { crashSweep } from "../../support/crash.ts";
import { ended, run } from "../../support/executions.ts";
import type { Answer } from "../../support/fake-ports.ts";
import { fails, fakePorts, gives, manualClock, usage, world } from "../../support/fake-ports.ts";
import { anyState, call, halt, program } from "../../support/programs.ts";

/** Makes one step after the other and gives what they came to. */
function makes(...steps: readonly (readonly [call: string, result: ActivityResult])[]): Answer {
  return async ({ context }) => {
    const came: Json[] = [];
    for (const [name, result] of steps) {
      const outcome = await context.step({ kind: "tool", call: name, effect: "read", input: null }, async () => result);
      came.push(outcome.ok ? outcome.value : outcome.failure.code);
    }
    return gives(came);
  };
}

const subject = program({ state: anyState("a"), nodes: { work: call({ writes: "a", next: "rest", retry: { max_attempts: 2 } }), rest: call(), end: halt() } });

it("records each call of an attempt before it is made and after, and counts what it used once", async () => {
  const there = world({ work: makes(["one", gives(1, [usage()])], ["two", fails("tool_error")], ["three", gives(3, [usage({ cost_usd: null })])]) });
  const { log, result } = await run(subject, { world: there });
  expect(log.slice(2, 10)).toEqual([
    "work#1.1 started", "work#1.1 step 1 one started", "work#1.1 step 1 completed", "work#1.1 step 2 two started",
    "work#1.1 step 2 failed tool_error", "work#1.1 step 3 three started", "work#1.1 step 3 completed", "work#1.1 completed",
  ]);
  expect(result).toMatchObject({ state: { a: [1, "tool_error", 3] }, totals: { input_tokens: 20, output_tokens: 10, cost_usd: 0.5, unpriced: 1 } });
});

it("makes no recorded call again, wherever a crash comes between", async () => {
  const answers = { work: makes(["one", gives(1, [usage()])], ["two", fails("tool_error")], ["three", gives(3)]) };
  expect(await crashSweep(subject, { ports: (clock) => fakePorts({ clock }), behaviour: () => world(answers).behaviour })).toBeGreaterThan(20);
});

it("begins a new attempt without the steps of the one before", async () => {
  let made = 0;
  const there = world({
    work: async ({ context }) => {
      await context.step({ kind: "tool", call: "one", effect: "read", input: null }, async () => gives((made += 1)));
      return context.site.attempt === 1 ? fails("timeout") : gives(made);
    },
  });
  const { log, result } = await run(subject, { world: there });
  expect(result.state).toEqual({ a: 2 });
  expect(log.filter((line) => line.includes("step"))).toEqual(["work#1.1 step 1 one started", "work#1.1 step 1 completed", "work#1.2 step 1 one started", "work#1.2 step 1 completed"]);
});

it("gives a call the same key on every attempt, and another call another", async () => {
  const keys: string[] = [];
  const asks = (context: ActivityContext, name: string, input: Json): Promise<unknown> => context.step({ kind: "tool", call: name, effect: "idempotent", input }, async (key) => (keys.push(key), gives(null)));
  const there = world({
    work: async ({ context }) => {
      await asks(context, "s.book", { seat: 1 });
      await asks(context, "s.book", { seat: context.site.attempt });
      return context.site.attempt === 1 ? fails("timeout") : gives(null);
    },
  });
  await run(subject, { world: there });
  const [first, second, firstAgain, secondAgain] = keys;
  expect(firstAgain).toBe(first);
  expect(new Set([first, second, secondAgain]).size).toBe(3);
});

it("lets nothing of the environment into what it records, and goes on from what it recorded", async () => {
  const key = "sk-very-secret-value";
  const there = world({ work: async ({ context }) => {
    const outcome = await context.step({ kind: "tool", call: "s.tell", effect: "read", input: { token: key } }, async () => gives(`it is ${key}`));
    return gives(outcome.ok ? outcome.value : null);
  } });
  const { events, result } = await run(subject, { world: there, env: { API_KEY: key }, secrets: ["API_KEY"] });
  expect(JSON.stringify(events)).not.toContain(key);
  expect(result.state).toEqual({ a: "it is {{ env.API_KEY }}" });
});

it("asks policies before each call, and records a refusal as what the call came to", async () => {
  const strict = program({ state: anyState("a"), settings: { policy: { blocked_tools: ["s.two"] } }, nodes: { work: call({ writes: "a", fields: () => ({ server: "s", tool: "own" }) }), end: halt() } });
  const { log, result } = await run(strict, { world: world({ work: makes(["s.one", gives(1)], ["s.two", gives(2)]) }) });
  expect(result.state).toEqual({ a: [1, "policy_denied"] });
  expect(log).toContain("work#1.1 step 2 s.two started");
  expect(log).toContain("work#1.1 step 2 failed policy_denied");
});

it("records nothing of a call that ends after its attempt timed out", async () => {
  const clock = manualClock();
  const timed = program({ nodes: { work: call({ timeout_ms: 50 }), end: halt() } });
  const there = world({
    work: async ({ context }) => {
      await context.step({ kind: "tool", call: "slow", effect: "read", input: null }, () => new Promise((resolve) => clock.after(80, () => resolve(gives(1)))));
      await context.step({ kind: "tool", call: "next", effect: "read", input: null }, async () => gives(2));
      return gives(null);
    },
  });
  const { log } = await run(timed, { world: there, clock });
  clock.advance(100);
  expect(log).toEqual(["workflow started", "work#1 scheduled via start", "work#1.1 started", "work#1.1 step 1 slow started", "work#1.1 failed timeout", "workflow failed timeout at work"]);
});

it("refuses to take the recorded result of one call for that of another", async () => {
  const shelf = memoryShelf();
  const clock = manualClock();
  const dying = shelf.open();
  const first = runtimeOn({ store: dying, ports: fakePorts({ clock }), behaviour: world({ work: async (made) => (await makes(["one", gives(1)])(made), new Promise(() => {})) }).behaviour });
  const started = first.start(subject, {});
  if (!started.ok) throw new Error("refused");
  await new Promise((resolve) => setImmediate(resolve));
  first.close();
  dying.die();
  const second = runtimeOn({ store: shelf.open(), ports: fakePorts({ clock }), behaviour: world({ work: async ({ context }) => {
    const outcome = await context.step({ kind: "tool", call: "other", effect: "read", input: null }, async () => gives(2));
    return outcome.ok ? gives(outcome.value) : { ...outcome, usage: [] };
  } }).behaviour });
  expect((await ended(clock, second.resume(started.id))).failure?.message).toBe("step 1 of 'work' called 'one' before the crash, and would call 'other' now: undo what was changed in jamjet.toml meanwhile");
});
