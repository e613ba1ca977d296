import { expect, it } from "vitest";
import type { Program } from "../../../schemas/program.ts";
import type { Answer } from "../../support/fake-ports.ts";
import { fails, gives, scores, turns, world } from "../../support/fake-ports.ts";
import { run } from "../../support/executions.ts";
import { anyState, call, fork, halt, join, judge, program } from "../../support/programs.ts";

const late: Answer = async () => (await turns(60), gives(1));

/** Each step as `branches > node status`. */
async function check(subject: Program, answers: { readonly [node: string]: Answer }, ...expected: readonly string[]): Promise<void> {
  const { runtime, result } = await run(subject, { world: world(answers) });
  const inspection = runtime.inspect(result.id);
  if (!inspection.ok) throw new Error("not found");
  expect(inspection.value.steps.map(({ node, branches, status, to }) => `${[...branches, node].join(" > ")} ${status}${to === undefined ? "" : ` to ${to}`}`)).toEqual(expected);
}

const nested = program({
  state: anyState("a"),
  nodes: {
    outer: fork(["x", "inner"], "meet"), x: call({ next: null }), inner: fork(["u", "v"], "mid"), u: call({ next: "u2" }), u2: call({ next: null }), v: call({ next: null }), mid: call({ next: null }),
    meet: join({ wait_for: ["x", "inner"], next: "after" }), after: call(), end: halt(),
  },
});

it("shows each step in the branches it ran in, the outermost first", () =>
  check(nested, {}, "outer completed to meet", "x > x completed", "inner > inner completed to mid", "inner > u > u completed", "inner > v > v completed", "inner > u > u2 completed", "inner > mid completed", "meet completed to after", "after completed", "end completed"));

it("shows what was under way in a branch that lost, or beside one that failed, as cancelled", async () => {
  const first = program({ nodes: { split: fork(["x", "y"], "meet"), x: call({ next: null }), y: call({ next: null, retry: { delay_ms: 60_000 } }), meet: join({ wait_for: ["x", "y"], merge: "first" }), end: halt() } });
  await check(first, { x: async () => (await turns(2), gives(1)), y: () => fails("timeout") }, "split completed to meet", "x > x completed", "y > y failed", "y > y cancelled", "meet completed to end", "end completed");
  await check(nested, { x: () => fails("http_status"), u: late, v: late }, "outer cancelled", "x > x failed", "inner > inner cancelled", "inner > u > u cancelled", "inner > v > v cancelled");
});

it("shows what an escalation leads to outside of every branch", () =>
  check(
    program({ nodes: { split: fork(["x", "y"], "end"), x: call({ next: "check" }), check: judge({ subject: "x", on_fail: "escalate", escalate: "rescue", next: null }), y: call({ next: null }), rescue: call(), end: halt() } }),
    { check: () => scores("bad"), y: late },
    "split cancelled", "x > x completed", "y > y cancelled", "x > check completed", "rescue completed", "end completed",
  ));
