import { expect, it } from "vitest";
import { referencesAt } from "../../../lsp/features/references.ts";
import { workflowOf } from "../../support/document.ts";
import { around } from "../../support/workspace.ts";

function refs(files: string | { readonly [path: string]: string }, which: "all" | "uses" = "all"): unknown {
  const { snapshot, offset, library, show } = around(typeof files === "string" ? { "work.yaml": files } : files);
  const found = show(referencesAt(snapshot, offset, library, which));
  return typeof files === "string" ? found["work.yaml"]?.split("\n") : found;
}

it("finds a node where it is declared and wherever control may go to it", () => {
  expect(refs(`workflow:
  id: test
  version: 0.1.0
  start: a$0sk
nodes:
  ask: {type: branch, conditions: [{if: state.n, next: ask}], default: "ask"}
  other:
    type: wait
    timer: 1s
    next:
      - {when: state.ask, to: 'ask'}
      - else: done
  done: {type: end}
`)).toEqual(["start: ‹ask›", `‹ask›: {type: branch, conditions: [{if: state.n, next: ‹ask›}], default: ‹"ask"›}`, `- {when: state.ask, to: ‹'ask'›}`]);
});

it("finds a key of the state in the schema, in inputs, in texts, conditions, paths and where it is written", () => {
  expect(refs(workflowOf(
    `ask: {type: model, model: gpt-4o, prompt: "{{ state.a }} {{ state['a'] | upper }}", output_key: $0a, next: [{when: "output.a == 'x' and state.b", to: end}, {else: ask}]}`,
    "inputs: [a, b]\ndata_policy: {pii_fields: ['$.a', \"$['b']\"]}",
  ))).toEqual([
    "state_schema: {‹a›: str, b: str, count: int, score: float, tags: 'list[str]'}",
    "inputs: [‹a›, b]",
    `data_policy: {pii_fields: ['$.‹a›', "$['b']"]}`,
    `ask: {type: model, model: gpt-4o, prompt: "{{ state.‹a› }} {{ state['‹a›'] | upper }}", output_key: ‹a›, next: [{when: "output.‹a› == 'x' and state.b", to: end}, {else: ask}]}`,
  ]);
});

it("finds a field of a record in the schema, in the schema of the answer that fills it, and behind variables", () => {
  const text = workflowOf(
    `plan: {type: model, model: gpt-4o, prompt: Plan, output_schema: {title: str, size: int}, output_key: plan, next: [{when: output.title == 'x', to: tell}, {else: tell}]}
     tell: {type: model, model: gpt-4o, prompt: "{% set p = state.plan %}{{ p.title }} {{ state.plan.size }}", output_key: a, next: end}`,
    "", "plan: {$0title: str, size: int}, a: str",
  );
  expect(refs(text)).toEqual([
    "state_schema: {plan: {‹title›: str, size: int}, a: str}",
    "plan: {type: model, model: gpt-4o, prompt: Plan, output_schema: {‹title›: str, size: int}, output_key: plan, next: [{when: output.‹title› == 'x', to: tell}, {else: tell}]}",
    `tell: {type: model, model: gpt-4o, prompt: "{% set p = state.plan %}{{ p.‹title› }} {{ state.plan.size }}", output_key: a, next: end}`,
  ]);
});

it("finds a key of the state in the nodes of other documents that start this one", () => {
  const child = "workflow: {id: child, version: 0.1.0, start: end, inputs: [te$0xt], state_schema: {text: str, said: str}}\nnodes: {end: {type: end}}\n";
  const parent = workflowOf("call: {type: subgraph, workflow_ref: sub/child.yaml, input_mapping: {text: '{{ state.a }}'}, output_mapping: {said: b, text: a}, next: end}");
  const stranger = workflowOf("call: {type: subgraph, workflow_ref: other/child.yaml, input_mapping: {text: hi}, next: end}");
  expect(refs({ "sub/child.yaml": child, "parent.yaml": parent, "stranger.yaml": stranger })).toEqual({
    "parent.yaml": "call: {type: subgraph, workflow_ref: sub/child.yaml, input_mapping: {‹text›: '{{ state.a }}'}, output_mapping: {said: b, ‹text›: a}, next: end}",
    "sub/child.yaml": "workflow: {id: child, version: 0.1.0, start: end, inputs: [‹text›], state_schema: {‹text›: str, said: str}}",
  });
  expect(refs({ "sub/child.yaml": child.replace("$0", ""), "parent.yaml": parent.replace("{said: b", "{sa$0id: b") })).toEqual({
    "parent.yaml": "call: {type: subgraph, workflow_ref: sub/child.yaml, input_mapping: {text: '{{ state.a }}'}, output_mapping: {‹said›: b, text: a}, next: end}",
    "sub/child.yaml": "workflow: {id: child, version: 0.1.0, start: end, inputs: [text], state_schema: {text: str, ‹said›: str}}",
  });
});

it("finds a key of the state in prompt files, and from within them", () => {
  const flow = workflowOf("ask: {type: model, model: gpt-4o, prompt_file: prompts/ask.md, output_key: b, next: end}");
  const prompt = "Say {{ state.$0a }} and {{ state.b }}\n";
  const everywhere = {
    "flow.yaml": "state_schema: {‹a›: str, b: str, count: int, score: float, tags: 'list[str]'}",
    "prompts/ask.md": "Say {{ state.‹a› }} and {{ state.b }}",
  };
  expect(refs({ "flow.yaml": flow, "prompts/ask.md": prompt })).toEqual(everywhere);
  expect(refs({ "flow.yaml": flow.replace("{a: str", "{$0a: str"), "prompts/ask.md": prompt.replace("$0", "") })).toEqual(everywhere);
});

it("tells variables of a template from those of the same name, and from others that hide them", () => {
  expect(refs(workflowOf(`ask: {type: model, model: gpt-4o, prompt: "{% for t in state.tags %}{{ $0t }}{% set x = t %}{{ x }}{% endfor %}{% for t in state.tags %}{{ t }}{% endfor %}", output_key: a, next: end}`))).toEqual([
    `ask: {type: model, model: gpt-4o, prompt: "{% for ‹t› in state.tags %}{{ ‹t› }}{% set x = ‹t› %}{{ x }}{% endfor %}{% for t in state.tags %}{{ t }}{% endfor %}", output_key: a, next: end}`,
  ]);
});

it("leaves the declaration out where only uses are asked for", () => {
  expect(refs(workflowOf("as$0k: {type: wait, timer: 1s, next: end}"), "uses")).toEqual(["start: ‹ask›"]);
});

it("finds what could be read of a broken text", () => {
  expect(refs("workflow:\n  start: ask\n  version: [\nnodes:\n  ask:\n    type: model\n    prompt: '{{ state. }} {{ state.a + }}'\n    output_key: a$0\n    next: ask\n")).toEqual(["prompt: '{{ state. }} {{ state.‹a› + }}'", "output_key: ‹a›"]);
});
