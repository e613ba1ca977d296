import { expect, it } from "vitest";
import type { CompletionList } from "vscode-languageserver-protocol/node";
import type { Candidate } from "../../lsp/completion/candidate.ts";
import { nothingAround } from "../../lsp/completion/around.ts";
import { completionsAt } from "../../lsp/completion/complete.ts";
import { withoutStops } from "../../lsp/completion/whole-documents.ts";
import { at, connectEditor, marked, openIn } from "../support/editor.ts";

const header = `workflow:
  id: a
  version: 0.1.0
  state_schema:
    question: str
    count: int
    verdict: Literal["good", "bad"]
    plan: {steps: "list[{title: str, done: bool}]", note: str}
    maybe: "{inner: str} | None"
    tags: list[str]
  start: ask
nodes:
`;

/** A workflow with one node; what stands behind \`key\` is its text as it is. */
const node = (line: string): string => `${header}  ask:\n    type: model\n    model: fast\n    ${line}\n    output_key: question\n    next: end\n  end: {type: end}\n`;

function offered(line: string): readonly Candidate[] {
  const { snapshot, offset } = at(line.includes("nodes:") ? line : node(line));
  return completionsAt(snapshot, offset, { ...nothingAround, envNames: () => ["API_KEY"], files: () => [] }).candidates;
}

function labels(line: string): readonly string[] {
  return offered(line).map(({ label }) => label);
}

it.each([
  ['prompt: "{{ state.$0 }}"', "question"],
  ['prompt: "{{ state.qu$0est }}"', "question"],
  ['prompt: "{{ state.$0', "question"],
  ["prompt: '{{ state.$0 }}'", "question"],
  ["prompt: {{ state.$0 }}", "question"],
  ["prompt: |\n      Say:\n      {{ state.$0 }}\n      and more {{ state.count }}", "question"],
  ["prompt: >-\n      {{ state.$0\n      and more {{ state.count }}", "question"],
  ["prompt: >\n      So {{ state.question\n      | $0", "upper"],
  ['prompt: "{{ state.plan.$0 }}"', "steps"],
  ['prompt: "{{ state.plan.steps[0].$0 }}"', "title"],
  ['prompt: "{{ state.plan.steps[state.count].$0 }}"', "done"],
  ['prompt: "{{ state.plan[\'$0\'] }}"', "note"],
  ['prompt: "{{ state.plan.get(\'$0\') }}"', "note"],
  ['prompt: "{{ (state.plan).$0 }}"', "note"],
  ['prompt: "{{ state.maybe.$0 }}"', "inner"],
  ['prompt: "{{ state.question.$0 }}"', "upper"],
  ['prompt: "{{ state.question.split().$0 }}"', "index"],
  ['prompt: "{{ state.plan.note | upper | $0 }}"', "trim"],
  ['prompt: "{{ state.tags | $0 }}"', "join"],
  ['prompt: "{{ $0 }}"', "state"],
  ['prompt: "{{ $0 }}"', "len"],
  ['prompt: "{{ env.$0 }}"', "API_KEY"],
  ['prompt: "{{ state.question is $0 }}"', "defined"],
  ['prompt: "{{ state.count is not $0 }}"', "even"],
  ['prompt: "{{ state.count $0 }}"', "and"],
  ['prompt: "{{ \'x\' if state.verdict == $0 }}"', "'good'"],
  ['prompt: "{{ \'x\' if state.verdict == \'$0\' }}"', "bad"],
  ['prompt: "{{ [s.$0 for s in state.plan.steps] }}"', "title"],
  ['prompt: "{{ any(s.done for s in state.plan.steps if s.$0) }}"', "title"],
  ['prompt: "{{ any(s.done for s in state.plan.steps if s.$0"', "title"],
  ['prompt: "{% for s in state.plan.steps %}{{ s.$0 }}{% endfor %}"', "title"],
  ['prompt: "{% for s in state.plan.steps %}{{ s.$0"', "title"],
  ['prompt: "{% for s in state.plan.steps %}{{ $0 }}{% endfor %}"', "loop"],
  ['prompt: "{% for s in state.plan.$0 %}"', "steps"],
  ['prompt: "{% for s in state.plan.steps if s.$0 %}{% endfor %}"', "done"],
  ['prompt: "{% set n = state.plan %}{{ n.$0 }}"', "note"],
  ['prompt: "{% if state.$0 %}x{% endif %}"', "count"],
  ['prompt: "{% if state.count %}a{% elif state.$0 %}x{% endif %}"', "verdict"],
  ['prompt: "{% $0"', "for"],
  ['prompt: "{% if state.count %}a{% $0 %}"', "endif"],
  ['prompt: "{$0}"', "{{ }}"],
  ['prompt: "{{ state.tags | join($0) }}"', "d="],
  [`${header}  ask:\n    type: branch\n    conditions:\n      - if: state.$0\n        next: end\n`, "count"],
  [`${header}  ask:\n    type: branch\n    conditions: [{if: "state.$0", next: end}]\n`, "count"],
  [`${header}  ask:\n    type: branch\n    conditions:\n      - {if: state.count is $0`, "none"],
  [`${header}  ask:\n    type: branch\n    conditions:\n      - {if: state.count is $0, next: end}\n`, "none"],
  [`${header}  ask:\n    type: model\n    model: fast\n    prompt: hi\n    output_key: plan\n    next:\n      - when: output.$0\n        to: end\n  end: {type: end}\n`, "plan"],
  [`${header}  ask:\n    type: eval\n    scorers:\n      - type: assertion\n        check:\n          - state.$0\n`, "count"],
  [`${header}  ask:\n    type: tool\n    server: s\n    tool: t\n    arguments:\n      deep: {er: ["{{ state.$0 }}"]}\n`, "count"],
  [`${header}  ask:\n    type: wait\n    event: e\n    data: {word: str}\n    next:\n      - when: event.$0\n`, "word"],
])("knows the names of code: %s", (line, name) => {
  expect(labels(line)).toContain(name);
});

