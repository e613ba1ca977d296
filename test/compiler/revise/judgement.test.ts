import { expect, it } from "vitest";
import { createWorkspace, type TypedWorkflow, type Workspace } from "../../../compiler/index.ts";
import { changeBetween } from "../../support/changes.ts";
import { rewire, write } from "../../support/edits.ts";
import { runsOf, steadySeed } from "../../support/random.ts";

const uri = "file:///flows/desk.yaml";

const text = `workflow: {id: desk, version: 0.1.0, start: ask, state_schema: {topic: str, page: dict, answer: str}, inputs: [topic]}
nodes:
  fetch:
    type: http
    url: https://example.com/{{ state.topic }}
    output_key: page
    next: ask
  ask:
    type: model
    model: gpt-4o
    prompt: |
      Answer by the page.
      {{ state.page }}
    output_key: answer
    next: end
  end:
    type: end
`;

/** A workspace in which the text was judged, and then edited by each of `changes` in turn: one text and the other in its place. */
function edited(...changes: readonly (readonly [string, string])[]): ReturnType<typeof editedAsking> {
  return editedAsking("each time", changes);
}

function editedAsking(asks: "each time" | "at the end", changes: readonly (readonly [string, string])[]): { readonly workspace: Workspace; readonly before: TypedWorkflow; readonly after: TypedWorkflow } {
  const workspace = createWorkspace();
  workspace.setText({ uri, text });
  const before = workspace.typed(uri) as TypedWorkflow;
  let now = text;
  for (const [old, fresh] of changes) {
    const next = now.replace(old, () => fresh);
    workspace.edit(uri, changeBetween(now, next));
    now = next;
    if (asks === "each time") workspace.compiled(uri);
  }
  return { workspace, before, after: workspace.typed(uri) as TypedWorkflow };
}

/** The codes that are said, each with what it points at. */
function said(workspace: Workspace): readonly string[] {
  const { diagnostics, blocks, source } = workspace.compiled(uri) ?? { diagnostics: [], blocks: undefined, source: undefined };
  return diagnostics.map(({ code, span }) => {
    const { start, end } = blocks?.absolute(span) ?? span;
    return `${code} ${source?.text.slice(start, end)}`;
  });
}

it("says after every change of a text what it says of a text that it never saw before", () => {
  for (let run = 0; run < runsOf(16); run += 1) write(steadySeed + run, 20);
});

it("says after every edge that moves what it says of a text that it never saw before", () => {
  for (let run = 0; run < runsOf(8); run += 1) rewire(steadySeed + run, 30);
});

it("judges nothing but its node anew when prose has changed", () => {
  const { before, after } = edited(["Answer by", "Please answer by"]);
  expect(after.nodes.map((node, index) => node === before.nodes[index])).toEqual([true, false, true]);
});

it("judges everything anew when a node leads elsewhere", () => {
  const { before, after } = edited(["next: ask", "next: end"]);
  expect(after.nodes.map((node, index) => node === before.nodes[index])).toContain(false);
});

it("judges everything anew when a text reads something else", () => {
  const { workspace } = edited(["start: ask", "start: fetch"], ["{{ state.page }}", "{{ state.answer }}"]);
  expect(said(workspace)).toEqual(["JJ5102 answer"]);
});

it("moves what was found along with the text that it stands in", () => {
  const { workspace } = edited(["start: ask", "start: fetch"], ["output_key: answer", "output_key: anser"], ["Answer by", "Please answer by"]);
  expect(said(workspace)).toEqual(["JJ2002 anser"]);
});

it("finds what prose itself gives away", () => {
  const key = ["gh", "p_", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"].join("");
  const { workspace } = edited(["start: ask", "start: fetch"], ["Answer by", `Answer with ${key} by`]);
  expect(said(workspace)).toEqual([`JJ6013 ${key}`]);
});

it("reads a text as it stands after several changes, of which nobody asked in between", () => {
  const { workspace } = editedAsking("at the end", [["start: ask", "start: fetch"], ["type: model", "type: modl"], ["modl", "model"], ["Answer by the page.", ""]]);
  expect(said(workspace)).toEqual([]);
});
