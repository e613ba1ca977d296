import { expect, it } from "vitest";
import { definitionsAt } from "../../../lsp/features/definition.ts";
import { typesAt } from "../../../lsp/features/type-definition.ts";
import type { ProjectPlaces } from "../../../lsp/host.ts";
import { workflowOf } from "../../support/document.ts";
import { around } from "../../support/workspace.ts";

function defined(files: string | { readonly [path: string]: string }, places?: ProjectPlaces): unknown {
  const { snapshot, offset, library, show } = around(typeof files === "string" ? { "work.yaml": files } : files, places === undefined ? {} : { places });
  const found = show(definitionsAt(snapshot, offset, library, "utf-16"));
  return typeof files === "string" ? found["work.yaml"] : found;
}

function typed(text: string): unknown {
  const { snapshot, offset, library, show } = around({ "work.yaml": text });
  return show(typesAt(snapshot, offset, library))["work.yaml"];
}

const ask = "ask: {type: model, model: gpt-4o, prompt: hi, output_schema: {title: str}, output_to_state: {title: a}, retry: patient, next: [{when: output.title, to: check}, {else: end}]}";
const check = "check: {type: eval, scorers: [{type: assertion, check: \"output.title == 'x' and state.plan.name\"}], next: end}";
const flow = workflowOf(`${ask}\n${check}`, "retry_policies: {patient: {max_attempts: 3}}", "plan: {name: str}, a: str");

it.each([
  ["a target", "to: ch|eck", "‹check›: {type: eval, scorers: [{type: assertion, check: \"output.title == 'x' and state.plan.name\"}], next: end}"],
  ["a retry policy", "retry: pa|tient", "retry_policies: {‹patient›: {max_attempts: 3}}"],
  ["a key of the state", "{title: |a}", "state_schema: {plan: {name: str}, ‹a›: str}"],
  ["a field of a record", "plan.na|me\"", "state_schema: {plan: {‹name›: str}, a: str}"],
  ["a field of an answer", "when: output.tit|le", ask.replace("{title: str}", "{‹title›: str}")],
  ["a field of the answer that is judged", "output.ti|tle ==", ask.replace("{title: str}", "{‹title›: str}")],
  ["the output of a node itself", "when: out|put", ask.replace("ask", "‹ask›")],
  ["the output that an eval judges", "check: \"out|put", ask.replace("ask", "‹ask›")],
])("%s leads to where it is declared", (_, place, expected) => {
  const at = flow.indexOf(place.replace("|", "")) + place.indexOf("|");
  expect(defined(`${flow.slice(0, at)}$0${flow.slice(at)}`)).toBe(expected);
});

it("variables lead to their '{% set %}' and '{% for %}', the last one before them", () => {
  expect(defined(workflowOf("ask: {type: model, model: gpt-4o, prompt: \"{% set x = 1 %}{% for x in state.tags %}{{ $0x }}{% endfor %}\", output_key: a, next: end}"))).toContain("{% for ‹x› in state.tags %}{{ x }}");
  expect(defined(workflowOf("ask: {type: model, model: gpt-4o, prompt: \"{% set x = 1 %}{% for x in state.tags %}{{ x }}{% endfor %}{{ $0x }}\", output_key: a, next: end}"))).toContain("{% set ‹x› = 1 %}");
});

it("keys of another workflow, prompt files and sub-workflows lead there", () => {
  const child = "workflow: {id: child, version: 0.1.0, start: end, state_schema: {text: str}}\nnodes: {end: {type: end}}\n";
  const parent = (mapping: string, ref: string): string => workflowOf(`call: {type: subgraph, workflow_ref: ${ref}, input_mapping: {${mapping}: hi}, next: end}`);
  expect(defined({ "child.yaml": child, "parent.yaml": parent("te$0xt", "child.yaml") })).toEqual({ "child.yaml": "workflow: {id: child, version: 0.1.0, start: end, state_schema: {‹text›: str}}" });
  expect(defined({ "child.yaml": child, "parent.yaml": parent("text", "child.y$0aml") })).toEqual({ "child.yaml": "‹›workflow: {id: child, version: 0.1.0, start: end, state_schema: {text: str}}" });
  expect(defined({ "flow.yaml": workflowOf("ask: {type: model, model: gpt-4o, prompt_file: ask.md, output_key: a, next: end}"), "ask.md": "{{ state.$0a }}" })).toEqual({ "flow.yaml": "state_schema: {‹a›: str, b: str, count: int, score: float, tags: 'list[str]'}" });
});

it("servers, tools and models lead into the files of the project", () => {
  const toml = { uri: "file:///flows/jamjet.toml", text: 'name = "s"\n[models.quick]\n', start: 7, end: 10 };
  const asked: string[] = [];
  const places: ProjectPlaces = { root: "file:///flows/", declared: (of, name) => (asked.push(`${of} ${name}`), toml) };
  const call = (text: string): string => workflowOf(`call: ${text}\nask: {type: model, model: quick, prompt: hi, tools: [s.find], output_key: a, next: end}`);
  const { snapshot, library, textOf } = around({ "work.yaml": call("{type: tool, server: s, tool: find, next: ask}"), "jamjet.toml": toml.text }, { places, open: "work.yaml" });
  const text = textOf("work.yaml");
  for (const place of ["s, tool", "find, next", "quick", "s.find]", "find]"]) expect(definitionsAt(snapshot, text.indexOf(place), library, "utf-16")).toEqual([{ uri: toml.uri, range: { start: { line: 0, character: 7 }, end: { line: 0, character: 10 } } }]);
  expect(asked).toEqual(["server s", "tool s.find", "model quick", "server s", "tool s.find"]);
});

it("the type of a key is what stands behind it in the schema, that of a node its kind, that of an answer its schema", () => {
  const at = (place: string): unknown => {
    const offset = flow.indexOf(place.replace("|", "")) + place.indexOf("|");
    return typed(`${flow.slice(0, offset)}$0${flow.slice(offset)}`);
  };
  expect(at("{title: |a}")).toBe("state_schema: {plan: {name: str}, a: ‹str›}");
  expect(at("state.pl|an")).toBe("state_schema: {plan: ‹{name: str}›, a: str}");
  expect(at("to: ch|eck")).toBe(check.replace("eval", "‹eval›"));
  expect(at("check: \"out|put")).toBe(ask.replace("{title: str}", "‹{title: str}›"));
});