it("knows the state of agents, alone and in a fleet, and only what every place has", () => {
  const goal = (text: string): readonly string[] => {
    const { snapshot, offset } = at(text);
    return completionsAt(snapshot, offset).candidates.map(({ label }) => label);
  };
  expect(goal('agent:\n  id: a\n  state_schema: {topic: str}\n  goal: "{{ state.$0 }}"\n')).toContain("topic");
  expect(goal('agents:\n  helper:\n    strategy: react\n    state_schema:\n      topic: str\n    goal: "{{ state.$0 }}"\n')).toContain("topic");
  expect(goal('agent:\n  id: a\n  goal: "{{ $0 }}"\n')).not.toContain("output");
});

it("completes code in a prompt of its own, which is no YAML", () => {
  const { snapshot, offset } = at("# How to: answer\n\n{{ state.question | up$0 }}\n", { uri: "file:///prompts/ask.md" });
  const { candidates, start, end } = completionsAt(snapshot, offset);
  expect(candidates.map(({ label }) => label)).toContain("upper");
  expect(snapshot.source.text.slice(start, end)).toBe("up");
});

it("tells what is left of a type behind the tests on the way", () => {
  const { detail } = offered(`${header}  ask:\n    type: branch\n    conditions:\n      - if: state.maybe is not none and state.$0\n        next: end\n  end: {type: end}\n`).find(({ label }) => label === "maybe") ?? {};
  expect(detail).toBe("{inner: str} | None");
  expect(labels('prompt: "{{ state.maybe.inner if state.maybe is not none else $0 }}"')).toContain("state");
});

it("offers only what fits: filters and methods by the type of their subject, and no names where only a new one can stand", () => {
  expect(labels('prompt: "{{ state.count | $0 }}"')).not.toContain("join");
  expect(labels('prompt: "{{ state.tags.$0 }}"')).not.toContain("upper");
  expect(labels('prompt: "{{ [x for $0"')).toEqual([]);
  expect(labels('prompt: "so {{ state.count }} it$0 is"')).toEqual([]);
});

it("calls what it completes as it must be called", () => {
  const text = (line: string, label: string): string | undefined => offered(line).map(({ label: own, snippet }) => (own === label ? snippet : undefined)).find((each) => each !== undefined);
  expect(withoutStops(text('prompt: "{{ $0 }}"', "len") ?? "")).toBe("len(value)");
  expect(withoutStops(text('prompt: "{{ state.question.$0 }}"', "upper") ?? "")).toBe("upper()");
  expect(text('prompt: "{{ state.question | $0 }}"', "upper")).toBeUndefined();
});

it("lets a dot take a name and go on into it, in editors that know how", async () => {
  const editor = connectEditor();
  const { text, offset } = marked(node('prompt: "{{ st$0 }}"'));
  await openIn(editor, text, "file:///work.yaml", { textDocument: { completion: { completionItem: { commitCharactersSupport: true } } } });
  const line = text.slice(0, offset).split("\n").length - 1;
  const list: CompletionList = await editor.client.sendRequest("textDocument/completion", { textDocument: { uri: "file:///work.yaml" }, position: { line, character: offset - text.lastIndexOf("\n", offset - 1) - 1 } });
  expect(list.items.find(({ label }) => label === "state")?.commitCharacters).toEqual(["."]);
  expect(list.items.find(({ label }) => label === "len")?.commitCharacters).toBeUndefined();
  editor.client.end();
});
