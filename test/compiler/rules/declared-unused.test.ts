import { expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { fixtureProject } from "../../support/fixture-project.ts";

/** The keys that are called unused in a workflow with the keys `topic` and `spare`, this more in its header, and these nodes behind a model call. */
function unused(nodes: string, { header = "", state = "{topic: str, answer: str, spare: str}" }: { readonly header?: string; readonly state?: string } = {}): readonly string[] {
  const text = `workflow:\n  id: keys\n  version: 0.1.0\n  start: ask\n  state_schema: ${state}\n${header}nodes:\n  ask: {type: model, model: gpt-4o, prompt: "{{ state.topic }}", output_key: answer, next: more}\n${nodes}  end: {type: end}\n`;
  const { diagnostics } = compile({ uri: "keys.yaml", text }, { project: fixtureProject(text) });
  return diagnostics.filter(({ code }) => code === "JJ5105").map(({ message }) => message.split("'")[1] ?? "");
}

const node = (keys: string): string => `  more: {${keys}, next: end}\n`;
const call = (rest: string): string => node(`type: http, method: POST, url: "https://example.com", effect: once${rest}`);

it("names a key that nothing reads or writes", () => {
  expect(unused(call(""))).toEqual(["spare"]);
});

it.each([
  ["a text reads it", call(`, body: {a: "{{ state.spare }}"}`)],
  ["a node writes it", call(", output_key: spare")],
  ["a field of an answer goes to it", node(`type: model, model: gpt-4o, prompt: hello, output_schema: {a: str}, output_to_state: {a: spare}`)],
  ["an event declares it", node("type: wait, event: done, timeout: 1h, on_timeout: end, data: {spare: str}")],
  ["an event may bring any key", node("type: wait, event: done, timeout: 1h, on_timeout: end")],
  ["code reads the state whole", call(`, body: {a: "{{ state | tojson }}"}`)],
  ["code reads a key by a name that is not written out", call(`, body: {a: "{{ state[state.topic] }}"}`)],
  ["a function of the project sees the state", node("type: eval, node: ask, scorers: [{type: custom, module: scorers/length.js}]")],
  ["a slip may have meant it", call(`, body: {a: "{{ state.spar }}"}`)],
  ["a slip may have been to write it", call(", output_key: spar")],
  ["code forgets where it stands", call(`, body: {a: "{{ spare }}"}`)],
  ["braces may have been meant as code", call(`, body: {a: "{state.spare}"}`)],
  ["prose between braces may have been meant as code", node(`type: model, model: gpt-4o, prompt: "about {state.spare}", output_key: answer`)],
  ["code could not be read", call(`, body: {a: "{{ state.topic + }}"}`)],
  ["a key of a node could not be read", call(", headers: [1]")],
  ["a node lacks what it must have", node("type: model, model: gpt-4o")],
  ["a file could not be read", node("type: model, model: gpt-4o, prompt_file: prompts/none.md, output_key: answer")],
  ["the kind of a node is not known", node("type: teleport")],
])("says nothing where %s", (_, nodes) => {
  expect(unused(nodes)).toEqual([]);
});

it.each([
  ["the header lists it as an input", { header: "  inputs: [topic, spare]\n" }],
  ["the list of inputs may have meant it", { header: "  inputs: [topic, spar]\n" }],
  ["it is personal data", { header: "  data_policy: {pii_fields: [$.spare]}\n" }],
  ["it has a default", { state: "{topic: str, answer: str, spare: {type: string, default: none}}" }],
  ["its schema requires it", { state: "{type: object, required: [spare], properties: {topic: {type: string}, answer: {type: string}, spare: {type: string}}}" }],
  ["the state could not be read", { state: "{topic: str, answer: str, spare: str, [a]: b}" }],
])("says nothing where %s", (_, around) => {
  expect(unused(call(""), around)).toEqual([]);
});

it("names it beside mistakes that have nothing to do with it", () => {
  expect(unused(call(`, body: {a: "{{ state.topic > 3 }}", b: "{{ state.elsewhere }}"}`))).toEqual(["spare"]);
});

it("does not take away a key that a second declaration would bring back", () => {
  const twice = (spare: string): string => `workflow:\n  id: keys\n  version: 0.1.0\n  start: end\n  state_schema:\n    spare: str\n    topic: str # ours\n${spare}  inputs: [topic]\nnodes:\n  end: {type: end}\n`;
  const fixes = (text: string): readonly string[] => compile({ uri: "keys.yaml", text }).diagnostics.filter(({ code }) => code === "JJ5105").flatMap((each) => each.fixes.map(({ title }) => title));
  expect(fixes(twice(""))).toEqual(["remove 'spare'"]);
  expect(fixes(twice("    spare: int\n"))).toEqual([]);
});
