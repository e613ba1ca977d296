import { expect, it } from "vitest";
import { types } from "../../../schemas/type.ts";
import type { JsonObject } from "../../../schemas/json.ts";
import type { Program } from "../../../schemas/program.ts";
import { run } from "../../support/executions.ts";
import type { Answer } from "../../support/fake-ports.ts";
import { fails, gives, scores, turns, world } from "../../support/fake-ports.ts";
import { anyState, call, choose, equals, fork, get, halt, join, judge, less, lit, program, root, text } from "../../support/programs.ts";

/** An answer that comes `count` turns of the event loop later. */
const later = (count: number, answer: Answer): Answer => async (made) => {
  await turns(count);
  return answer(made);
};

/** A node that ends its branch, and tells its call what the state is. */
const looks = (writes: string) => call({ writes, next: null, fields: (code) => ({ arguments: { seen: { code: code(root("state")) } } }) });

/** Two branches that both write `a`, and one key each. */
const race = (over: Partial<Parameters<typeof join>[0]> = {}): Program => program({
  state: anyState("a", "b", "all"),
  nodes: { split: fork(["x", "y"], "meet"), x: call({ writes: "a", next: null }), y: call({ writes: "a", next: "z" }), z: call({ writes: "b", next: null }), meet: join({ wait_for: ["y", "x"], ...over }), end: halt() },
});

it("runs branches at the same time and goes on at the join when all have ended", async () => {
  const subject = program({ state: anyState("a", "b", "c"), nodes: { split: fork(["x", "y"], "meet"), x: call({ writes: "a", next: null }), y: call({ writes: "b", next: "meet" }), meet: call({ writes: "c" }), end: halt() } });
  const { result, log } = await run(subject);
  expect(log).toEqual([
    "workflow started", "split#1 forked via start: x y",
    "x#1 scheduled via branch", "x#1.1 started", "y#1 scheduled via branch", "y#1.1 started",
    "x#1.1 completed", "split#1 branch x ended", "y#1.1 completed", "split#1 branch y ended",
    "split#1 joined at meet: x y", "meet#1 scheduled via join", "meet#1.1 started", "meet#1.1 completed", "workflow completed at end",
  ]);
  expect(result).toMatchObject({ status: "completed", steps: 3, state: { a: "x", b: "y", c: "meet" } });
});

it("lets the last branch to complete win a key that both write", async () => {
  expect((await run(race(), { world: world({ y: later(9, () => gives("late")) }) })).result.state).toEqual({ a: "late", b: "z" });
  expect((await run(race(), { world: world({ x: later(9, () => gives("late")) }) })).result.state).toEqual({ a: "late", b: "z" });
  expect((await run(race())).result.state).toEqual({ a: "y", b: "z" });
  // The branch of 'y' ends last, but 'y' itself completed before 'x' did.
  expect((await run(race(), { world: world({ x: later(4, () => gives("late")), z: later(30, () => gives("z")) }) })).result.state).toEqual({ a: "late", b: "z" });
});

it("shows a branch the state at the fork and its own writes, and nothing of its siblings", async () => {
  const subject = program({
    state: anyState("a", "b"),
    nodes: { split: fork(["x", "y"], "end"), x: call({ writes: "a", next: "x2" }), x2: looks("b"), y: looks("b"), end: halt() },
  });
  const there = world({ x: () => gives("of x"), y: later(9, () => gives("of y")) });
  await run(subject, { world: there, input: { a: "before" } });
  const seen = Object.fromEntries(there.calls.map(({ node, fields }) => [node, fields["arguments"]]));
  expect(seen["x2"]).toEqual({ seen: { a: "of x" } });
  expect(seen["y"]).toEqual({ seen: { a: "before" } });
});

it("collects one dict of writes per branch, in the order of 'wait_for', in place of merging them", async () => {
  const subject = race({ merge: "collect", writes: "all", next: { cases: [[equals(get("output", "all"), lit([])), "x"]], otherwise: "end" } });
  for (const slow of ["x", "y"]) {
    const { result, log } = await run(subject, { world: world({ [slow]: later(9, () => gives(slow)) }) });
    expect(result.state).toEqual({ all: [{ a: "y", b: "z" }, { a: "x" }] });
    expect(log.slice(-3)).toEqual(["meet#1 scheduled via join", "meet#1.1 completed", "workflow completed at end"]);
  }
  const typed = program({ state: { ...anyState("a", "b"), all: { type: types.int } }, nodes: { split: fork(["x"], "meet"), x: call({ writes: "a", next: null }), meet: join({ wait_for: ["x"], merge: "collect", writes: "all" }), end: halt() } });
  expect((await run(typed)).result).toMatchObject({ status: "failed", failure: { code: "state_type_mismatch" } });
});

