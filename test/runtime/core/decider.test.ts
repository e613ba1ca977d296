import { expect, it } from "vitest";
import type { Program } from "../../../schemas/program.ts";
import { types } from "../../../schemas/type.ts";
import type { Answer } from "../../support/fake-ports.ts";
import { fails, gives, scores, usage, world } from "../../support/fake-ports.ts";
import { run } from "../../support/executions.ts";
import { anyState, call, choose, equals, get, halt, judge, less, lit, program, root, text } from "../../support/programs.ts";

async function check(subject: Program, answers: { readonly [node: string]: Answer }, expected: string, input = {}): Promise<void> {
  const { log } = await run(subject, { world: world(answers), input });
  expect(log.join("\n")).toBe(expected.trim().split("\n").map((line) => line.trim()).join("\n"));
}

it("goes from node to node and records what each wrote", async () => {
  const subject = program({ state: anyState("a", "b"), nodes: { one: call({ writes: "a", next: "two" }), two: call({ writes: "b" }), end: halt() } });
  const { result, log } = await run(subject, { world: world({ one: () => gives(1), two: () => gives([2]) }) });
  expect(result).toMatchObject({ status: "completed", state: { a: 1, b: [2] }, steps: 2 });
  expect(log).toEqual([
    "workflow started", "one#1 scheduled via start", "one#1.1 started", "one#1.1 completed",
    "two#1 scheduled via next", "two#1.1 started", "two#1.1 completed", "workflow completed at end",
  ]);
});

it("begins with the defaults of the state and the input over them", async () => {
  const subject = program({ state: { a: { type: types.any, default: 1 }, b: { type: types.any, default: 2 }, c: { type: types.any } }, nodes: { end: halt() } });
  expect((await run(subject, { input: { b: 3 } })).result.state).toEqual({ a: 1, b: 3 });
});

it("records the edges that nodes without effect chose with the node they lead to", async () => {
  const subject = program({
    state: anyState("n"),
    nodes: { first: choose([[equals(get("state", "n"), lit(1)), "second"]], "end"), second: choose([], "work"), work: call({ next: "last" }), last: choose([], "end"), end: halt() },
  });
  await check(subject, {}, `
    workflow started
    work#1 scheduled via start past first#1->second second#1->work
    work#1.1 started
    work#1.1 completed
    workflow completed at end past last#1->end`, { n: 1 });
  await check(subject, {}, `
    workflow started
    workflow completed at end past first#1->end`, { n: 2 });
});

it("routes by the node's own result: the keys it wrote, and the fields of an object", async () => {
  const next = { cases: [[equals(get("output", "plan", "size"), lit(2)), "big"], [equals(get("output", "size"), lit(1)), "small"]], otherwise: "end" } as const;
  const subject = program({ state: anyState("plan"), nodes: { plan: call({ writes: "plan", next }), big: call(), small: call(), end: halt() } });
  expect((await run(subject, { world: world({ plan: () => gives({ size: 2 }) }) })).log).toContain("big#1 scheduled via next");
  expect((await run(subject, { world: world({ plan: () => gives({ size: 1 }) }) })).log).toContain("small#1 scheduled via next");
});

it("fails where no condition holds and where a condition has no value", async () => {
  await check(program({ nodes: { route: choose([[lit(false), "end"]], null), end: halt() } }), {}, `
    workflow started
    workflow failed no_branch_matched at route`);
  await check(program({ state: anyState("n"), nodes: { work: call({ next: { cases: [[less(get("state", "n"), lit(1)), "end"]], otherwise: "end" } }), end: halt() } }), {}, `
    workflow started
    work#1 scheduled via start
    work#1.1 started
    work#1.1 completed
    workflow failed expression_error at work`);
});

it("tries again as the policy says, and then goes to 'on_error' with the root 'error' set", async () => {
  const subject = program({
    state: anyState("told"),
    nodes: {
      work: call({ retry: { max_attempts: 2, backoff: "constant", delay_ms: 50 }, on_error: "route" }),
      route: choose([[equals(get("error", "code"), lit("timeout")), "tell"]], "end"),
      tell: call({ writes: "told", fields: (code) => ({ arguments: { why: { code: code(root("error")) } } }) }),
      end: halt(),
    },
  });
  const there = world({ work: () => fails("timeout"), tell: (made) => gives(made.fields["arguments"] ?? null) });
  const { log, result } = await run(subject, { world: there });
  expect(log).toEqual([
    "workflow started", "work#1 scheduled via start", "work#1.1 started", "work#1.1 failed timeout", "work#1.2 retry in 50",
    "work#1.2 started", "work#1.2 failed timeout", "tell#1 scheduled via on_error past route#1->tell", "tell#1.1 started", "tell#1.1 completed", "workflow completed at end",
  ]);
  expect(result.state["told"]).toEqual({ why: { code: "timeout", message: "it said timeout", node: "work", attempt: 2 } });
});

