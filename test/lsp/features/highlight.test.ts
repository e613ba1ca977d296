import { expect, it } from "vitest";
import { highlightsAt } from "../../../lsp/features/highlight.ts";
import { at, withRanges } from "../../support/editor.ts";
import { workflowOf } from "../../support/document.ts";

function highlighted(source: string, uri?: string): readonly string[] {
  const { snapshot, offset } = at(source, uri === undefined ? {} : { uri });
  return withRanges(snapshot, highlightsAt(snapshot, offset).map(({ range }) => range)).split("\n").filter((line) => line.includes("‹")).map((line) => line.trim());
}

it("marks names inside quotes, escapes and folded texts where they stand", () => {
  expect(highlighted(`workflow:
  id: test
  version: 0.1.0
  start: ask
  state_schema: {$0a: str, b: str}
nodes:
  ask:
    type: model
    model: gpt-4o
    prompt: >
      Say {{ state.b }}
      and {{
        state.a }}
    system: "\\u0041\\tsay \\
      {{ state['a'] }}"
    output_key: 'a'
    next: end
  end: {type: end}
`)).toEqual(["state_schema: {‹a›: str, b: str}", "state.‹a› }}", "{{ state['‹a›'] }}\"", "output_key: ‹'a'›"]);
});

it("marks what an anchor holds once, however many nodes have it", () => {
  expect(highlighted("workflow: {id: test, version: 0.1.0, start: one}\nnodes:\n  one: {type: wait, timer: 1s, next: &after la$0st}\n  two: {type: wait, timer: 1s, next: *after}\n  last: {type: end}\n")).toEqual(["one: {type: wait, timer: 1s, next: &after ‹last›}", "‹last›: {type: end}"]);
});

it("marks in a prompt file what its own text says is the same", () => {
  expect(highlighted("{% for t in state.tags %}{{ t }} {{ state.$0tags }}{% endfor %}", "file:///ask.md")).toEqual(["{% for t in state.‹tags› %}{{ t }} {{ state.‹tags› }}{% endfor %}"]);
});

it("marks nothing where nothing is named", () => {
  expect(highlighted(workflowOf("ask: {type: wa$0it, timer: 1s, next: end}"))).toEqual([]);
});