it("gives a join that merges by itself the merged writes as its result, for its routes and for an eval behind it", async () => {
  const routed = race({ next: { cases: [[equals(get("output", "b"), lit("z")), "end"]], otherwise: null } });
  expect((await run(routed)).result.status).toBe("completed");
  const judged = program({ state: anyState("a"), nodes: { split: fork(["x"], "meet"), x: call({ writes: "a", next: null }), meet: join({ wait_for: ["x"], next: "check" }), check: judge({ subject: "meet" }), end: halt() } });
  const there = world({ check: () => scores(null) });
  await run(judged, { world: there });
  expect(there.calls.at(-1)?.judged).toMatchObject({ output: { a: "x" } });
});

it("merges by a function of the project, whose answer is the state keys to write", async () => {
  const subject = race({ merge: { module: "merging.mjs", function: "pick" }, next: { cases: [[equals(get("output", "a"), lit(7)), "end"]], otherwise: "x" } });
  const there = world({ meet: () => gives({ a: 7, all: [] }) });
  const { result, log } = await run(subject, { world: there, input: { b: "before" } });
  expect(there.calls.at(-1)?.fields).toEqual({ module: "merging.mjs", function: "pick", branches: [{ branch: "y", writes: { a: "y", b: "z" } }, { branch: "x", writes: { a: "x" } }], state: { b: "before" } });
  expect(log.slice(-4)).toEqual(["meet#1 scheduled via join", "meet#1.1 started", "meet#1.1 completed", "workflow completed at end"]);
  expect(result.state).toEqual({ a: 7, all: [], b: "before" });
});

it("fails the execution where a merging function fails, writes no state, or writes what the state does not take", async () => {
  const subject = race({ merge: { module: "merging", function: "pick" } });
  const failureOf = async (answer: Answer): Promise<unknown> => (await run(subject, { world: world({ meet: answer }) })).result.failure;
  expect(await failureOf(() => fails("tool_error"))).toMatchObject({ code: "tool_error" });
  expect(await failureOf(() => gives([1]))).toMatchObject({ code: "state_type_mismatch", message: "'pick' of 'merging' returns the state keys to write, not [1]" });
  expect(await failureOf(() => gives({ nope: 1 }))).toMatchObject({ code: "state_type_mismatch", message: "state.nope is not declared" });
});

it("takes the first branch to end, aborts the others, and drops what they answer later", async () => {
  const there = world({ x: later(30, () => gives("late")) });
  const { result, log } = await run(race({ merge: "first" }), { world: there });
  expect(log.slice(-3)).toEqual(["split#1 branch y ended", "split#1 joined at meet: y, cancelled x", "workflow completed at end past meet#1->end"]);
  expect(result.state).toEqual({ a: "y", b: "z" });
  expect(there.calls.find(({ node }) => node === "x")?.context.signal.aborted).toBe(true);

  const after = program({ state: anyState("a"), nodes: { split: fork(["x", "y"], "meet"), x: call({ writes: "a", next: null }), y: call({ writes: "a", next: null }), meet: join({ wait_for: ["x", "y"], merge: "first", next: "wait" }), wait: call(), end: halt() } });
  const { log: longer } = await run(after, { world: world({ x: later(10, () => gives("late")), wait: later(30, () => gives(1)) }) });
  expect(longer).toContain("wait#1 scheduled via join past meet#1->wait");
  expect(longer).not.toContain("x#1.1 completed");
});

it("stops the wait for a retry in a branch that has lost", async () => {
  const subject = program({ nodes: { split: fork(["x", "y"], "meet"), x: call({ next: null, retry: { delay_ms: 60_000 } }), y: call({ next: null }), meet: join({ wait_for: ["x", "y"], merge: "first", next: "more" }), more: call(), end: halt() } });
  const there = world({ x: () => fails("timeout"), y: later(5, () => gives(1)), more: later(10, () => gives(1)) });
  expect((await run(subject, { world: there })).result.status).toBe("completed");
  expect(there.calls.filter(({ node }) => node === "x")).toHaveLength(1);
});

