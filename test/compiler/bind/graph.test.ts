import { expect, it } from "vitest";
import { createWorkspace } from "../../../compiler/index.ts";
import { workflowOf } from "../../support/document.ts";

const tool = (more = ""): string => `{type: tool, server: s, tool: t${more}}`;

/** The edges as `from role to`, in the order of the compiler. */
function check(nodes: string, header: string, ...expected: readonly string[]): void {
  const workspace = createWorkspace();
  workspace.setText({ uri: "test.yaml", text: workflowOf(nodes, header) });
  const bound = workspace.typed("test.yaml")?.bound;
  const idOf = (node: number): string => bound?.nodes[node]?.ast.id.value ?? "";
  const edges = [...(bound?.graph.edges ?? []), ...(bound?.graph.feedback ?? [])];
  expect(edges.map(({ from, to, role }) => `${idOf(from)} ${role} ${idOf(to)}`)).toEqual(expected);
}

it("draws an edge for each target", () => {
  check(
    `one: ${tool(", on_error: three, next: [{when: state.a, to: two}, {else: end}]")}\n two: {type: wait, event: e, timeout: 1h, on_timeout: three, next: end}\n three: {type: human_approval, on_approved: end, on_rejected: two}`,
    "",
    "one error three", "one case two", "one default end", "two timeout three", "two next end", "three case end", "three reject two",
  );
});

it("ends a branch without a successor at its join", () => {
  check(
    `fork: {type: parallel, branches: [left, right], join: last}\n left: ${tool(", next: more")}\n more: ${tool()}\n right: ${tool()}\n last: ${tool(", next: end")}`,
    "",
    "fork branch left", "fork branch right", "fork join last", "left next more", "last next end", "right rejoin last", "more rejoin last",
  );
});

it("ends no node in a branch that only a loop leads to and that control never enters by its fork", () => {
  check(
    `left: ${tool(", on_error: lost, next: last")}\n right: ${tool()}\n lost: ${tool()}\n fork: {type: parallel, branches: [left, right], join: last}\n loop: {type: branch, conditions: [{if: state.a, next: fork}], default: loop}\n last: ${tool(", next: end")}`,
    "",
    "left error lost", "left next last", "fork branch left", "fork branch right", "fork join last", "loop case fork", "loop default loop", "last next end", "right rejoin last",
  );
});

it("ends the branch of a branch at the inner join, and the inner join at the outer one", () => {
  check(
    `outer: {type: parallel, branches: [inner], join: last}\n inner: {type: parallel, branches: [one], join: both}\n one: ${tool()}\n both: ${tool()}\n last: ${tool(", next: end")}`,
    "",
    "outer branch inner", "outer join last", "inner branch one", "inner join both", "last next end", "one rejoin both", "both rejoin last",
  );
});

it("does not take the target of an escalation for a part of the branch", () => {
  check(
    `fork: {type: parallel, branches: [left], join: last}
    left: {type: model, model: gpt-4o, prompt: x, output_key: a, next: judge}
    judge: {type: eval, scorers: [{type: cost, max_usd: 1}], on_fail: escalate}
    last: ${tool(", next: end")}
    person: ${tool(", next: end")}`,
    "escalate: person",
    "fork branch left", "fork join last", "left next judge", "judge escalate person", "last next end", "person next end", "judge rejoin last",
  );
});

it("leaves by the budget from every node that costs something", () => {
  check(`one: ${tool(", next: two")}\n two: {type: branch, conditions: [{if: state.a, next: end}], default: end}`, "cost_budget_usd: 1\non_budget_exceeded: two", "one next two", "one budget two", "two case end", "two default end");
});

it("keeps re-runs by feedback apart", () => {
  check(
    `one: {type: model, model: gpt-4o, prompt: x, output_key: a, next: two}\n two: {type: eval, scorers: [{type: cost, max_usd: 1}], on_fail: retry_with_feedback, max_retries: 1, next: end}`,
    "",
    "one next two", "two next end", "two feedback one",
  );
});
