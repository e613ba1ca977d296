import fc from "fast-check";
import { expect, it } from "vitest";
import type { Reservation } from "../../../schemas/event.ts";
import type { FailureCode } from "../../../schemas/failure.ts";
import type { JsonObject } from "../../../schemas/json.ts";
import type { Program } from "../../../schemas/program.ts";
import { runtimeOn } from "../../../runtime/driver/open.ts";
import { describeRefusal } from "../../../runtime/driver/refusal.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import { ended, eventsOf, lineOf, run } from "../../support/executions.ts";
import type { Answer } from "../../support/fake-ports.ts";
import { fails, fakePorts, gives, manualClock, turns, usage, world } from "../../support/fake-ports.ts";
import { anyState, call, fork, halt, program } from "../../support/programs.ts";

const worst: Reservation = { input_tokens: 100, output_tokens: 50, cost_usd: 0.1 };

/** Asks a model once, which may need `estimate` and needs `used`. */
const asks = (estimate: Reservation, used: Parameters<typeof usage>[0] = {}): Answer => async ({ context }) => {
  expect(context.isBudgeted).toBe(true);
  const outcome = await context.step({ kind: "model", call: "m", effect: "read", input: null, estimate }, async () => gives("said", [usage(used)]));
  return outcome.ok ? gives(outcome.value) : { ...outcome, usage: [] };
};

const line = (settings: JsonObject): Program =>
  program({ state: anyState("a", "b"), settings, nodes: { one: call({ writes: "a", next: "two" }), two: call({ writes: "b" }), cheap: call(), end: halt() } });

it("makes a call that fits, and holds back what it may come to until it has ended", async () => {
  const { result, events } = await run(line({ token_budget: { total_tokens: 300 } }), { world: world({ one: asks(worst, { input_tokens: 90, output_tokens: 10 }), two: asks(worst) }) });
  expect(result.status).toBe("completed");
  expect(events.flatMap(({ event }) => (event.type === "step_started" ? [event.reserved] : []))).toEqual([worst, worst]);
});

it("fails before a call whose worst case does not fit, whatever the call would have come to", async () => {
  const { log, result } = await run(line({ cost_budget_usd: 0.15 }), { world: world({ one: asks(worst, { cost_usd: 0.09 }), two: asks(worst, { cost_usd: 0 }) }) });
  expect(log.slice(-3)).toEqual(["two#1.1 started", "two#1.1 exceeds cost_usd", "workflow failed budget_exceeded at two"]);
  expect(result.failure?.message).toBe("'cost_budget_usd' is $0.15: $0.09 are spent or reserved, and the next call may need $0.1");
});

it("counts what a provider does not say as the worst case", async () => {
  const { log } = await run(line({ token_budget: { output_tokens: 90 } }), { world: world({ one: asks(worst, { output_tokens: null }), two: asks(worst) }) });
  expect(log).toContain("two#1.1 exceeds output_tokens");
});

it("lets a budget be spent to the last cent", async () => {
  const dime = { ...worst, cost_usd: 0.1 };
  const subject = program({ settings: { cost_budget_usd: 0.3 }, nodes: { one: call({ next: "two" }), two: call({ next: "three" }), three: call(), end: halt() } });
  const { result } = await run(subject, { world: world({ one: asks(dime, dime), two: asks(dime, dime), three: asks(dime, dime) }) });
  expect(result).toMatchObject({ status: "completed", steps: 3 });
});

it("makes no call whose price is unknown where the cost is limited", async () => {
  const { result } = await run(line({ cost_budget_usd: 100 }), { world: world({ one: asks({ ...worst, cost_usd: null }) }) });
  expect(result.failure).toMatchObject({ code: "budget_exceeded", message: "'cost_budget_usd' is $100, and what the next call costs is not known" });
});

it("stops behind a call that came out dearer than what was left", async () => {
  const { log, result } = await run(line({ token_budget: { input_tokens: 150 } }), { world: world({ one: asks(worst, { input_tokens: 151 }) }) });
  expect(log.slice(-3)).toEqual(["one#1.1 completed", "one#1.1 exceeds input_tokens", "workflow failed budget_exceeded at one"]);
  expect(result.state).toEqual({ a: "said" });
});