it("fails with the node's failure where nothing says what then", async () => {
  const { result } = await run(program({ nodes: { work: call(), end: halt() } }), { world: world({ work: () => fails("http_status") }) });
  expect(result).toMatchObject({ status: "failed", failure: { code: "http_status", message: "it said http_status" } });
});

it("fails the node whose result does not fit the state, without another attempt", async () => {
  const subject = program({
    state: { n: { type: types.int }, s: { type: { kind: "any" }, schema: { type: "string", minLength: 3 } } },
    nodes: { work: call({ writes: "n", retry: {}, on_error: "other" }), other: call({ writes: "s" }), end: halt() },
  });
  const { result, log } = await run(subject, { world: world({ work: () => gives("7"), other: () => gives("no") }) });
  expect(log).toContain("work#1.1 failed state_type_mismatch");
  expect(log).not.toContain("work#1.2 started");
  expect(result).toMatchObject({ status: "failed", failure: { code: "state_type_mismatch", message: "state.s does not fit its JSON Schema: string is too short (2 < 3)" } });
});

it("ends with 'limit_exceeded' at one visit too many, of nodes with effect and without", async () => {
  await check(program({ nodes: { work: call({ next: "work", max_visits: 2 }), end: halt() } }), {}, `
    workflow started
    work#1 scheduled via start
    work#1.1 started
    work#1.1 completed
    work#2 scheduled via next
    work#2.1 started
    work#2.1 completed
    workflow limit exceeded at work`);
  await check(program({ nodes: { a: choose([], "b", 2), b: choose([], "a", 9), end: halt() } }), {}, `
    workflow started
    workflow limit exceeded at a past a#1->b b#1->a a#2->b b#2->a`);
});

it("counts the visits of nodes without effect over the whole execution", async () => {
  await check(program({ nodes: { work: call({ next: "again" }), again: choose([], "work", 1), end: halt() } }), {}, `
    workflow started
    work#1 scheduled via start
    work#1.1 started
    work#1.1 completed
    work#2 scheduled via next past again#1->work
    work#2.1 started
    work#2.1 completed
    workflow limit exceeded at again`);
});

it("ends as an 'end' node says", async () => {
  const { result } = await run(program({ nodes: { lost: halt("failed") } }));
  expect(result).toMatchObject({ status: "failed", failure: { code: "node_failed", message: "'lost' ends the execution as failed" } });
});

it("goes on behind an eval that passes, and stores its verdict", async () => {
  const subject = program({ state: anyState("draft", "verdict"), nodes: { draft: call({ writes: "draft", next: "check" }), check: judge({ subject: "draft", writes: "verdict" }), end: halt() } });
  const there = world({ draft: () => gives("text", [usage()]), check: () => scores(null) });
  const { result } = await run(subject, { world: there });
  expect(result.state["verdict"]).toEqual({ passed: true, score: 1, scorers: [{ scorer: "s0", passed: true, score: 1, message: "fine" }], attempt: 1 });
  expect(there.calls[1]?.judged).toMatchObject({ output: "text", costUsd: 0.5, state: { draft: "text" } });
});

it("tells an eval that the cost is unknown where one call's price is", async () => {
  const subject = program({ nodes: { draft: call({ next: "check" }), check: judge({ subject: "draft" }), end: halt() } });
  const there = world({ draft: () => gives("text", [usage(), usage({ cost_usd: null })]), check: () => scores(null) });
  await run(subject, { world: there });
  expect(there.calls[1]?.judged?.costUsd).toBeNull();
});

const loop = (over: Partial<Parameters<typeof judge>[0]> = {}): Program =>
  program({
    state: anyState("draft"),
    nodes: {
      draft: call({ writes: "draft", next: "check", fields: (code) => ({ arguments: { seen: { code: code(root("feedback")) } } }) }),
      check: judge({ subject: "draft", on_fail: "retry_with_feedback", max_retries: 2, ...over }),
      rescue: call(),
      end: halt(),
    },
  });

