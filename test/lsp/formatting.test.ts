import { expect, it } from "vitest";
import { createWorkspace, format, type Replacement } from "../../compiler/index.ts";
import { formattingOf, rangeFormattingOf } from "../../lsp/features/formatting.ts";
import { indentedLine } from "../../lsp/indentation.ts";
import { at, connectEditor, defaultProject, openIn } from "../support/editor.ts";
import { filesIn, textOf } from "../support/house.ts";

const untidy = `workflow:
  version: 0.1.0
  id: w
  start: ask

nodes:
    ask:
        model: gpt-4o
        type: model   
        prompt: hi
        next: end
    end:
        type: end
`;

function applied(text: string, edits: readonly Replacement[]): string {
  return [...edits].reverse().reduce((now, { start, end, text: fresh }) => now.slice(0, start) + fresh + now.slice(end), text);
}

it.each(["examples", "test/diagnostics"])("formats the documents in %s as 'jamjet fmt' does, once and for all", (folder) => {
  for (const path of filesIn(folder).filter((each) => each.endsWith(".yaml"))) {
    const source = { uri: path, text: textOf(path) };
    const { text } = source;
    const workspace = createWorkspace();
    workspace.setText(source);
    const canonical = format(source);
    const written = applied(text, formattingOf({ uri: path, source, workspace, project: defaultProject }));
    expect(written, path).toBe(canonical.ok ? canonical.text : text);
    if (written !== text) expect(format({ uri: path, text: written }), path).toEqual({ ok: true, text: written });
  }
});

it("changes no line that is as it should be", () => {
  const { snapshot } = at(untidy.replaceAll("    ", "  "));
  expect(formattingOf(snapshot).map(({ start, end }) => snapshot.source.text.slice(start, end))).toEqual(["  version: 0.1.0\n", "", "", "    type: model   \n", ""]);
});

it("formats what a range needs, with the nodes that it meets where lines leave it", () => {
  const text = untidy.replaceAll("    ", "  ");
  const ranged = (part: string): string => {
    const start = text.indexOf(part);
    return applied(text, rangeFormattingOf(at(text).snapshot, { start, end: start + part.length }));
  };
  expect(ranged("  ask:\n    model: gpt-4o\n    type: model")).toBe(text.replace("    model: gpt-4o\n    type: model   \n", "    type: model\n    model: gpt-4o\n"));
  expect(ranged("type: model ")).toBe(ranged("  ask:\n    model: gpt-4o\n    type: model"));
  expect(ranged("  version: 0.1.0")).toBe(text.replace("  version: 0.1.0\n  id: w\n", "  id: w\n  version: 0.1.0\n"));
  expect(ranged("nodes:")).toBe(text);
});

it("formats nothing that it cannot read as a whole", () => {
  expect(formattingOf(at("workflow: {id: [}\nnodes:\n     a: 1\n").snapshot)).toEqual([]);
});

it("leaves any range of a document with the same canonical form", () => {
  const canonical = applied(untidy, formattingOf(at(untidy).snapshot));
  for (let start = 0; start < untidy.length; start += 23) {
    for (const length of [0, 12, 60]) {
      const some = applied(untidy, rangeFormattingOf(at(untidy).snapshot, { start, end: Math.min(untidy.length, start + length) }));
      expect(applied(some, formattingOf(at(some).snapshot))).toBe(canonical);
    }
  }
});

