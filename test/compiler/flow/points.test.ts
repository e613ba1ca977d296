import { expect, it } from "vitest";
import { pointsOf, wayLines } from "../../support/flow.ts";

/** What leads from point to point, one way a line. */
function waysOf(nodes: string, header = ""): readonly string[] {
  return wayLines(pointsOf(nodes, header));
}

it("writes on success alone", () => {
  expect(waysOf(`
    one: {type: tool, server: s, tool: t, output_key: a, next: two, on_error: end}
    two: {type: end}
    end: {type: end}`)).toEqual(["one.in → one.ok +a", "one.in → one.fail", "one.ok → two.in", "one.fail → end.in"]);
});

it("tells what an event brings from what a clock does", () => {
  expect(waysOf(`
    one: {type: wait, event: e, timer: 1h, data: {a: str, b: "str?"}, timeout: 2h, on_timeout: two, next: end}
    two: {type: wait, event: f, next: end}
    end: {type: end}`)).toEqual([
    "one.in → one.event +a ?b", "one.in → one.ok", "one.in → one.timeout", "one.event → one.ok", "one.ok → end.in", "one.timeout → two.in",
    "two.in → two.event ?any", "two.event → two.ok", "two.ok → end.in",
  ]);
});

it("knows which tests did not hold before the one that did", () => {
  expect(waysOf(`
    one: {type: branch, conditions: [{if: state.a == 'x', next: two}, {if: state.b == 'y', next: end}], default: two}
    two: {type: tool, server: s, tool: t, output_key: c, next: [{when: output.c == 'z', to: one}, {else: end}]}
    end: {type: end}`)).toEqual([
    "one.in → two.in if state.a == 'x'",
    "one.in → end.in if not state.a == 'x', state.b == 'y'",
    "one.in → two.in if not state.a == 'x', not state.b == 'y'",
    "two.in → two.ok +c",
    "two.ok → one.in if output.c == 'z'",
    "two.ok → end.in if not output.c == 'z'",
  ]);
});

it("brings branches to their ends, and the ends together", () => {
  expect(waysOf(`
    fork: {type: parallel, branches: [one, two], join: end}
    one: {type: tool, server: s, tool: t, output_key: a}
    two: {type: parallel, branches: [three], join: end}
    three: {type: tool, server: s, tool: t, output_key: b, next: end}
    end: {type: end}`)).toEqual([
    "fork.in → one.in", "fork.in → two.in", "one.in → one.ok +a", "one.ok → one.end", "two.in → three.in", "three.in → three.ok +b", "three.ok → three.end",
    "one.end ⇒ fork.joined", "two.end ⇒ fork.joined", "fork.joined → end.in", "three.end ⇒ two.joined", "two.joined → two.end",
  ]);
});

it("lets a join keep what branches wrote apart, take the first, or leave one out", () => {
  const branches = `
    fork: {type: parallel, branches: [one, two], join: meet}
    one: {type: tool, server: s, tool: t, output_key: a}
    two: {type: tool, server: s, tool: t, output_key: b}
    end: {type: end}`;
  const joins = (merge: string): readonly string[] => waysOf(`${branches}\n    meet: {type: join, ${merge}, next: end}`).filter((line) => /joined|meet/.test(line));
  expect(joins("wait_for: [one, two], merge: collect, output_key: c")).toEqual(["fork.in ⇒ fork.joined", "meet.in → meet.ok +c", "meet.ok → end.in", "one.end ⇒ fork.joined (only after)", "two.end ⇒ fork.joined (only after)", "fork.joined → meet.in"]);
  expect(joins("wait_for: [one, two], merge: first")).toEqual(["meet.in → meet.ok", "meet.ok → end.in", "one.end → fork.joined", "two.end → fork.joined", "fork.joined → meet.in"]);
  expect(joins("wait_for: [two]")).toEqual(["meet.in → meet.ok", "meet.ok → end.in", "two.end ⇒ fork.joined", "fork.joined → meet.in"]);
});

it("leaves a costly call before it is made and after it, where a budget is short", () => {
  expect(waysOf("one: {type: tool, server: s, tool: t, output_key: a, next: end}\n    end: {type: end}\n    late: {type: end}", "  cost_budget_usd: 1\n  on_budget_exceeded: late\n")).toEqual([
    "one.in → one.ok +a", "one.in → late.in", "one.ok → end.in", "one.ok → late.in",
  ]);
});

it("re-runs what an eval judges, and goes on where re-runs are used up", () => {
  expect(waysOf(`
    one: {type: model, model: gpt-4o, prompt: x, output_key: a, next: two}
    two: {type: eval, scorers: [{type: cost, max_usd: 1}], on_fail: retry_with_feedback, max_retries: 1, output_key: c, on_error: end, next: end}
    end: {type: end}`)).toEqual([
    "one.in → one.ok +a", "one.ok → two.in", "two.in → two.ok +c", "two.in → two.fail", "two.ok → two.exhausted", "two.ok → end.in", "two.ok → one.in", "two.fail → end.in", "two.exhausted → end.in",
  ]);
});

it("connects entangled branches by their joins alone, and says so", () => {
  const points = pointsOf(`
    fork: {type: parallel, branches: [one, two], join: end}
    one: {type: tool, server: s, tool: t, output_key: a, next: two}
    two: {type: tool, server: s, tool: t, output_key: b}
    end: {type: end}`);
  expect(points.isTidy).toBe(false);
  expect(wayLines(points)).toContain("fork.in → end.in");
});
