import { expect, it } from "vitest";
import { createWorkspace } from "../../../compiler/index.ts";
import { findingsIn, workflowOf } from "../../support/document.ts";

const model = (next: string): string => `{type: model, model: gpt-4o, prompt: x, output_key: a, next: ${next}}`;
const tool = (next: string, more = ""): string => `{type: tool, server: s, tool: t${more}, next: ${next}}`;
const judge = (more = ""): string => `{type: eval, scorers: [{type: cost, max_usd: 1}]${more}, next: end}`;

/** The node that `judge` scores, or what is said about there being none. */
function check(nodes: string, expected: string): void {
  const text = workflowOf(nodes);
  const workspace = createWorkspace();
  workspace.setText({ uri: "test.yaml", text });
  const bound = workspace.typed("test.yaml")?.bound;
  const subject = bound?.nodes.find((node) => node.ast.id.value === "judge")?.subject;
  expect(subject === undefined ? findingsIn(text)[0] : bound?.nodes[subject]?.ast.id.value).toBe(expected);
}

it("is the node before", () => {
  check(`one: ${model("judge")}\n judge: ${judge()}`, "one");
  check(`one: ${tool("judge")}\n judge: ${judge()}`, "one");
});

it("is found behind routing and behind other evals", () => {
  check(`one: ${model("route")}\n route: {type: branch, conditions: [{if: state.a, next: judge}], default: end}\n judge: ${judge()}`, "one");
  check(`one: ${model("first")}\n first: {type: eval, scorers: [{type: cost, max_usd: 1}], next: judge}\n judge: ${judge()}`, "one");
});

it("is the one that `node` names", () => {
  check(`zero: ${model("one")}\n one: ${tool("judge")}\n judge: ${judge(", node: zero")}`, "zero");
});

it("is nobody where two precede, or none", () => {
  check(
    `zero: {type: branch, conditions: [{if: state.a, next: one}], default: two}\n one: ${model("judge")}\n two: ${model("judge")}\n judge: ${judge()}`,
    "JJ2012 «judge» eval node 'judge' has nothing to score: both 'one' and 'two' precede it",
  );
  check(`judge: ${judge()}`, "JJ2012 «judge» eval node 'judge' has nothing to score: no node with an output precedes it");
});

it("does not count a way that begins with a failure", () => {
  check(`one: ${model("two")}\n two: ${tool("judge", ", on_error: three")}\n three: ${tool("end")}\n judge: ${judge()}`, "two");
  check(`one: ${tool("end", ", on_error: judge")}\n judge: ${judge()}`, "JJ2012 «judge» eval node 'judge' has nothing to score: no node with an output precedes it");
});

it("is a model where the eval re-runs it", () => {
  const again = ", on_fail: retry_with_feedback, max_retries: 1";
  check(`one: ${model("judge")}\n judge: ${judge(again)}`, "one");
  expect(findingsIn(workflowOf(`one: ${tool("judge")}\n judge: ${judge(again)}`))).toEqual(["JJ4015 «retry_with_feedback» 'retry_with_feedback' of 'judge' needs a model node to re-run: 'one' is a tool node"]);
});

it("goes on through a loop", () => {
  check(`one: ${model("judge")}\n judge: {type: eval, scorers: [{type: cost, max_usd: 1}], max_visits: 3, next: [{when: output.passed, to: end}, {else: one}]}`, "one");
});

it("wants a target where it escalates", () => {
  expect(findingsIn(workflowOf(`one: ${model("judge")}\n judge: ${judge(", on_fail: escalate")}`))).toEqual(["JJ4016 «escalate» 'on_fail: escalate' of 'judge' has nowhere to go"]);
});
