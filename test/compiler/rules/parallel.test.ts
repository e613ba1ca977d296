import { expect, it } from "vitest";
import { findingsIn, workflowOf } from "../../support/document.ts";

const fork = "fork: {type: parallel, branches: [left, right], join: merge}";
const tool = (next = "", more = ""): string => `{type: tool, server: s, tool: t${more}${next === "" ? "" : `, next: ${next}`}}`;

function check(nodes: string, ...expected: readonly string[]): void {
  expect(findingsIn(workflowOf(nodes))).toEqual(expected);
}

it("accepts branches that end by themselves, or by naming the join", () => {
  check(`${fork}\n left: ${tool()}\n right: ${tool("merge")}\n merge: ${tool("end")}`);
  check(`${fork}\n left: ${tool("more")}\n more: ${tool()}\n right: ${tool()}\n merge: {type: join, wait_for: [left, right], next: end}`);
});

it("accepts branches within branches, and loops within one", () => {
  check(`${fork}
    left: {type: parallel, branches: [one, two], join: both}
    one: ${tool()}
    two: ${tool()}
    both: ${tool()}
    right: ${tool("again", ", output_key: a")}
    again: {type: branch, max_visits: 3, conditions: [{if: state.a, next: right}], default: merge}
    merge: ${tool("end")}`);
});

it("refuses an escalation that leads into a branch, also from within it", () => {
  const text = workflowOf(
    `${fork}
    left: {type: model, model: gpt-4o, prompt: x, output_key: a, next: judge}
    judge: {type: eval, scorers: [{type: cost, max_usd: 1}], on_fail: escalate, next: sorry}
    sorry: ${tool()}
    right: ${tool()}
    merge: ${tool("end")}`,
    "escalate: sorry",
  );
  expect(findingsIn(text).map((line) => line.slice(0, 6))).toEqual(["JJ4008"]);
});

it("refuses to escalate to a join", () => {
  const nodes = `${fork}\n left: ${tool()}\n right: ${tool()}\n merge: {type: join, wait_for: [left, right], next: end}`;
  const judged = `one: {type: model, model: gpt-4o, prompt: x, output_key: a, next: judge}\n judge: {type: eval, scorers: [{type: cost, max_usd: 1}], on_fail: escalate, next: fork}\n `;
  expect(findingsIn(workflowOf(judged + nodes, "escalate: merge"))).toEqual([expect.stringMatching(/^JJ4022 .*'judge' leads to 'merge', where branches end, and is in none of them/)]);
});

it("accepts a failure that stays inside, and an escalation that leaves", () => {
  check(`${fork}\n left: ${tool("", ", on_error: sorry")}\n sorry: ${tool()}\n right: ${tool()}\n merge: ${tool("end")}`);
  const text = workflowOf(
    `${fork}
    left: {type: model, model: gpt-4o, prompt: x, output_key: a, next: judge}
    judge: {type: eval, scorers: [{type: cost, max_usd: 1}], on_fail: escalate, next: merge}
    right: ${tool()}
    merge: ${tool("end")}
    person: {type: human_approval, on_approved: end, on_rejected: end}`,
    "escalate: person",
  );
  expect(findingsIn(text)).toEqual([]);
});

it("reports a branch that can leave, at the step that leaves, with the way", () => {
  check(
    `${fork}\n left: ${tool("more")}\n more: ${tool("end")}\n right: ${tool()}\n merge: ${tool("end")}`,
    "JJ4007 «end» branch 'left' can reach 'end' without passing 'merge': left → more → end [«left»]",
  );
  check(
    `first: ${tool("fork")}\n ${fork}\n left: ${tool("first")}\n right: ${tool()}\n merge: ${tool("end")}`,
    "JJ4007 «fork» branch 'left' can reach 'fork' without passing 'merge': left → first → fork [«left»]",
  );
});

it("reports a failure that leads out of its branch", () => {
  check(
    `${fork}\n left: ${tool("", ", on_error: end")}\n right: ${tool()}\n merge: ${tool("end")}`,
    "JJ4007 «end» branch 'left' can reach 'end' without passing 'merge': left → end [«left»]",
  );
});

it("reports a jump into a branch, also by the start", () => {
  check(
    `first: {type: branch, conditions: [{if: state.a, next: fork}], default: more}\n ${fork}\n left: ${tool("more")}\n more: ${tool()}\n right: ${tool()}\n merge: ${tool("end")}`,
    "JJ4008 «more» 'first' leads into a branch of 'fork' [«fork»]",
  );
  expect(findingsIn(workflowOf(`left: ${tool("merge")}\n ${fork}\n right: ${tool()}\n merge: {type: branch, conditions: [{if: state.a, next: fork}], default: end}`))[0]).toBe(
    "JJ4008 «left» 'start' leads into a branch of 'fork' [«fork»]",
  );
});

it("reports where two branches meet before their join", () => {
  check(
    `${fork}\n left: ${tool("same")}\n right: ${tool("same")}\n same: ${tool("rest")}\n rest: ${tool()}\n merge: ${tool("end")}`,
    "JJ4009 «same» node 'same' belongs to two branches of 'fork', 'left' and 'right' [«right»]",
  );
});

it("reports a branch that is listed twice, is its own join, or has two starters", () => {
  check(`fork: {type: parallel, branches: [left, left], join: merge}\n left: ${tool()}\n merge: ${tool("end")}`, "JJ4009 «left» 'left' is listed twice as a branch of 'fork'");
  check(`fork: {type: parallel, branches: [left, merge], join: merge}\n left: ${tool()}\n merge: ${tool("end")}`, "JJ4009 «merge» 'merge' is both a branch of 'fork' and its join");
  check(
    `${fork}\n left: ${tool()}\n right: ${tool()}\n merge: {type: parallel, branches: [left, other], join: last}\n other: ${tool()}\n last: ${tool("end")}`,
    "JJ4007 «left» branch 'left' can reach 'merge' without passing 'last': left → merge",
    "JJ4009 «left» 'left' is a branch of 'fork' and of 'merge' [«fork»]",
  );
});

it("reports a join that waits for what does not end at it", () => {
  check(
    `${fork}\n left: ${tool("more")}\n more: ${tool()}\n right: ${tool()}\n merge: {type: join, wait_for: [more, right, merge], next: end}`,
    "JJ4019 «more» 'merge' waits for 'more', which is no branch that ends here",
    "JJ4019 «merge» 'merge' waits for 'merge', which is no branch that ends here",
  );
});

it("warns of two branches that write one key, unless the join says how to merge", () => {
  const write = tool("", ", output_key: a");
  check(
    `${fork}\n left: ${write}\n right: ${write}\n merge: ${tool("end")}`,
    "JJ5109 warning «a» 'a' is written by two branches of 'fork', in 'left' and in 'right': the last to complete wins [«a»]",
  );
  const join = "merge: {type: join, wait_for: [left, right], merge: first, next: end}";
  check(`${fork}\n left: ${write}\n right: ${write}\n ${join}`);
  check(`${fork}\n left: ${tool("more", ", output_key: a")}\n more: ${write}\n right: ${tool("", ", output_key: b")}\n merge: ${tool("end")}`);
});

it("answers a fan of 5,000 branches and a line of 5,000 nodes", () => {
  const names = Array.from({ length: 5_000 }, (_, index) => `b${index}`);
  check(`fork: {type: parallel, branches: [${names.join(", ")}], join: merge}\n${names.map((name) => `${name}: ${tool()}`).join("\n")}\n merge: ${tool("end")}`);
  check(names.map((name, index) => `${name}: ${tool(names[index + 1] ?? "end")}`).join("\n"));
});
