import { expect, it } from "vitest";
import { compile } from "../../compiler/index.ts";
import { answerTo } from "../support/answer.ts";
import { findingsIn, workflowOf } from "../support/document.ts";

/** The findings of the nodes, in a document that gets an answer as every text does. */
function check(nodes: string, expected: readonly string[], header = "", schema?: string): void {
  const text = workflowOf(nodes, header, schema);
  answerTo(text);
  expect(findingsIn(text)).toEqual(expected);
}

const model = "type: model, model: gpt-4o, prompt: hi, output_key: a";

it.each<readonly [shape: string, nodes: string, ...expected: readonly string[]]>([
  ["a loop of one", `one: {${model}, next: one}`, "JJ4004 «one» the loop one → one has no exit [«one»]"],
  ["a loop of two", `one: {${model}, next: two}\ntwo: {${model}, next: one}`, "JJ4004 «one» the loop one → two → one has no exit [«one»]"],
  ["a loop that nothing reaches", `one: {${model}, next: end}\ntwo: {${model}, next: three}\nthree: {${model}, next: two}`, "JJ4001 warning «two» node 'two' can never run: no path from 'one' leads to it [«three»]"],
  ["a start that is the end", "end: {type: end}"],
])("H41: judges %s", (_, nodes, ...expected) => check(nodes, expected));

it("H41: wants an end, or a way there", () => {
  expect(findingsIn("workflow: {id: a, version: 0.1.0, start: one, state_schema: {a: str}}\nnodes:\n  one: {type: model, model: gpt-4o, prompt: hi, output_key: a}\n")).toEqual(["JJ4003 «one» node 'one' leads nowhere: it has no 'next' and is not inside a parallel branch"]);
});

it("H42: refuses a workflow that starts itself", () => {
  check("one: {type: subgraph, workflow_ref: test.yaml, next: end}", ["JJ2013 «test.yaml» the workflow starts itself"]);
});

it("H43: finds joins that wait for themselves", () => {
  const branch = `b: {${model}}`;
  check(`one: {type: parallel, branches: [b], join: j}\n${branch}\nj: {type: join, wait_for: [j], next: end}`, ["JJ4019 «j» 'j' waits for 'j', which is no branch that ends here"]);
  check(`one: {type: parallel, branches: [b, j], join: j}\n${branch}\nj: {type: join, wait_for: [b], next: end}`, ["JJ4009 «j» 'j' is both a branch of 'one' and its join", "JJ4023 warning «[b]» 'j' does not wait for 'j' of 'one': what it writes is lost [«j»]"]);
});

it("H43: takes 5,000 nodes in a line", () => {
  const nodes = Array.from({ length: 5_000 }, (_, index) => `n${index}: {${model}, next: ${index === 4_999 ? "end" : `n${index + 1}`}}`).join("\n");
  expect(compile({ uri: "", text: workflowOf(nodes) }).program?.ops).toHaveLength(5_001);
});

it("H44: warns of a key that two branches write, and not where the join says what to do", () => {
  const branches = `one: {type: parallel, branches: [b, c], join: j}\nb: {${model}}\nc: {${model}}`;
  check(`${branches}\nj: {type: join, wait_for: [b, c], next: end}`, ["JJ5109 warning «a» 'a' is written by two branches of 'one', in 'b' and in 'c': the last to complete wins [«a»]"]);
  check(`${branches}\nj: {type: join, wait_for: [b, c], merge: collect, output_key: all, next: end}`, [], "", "a: str, all: list");
});

it("H49: holds names against 200 stars", () => {
  const tool = (name: string): string => `one: {type: tool, server: s, tool: ${name}, output_key: a, next: end}`;
  const policy = `policy: {blocked_tools: ['${"*a".repeat(200)}b']}`;
  check(tool("a".repeat(3_000)), [], policy);
  expect(findingsIn(workflowOf(tool(`${"a".repeat(300)}b`), policy))[0]).toMatch(/^JJ6004 /);
});

it("H50: takes no pattern for a detector", () => {
  check(`one: {${model}, next: end}`, ["JJ1105 «'(a+)+$'» '(a+)+$' is not one of email, ssn, phone, credit_card, ip_address"], "data_policy: {pii_detectors: ['(a+)+$']}");
});

const unusable = "this JSON Schema cannot be used:";
const doubling = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`d${index}`, index === 39 ? {} : { allOf: [{ $ref: `#/$defs/d${index + 1}` }, { $ref: `#/$defs/d${index + 1}` }] }]));