it("goes to the node that 'on_budget_exceeded' names, once", async () => {
  const settings = { cost_budget_usd: 0.15, on_budget_exceeded: 2 };
  const calm = await run(line(settings), { world: world({ one: asks(worst, { cost_usd: 0.1 }), two: asks(worst), cheap: () => gives(null) }) });
  expect(calm.log.slice(-4)).toEqual(["cheap#1 scheduled via budget", "cheap#1.1 started", "cheap#1.1 completed", "workflow completed at end"]);
  const greedy = await run(line(settings), { world: world({ one: asks(worst, { cost_usd: 0.1 }), two: asks(worst), cheap: asks(worst) }) });
  expect(greedy.log.slice(-3)).toEqual(["cheap#1.1 started", "cheap#1.1 exceeds cost_usd", "workflow failed budget_exceeded at cheap"]);
});

it("pauses where the workflow says so, and goes on where it stood once there is more", async () => {
  const clock = manualClock();
  let asked = 0;
  const counted: Answer = (made) => ((asked += 1), asks(worst, { cost_usd: 0.1 })(made));
  const runtime = runtimeOn({ store: memoryShelf().open(), ports: fakePorts({ clock }), behaviour: world({ one: counted, two: counted }).behaviour });
  const { id, status } = await ended(clock, runtime.start(line({ cost_budget_usd: 0.15, on_budget_exceeded: { word: "pause" } }), {}));
  expect([status, asked]).toEqual(["paused", 2]);
  const inspected = runtime.inspect(id);
  expect(inspected.ok && inspected.value.steps.map(({ node, status }) => `${node} ${status}`)).toEqual(["one completed", "two scheduled"]);
  const tokens = runtime.raiseBudget(id, { by: { total_tokens: 5 } });
  expect(tokens.ok ? [] : describeRefusal(tokens.refusal)).toEqual(["the workflow has no budget for total_tokens"]);
  expect(runtime.raiseBudget(id, { by: { cost_usd: 0.05 }, user: "ana" }).ok).toBe(true);
  expect(await ended(clock, runtime.resume(id))).toMatchObject({ status: "completed", state: { a: "said", b: "said" } });
  expect(eventsOf(runtime, id).map(({ event }) => lineOf(event)).slice(8)).toEqual([
    "two#1.1 exceeds cost_usd", "budget raised", "two#1.1 started", "two#1.1 step 1 m started", "two#1.1 step 1 completed", "two#1.1 completed", "workflow completed at end",
  ]);
});

it("goes on where there is more before it is written down that there was too little", async () => {
  const raising: Answer = (made) => {
    const answer = asks(worst, { cost_usd: 0.05 })(made);
    // The call is held back by now, and nothing of that is written before this turn ends: another execution is under way.
    runtime.raiseBudget(id, { by: { cost_usd: 0.05 }, id: "more" });
    return answer;
  };
  const runtime = runtimeOn({ store: memoryShelf().open(), ports: fakePorts(), behaviour: world({ one: asks(worst, { cost_usd: 0.1 }), two: raising, forever: () => new Promise(() => {}) }).behaviour });
  expect(runtime.start(program({ nodes: { forever: call(), end: halt() } }), {}).ok).toBe(true);
  const id = "raised";
  expect(runtime.start(line({ cost_budget_usd: 0.15, on_budget_exceeded: { word: "pause" } }), {}, { id }).ok).toBe(true);
  await turns(20);
  expect(eventsOf(runtime, id).map(({ event }) => lineOf(event)).slice(8)).toEqual([
    "two#1.1 exceeds cost_usd", "budget raised", "two#1.1 started", "two#1.1 step 1 m started", "two#1.1 step 1 completed", "two#1.1 completed", "workflow completed at end",
  ]);
});

it("counts a call that a crash cut off as paid for", async () => {
  const shelf = memoryShelf();
  const clock = manualClock();
  const dying = shelf.open();
  const never: Answer = async ({ context }) => (await context.step({ kind: "model", call: "m", effect: "read", input: null, estimate: worst }, () => new Promise(() => {})), gives(null));
  const first = runtimeOn({ store: dying, ports: fakePorts({ clock }), behaviour: world({ one: never }).behaviour });
  const started = first.start(line({ cost_budget_usd: 0.15 }), {});
  if (!started.ok) throw new Error("refused");
  await turns();
  dying.die();
  const second = runtimeOn({ store: shelf.open(), ports: fakePorts({ clock }), behaviour: world({ one: asks(worst) }).behaviour });
  expect((await ended(clock, second.resume(started.id))).failure?.message).toBe("'cost_budget_usd' is $0.15: $0.1 are spent or reserved, and the next call may need $0.1");
});

