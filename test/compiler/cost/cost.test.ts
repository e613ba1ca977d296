import { expect, it } from "vitest";
import { workflowCost, type WorkflowCost } from "../../../compiler/cost/cost.ts";
import { boundOf, flowDocument } from "../../support/flow.ts";

function costOf(nodes: string, header = ""): WorkflowCost {
  const cost = workflowCost(boundOf(flowDocument(nodes, header)));
  if (cost === undefined) throw new Error("the graph is not known whole");
  return cost;
}

const call = (more: string): string => `{type: http, url: "https://example.com", timeout: 10s, ${more}}`;

it("counts attempts and the waits between them, and no way of failure as the usual one", () => {
  const { least, most, cheapestBy } = costOf(`a: ${call("retry: {max_attempts: 3, delay_ms: 2000}, next: b, on_error: end")}\nb: ${call("next: end")}\nend: {type: end}`);
  expect([least.calls, most.calls, least.ms, most.ms]).toEqual([2, 4, 0, 46_000]);
  expect(cheapestBy("calls")).toEqual([0, 1, 2]);
});

it("adds what branches take, and waits for the longest of them, or for the first", () => {
  const nodes = (merge: string): string => `f: {type: parallel, branches: [x, y], join: j}\nx: {type: wait, timer: 1h}\ny: ${call("")}\nj: {type: join, wait_for: [x, y], merge: ${merge}, next: end}\nend: {type: end}`;
  const [all, first] = [costOf(nodes("last_writer")), costOf(nodes("first"))];
  expect([all.least, all.most].map(({ calls, ms }) => [calls, ms])).toEqual([[1, 3_600_000], [1, 3_600_000]]);
  expect([first.least, first.most].map(({ calls, ms }) => [calls, ms])).toEqual([[0, 0], [1, 10_000]]);
});

it("multiplies by the re-runs of an eval, and by those of another one around it", () => {
  const model = "{type: model, model: gpt-4o, prompt: hello, max_tokens: 100, output_key: a, next: one}";
  const judge = (next: string, retries: number): string => `{type: eval, node: write, scorers: [{type: assertion, check: "len(output.a) > 3"}], on_fail: retry_with_feedback, max_retries: ${retries}, next: ${next}}`;
  expect(costOf(`write: ${model}\none: ${judge("end", 3)}\nend: {type: end}`).most.output_tokens).toBe(400);
  expect(costOf(`write: ${model}\none: ${judge("two", 3)}\ntwo: ${judge("end", 1)}\nend: {type: end}`).most.output_tokens).toBe(800);
});

it("knows a limit of a loop by the visits of one of its nodes, and names a loop without one by what grows in it", () => {
  const loop = (limit: string): WorkflowCost => costOf(`a: ${call(`${limit}next: r`)}\nr: {type: branch, conditions: [{if: "state.c == 1", next: a}], default: end}\nend: {type: end}`);
  expect(loop("max_visits: 4, ").most.calls).toBe(4);
  expect(loop("").endless).toEqual([{ nodes: [0, 1], quantities: ["calls", "ms"] }]);
  expect(loop("").least.calls).toBe(1);
});

it("takes what nobody knows for unknown, and not for nothing", () => {
  const { unknown, most } = costOf('a: {type: model, model: my-own, prompt: "{{ state.a }}", output_key: a, next: end}\nend: {type: end}');
  expect(unknown.map(({ quantity, why }) => `${quantity}: ${why}`)).toEqual([
    "input_tokens: how long the text is that it sends, is known when it runs",
    "output_tokens: it has no 'max_tokens'",
    "cost_usd: the price of 'my-own' is not known",
    "ms: it has no 'timeout'",
  ]);
  expect(most.output_tokens).toBe(1);
});

it("takes no way out of a spent budget for the usual one, and an escalation for a way like others", () => {
  const model = (next: string): string => `{type: model, model: gpt-4o, prompt: hello, max_tokens: 10, output_key: a${next}}`;
  const nodes = `f: {type: parallel, branches: [x, y], join: end}\nx: ${model(", next: judge")}\njudge: {type: eval, scorers: [{type: assertion, check: "len(output.a) > 3"}], on_fail: escalate}\ny: ${call("")}\nperson: ${model(", next: end")}\nend: {type: end}`;
  const spent = costOf(nodes.replace("on_fail: escalate", "on_fail: halt"), "  token_budget: {output_tokens: 9000}\n  on_budget_exceeded: person\n");
  // The way out leads to a node that asks for money itself: it may be taken from there, and is counted so.
  expect([spent.least.calls, spent.most.calls]).toEqual([2, 4]);
  expect(costOf(nodes, "  escalate: person\n").cheapestBy("calls")).toEqual([0, 4, 5]);
});

it("says nothing of a graph that is not known whole", () => {
  expect(workflowCost(boundOf(flowDocument("a: {type: http, url: x, next: nowhere}\nend: {type: end}")))).toBeUndefined();
});

it("measures 20,000 nodes in a row, and as many parallels in each other as may be", () => {
  const row = Array.from({ length: 19_999 }, (_, at) => `n${at}: {type: branch, conditions: [{if: "state.c == 1", next: n${at === 0 ? 0 : at - 1}}], default: ${at === 19_998 ? "end" : `n${at + 1}`}}`);
  expect(costOf([...row, "end: {type: end}"].join("\n")).most.calls).toBe(0);
  const deep = Array.from({ length: 2_000 }, (_, at) => `f${at}: {type: parallel, branches: [${at === 1_999 ? "leaf" : `f${at + 1}`}], join: j${at}}`);
  const joins = Array.from({ length: 2_000 }, (_, at) => `j${at}: ${call(at === 0 ? "next: end" : "")}`);
  expect(costOf([...deep, `leaf: ${call("")}`, ...joins, "end: {type: end}"].join("\n")).most.calls).toBe(2_001);
});
