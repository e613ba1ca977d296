import { expect, it } from "vitest";
import { findingsIn, workflowOf } from "../../support/document.ts";

const tool = (next: string, more = ""): string => `{type: tool, server: s, tool: t${more}, next: ${next}}`;
const route = (then: string, otherwise: string, when = "state.a"): string => `{type: branch, conditions: [{if: ${when}, next: ${then}}], default: ${otherwise}}`;

function check(nodes: string, ...expected: readonly string[]): void {
  expect(findingsIn(workflowOf(nodes))).toEqual(expected);
}

it("says nothing of a workflow in which all is well", () => {
  check(`one: ${tool("two")}\n two: ${route("three", "end")}\n three: ${tool("end")}`);
});

it("reports the beginning of each part that is cut off", () => {
  check(
    `one: ${tool("end")}\n two: ${tool("three")}\n three: ${tool("end")}\n four: ${tool("three")}`,
    "JJ4001 warning «two» node 'two' can never run: no path from 'one' leads to it [«three»]",
    "JJ4001 warning «four» node 'four' can never run: no path from 'one' leads to it",
  );
});

it("reports a loop that is cut off at its first node", () => {
  check(`one: ${tool("end")}\n two: ${tool("three")}\n three: ${tool("two")}`, "JJ4001 warning «two» node 'two' can never run: no path from 'one' leads to it [«three»]");
});

it("counts every way into a node: failures, timeouts, escalations and budgets", () => {
  expect(findingsIn(workflowOf(`one: ${tool("end", ", on_error: two")}\n two: ${tool("end")}`))).toEqual([]);
  expect(findingsIn(workflowOf(`one: {type: wait, event: e, timeout: 1h, on_timeout: two, next: end}\n two: ${tool("end")}`))).toEqual([]);
  const judged = `one: {type: model, model: gpt-4o, prompt: x, output_key: a, next: judge}\n judge: {type: eval, scorers: [{type: cost, max_usd: 1}], on_fail: escalate, next: end}\n two: ${tool("end")}`;
  expect(findingsIn(workflowOf(judged, "escalate: two"))).toEqual([]);
  expect(findingsIn(workflowOf(`one: ${tool("end")}\n two: ${tool("end")}`, "cost_budget_usd: 1\non_budget_exceeded: two"))).toEqual([]);
});

it("reports a loop without an exit once, and not the end behind it", () => {
  check(`one: ${tool("two")}\n two: ${tool("one")}`, "JJ4004 «one» the loop one → two → one has no exit [«one»]");
  check(`one: ${tool("one")}`, "JJ4004 «one» the loop one → one has no exit [«one»]");
  check(`zero: ${tool("one")}\n one: ${tool("two")}\n two: ${tool("one")}`, "JJ4004 «one» the loop one → two → one has no exit [«one»]");
});

it("still reports what is cut off beside a loop without an exit", () => {
  check(
    `zero: ${route("one", "end")}\n one: ${tool("one")}\n other: ${tool("end")}`,
    "JJ4004 «one» the loop one → one has no exit [«one»]",
    "JJ4001 warning «other» node 'other' can never run: no path from 'zero' leads to it",
  );
});

it("reports choices that all lead back as one trap", () => {
  check(`one: ${route("two", "three")}\n two: ${tool("one")}\n three: ${tool("one")}`, "JJ4002 «one» no path from 'one' reaches an end [«two» «three»]");
});

it("takes a failure for a way out", () => {
  expect(findingsIn(workflowOf(`one: ${tool("one", ", max_visits: 9, on_error: end")}`))).toEqual([]);
});

it("stays silent about absent paths where a part of the graph is not known", () => {
  const lost = (nodes: string): readonly string[] => findingsIn(workflowOf(nodes)).map((line) => line.slice(0, 6));
  expect(lost(`one: ${tool("nowhere")}\n two: ${tool("two")}`)).toEqual(["JJ2001"]);
  expect(lost(`one: {type: toool, next: two}\n two: ${tool("three")}\n three: ${tool("three")}`)).toEqual(["JJ1104"]);
  expect(lost(`one: {type: tool, server: s, tool: t, nxt: two}\n two: ${tool("end")}`)).toEqual(["JJ1101"]);
});

it("still judges the graph where what is broken is no target", () => {
  const text = workflowOf(`one: ${tool("end", ", timeout: 5")}\n two: ${tool("end")}`);
  expect(findingsIn(text).map((line) => line.slice(0, 6))).toEqual(["JJ1112", "JJ4001"]);
});

it("survives start and end being one node", () => {
  expect(findingsIn(workflowOf("end: {type: end}"))).toEqual([]);
});

it("warns of a loop that costs something and has no bound", () => {
  const loop = (body: string, back: string, header = ""): readonly string[] => findingsIn(workflowOf(`work: ${body}\n judge: ${back}`, header));
  const unbounded = ["JJ4006 warning «work» nothing bounds the loop work → judge → work, and 'work' costs something each time"];
  const call = tool("judge", ", output_key: a");
  const counted = (key: string): string => tool("judge", `, output_key: ${key}`);
  expect(loop(call, route("end", "work"))).toEqual(unbounded);
  expect(loop(call, route("end", "work", "state.a == state.b"))).toEqual(unbounded);
  expect(loop(tool("judge", ", output_key: a, max_visits: 5"), route("end", "work"))).toEqual([]);
  expect(loop(call, `{type: branch, max_visits: 5, conditions: [{if: state.a, next: end}], default: work}`)).toEqual([]);
  expect(loop(counted("count"), route("work", "end", "state.count < 5"))).toEqual([]);
  expect(loop(counted("tags"), route("work", "end", "len(state.tags) < 5"))).toEqual([]);
  expect(loop(call, route("end", "work"), "cost_budget_usd: 1")).toEqual([]);
  expect(loop(call, route("end", "work"), "timeout: 1h")).toEqual([]);
  expect(loop(call, "{type: human_approval, on_approved: end, on_rejected: work}")).toEqual([]);
  expect(loop(call, "{type: wait, event: e, timeout: 1h, on_timeout: end, next: work}")).toEqual([]);
  expect(loop(call, "{type: wait, timer: 1h, next: again}\n again: " + route("end", "work")).length).toBe(1);
});

it("finds the loop that is left when another is bounded", () => {
  expect(findingsIn(workflowOf(`one: ${tool("two", ", max_visits: 3")}\n two: ${route("one", "three")}\n three: ${tool("four", ", output_key: b")}\n four: ${route("two", "end", "state.b")}`))).toEqual([
    "JJ4006 warning «three» nothing bounds the loop three → four → two → three, and 'three' costs something each time",
  ]);
});

it("knows that a re-run by feedback is bounded", () => {
  check(`one: {type: model, model: gpt-4o, prompt: x, output_key: a, next: judge}\n judge: {type: eval, scorers: [{type: cost, max_usd: 1}], on_fail: retry_with_feedback, max_retries: 2, next: end}`);
});

it("H46: refuses an eval that escalates to itself", () => {
  const text = workflowOf("one: {type: model, model: gpt-4o, prompt: x, output_key: a, next: judge}\n judge: {type: eval, scorers: [{type: cost, max_usd: 0}], on_fail: escalate, next: end}", "escalate: judge");
  expect(findingsIn(text)).toEqual(["JJ4016 «escalate» 'on_fail: escalate' of 'judge' has nowhere to go: the header's 'escalate' names 'judge' itself"]);
});
