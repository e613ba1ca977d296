import { expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { asked, findingsIn, workflowOf } from "../../support/document.ts";

const tool = (more: string): string => `{type: tool, server: s, tool: t, ${more}}`;

function check(nodes: string, ...expected: readonly string[]): void {
  expect(findingsIn(workflowOf(nodes))).toEqual(expected);
}

it("tells one misspelt node once, wherever it is named", () => {
  check(`one: {type: branch, conditions: [{if: state.a, next: tow}, {if: state.b, next: tow}], default: tow}\n two: ${tool("next: end")}`, "JJ2001 «tow» no node is called 'tow' [«tow» «tow»]");
});

it("finds targets wherever they stand", () => {
  const keys: readonly (readonly [string, string])[] = [
    ["one: {type: tool, server: s, tool: t, on_error: nope, next: end}", "on_error"],
    ["one: {type: wait, event: e, timeout: 1h, on_timeout: nope, next: end}", "on_timeout"],
    ["one: {type: human_approval, on_approved: nope, on_rejected: end}", "on_approved"],
    ["one: {type: human_approval, on_approved: end, on_rejected: nope}", "on_rejected"],
    ["one: {type: parallel, branches: [nope], join: end}", "branches"],
    ["one: {type: tool, server: s, tool: t, next: [{when: state.a, to: nope}, {else: end}]}", "next"],
    ["one: {type: model, model: gpt-4o, prompt: x, output_key: a, next: two}\n two: {type: eval, node: nope, scorers: [{type: cost, max_usd: 1}], next: end}", "node"],
  ];
  for (const [nodes, key] of keys) expect(findingsIn(workflowOf(nodes)), key).toEqual(["JJ2001 «nope» no node is called 'nope'"]);
  for (const header of ["escalate: nope", "cost_budget_usd: 1\non_budget_exceeded: nope"]) expect(findingsIn(workflowOf(`one: ${tool("next: end")}`, header)), header).toEqual(["JJ2001 «nope» no node is called 'nope'"]);
});

it("offers a reserved word where one was meant", () => {
  const [found] = compile({ uri: "test.yaml", text: workflowOf(`one: ${tool("next: end")}`, "on_budget_exceeded: pasue") }).diagnostics.filter(({ code }) => code === "JJ2001");
  expect(found?.help).toBe("change it to 'pause', or add a node with this name");
});

it("tells one misspelt state key once, in writes, templates and conditions", () => {
  check(
    `one: ${tool("output_key: tgas, next: two")}\n two: ${tool("arguments: {x: '{{ state.tgas }} {{ state.tgas }}'}, next: [{when: state.tgas, to: end}, {else: end}]")}`,
    "JJ2002 «tgas» 'tgas' is not declared in 'state_schema' [«tgas» «tgas» «tgas»]",
  );
});

it("says nothing of state keys where the schema could not be read", () => {
  const text = workflowOf(`one: ${tool("output_key: anything, next: end")}`).replace(/state_schema: .*/, "state_schema: [a]");
  expect(findingsIn(text).map((line) => line.slice(0, 6))).toEqual(["JJ1103"]);
});

it("takes the fields of an event for state", () => {
  check("one: {type: wait, event: e, data: {who: str}, next: two}\n two: {type: tool, server: s, tool: t, arguments: {x: '{{ state.who }}'}, next: end}");
});

it("wants servers of the project, and only warns without one", () => {
  const text = workflowOf(`one: ${tool("next: end").replace("server: s", "server: brave")}`);
  expect(findingsIn(text)).toEqual(["JJ2005 «brave» no MCP server is called 'brave' in jamjet.toml"]);
  expect(compile({ uri: "test.yaml", text }).diagnostics.filter(({ code }) => code === "JJ2005").map(({ severity }) => severity)).toEqual(["warning"]);
});

it("wants retry policies that are declared, and failures that exist", () => {
  check(`one: ${tool("retry: io_defualt, next: end")}`, "JJ2014 «io_defualt» no retry policy is called 'io_defualt'");
  expect(findingsIn(workflowOf(`one: ${tool("retry: mine, next: end")}`, "retry_policies: {mine: {max_attempts: 2}}"))).toEqual([]);
  check(`one: ${tool("retry: {retry_on: [timeout, 503, timout]}, next: end")}`, "JJ2011 warning «timout» 'timout' is no failure class: it never matches");
});

it("supplies the end that is only targeted, and wants one otherwise", () => {
  const text = workflowOf(`one: ${tool("next: end")}`).replace("  end: {type: end}\n", "");
  expect(findingsIn(text)).toEqual(["JJ4012 warning «end» no node is called 'end': the compiler adds one"]);
  const other = workflowOf(`one: ${tool("next: one")}`).replace("  end: {type: end}\n", "");
  expect(findingsIn(other).map((line) => line.slice(0, 6))).toEqual(["JJ4012", "JJ4004"]);
  const nothing = workflowOf("one: {type: tool, server: s, tool: t}").replace("  end: {type: end}\n", "");
  expect(findingsIn(nothing).map((line) => line.slice(0, 6))).toEqual(["JJ4003"]);
});

it("reads a node of no known type as far as it can, and says nothing of keys it may have", () => {
  check("one: {server: s, next: nope}", "JJ1102 «one» node 'one' needs 'type'", "JJ2001 «nope» no node is called 'nope'");
  check("one: {type: banana, fruit: 1, on_error: nope}", "JJ1104 «banana» unknown node type 'banana'", "JJ2001 «nope» no node is called 'nope'");
  check("one: {type: evel, scorers: [{type: assertion, check: output.x > 1}]}", "JJ1104 «evel» unknown node type 'evel'");
});

it("wants the modules of scorers, from the root of the project, and leaves Python classes to Python", () => {
  const asked: string[] = [];
  const fileExists = (path: string, from: string): boolean => asked.push(`${path} from the ${from}`) > 1;
  const text = workflowOf(`one: ${tool("next: two")}\n two: {type: eval, scorers: [{type: custom, module: a.js}, {type: custom, module: 'b.c:D'}, {type: custom, module: e.js}], next: end}`);
  expect(compile({ uri: "test.yaml", text }, { project: { servers: ["s"], fileExists } }).diagnostics.map(({ message }) => message)).toEqual(["the file 'a.js' does not exist"]);
  expect(asked).toEqual(["a.js from the project", "e.js from the project"]);
});

it("offers to declare a key where it is read", () => {
  const text = workflowOf(`one: ${tool("arguments: {x: '{{ state.zebra }}'}, next: end")}`).replace(/state_schema: \{.*\}/, "state_schema:\n    a: str");
  const [found, ...more] = compile({ uri: "test.yaml", text }, { project: { ...asked, servers: ["s"], fileExists: () => true } }).diagnostics;
  expect(more).toEqual([]);
  expect(found?.fixes.map(({ title, safety }) => `${safety}: ${title}`)).toEqual(["unsafe: declare 'zebra: any'"]);
});