it("stops the branches that a join does not wait for", async () => {
  const there = world({ y: later(9, () => gives("late")) });
  const { log, result } = await run(race({ wait_for: ["x"] }), { world: there });
  expect(log).toContain("split#1 joined at meet: x, cancelled y");
  expect(result.state).toEqual({ a: "x" });
});

it("fails the execution where a branch fails and nothing says what then, and aborts its siblings", async () => {
  const there = world({ x: () => fails("http_status"), y: later(30, () => gives(1)) });
  const { result, log } = await run(race(), { world: there });
  expect(log.at(-1)).toBe("workflow failed http_status at x");
  expect(result).toMatchObject({ status: "failed", state: {}, failure: { code: "http_status" } });
  expect(there.calls.find(({ node }) => node === "y")?.context.signal.aborted).toBe(true);
});

it("follows 'on_error' inside the branch, where alone 'error' is set", async () => {
  const tells = (next: string | null) => call({ next, fields: (code) => ({ arguments: { error: { code: code(root("error")) } } }) });
  const subject = program({ nodes: { split: fork(["x", "y"], "after"), x: call({ next: null, on_error: "mend" }), mend: tells(null), y: call({ next: "y2" }), y2: tells(null), after: tells("end"), end: halt() } });
  const there = world({ x: () => fails("timeout"), y: later(20, () => gives(1)) });
  const { result } = await run(subject, { world: there });
  expect(result.status).toBe("completed");
  const told = Object.fromEntries(there.calls.map(({ node, fields }) => [node, (fields["arguments"] as { error?: unknown } | undefined)?.error]));
  expect(told).toMatchObject({ mend: { code: "timeout", node: "x" }, y2: null, after: null });
});

it("ends the branch where 'on_error' leads to the join", async () => {
  const subject = program({ state: anyState("b"), nodes: { split: fork(["x", "y"], "end"), x: call({ next: null, on_error: "end" }), y: call({ writes: "b", next: null }), end: halt() } });
  expect((await run(subject, { world: world({ x: () => fails("timeout") }) })).log).toContain("split#1 branch x ended");
});

it("leaves every region by 'escalate', with what the lane has written, and aborts all others", async () => {
  const subject = program({
    state: anyState("a", "b", "c"),
    nodes: {
      outer: fork(["x", "y"], "end"), x: call({ writes: "a", next: "inner" }), inner: fork(["u", "v"], "x2"), u: call({ writes: "b", next: "check" }),
      check: judge({ subject: "u", on_fail: "escalate", escalate: "rescue", next: null }), v: call({ writes: "c", next: null }), x2: call({ next: null }), y: call({ writes: "c", next: null }), rescue: call(), end: halt(),
    },
  });
  const there = world({ check: () => scores("bad"), v: later(50, () => gives(1)), y: later(50, () => gives(1)) });
  const { result, log } = await run(subject, { world: there });
  expect(log.slice(-4)).toEqual(["rescue#1 scheduled via escalate", "rescue#1.1 started", "rescue#1.1 completed", "workflow completed at end"]);
  expect(result.state).toEqual({ a: "x", b: "u" });
  expect(there.calls.filter(({ context }) => context.signal.aborted).map(({ node }) => node).sort()).toEqual(["v", "y"]);
});

it("nests: an inner join carries its branch on to the outer one", async () => {
  const subject = program({
    state: anyState("a", "b", "c", "d", "all"),
    nodes: {
      outer: fork(["inner", "y"], "gather"), inner: fork(["u", "v"], "mid"), u: call({ writes: "a", next: null }), v: call({ writes: "b", next: null }),
      mid: join({ wait_for: ["u", "v"], next: null }), y: call({ writes: "c", next: null }), gather: join({ wait_for: ["inner", "y"], merge: "collect", writes: "all" }), end: halt(),
    },
  });
  const { result, log } = await run(subject);
  expect(result.state).toEqual({ all: [{ a: "u", b: "v" }, { c: "y" }] });
  expect(log).toContain("outer#1 branch inner ended past mid#1->gather");
});

it("joins twice at a node that ends the inner branches and the outer one", async () => {
  const subject = program({
    state: anyState("a", "b"),
    nodes: { outer: fork(["inner", "y"], "meet"), inner: fork(["u", "v"], "meet"), u: call({ writes: "a", next: null }), v: call({ next: null }), y: call({ writes: "b", next: null }), meet: join({ wait_for: ["inner", "y", "u", "v"] }), end: halt() },
  });
  const { result, log } = await run(subject);
  expect(log.filter((line) => line.includes("joined"))).toEqual(["inner#1 joined at meet: u v", "outer#1 joined at meet: inner y"]);
  expect(result.state).toEqual({ a: "u", b: "y" });
});