it("counts a call as paid for whose answer was lost, and not one that was answered with a failure", async () => {
  const breaks = (code: FailureCode): Answer => async ({ context }) => {
    const outcome = await context.step({ kind: "model", call: "m", effect: "read", input: null, estimate: worst }, async () => fails(code));
    return outcome.ok ? gives(outcome.value) : { ...outcome, usage: [] };
  };
  const shop = program({ settings: { cost_budget_usd: 0.15 }, nodes: { one: call({ on_error: "two" }), two: call(), end: halt() } });
  const lost = await run(shop, { world: world({ one: breaks("connection_reset"), two: asks(worst, { cost_usd: 0 }) }) });
  expect(lost.result.failure?.message).toBe("'cost_budget_usd' is $0.15: $0.1 are spent or reserved, and the next call may need $0.1");
  const refused = await run(shop, { world: world({ one: breaks("rate_limited"), two: asks(worst, { cost_usd: 0 }) }) });
  expect(refused.result.status).toBe("completed");
});

it("tries the very attempt again that a budget has failed", async () => {
  const clock = manualClock();
  const spends: Answer = async (made) => ({ ...(await asks(worst, { cost_usd: 0.1 })(made)), ...fails("timeout") });
  const runtime = runtimeOn({ store: memoryShelf().open(), ports: fakePorts({ clock }), behaviour: world({ one: spends }).behaviour });
  const shop = program({ settings: { cost_budget_usd: 0.15 }, nodes: { one: call({ retry: { max_attempts: 3 } }), end: halt() } });
  const { id } = await ended(clock, runtime.start(shop, {}));
  await ended(clock, runtime.resume(id, { retry: true }));
  expect(eventsOf(runtime, id).map(({ event }) => lineOf(event)).slice(-7)).toEqual([
    "one#1.2 started", "one#1.2 exceeds cost_usd", "workflow failed budget_exceeded at one",
    "one#1.2 tried again", "one#1.2 started", "one#1.2 exceeds cost_usd", "workflow failed budget_exceeded at one",
  ]);
});

it("never lets branches overspend together, in whichever order their calls begin and end", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ most: fc.integer({ min: 1, max: 40 }), share: fc.double({ min: 0, max: 1, noNaN: true }), calls: fc.integer({ min: 1, max: 3 }) }), { minLength: 2, maxLength: 5 }), fc.integer({ min: 10, max: 120 }), async (branches, limit) => {
      const names = branches.map((_, index) => `b${index}`);
      const subject = program({
        settings: { token_budget: { output_tokens: limit } },
        nodes: { split: fork(names, "join"), ...Object.fromEntries(names.map((name) => [name, call({ next: null })])), join: call(), end: halt() },
      });
      let inFlight = 0;
      let settled = 0;
      const answers = Object.fromEntries(names.map((name, index): [string, Answer] => [name, async ({ context }) => {
        const { most, share, calls } = branches[index] as (typeof branches)[number];
        for (let made = 0; made < calls; made += 1) {
          const used = Math.floor(most * share);
          const outcome = await context.step({ kind: "model", call: "m", effect: "read", input: null, estimate: { input_tokens: 0, output_tokens: most, cost_usd: null } }, async () => {
            inFlight += most;
            expect(settled + inFlight).toBeLessThanOrEqual(limit);
            await new Promise((resolve) => setImmediate(resolve));
            inFlight -= most;
            settled += used;
            return gives(null, [usage({ output_tokens: used })]);
          });
          if (!outcome.ok) return { ...outcome, usage: [] };
        }
        return gives(null);
      }]));
      const { result } = await run(subject, { world: world(answers) });
      expect(result.totals.output_tokens).toBeLessThanOrEqual(limit);
      expect(["completed", "failed"]).toContain(result.status);
    }),
    { numRuns: 60 },
  );
});
