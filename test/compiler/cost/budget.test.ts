import { expect, it } from "vitest";
import { budgetsOf, heldBack, leastBudget, longAnswers } from "../../../compiler/cost/budget.ts";
import { workflowCost } from "../../../compiler/cost/cost.ts";
import { compile, type ProjectView } from "../../../compiler/index.ts";
import { estimateCall } from "../../../runtime/estimate.ts";
import { priceOf } from "../../../schemas/prices.ts";
import { boundOf, flowDocument } from "../../support/flow.ts";

const model = (more: string): string => `{type: model, model: gpt-4o, prompt: hello, output_key: a, ${more}}`;
const budget = (limits: string): string => `  token_budget: {${limits}}\n`;

function said(nodes: string, header: string, modelCost?: ProjectView["modelCost"]): readonly string[] {
  const project: ProjectView = { servers: undefined, fileExists: () => true, ...(modelCost === undefined ? {} : { modelCost }) };
  return compile({ uri: "a.yaml", text: flowDocument(nodes, header) }, { project }).diagnostics.filter(({ code }) => code.startsWith("JJ61")).map(({ code, severity }) => `${code} ${severity}`);
}

it("takes for held back what the runtime holds back, or less", () => {
  for (const maxTokens of [1, 1_000, undefined]) {
    const estimate = estimateCall({ model: "gpt-4o", prompt: "hello", max_tokens: maxTokens }, priceOf({ alias: "gpt-4o", provider: "openai", model: "gpt-4o" }));
    const call = { model: "gpt-4o", cost: { prices: [{ input: 2.5, output: 10 }], requests: 1 }, maxTokens, requests: 1, sent: undefined, span: { block: "", start: 0, end: 0 } };
    expect(heldBack(call, "output_tokens")).toBe(estimate.output_tokens);
    expect(heldBack(call, "total_tokens")).toBeLessThanOrEqual(estimate.input_tokens + estimate.output_tokens);
    expect(heldBack(call, "cost_budget_usd")).toBeLessThanOrEqual(estimate.cost_usd ?? 0);
  }
});

it("needs for a way what is held back for its last call beside what the others took, and for a document its cheapest way", () => {
  const bound = boundOf(flowDocument(`a: ${model("max_tokens: 100, next: b")}\nb: ${model("max_tokens: 300, next: c")}\nc: {type: branch, conditions: [{if: "state.c == 1", next: d}], default: end}\nd: ${model("max_tokens: 9000, next: end")}\nend: {type: end}`, budget("output_tokens: 500")));
  const cost = workflowCost(bound);
  if (cost === undefined) throw new Error("the graph is not known whole");
  expect(leastBudget(bound, cost, "output_tokens")).toBe(301);
  expect(longAnswers(bound, cost, "output_tokens")).toEqual({ takes: 400, nodes: [0, 1, 2, 4] });
  expect(budgetsOf(bound).map(({ key, limit }) => [key, limit])).toEqual([["output_tokens", 500]]);
});

it("knows that a node may fail before it calls anything, and go on", () => {
  const nodes = (onError: string): string => `a: ${model(`max_tokens: 100, next: b${onError}`)}\nb: ${model("max_tokens: 100, next: end")}\nend: {type: end}`;
  expect(said(nodes(""), budget("output_tokens: 100"))).toEqual(["JJ6101 error"]);
  expect(said(nodes(", on_error: end"), budget("output_tokens: 100"))).toEqual(["JJ6102 warning"]);
});

it("warns where a person is asked, and where the project knows no price", () => {
  const nodes = `a: ${model("max_tokens: 100, next: end")}\nend: {type: end}`;
  expect(said(nodes, `${budget("output_tokens: 99")}  on_budget_exceeded: pause\n`)).toEqual(["JJ6101 warning"]);
  expect(said(nodes, "  cost_budget_usd: 5\n", () => ({ prices: [undefined], requests: 1 }))).toEqual(["JJ6101 warning"]);
  expect(said(nodes, "  cost_budget_usd: 5\n", () => undefined)).toEqual([]);
});

it("does not count loops, further attempts and branches that may not be taken against a budget, nor what is handled", () => {
  const retried = `a: ${model("max_tokens: 100, retry: llm_default, next: b")}\nb: {type: branch, conditions: [{if: "state.c == 1", next: a}], default: end}\nend: {type: end}`;
  expect(said(retried, budget("output_tokens: 100"))).toEqual([]);
  const two = `a: ${model("max_tokens: 100, next: b")}\nb: ${model("max_tokens: 100, next: end")}\nend: {type: end}`;
  expect(said(two, budget("output_tokens: 150"))).toEqual(["JJ6102 warning"]);
  expect(said(two, `${budget("output_tokens: 150")}  on_budget_exceeded: fail\n`)).toEqual([]);
  expect(said(two, budget("output_tokens: 200"))).toEqual([]);
});