it.each([
  ["behind a key without a value", "nodes:\n$0", "  "],
  ["behind a key with a comment", "nodes:\n  ask: # here\n$0", "    "],
  ["behind a key that begins a text", "nodes:\n  ask:\n    prompt: |-\n$0", "      "],
  ["within such a text", "nodes:\n  ask:\n    prompt: |\n      Say:\n$0", "      "],
  ["beside the key of an item", "nodes:\n  ask:\n    next:\n      - when: a\n$0", "        "],
  ["below an item that is no mapping", "nodes:\n  ask:\n    stop:\n      - a\n$0", "      "],
  ["behind a key without a value in an item", "a:\n  - b:\n$0", "      "],
  ["beside a key with a value", "workflow:\n  id: w\n$0", "  "],
  ["below an empty line", "workflow:\n  id: w\n\n$0", "  "],
])("indents a new line %s", (_, source, indentation) => {
  const { snapshot, offset, text } = at(source);
  const edit = indentedLine(snapshot, offset);
  expect(text.slice(0, edit?.start ?? offset) + (edit?.text ?? "")).toBe(text.slice(0, text.lastIndexOf("\n") + 1) + indentation);
});

it("leaves lines alone that are indented as they should be, or hold something", () => {
  for (const source of ["nodes:\n  $0", "nodes:\n $0 ask:\n", "$0nodes:", ""]) {
    const { snapshot, offset } = at(source);
    expect(indentedLine(snapshot, offset)).toBeUndefined();
  }
});

it("answers an editor", async () => {
  const server = connectEditor();
  const textDocument = { uri: "file:///work.yaml" };
  await openIn(server, "workflow:\n\n");
  const options = { tabSize: 2, insertSpaces: true };
  expect(await server.client.sendRequest("textDocument/onTypeFormatting", { textDocument, position: { line: 1, character: 0 }, ch: "\n", options })).toEqual([{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: "  " }]);
  await server.client.sendNotification("textDocument/didChange", { textDocument: { ...textDocument, version: 2 }, contentChanges: [{ text: "workflow:\n   id: w\n" }] });
  const edits = [{ range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, newText: "  id: w\n" }];
  expect(await server.client.sendRequest("textDocument/formatting", { textDocument, options })).toEqual(edits);
  expect(await server.client.sendRequest("textDocument/rangeFormatting", { textDocument, range: { start: { line: 1, character: 1 }, end: { line: 1, character: 2 } }, options })).toEqual(edits);
});

it("touches no YAML that is none of ours, and no prose around a document", async () => {
  const server = connectEditor();
  const options = { tabSize: 2, insertSpaces: true };
  const other = { uri: "file:///compose.yaml" };
  const page = { uri: "file:///README.md" };
  await openIn(server, "services:\n     web: {image: x}\nlabels: {a: b}\n", other.uri, {}, { jamjet: { markdown: { enable: true } } });
  await server.client.sendNotification("textDocument/didOpen", { textDocument: { ...page, languageId: "markdown", version: 1, text: `# Page\n\n\`\`\`yaml\n${untidy}\`\`\`\n\n{{ state.a }}\n` } });
  const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
  for (const textDocument of [other, page]) {
    expect(await server.client.sendRequest("textDocument/formatting", { textDocument, options })).toEqual([]);
    expect(await server.client.sendRequest("textDocument/rangeFormatting", { textDocument, range, options })).toEqual([]);
  }
  expect(await server.client.sendRequest("textDocument/foldingRange", { textDocument: other })).toEqual([]);
  expect(await server.client.sendRequest("textDocument/semanticTokens/full", { textDocument: other })).toEqual({ data: [] });
  expect(await server.client.sendRequest("textDocument/documentSymbol", { textDocument: other })).toEqual([]);
  expect(await server.client.sendRequest("textDocument/codeAction", { textDocument: other, range, context: { diagnostics: [] } })).toEqual([]);
  for (const position of [{ line: 0, character: 0 }, { line: 1, character: 5 }, { line: 3, character: 0 }]) {
    expect(await server.client.sendRequest("textDocument/completion", { textDocument: other, position })).toMatchObject({ items: [] });
  }
  expect(await server.client.sendRequest("textDocument/hover", { textDocument: other, position: { line: 2, character: 2 } })).toBeNull();
  expect(await server.client.sendRequest("textDocument/hover", { textDocument: page, position: { line: 4, character: 4 } })).toMatchObject({ contents: { value: expect.stringContaining("version: a semantic version") } });
});
