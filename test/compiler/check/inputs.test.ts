import { expect, it } from "vitest";
import { placedInputs } from "../../../compiler/check/inputs.ts";
import { compile, createWorkspace } from "../../../compiler/index.ts";

const keys = "a b c d".split(" ");

/** Nodes as `id: type ...` lines on one line each; answers the inputs, `?` behind optional ones. */
function inputsOf(nodes: string, header = "", schema: string = keys.map((key) => `${key}: str`).join(", ")): string {
  const start = /^\s*(\w+):/.exec(nodes)?.[1] ?? "";
  const text = `workflow:\n  id: test\n  version: 0.1.0\n  start: ${start}\n  state_schema: {${schema}}\n${header}nodes:\n${nodes.trim().split("\n").map((line) => `  ${line.trim()}\n`).join("")}  end: {type: end}\n`;
  const { program, diagnostics } = compile({ uri: "test.yaml", text });
  expect(diagnostics.filter((diagnostic) => diagnostic.severity === "error").map((diagnostic) => diagnostic.message)).toEqual([]);
  return (program?.inputs ?? []).map(({ key, required }) => (required ? key : `${key}?`)).join(" ");
}

const model = (reads: string, writes: string, next: string): string => `{type: model, model: gpt-4o, prompt: '${reads.split(" ").map((key) => (key === "" ? "" : `{{ state.${key} }}`)).join("")}', output_key: ${writes}, next: ${next}}`;

it("takes for an input what is read before any write", () => {
  expect(inputsOf(`one: ${model("a", "b", "two")}\n two: ${model("b c", "d", "end")}`)).toBe("a c");
  expect(inputsOf(`one: ${model("b", "b", "end")}`)).toBe("b");
  expect(inputsOf(`one: ${model("", "b", "end")}`)).toBe("");
});

it("lists inputs in the order of their declaration", () => {
  expect(inputsOf(`one: ${model("d a c", "b", "end")}`)).toBe("a c d");
});

it("reads conditions, and the routes of a node after its writes", () => {
  expect(inputsOf(`one: {type: branch, conditions: [{if: state.a == 'x', next: end}], default: end}`)).toBe("a");
  expect(inputsOf(`one: ${model("", "b", "[{when: state.b == state.c, to: end}, {else: end}]")}`)).toBe("c");
});

it("lets a write on any path do", () => {
  expect(inputsOf(`one: {type: branch, conditions: [{if: state.a == 'x', next: two}], default: three}
    two: ${model("", "b", "three")}
    three: ${model("b", "c", "end")}`)).toBe("a");
});

it("carries no write over a failure", () => {
  const tool = "{type: tool, server: s, tool: t, output_key: b, next: end, on_error: two}";
  expect(inputsOf(`one: ${tool}\n two: ${model("b", "c", "end")}`)).toBe("b");
});

it("asks no caller for what a node waits for, though it waited in vain", () => {
  const two = `two: ${model("b", "c", "end")}`;
  expect(inputsOf(`one: {type: wait, event: e, data: {b: str}, timeout: 1h, on_timeout: two, next: end}\n ${two}`)).toBe("");
  expect(inputsOf(`one: {type: wait, event: e, timeout: 1h, on_timeout: two, next: three}\n ${two}\n three: ${model("b", "c", "end")}`)).toBe("");
  expect(inputsOf(`one: {type: wait, event: e, timeout: 1h, on_timeout: two, next: end}\n ${two}`)).toBe("b");
});

it("keeps what was written before a failure", () => {
  expect(inputsOf(`zero: ${model("", "b", "one")}
    one: {type: tool, server: s, tool: t, output_key: c, next: end, on_error: two}
    two: ${model("b c", "d", "end")}`)).toBe("c");
});

