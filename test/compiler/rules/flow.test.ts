import { expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { flowDocument } from "../../support/flow.ts";

/** What these rules say of a document with these nodes. */
function told(code: string, nodes: string, header = ""): readonly string[] {
  const { diagnostics } = compile({ uri: "test.yaml", text: flowDocument(`${nodes}\n    end: {type: end}`, header) });
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  return diagnostics.filter((found) => found.code === code).map(({ message }) => message);
}

const model = (reads: string, writes: string, next = ""): string => `{type: model, model: gpt-4o, prompt: 'x${reads === "" ? "" : `{{ state.${reads} }}`}', output_key: ${writes}${next === "" ? "" : `, next: ${next}`}}`;

it("tells a result that another one replaces before anybody reads it", () => {
  expect(told("JJ5106", `one: ${model("", "a", "two")}\n two: ${model("", "a", "end")}`)).toEqual(["what 'one' writes to 'a' is never read: 'two' overwrites it first"]);
});

it.each([
  ["it is read on the way", `one: ${model("", "a", "two")}\n two: ${model("a", "a", "end")}`],
  ["it is the result of another path", `one: ${model("", "a", "[{when: execution.id == 'x', to: end}, {else: two}]")}\n two: ${model("", "a", "end")}`],
  ["a route looks at it as output", `one: ${model("", "a", "[{when: \"output.a == 'x'\", to: two}, {else: two}]")}\n two: ${model("", "a", "end")}`],
  ["an eval scores it", `one: ${model("", "a", "judge")}\n judge: {type: eval, scorers: [{type: cost, max_usd: 1}], next: two}\n two: ${model("", "a", "end")}`],
  ["what replaces it may fail first", `one: ${model("", "a", "two")}\n two: {type: model, model: gpt-4o, prompt: x, output_key: a, on_error: end, next: end}`],
  ["a join gathers it", `fork: {type: parallel, branches: [one, two], join: meet}\n one: ${model("", "a")}\n two: ${model("", "b")}\n meet: {type: join, wait_for: [one, two], merge: collect, output_key: c, next: three}\n three: ${model("c", "a", "end")}`],
  ["the state is read whole", `one: ${model("", "a", "two")}\n two: {type: tool, server: s, tool: t, arguments: {x: '{{ state }}'}, next: three}\n three: ${model("", "a", "end")}`],
  ["the node has an effect beyond its result", `one: {type: tool, server: s, tool: t, output_key: a, next: two}\n two: {type: tool, server: s, tool: t, output_key: a, next: end}`],
])("does not call a write dead where %s", (_, nodes) => {
  expect(told("JJ5106", nodes)).toEqual([]);
});

const fork = "fork: {type: parallel, branches: [one, two], join: end}";

it("tells a branch that reads what only its sibling writes, however deep", () => {
  const said = (reader: string, writer: string): readonly string[] => [`'${reader}' cannot see what '${writer}' writes to 'a': both are in branches of 'fork'`];
  expect(told("JJ5110", `${fork}\n one: ${model("", "a")}\n two: ${model("a", "b")}`)).toEqual(said("two", "one"));
  expect(told("JJ5110", `${fork}\n one: ${model("a", "b")}\n two: {type: parallel, branches: [three], join: end}\n three: ${model("", "a")}`)).toEqual(said("one", "three"));
});

it.each([
  ["it was written before", `zero: ${model("", "a", "fork")}\n ${fork}\n one: ${model("", "a")}\n two: ${model("a", "b")}`, ""],
  ["the header says that the caller gives it", `${fork}\n one: ${model("", "a")}\n two: ${model("a", "b")}`, "  inputs: [a]\n"],
  ["it is written in the same branch", `${fork}\n one: ${model("a", "b", "three")}\n three: ${model("", "a")}\n two: ${model("", "d")}`, ""],
  ["the read copes with an unset key", `${fork}\n one: ${model("", "a")}\n two: ${model("a | default(1)", "b")}`, ""],
])("says nothing of a read beside a write where %s", (_, nodes, header) => {
  expect(told("JJ5110", nodes, header)).toEqual([]);
});

const loop = (condition: string, body: string): string => `route: {type: branch, conditions: [{if: "${condition}", next: end}], default: one}\n one: ${body}`;

it("tells a loop that nothing in it can end, once", () => {
  const nodes = loop("state.a == 'x'", model("", "b", "route"));
  expect(told("JJ4005", nodes)).toEqual(["the loop through 'route', 'one' is left by 'a' alone, and nothing in it writes that".replace("', '", "' and '")]);
  expect(told("JJ4006", nodes)).toEqual([]);
});

it.each([
  ["the tested key is written in it", loop("state.b == 'x'", model("", "b", "route"))],
  ["the test looks at something else, too", loop("state.a == 'x' or execution.started_at == 'x'", model("", "b", "route"))],
  ["a failure leads out", loop("state.a == 'x'", "{type: model, model: gpt-4o, prompt: x, output_key: b, on_error: end, next: route}")],
  ["a person may change it", loop("state.a == 'x'", "{type: human_approval, message: x, next: route, on_rejected: route}")],
  ["an event may bring it", loop("state.a == 'x'", "{type: wait, event: e, next: route}")],
])("does not call a loop stuck where %s", (_, nodes) => {
  expect(told("JJ4005", nodes)).toEqual([]);
});
