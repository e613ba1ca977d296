import { expect, it } from "vitest";
import { createWorkspace, type Compiled, type ProjectView } from "../../../compiler/index.ts";
import { asked } from "../../support/document.ts";

const rate = (state: string, version = "1.2.0"): string => `workflow: {id: rate, version: ${version}, start: ask, state_schema: ${state}}\nnodes:\n  ask: {type: model, model: gpt-4o, prompt: "{{ state.text }}", output_schema: int, output_key: score, next: end}\n  end: {type: end}\n`;
const outer = (node: string): string => `workflow: {id: outer, version: 1.0.0, start: rate, inputs: [draft], state_schema: {draft: str, score: int}}\nnodes:\n  rate: {type: subgraph, next: end, ${node}}\n  end: {type: end}\n`;
const whole = 'workflow_ref: rate.yaml, input_mapping: {text: "{{ state.draft }}"}, output_mapping: {score: score}';

function projectOf(files: { readonly [path: string]: string }): ProjectView {
  const textOf = (path: string): { readonly ok: true; readonly text: string } | { readonly ok: false } => (files[path] === undefined ? { ok: false } : { ok: true, text: files[path] });
  return { ...asked, servers: undefined, fileExists: (path) => files[path] !== undefined, textOf };
}

function said(text: string, files: { readonly [path: string]: string }): readonly string[] {
  const workspace = createWorkspace({ project: projectOf(files) });
  workspace.setText({ uri: "outer.yaml", text });
  const { diagnostics, blocks } = workspace.compiled("outer.yaml") as Compiled;
  return diagnostics.map(({ code, message, span }) => `${code} «${text.slice(blocks.absolute(span).start, blocks.absolute(span).end)}» ${message}`);
}

const sound = { "rate.yaml": rate("{text: str, score: int}") };

it("has nothing to say where both workflows agree, and asks the runtime for what it needs", () => {
  expect(said(outer(whole), sound)).toEqual([]);
  const workspace = createWorkspace({ project: projectOf(sound) });
  workspace.setText({ uri: "outer.yaml", text: outer(whole) });
  expect(workspace.compiled("outer.yaml")?.program?.requires).toEqual([{ feature: "subgraph", by: "rate" }]);
});

it("holds what is given against the inputs of the other workflow and their types", () => {
  expect(said(outer("workflow_ref: rate.yaml"), sound)).toEqual(["JJ5103 «rate» 'rate' is started without its input 'text'"]);
  expect(said(outer("workflow_ref: rate.yaml, input_mapping: {text: 3}"), sound)).toEqual(["JJ5016 «3» input 'text' must be str, found int"]);
  expect(said(outer('workflow_ref: rate.yaml, input_mapping: {text: "{{ state.draft | wordcount }}"}'), sound)).toEqual(["JJ5016 «\"{{ state.draft | wordcount }}\"» input 'text' must be str, found int"]);
  expect(said(outer('workflow_ref: rate.yaml, input_mapping: {text: "{{ state.draft | wordcount }} words"}'), sound)).toEqual([]);
  expect(said(outer('workflow_ref: rate.yaml, input_mapping: {text: "x", txt: "y"}'), sound)).toEqual(["JJ5104 «txt» 'rate' has no key 'txt' in its state: the value is left out"]);
});

it("holds what is taken against the state of the other workflow and the key that it goes to", () => {
  expect(said(outer(whole.replace("{score: score}", "{scor: score}")), sound)).toEqual(["JJ5017 «scor» the workflow of 'rate' has no key 'scor' in its state"]);
  expect(said(outer(whole), { "rate.yaml": rate("{text: str, score: any}") })).toEqual([]);
  expect(said(outer(whole.replace("{score: score}", "{text: score}")), sound)).toEqual(["JJ5002 «score» 'text' (str) of 'rate' does not fit 'score', which is int"]);
});

it("holds the version against the range, as npm does", () => {
  for (const range of ["1.2.0", "^1.1", "~1.2", ">=1 <2", "1.x || 3"]) expect(said(outer(`${whole}, workflow_version: "${range}"`), sound)).toEqual([]);
  expect(said(outer(`${whole}, workflow_version: ^2`), sound)).toEqual(["JJ2021 «^2» 'rate.yaml' has version 1.2.0, and '^2' wants another"]);
  expect(said(outer(`${whole}, workflow_version: newest`), sound)).toEqual(["JJ2021 «newest» 'newest' is no range of versions"]);
});

it("says one thing of a file that is not there, is no workflow or has errors", () => {
  expect(said(outer(whole), {})).toEqual(["JJ2009 «rate.yaml» the file 'rate.yaml' does not exist"]);
  expect(said(outer(whole), { "rate.yaml": "a: 1\n" })).toEqual(["JJ2019 «rate.yaml» 'rate.yaml' is no workflow"]);
  expect(said(outer(whole), { "rate.yaml": rate("{text: strr}") })).toEqual(["JJ2019 «rate.yaml» 'rate.yaml' has 2 errors"]);
});

it("follows workflows that start each other, whatever else is wrong with them", () => {
  const calls = (ref: string): string => `workflow: {id: c, version: 1.0.0, start: a}\nnodes:\n  a: {type: subgraph, workflow_ref: ${ref}, next: nd}\n  end: {type: end}\n`;
  expect(said(outer("workflow_ref: outer.yaml"), { "outer.yaml": outer("workflow_ref: outer.yaml") })).toEqual(["JJ2013 «outer.yaml» the workflow starts itself"]);
  expect(said(outer("workflow_ref: a.yaml"), { "a.yaml": calls("./b.yaml"), "b.yaml": calls("outer.yaml") })).toEqual(["JJ2013 «a.yaml» the workflows start each other without end: outer.yaml → a.yaml → b.yaml → outer.yaml"]);
  expect(said(outer("workflow_ref: x/a.yaml"), { "x/a.yaml": calls("outer.yaml"), "x/outer.yaml": calls("a.yaml") })).toEqual(["JJ2019 «x/a.yaml» 'x/a.yaml' has 1 error"]);
});

it("judges anew when the other workflow is edited, and only then", () => {
  const workspace = createWorkspace({ project: projectOf(sound) });
  workspace.setText({ uri: "file:///w/outer.yaml", text: outer(whole) });
  const codes = (): readonly string[] => workspace.compiled("file:///w/outer.yaml")?.diagnostics.map(({ code }) => code) ?? [];
  expect(codes()).toEqual([]);
  workspace.setText({ uri: "file:///w/rate.yaml", text: rate("{text: int, score: int}") });
  expect(codes()).toEqual(["JJ5016"]);
  const before = workspace.compiled("file:///w/outer.yaml");
  workspace.setText({ uri: "file:///w/else.yaml", text: "a: 1" });
  expect(workspace.compiled("file:///w/outer.yaml")).toBe(before);
  workspace.remove("file:///w/rate.yaml");
  expect(codes()).toEqual([]);
});
