import { expect, it } from "vitest";
import { documentsIn } from "../../lsp/embedded.ts";
import { placesOf } from "../../lsp/places.ts";
import { connectEditor, marked, openIn, withRanges, at, type Editor } from "../support/editor.ts";
import { leanWorkflowOf } from "../support/document.ts";

const uri = "file:///docs/guide.md";
const good = leanWorkflowOf("ask: {type: model, model: gpt-4o, prompt: Hello, output_key: a, next: end}");
const bad = good.replace("next: end", "next: ‹gone›");
const indented = bad.replace(/^(?=.)/gm, "   ");
const page = (...blocks: readonly string[]): string => `# A guide\n\nSome prose — with {{ braces }}.\n\n${blocks.join("\nMore prose.\n\n")}\n`;

async function pageIn(text: string): Promise<Editor> {
  const server = connectEditor();
  await openIn(server, good);
  await server.published();
  await server.client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });
  return server;
}

const enable = ({ client }: Editor, isOn: boolean): Promise<void> => client.sendNotification("workspace/didChangeConfiguration", { settings: { jamjet: { markdown: { enable: isOn } } } });

it.each([
  ["the blocks of a page", page(`\`\`\`yaml\n${bad}\`\`\``, `~~~yml title="x"\n${bad}~~~`)],
  ["a block in a list", page(`1. Write this:\n\n   \`\`\`yaml\n${indented}   \`\`\``)],
  ["a page with other line breaks", page(`\`\`\`yaml\n${bad}\`\`\``).replaceAll("\n", "\r\n")],
])("judges %s where the user wants it, exactly where they stand", async (_, source) => {
  const { text } = marked(source);
  const server = await pageIn(text);
  expect(await server.published()).toMatchObject({ uri, diagnostics: [] });
  await enable(server, true);
  const { diagnostics } = await server.published();
  expect(diagnostics.map(({ code }) => code)).toEqual(diagnostics.map(() => "JJ2001"));
  expect(withRanges(at(text, { uri: "file:///page.yaml" }).snapshot, diagnostics.map(({ range }) => range))).toBe(source);
  await enable(server, false);
  expect(await server.published()).toMatchObject({ uri, diagnostics: [] });
});

it("judges no part of a document, no other language, and no block within another", () => {
  const parts = ["```yaml\nnodes:\n  a: {type: end}\n```", "```json\n{}\n```", "````md\n```yaml\nworkflow: {}\n```\n````", "```yaml\nservices: {}\n```", "```yaml\nworkflow: {id: never closed}"];
  expect(documentsIn(page(...parts))).toEqual([]);
  const agent = page("```yaml\nversion: 1\nrules: []\n```");
  expect(documentsIn(agent).map(({ start, end }) => agent.slice(start, end))).toEqual(["version: 1\nrules: []\n"]);
});

it("answers within a block as in a document: of names, and with fixes", async () => {
  const { text } = marked(page(`\`\`\`yaml\n${bad.replace("‹gone›", "en")}\`\`\``));
  const server = await pageIn(text);
  await enable(server, true);
  const position = placesOf(text).positionAt(text.indexOf("next: en") + 7);
  const actions = await server.client.sendRequest("textDocument/codeAction", { textDocument: { uri }, range: { start: position, end: position }, context: { diagnostics: [], only: ["quickfix"] } });
  expect(actions).toContainEqual(expect.objectContaining({ title: "change it to 'end'", edit: { changes: { [uri]: [{ range: expect.objectContaining({ start: { line: position.line, character: position.character - 1 } }), newText: "end" }] } } }));
  expect(await server.client.sendRequest("textDocument/documentHighlight", { textDocument: { uri }, position: placesOf(text).positionAt(text.indexOf("output_key: a") + 12) })).toHaveLength(2);
  expect(await server.client.sendRequest("jamjet/graph", { textDocument: { uri }, format: "mermaid" })).toBeNull();
});

it("outlines, folds, colours and links the documents of a page, and shows hints in them, where the user wants it", async () => {
  const second = leanWorkflowOf("tell: {type: model, model: gpt-4o, prompt_file: tell.md, output_key: a, next: end}").replace("id: test", "id: other");
  const whole = page(`\`\`\`yaml\n${good}\`\`\``, `\`\`\`yaml\n${second}\`\`\``);
  const server = await pageIn(whole);
  const asked = async (what: string, more: object = {}): Promise<readonly { readonly [key: string]: unknown }[]> => (await server.client.sendRequest(`textDocument/${what}`, { textDocument: { uri }, ...more })) ?? [];
  const range = { start: { line: 0, character: 0 }, end: placesOf(whole).positionAt(whole.length) };
  expect(await asked("documentSymbol")).toEqual([]);
  await enable(server, true);
  expect((await asked("documentSymbol")).map(({ name }) => name)).toEqual(expect.arrayContaining(["test", "ask", "other", "tell"]));
  const folds = (await asked("foldingRange")).map(({ startLine }) => whole.split("\n")[Number(startLine)]);
  expect(folds.filter((line) => line === "nodes:")).toHaveLength(2);
  expect(await asked("documentLink")).toMatchObject([{ target: "file:///docs/tell.md" }]);
  const { data } = await server.client.sendRequest<{ readonly data: readonly number[] }>("textDocument/semanticTokens/full", { textDocument: { uri } });
  const lines = new Set<string>();
  for (let [index, line] = [0, 0]; index < data.length; index += 5) {
    line += data[index] ?? 0;
    expect(data[index], "tokens stand in their order").toBeGreaterThanOrEqual(0);
    lines.add(whole.split("\n")[line]?.trim().split(":")[0] ?? "");
  }
  expect([...lines]).toEqual(expect.arrayContaining(["ask", "tell"]));
  const hints = await asked("inlayHint", { range });
  expect(hints.length).toBeGreaterThan(0);
  await enable(server, false);
  for (const what of ["documentSymbol", "foldingRange", "documentLink"]) expect(await asked(what)).toEqual([]);
});

it("completes and tells in a block of a page what it would in a document", async () => {
  const { text } = marked(page(`\`\`\`yaml\n${good}\`\`\``));
  const server = await pageIn(text);
  await enable(server, true);
  const about = (place: string): object => ({ textDocument: { uri }, position: placesOf(text).positionAt(text.indexOf(place) + place.length) });
  const { items } = await server.client.sendRequest<{ readonly items: readonly { readonly label: string }[] }>("textDocument/completion", about("next: "));
  expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(["ask", "end"]));
  expect(await server.client.sendRequest("textDocument/hover", about("output_ke"))).toMatchObject({ contents: { value: expect.stringContaining("output_key") } });
  const inKey = await server.client.sendRequest<{ readonly items: readonly { readonly label: string }[] }>("textDocument/completion", about("version"));
  expect(inKey.items.map(({ label }) => label)).toContain("version");
});