it("runs the evaluated node again with the feedback, until it passes", async () => {
  let verdicts = 0;
  const there = world({ check: () => ((verdicts += 1) === 3 ? scores(null) : scores("too short", null)) });
  const { log, events } = await run(loop(), { world: there });
  expect(log.filter((line) => line.includes("scheduled"))).toEqual([
    "draft#1 scheduled via start", "check#1 scheduled via next", "draft#2 scheduled via feedback", "check#2 scheduled via next", "draft#3 scheduled via feedback", "check#3 scheduled via next",
  ]);
  const told = [{ scorer: "s0", score: 0, message: "too short" }];
  expect(there.calls.filter((made) => made.node === "draft").map((made) => made.fields)).toEqual([
    { arguments: { seen: null } }, { arguments: { seen: told } }, { arguments: { seen: told } },
  ]);
  expect(events.flatMap(({ event }) => (event.type === "node_completed" && event.node === "check" ? [(event.output as { attempt: number }).attempt] : []))).toEqual([1, 2, 3]);
});

it("gives up after 'max_retries', by 'on_error' where there is one", async () => {
  const never = world({ check: () => scores("bad") });
  expect((await run(loop(), { world: never })).result).toMatchObject({ status: "failed", steps: 6, failure: { code: "eval_failed", message: "'check' did not pass: s0: bad" } });
  expect((await run(loop({ on_error: "rescue" }), { world: never })).log.slice(-4)).toEqual(["rescue#1 scheduled via on_error", "rescue#1.1 started", "rescue#1.1 completed", "workflow completed at end"]);
});

it("counts the retries anew after a pass", async () => {
  let verdicts = 0;
  const subject = program({
    state: anyState("draft"),
    nodes: { draft: call({ next: "check" }), check: judge({ subject: "draft", on_fail: "retry_with_feedback", max_retries: 1, next: "again" }), again: call({ next: "draft", max_visits: 2 }), end: halt() },
  });
  const { log } = await run(subject, { world: world({ check: () => scores((verdicts += 1) % 2 === 1 ? "bad" : null) }) });
  expect(log.at(-1)).toBe("workflow limit exceeded at again");
  expect(log).toContain("check#6.1 completed");
});

it("halts, escalates or goes on where a scorer does not pass, as 'on_fail' says", async () => {
  const never = world({ check: () => scores("bad") });
  expect((await run(loop({ on_fail: "halt", on_error: "rescue" }), { world: never })).log.at(-1)).toBe("workflow failed eval_failed at check");
  expect((await run(loop({ on_fail: "escalate", escalate: "rescue" }), { world: never })).log).toContain("rescue#1 scheduled via escalate");
  expect((await run(loop({ on_fail: "log_and_continue" }), { world: never })).log.at(-1)).toBe("workflow completed at end");
});

it("treats a judge call that fails as a failure of the eval node, with its own retry", async () => {
  let asked = 0;
  const there = world({ check: () => ((asked += 1) === 1 ? fails("model_overloaded") : scores(null)) });
  const { log } = await run(loop({ retry: { delay_ms: 10 } }), { world: there });
  expect(log.slice(-6)).toEqual(["check#1.1 started", "check#1.1 failed model_overloaded", "check#1.2 retry in 10", "check#1.2 started", "check#1.2 completed", "workflow completed at end"]);
});

it("keeps what an expression gave, whatever is written to the state later", async () => {
  const subject = program({
    state: anyState("a", "copy"),
    nodes: { one: call({ writes: "copy", next: "two", fields: (code) => ({ arguments: { all: { code: code(root("state")) } } }) }), two: call({ writes: "a" }), end: halt() },
  });
  const { result, events } = await run(subject, { world: world({ one: (made) => gives(made.fields["arguments"] ?? null) }), input: { a: 1 } });
  expect(result.state).toEqual({ a: "two", copy: { all: { a: 1 } } });
  expect(events.find(({ event }) => event.type === "node_started")?.event).toMatchObject({ input: { arguments: { all: { a: 1 } } } });
});

it("fails the node whose template has no value, and never calls it", async () => {
  const subject = program({ state: anyState("n"), nodes: { work: call({ fields: (code) => ({ server: "s", tool: "t", arguments: { x: { code: code(text("n is ", get("state", "n", "deep"))) } } }) }), end: halt() } });
  const there = world();
  const { log, result } = await run(subject, { world: there });
  expect(log).toEqual(["workflow started", "work#1 scheduled via start", "work#1.1 failed expression_error", "workflow failed expression_error at work"]);
  expect(result.failure?.message).toMatch(/^in 'arguments': /);
  expect(there.calls).toEqual([]);
});
