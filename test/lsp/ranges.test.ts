import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { foldsOf } from "../../lsp/features/folding.ts";
import { selectionsAt } from "../../lsp/features/selection.ts";
import { at, connectEditor, openIn, type At } from "../support/editor.ts";
import { examples } from "../support/examples.ts";

const text = `# one
# two
workflow:
  id: w
  version: 0.1.0
  start: ask # not alone
  state_schema:
    tags: list[str]
nodes:
  ask:
    type: model
    model: gpt-4o
    prompt: |
      Say
      {% if state.tags %}
      {{ state.tags | join(", ") }}
      {% endif %}

    output_key: tags
    next:
      - when: "len(state.tags) > 1"
        to: end
      - else: end
  end: {type: end}
`;

/** The first lines of folds and the last line that each hides. */
function folded({ snapshot }: At, most?: number): readonly string[] {
  const lines = snapshot.source.text.split("\n").map((line) => line.trim());
  return foldsOf(snapshot, most).map(({ startLine, endLine, kind }) => `${lines[startLine] ?? ""} … ${lines[endLine] ?? ""}${kind === undefined ? "" : ` (${kind})`}`);
}

/** What is selected at the cursor, from the inside out, without what is longer than a line. */
function selected({ snapshot, offset }: At): readonly string[] {
  return selectionsAt(snapshot, offset).map(({ start, end }) => snapshot.source.text.slice(start, end)).filter((each) => !each.includes("\n")).reverse();
}

it("folds the header, nodes, lists, texts, blocks of templates, and comments that stand together", () => {
  expect(folded(at(text))).toEqual([
    "# one … # two (comment)",
    "workflow: … tags: list[str]",
    "state_schema: … tags: list[str]",
    "nodes: … end: {type: end}",
    "ask: … - else: end",
    "prompt: | … {% endif %}",
    "{% if state.tags %} … {{ state.tags | join(\", \") }}",
    "next: … - else: end",
    "- when: \"len(state.tags) > 1\" … to: end",
  ]);
});

it("keeps the outermost folds where an editor takes no more", () => {
  expect(folded(at(text), 3)).toEqual(["# one … # two (comment)", "workflow: … tags: list[str]", "nodes: … end: {type: end}"]);
});

it("selects the name, the path, the expression, the code, the text and the entry around a cursor", () => {
  expect(selected(at(text.replace("len(state.ta", "len(state.ta$0")))).toEqual(["tags", "state.tags", "len(state.tags)", "len(state.tags) > 1", "\"len(state.tags) > 1\"", "when: \"len(state.tags) > 1\""]);
  expect(selected(at(text.replace("{{ state.ta", "{{ state.ta$0")))).toEqual(["tags", "state.tags", "state.tags | join(\", \")", "{{ state.tags | join(\", \") }}"]);
  expect(selected(at(text.replace("to: end", "t$0o: end")))).toEqual(["to", "to: end"]);
  expect(selected(at(text.replace("{type: end}", "{type: e$0nd}")))).toEqual(["end", "type: end", "{type: end}", "end: {type: end}"]);
});

it("selects the entry, the node, all nodes and the document beyond them", () => {
  const all = at(text.replace("gpt", "g$0pt"));
  const outer = selectionsAt(all.snapshot, all.offset).map(({ start, end }) => all.text.slice(start, end));
  expect(outer.map((each) => each.split("\n")[0])).toEqual(["# one", "nodes:", "ask:", "ask:", "type: model", "model: gpt-4o", "gpt-4o"]);
});

it("nests and holds the cursor in every beginning of a document, and folds within it", () => {
  const [first, second] = examples;
  for (const folder of [first?.folder ?? "", second?.folder ?? ""]) {
    const whole = readFileSync(join(folder, "workflow.yaml"), "utf8");
    for (let end = 0; end <= whole.length; end += 3) {
      const { snapshot } = at(whole.slice(0, end));
      for (const offset of [end, end >> 1]) {
        let outer = { start: 0, end };
        for (const range of selectionsAt(snapshot, offset)) {
          expect(range.start >= outer.start && range.end <= outer.end && range.start <= offset && offset <= range.end).toBe(true);
          outer = range;
        }
      }
      const folds = foldsOf(snapshot);
      for (const [index, { startLine, endLine }] of folds.entries()) {
        expect(startLine < endLine && endLine < snapshot.places.lineCount).toBe(true);
        for (const other of folds.slice(0, index)) expect(other.startLine < startLine && (other.endLine < startLine || other.endLine >= endLine)).toBe(true);
      }
    }
  }
});

it("answers an editor", async () => {
  const server = connectEditor();
  const textDocument = { uri: "file:///work.yaml" };
  await openIn(server, text, textDocument.uri, { textDocument: { foldingRange: { rangeLimit: 1 } } });
  expect(await server.client.sendRequest("textDocument/foldingRange", { textDocument })).toEqual([{ startLine: 0, endLine: 1, kind: "comment" }]);
  expect(await server.client.sendRequest("textDocument/selectionRange", { textDocument, positions: [{ line: 3, character: 3 }] })).toMatchObject([{ range: { start: { line: 3, character: 2 }, end: { line: 3, character: 4 } }, parent: { range: { start: { line: 3, character: 2 }, end: { line: 3, character: 7 } } } }]);
});