it.each<readonly [row: string, schema: object, expected: string]>([
  ["H50", { type: "string", pattern: "(a+)+$" }, `«"(a+)+$"» ${unusable} the pattern '(a+)+$' may take forever`],
  ["H50", { type: "string", pattern: "(.*)*x" }, `«"(.*)*x"» ${unusable} the pattern '(.*)*x' may take forever`],
  ["H50", { type: "string", pattern: "(" }, `«"("» ${unusable} '(' is not a pattern`],
  ["H50", { type: "object", patternProperties: { "[": {} } }, `«{}» ${unusable} '[' is not a pattern`],
  ["H51", { $ref: "http://127.0.0.1:9/x" }, `«"http://127.0.0.1:9/x"» ${unusable} 'http://127.0.0.1:9/x' is another document, and none is fetched`],
  ["H51", { type: "object", properties: { x: { $ref: "file:///etc/passwd" } } }, `«"file:///etc/passwd"» ${unusable} 'file:///etc/passwd' is another document, and none is fetched`],
  ["H51", { $ref: "#/$defs/gone" }, `«"#/$defs/gone"» ${unusable} nothing stands at '#/$defs/gone'; a reference begins at the top, as in '#/$defs/item'`],
  ["H51", { $ref: "#/__proto__" }, `«"#/__proto__"» ${unusable} nothing stands at '#/__proto__'; a reference begins at the top, as in '#/$defs/item'`],
  ["H51", { $ref: "#", type: "string" }, `«{"$ref":"#","type":"string"}» ${unusable} it refers to itself before it looks into the value`],
  ["H51", { $ref: "#/$defs/d0", $defs: doubling }, `${unusable} it holds one value against more than 1000 schemas`],
  ["H51", { type: "string", $dynamicRef: "#a" }, `«"#a"» ${unusable} '$dynamicRef' is not supported here`],
  ["H51", { type: "object", required: 5 }, `«5» ${unusable} 'required' must be a list of texts`],
])("%s: refuses the schema %j", (_, schema, expected) => {
  const text = workflowOf(`one: {${model}, output_schema: ${JSON.stringify(schema)}, next: end}`, "", "a: any");
  answerTo(text);
  expect(findingsIn(text).filter((line) => line.startsWith("JJ5014")).join("\n")).toContain(expected);
});

it.each([
  { type: "string", pattern: "^[a-z]+(-[a-z]+)*$" }, { type: "object", properties: { left: { $ref: "#" }, right: { $ref: "#" } } }, { $id: "https://example.com/a", type: "array", items: { $ref: "#/$defs/b" }, $defs: { b: { type: "string" } } },
  { type: "array", items: JSON.parse(`${'{"items":'.repeat(45)}{}${"}".repeat(45)}`) as object },
])("H51: takes the schema %j", (schema) => check(`one: {${model}, output_schema: ${JSON.stringify(schema)}, next: end}`, [], "", "a: any"));

it.each([{ type: "object", not: {} }, { enum: [] }, { type: "object", required: ["x"], properties: { x: { not: {} } } }, { anyOf: [{ enum: [] }, { not: {} }] }])("H52: warns of %j, which takes nothing", (schema) => {
  check(`one: {${model}, output_schema: ${JSON.stringify(schema)}, next: end}`, [`JJ5015 warning «${JSON.stringify(schema)}» no value fits the JSON Schema of 'output_schema'`], "", "a: any");
});

it("H53: takes no cron line for a moment, and no schedule in a workflow", () => {
  check("one: {type: wait, timer: '* * * * * *', next: end}", ["JJ1112 «'* * * * * *'» '* * * * * *' is not a duration"]);
  check(`one: {${model}, next: end}`, ["JJ1101 «schedule» unknown key 'schedule' in the workflow header"], "schedule: {cron: '0 0 30 2 *'}");
});

it.each<readonly [place: string, node: string]>([
  ["prompt", "type: model, model: gpt-4o, prompt: 'k {{ env.API_KEY }}', output_key: a"], ["system", "type: model, model: gpt-4o, prompt: hi, system: '{{ env.API_KEY | upper }}', output_key: a"],
  ["url", "type: http, url: 'https://h/?k={{ env.API_KEY }}', output_key: a"], ["k", "type: http, url: 'https://h/', query: {k: '{{ env.API_KEY }}'}, output_key: a"],
  ["message", "type: human_approval, message: '{% if state.a %}{{ env.API_KEY }}{% endif %}'"], ["correlation_key", "type: wait, event: e, correlation_key: '{{ env.API_KEY }}'"],
])("H65: refuses a secret in '%s'", (place, node) => check(`one: {${node}, next: end}`, [`JJ6014 «env.API_KEY» the secret 'env.API_KEY' must not stand in '${place}'`]));

it("H65: refuses templates where none are read, so that no secret comes into a label or a state key", () => {
  check("one: {type: http, url: 'https://h/', labels: {k: '{{ env.API_KEY }}'}, output_key: a, next: end}", ["JJ3108 warning «'{{ env.API_KEY }}'» 'k' does not evaluate templates: the braces stay as they are"]);
  expect(findingsIn(workflowOf("one: {type: http, url: 'https://h/', output_key: '{{ env.API_KEY }}', next: end}"))[0]).toMatch(/^JJ1109 /);
});

it("H65: takes secrets in headers, bodies and arguments of tools, and what is no secret anywhere", () => {
  check("one: {type: http, method: POST, url: 'https://{{ env.SHOP_HOST }}/', headers: {authorization: 'Bearer {{ env.API_KEY }}'}, body: {client_secret: '{{ env.API_KEY }}'}, output_key: a, next: end}", []);
  check("one: {type: tool, server: s, tool: t, arguments: {k: '{{ env.API_KEY }}'}, output_key: a, next: end}", []);
});