it("lets an event bring what it declares, and anything where it declares nothing", () => {
  const after = `two: ${model("b c", "d", "end")}`;
  expect(inputsOf(`one: {type: wait, event: e, data: {b: str}, next: two}\n ${after}`)).toBe("c");
  expect(inputsOf(`one: {type: wait, event: e, next: two}\n ${after}`)).toBe("");
  expect(inputsOf(`one: {type: wait, event: e, output_key: b, next: two}\n ${after}`)).toBe("c");
  expect(inputsOf(`one: {type: wait, timer: 1h, next: two}\n ${after}`)).toBe("b c");
});

it("follows a re-run by feedback", () => {
  expect(inputsOf(`one: ${model("a c", "b", "two")}
    two: {type: eval, scorers: [{type: cost, max_usd: 1}], on_fail: retry_with_feedback, max_retries: 1, output_key: c, next: end}`, "", "a: str, b: str, c: dict")).toBe("a");
});

it("does not let one branch see what its sibling writes", () => {
  expect(inputsOf(`fork: {type: parallel, branches: [one, two], join: three}
    one: {type: tool, server: s, tool: t, output_key: a}
    two: {type: tool, server: s, tool: t, arguments: {x: '{{ state.a }}'}, output_key: b}
    three: ${model("a b", "c", "end")}`)).toBe("a");
});

it("asks for nothing that a function may have merged in", () => {
  const nodes = (merge: string): string => `fork: {type: parallel, branches: [one], join: meet}
    one: {type: tool, server: s, tool: t, output_key: a}
    meet: {type: join, wait_for: [one]${merge}, next: three}
    three: ${model("a b", "c", "end")}`;
  expect(inputsOf(nodes(""))).toBe("b");
  expect(inputsOf(nodes(", merge: {custom: {module: merging.rules, function: pick}}"))).toBe("");
});

it("does not take for written what a join collects", () => {
  const nodes = (merge: string): string => `first: {type: tool, server: s, tool: t, output_key: b, next: fork}
    fork: {type: parallel, branches: [one], join: meet}
    one: {type: tool, server: s, tool: t, output_key: a}
    meet: {type: join, wait_for: [one], ${merge}next: three}
    three: ${model("a b", "c", "end")}`;
  expect(inputsOf(nodes(""), "", "a: str, b: str, c: str, all: 'list[dict]'")).toBe("");
  expect(inputsOf(nodes("merge: collect, output_key: all, "), "", "a: str, b: str, c: str, all: 'list[dict]'")).toBe("a");
});

it("calls an input optional if every read copes with its absence", () => {
  expect(inputsOf(`one: ${model("", "d", "end").replace("''", `"{{ state.a | default('x') }}{% if state.b is defined %}{{ state.b }}{% endif %}{{ state.c }}{{ state.c | default('y') }}"`)}`)).toBe("a? b? c");
});

it("calls an input with a default optional", () => {
  expect(inputsOf(`one: ${model("a b", "d", "end")}`, "", "a: {type: string, default: x}, b: str, d: str")).toBe("a? b");
});

it("takes the list of the header for the truth, each key once", () => {
  expect(inputsOf(`one: ${model("c", "b", "end")}`, "  inputs: [c, b, c]\n")).toBe("c b");
  expect(inputsOf(`one: ${model("", "b", "end")}`, "  inputs: []\n")).toBe("");
});

it("asks nothing for nodes that never run", () => {
  expect(inputsOf(`one: ${model("a", "b", "end")}\n two: ${model("c", "d", "end")}`)).toBe("a");
});

it("knows where each input is first read", () => {
  const text = `workflow: {id: t, version: 0.1.0, start: one, state_schema: {a: str, b: str}}\nnodes:\n  one: ${model("a", "b", "end")}\n  end: {type: end}\n`;
  const workspace = createWorkspace();
  workspace.setText({ uri: "test.yaml", text });
  const typed = workspace.typed("test.yaml");
  const places = typed === undefined ? [] : placedInputs(typed).map(({ at }) => typed.bound.ast.blocks.absolute(at));
  expect(places.map(({ start, end }) => text.slice(start - 6, end))).toEqual(["state.a"]);
});
