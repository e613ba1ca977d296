import { expect, it } from "vitest";
import type { Program } from "../../../schemas/program.ts";
import { types } from "../../../schemas/type.ts";
import type { Order } from "../../support/crash.ts";
import { crashSweep, inOrder } from "../../support/crash.ts";
import type { Answer } from "../../support/fake-ports.ts";
import { fails, fakePorts, gives, scores, usage, world } from "../../support/fake-ports.ts";
import { anyState, call, choose, equals, fork, get, halt, join, judge, less, lit, program, root } from "../../support/programs.ts";

/** Sweeps every commit of a program whose world answers by site alone. */
async function check(subject: Program, answers: { readonly [node: string]: Answer } = {}, input = {}, orders?: readonly Order[]): Promise<void> {
  const crashes = await crashSweep(subject, { input, ports: (clock) => fakePorts({ clock }), behaviour: () => world(answers).behaviour, ...(orders === undefined ? {} : { orders }) });
  expect(crashes).toBeGreaterThan(0);
}

/** Every order in which the calls of these nodes may end. */
const everyOrder = (...nodes: readonly string[]): readonly Order[] => permutations(nodes).map(inOrder);

const permutations = (items: readonly string[]): readonly (readonly string[])[] =>
  items.length < 2 ? [items] : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));

it("survives a crash anywhere in a line of nodes", async () => {
  await check(program({ state: anyState("a", "b", "c"), nodes: { one: call({ writes: "a", next: "two" }), two: call({ writes: "b", next: "three" }), three: call({ writes: "c" }), end: halt() } }));
});

it("survives a crash anywhere between nodes that only steer", async () => {
  const subject = program({
    state: { n: { type: types.int, default: 0 } },
    nodes: { count: call({ writes: "n", next: "more" }), more: choose([[less(get("state", "n"), lit(4)), "again"]], "end"), again: choose([], "count"), end: halt() },
  });
  await check(subject, { count: (made) => gives(made.visit) });
});

it("survives a crash anywhere in retries, and keeps count of them", async () => {
  const subject = program({ nodes: { work: call({ retry: { max_attempts: 4, jitter: true }, on_error: "tell" }), tell: call(), end: halt() } });
  await check(subject, { work: () => fails("rate_limited", { retryAfterMs: 5_000 }) });
  await check(subject, { work: (made) => (made.attempt < 4 ? fails("timeout") : gives(1, [usage()])) });
});

it("survives a crash anywhere in the loop of an eval, and keeps count of its verdicts", async () => {
  const subject = (rounds: number): Program => program({
    state: anyState("draft", "verdict"),
    nodes: {
      draft: call({ writes: "draft", next: "check", fields: (code) => ({ arguments: { told: { code: code(root("feedback")) } } }) }),
      check: judge({ subject: "draft", writes: "verdict", on_fail: "retry_with_feedback", max_retries: rounds, on_error: "lost", next: { cases: [[equals(get("output", "attempt"), lit(3)), "end"]], otherwise: "lost" } }),
      lost: halt("failed"),
      end: halt(),
    },
  });
  const answers = { draft: (made) => gives([made.visit, made.fields["arguments"] ?? null], [usage()]), check: (made) => (made.visit < 3 ? scores(`round ${made.visit}`) : scores(null)) } satisfies { readonly [node: string]: Answer };
  await check(subject(2), answers);
  await check(subject(1), answers);
});

it("survives a crash anywhere on the way to a failure", async () => {
  await check(program({ nodes: { one: call({ next: "two" }), two: call(), end: halt() } }), { two: () => fails("http_status") });
  await check(program({ nodes: { one: call({ next: "one", max_visits: 3 }), end: halt() } }));
  await check(program({ state: { a: { type: types.int } }, nodes: { one: call({ writes: "a", next: "end" }), end: halt() } }));
  await check(program({ nodes: { one: call({ next: { cases: [[lit(false), "end"]], otherwise: null } }), end: halt() } }));
});

for (const merge of ["last_writer", "collect", "first", { module: "merging", function: "pick" }] as const) {
  it(`survives a crash anywhere in branches that merge by '${typeof merge === "object" ? "custom" : merge}', whichever ends first`, async () => {
    const subject = program({
      state: anyState("a", "b", "all"),
      nodes: {
        split: fork(["x", "y", "z"], "meet"), x: call({ writes: "a", next: null }), y: call({ writes: "a", next: "y2" }), y2: call({ writes: "b", next: null }),
        z: call({ writes: "b", next: null, retry: { delay_ms: 20 } }), meet: join({ wait_for: ["z", "x", "y"], merge, next: "after", ...(merge === "collect" ? { writes: "all" } : {}) }), after: call(), end: halt(),
      },
    });
    await check(subject, { z: (made) => (made.attempt === 1 ? fails("timeout") : gives("z")), meet: (made) => gives({ all: made.fields["branches"] ?? null }) }, {}, everyOrder("x", "y", "y2", "z"));
  });
}

it("survives a crash anywhere in branches within branches, in loops of them, and where one of them fails", async () => {
  const nested = (rounds: number, x: Parameters<typeof call>[0]): Program => program({
    state: { rounds: { type: types.int, default: 0 }, ...anyState("a", "b", "all") },
    nodes: {
      outer: fork(["x", "inner"], "count"), x: call({ writes: "a", next: null, ...x }), inner: fork(["u", "v"], "mid"), u: call({ writes: "a", next: null }), v: call({ writes: "b", next: null }),
      mid: join({ wait_for: ["v", "u"], merge: "collect", writes: "all", next: null }), mend: call({ writes: "b", next: null }),
      count: call({ writes: "rounds", next: "loop" }), loop: choose([[less(get("state", "rounds"), lit(rounds)), "outer"]], "end"), end: halt(),
    },
  });
  const answers = { count: (made) => gives(made.visit), x: () => fails("http_status") } satisfies { readonly [node: string]: Answer };
  await check(nested(2, {}), { count: answers.count });
  await check(nested(1, { on_error: "mend" }), answers, {}, everyOrder("x", "u", "v", "mend"));
  await check(nested(1, {}), answers, {}, everyOrder("x", "u", "v"));
});
