import { expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { asked, workflowOf } from "../../support/document.ts";

/** What is said of keys that belong to another tool, and what help says of each. */
function check(node: string, ...expected: readonly (readonly [message: string, help: string])[]): void {
  const { diagnostics } = compile({ uri: "test.yaml", text: workflowOf(node) }, { project: { servers: ["s"], fileExists: () => true, ...asked } });
  expect(diagnostics.map(({ message, help }) => [message, help])).toEqual(expected);
}

it.each([
  ["one: {type: model, model: gpt-4o, prompt: hi, output: a, next: end}", "'output' in model node 'one'", "output_key"],
  ["one: {type: model, model: gpt-4o, messages: [{role: user}], output_key: a, next: end}", "'messages' in model node 'one'", "prompt"],
  ["one: {type: http, url: 'https://example.com', method: POST, json: {a: 1}, next: end}", "'json' in http node 'one'", "body"],
  ["one: {type: tool, server: s, tool: t, params: {q: 1}, next: end}", "'params' in tool node 'one'", "arguments"],
  ["one: {type: model, model: gpt-4o, prompt: hi, output_key: a, next: [{if: state.a, to: end}, {else: end}]}", "'if' in an entry of 'next'", "when"],
  ["one: {type: branch, conditions: [{when: state.a, next: end}], default: end}", "'when' in an entry of 'conditions'", "if"],
  ["one: {type: branch, conditions: [{if: state.a, goto: end}], default: end}", "'goto' in an entry of 'conditions'", "next"],
  ["one: {type: wait, signal: go, timeout: 1h, on_timeout: end, next: end}", "'signal' in wait node 'one'", "event"],
  ["one: {type: model, model: gpt-4o, prompt: hi, output_key: a, retries: 3, next: end}", "'retries' in model node 'one'", "retry"],
  ["one: {type: parallel, branches: [two, three], next: end}\ntwo: {type: http, url: 'https://example.com'}\nthree: {type: http, url: 'https://example.com'}", "'next' in parallel node 'one'", "join"],
])("%s is told once, by the key that it has here", (node, key, meant) => {
  check(node, [`unknown key ${key}`, `did you mean '${meant}'?`]);
});

it("says nothing of another key where ours is there as well", () => {
  check("one: {type: model, model: gpt-4o, prompt: hi, output_key: a, output: b, next: end}", ["unknown key 'output' in model node 'one'", "remove it; the reference lists the keys of a model node"]);
});

it("says how an entry, and a policy of retries, is written", () => {
  check("one: {type: http, url: 'https://example.com', next: [end]}", ["an entry of 'next' must be a mapping, found text 'end'", "write a mapping with 'when', 'to' or 'else', as in '{when: …}'"]);
  check("one: {type: http, url: 'https://example.com', retry: 3, next: end}", ["'retry' must be a mapping or text, found the number 3", "write 'key: value' lines below it, indented"]);
});

it("offers a key of the state for the way in which it is read", () => {
  check("one: {type: http, url: 'https://example.com', output_key: state.a, next: end}", ["state key 'state.a' must begin with a letter or '_' and hold only letters, digits and '_'", "write 'a'"]);
  check("one: {type: http, url: 'https://example.com', output_key: '{{ state.a }}', next: end}", ["state key '{{ state.a }}' must begin with a letter or '_' and hold only letters, digits and '_'", "write 'a'"]);
});