it("runs loops inside a branch, and forks inside loops, each visit anew", async () => {
  const subject = program({
    state: { n: { type: types.any, default: 0 }, m: { type: types.any, default: 0 } },
    nodes: {
      split: fork(["count", "y"], "more"), count: call({ writes: "m", next: "again" }), again: choose([[less(get("state", "m"), lit(3)), "count"]], "more"), y: call({ next: null }),
      more: call({ writes: "n", next: "loop" }), loop: choose([[less(get("state", "n"), lit(2)), "split"]], "end"), end: halt(),
    },
  });
  const { result, log } = await run(subject, { world: world({ count: (made) => gives(((made.visit - 1) % 3) + 1), more: (made) => gives(made.visit) }) });
  expect(result.state).toEqual({ n: 2, m: 3 });
  expect(log).toContain("split#2 joined at more: count y");
  // The second round finds `m` at 3, counts once more, and starts again from there.
  expect(log.filter((line) => line.startsWith("count#") && line.endsWith("completed")).length).toBeGreaterThan(3);
});

it("stops a loop in a branch at 'max_visits', and with it the execution", async () => {
  const there = world({ y: later(50, () => gives(1)) });
  const subject = program({ nodes: { split: fork(["x", "y"], "end"), x: call({ next: "x", max_visits: 3 }), y: call({ next: null }), end: halt() } });
  expect((await run(subject, { world: there })).result).toMatchObject({ status: "limit_exceeded", failure: { message: "'x' was visited as often as 'max_visits' allows" } });
  const forks = program({ nodes: { split: fork(["x"], "again", 2), x: call({ next: null }), again: choose([], "split"), end: halt() } });
  expect((await run(forks)).log.at(-1)).toBe("workflow limit exceeded at split past again#2->split");
});

it("re-runs a node of its branch with feedback, without a word to the others", async () => {
  let verdicts = 0;
  const subject = program({
    state: anyState("a", "b"),
    nodes: { split: fork(["draft", "y"], "end"), draft: call({ writes: "a", next: "check", fields: (code) => ({ arguments: { told: { code: code(root("feedback")) } } }) }), check: judge({ subject: "draft", on_fail: "retry_with_feedback", max_retries: 2, next: null }), y: call({ writes: "b", next: null }), end: halt() },
  });
  const told = (fields: JsonObject): readonly string[] => ((fields["arguments"] as { told: readonly { message: string }[] | null }).told ?? []).map(({ message }) => message);
  const { log, result } = await run(subject, { world: world({ check: () => ((verdicts += 1) === 2 ? scores(null) : scores("short")), draft: (made) => gives(told(made.fields)) }) });
  expect(result.state).toEqual({ a: ["short"], b: "y" });
  expect(log).toContain("draft#2 scheduled via feedback");
});

it("fails the execution where a branch ends outside of every branch", async () => {
  const message = (node: string) => ({ status: "failed", failure: { message: `'${node}' ends a branch, and there is none` } });
  expect((await run(program({ nodes: { work: call({ next: null }), end: halt() } }))).result).toMatchObject(message("work"));
  const joined = program({ nodes: { split: fork(["x"], "meet"), x: call({ next: null }), meet: join({ wait_for: ["x"], next: null }), end: halt() } });
  expect((await run(joined)).result).toMatchObject(message("meet"));
});

it("fails the execution at a join that nobody has branched to", async () => {
  const subject = program({ nodes: { work: call({ next: "meet" }), meet: join({ wait_for: [] }), end: halt() } });
  expect((await run(subject)).result).toMatchObject({ status: "failed", failure: { message: "'meet' was reached, and no branches end there" } });
});

it("fails the node whose template has no value in a branch, and never calls it", async () => {
  const subject = program({ state: anyState("n"), nodes: { split: fork(["x", "y"], "end"), x: call({ next: null, fields: (code) => ({ arguments: { x: { code: code(text(get("state", "n", "deep"))) } } }) }), y: call({ next: null }), end: halt() } });
  const { log } = await run(subject);
  expect(log.at(-1)).toBe("workflow failed expression_error at x");
  expect(log).not.toContain("y#1.1 completed");
});
