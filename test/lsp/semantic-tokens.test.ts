import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { createWorkspace } from "../../compiler/index.ts";
import { openText } from "../../lsp/documents.ts";
import { tokenData } from "../../lsp/features/semantic-tokens.ts";
import { snapshotOf, type Snapshot } from "../../lsp/snapshot.ts";
import { editsOf } from "../../lsp/tokens/encode.ts";
import { tokenModifiers, tokenTypes } from "../../lsp/tokens/legend.ts";
import { at, connectEditor, defaultProject, openIn } from "../support/editor.ts";
import { examples } from "../support/examples.ts";
import { randomFrom, steadySeed } from "../support/random.ts";

interface Token {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** What the numbers of the protocol say, as an editor reads them. */
function decoded(data: readonly number[], { places }: Snapshot): readonly Token[] {
  const found: Token[] = [];
  let [line, character] = [0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(index, index + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const modifiers = tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    found.push({ start: places.offsetAt({ line, character }), end: places.offsetAt({ line, character: character + length }), words: [tokenTypes[type], ...modifiers].join(".") });
  }
  return found;
}

/** Each line that has tokens, and below it what they are. */
function drawn(snapshot: Snapshot): string {
  const { source: { text }, places } = snapshot;
  const lines = text.split("\n");
  let shown = -1;
  return decoded(tokenData([snapshot]), snapshot).map(({ start, end, words }) => {
    const { line } = places.positionAt(start);
    const head = line === shown ? "" : `${lines[line] ?? ""}\n`;
    shown = line;
    return `${head}    ${text.slice(start, end)}  ${words}\n`;
  }).join("");
}

it.each(examples.filter(({ folder }) => folder.includes("stories")).map(({ folder }) => [basename(folder), folder]))("colours the example '%s'", async (name, folder) => {
  const { snapshot } = at(readFileSync(join(folder, "workflow.yaml"), "utf8"));
  await expect(drawn(snapshot)).toMatchFileSnapshot(join(import.meta.dirname, `tokens/${name}.txt`));
});

it("colours names, keywords and signs of code in any text, as far as it was read", () => {
  const { snapshot, text } = at("workflow: {id: w, version: 0.1.0, start: ask, state_schema: {tags: list[str]}}\nnodes:\n  ask:\n    type: model\n    prompt: >-\n      {% for t in state.tags if t is defined %}{{ t | upper }}{{ len( }}\n      {% endfor %}\n");
  expect(decoded(tokenData([snapshot]), snapshot).map(({ start, end, words }) => `${text.slice(start, end)} ${words}`).slice(-16)).toEqual([
    "ask class.declaration", "model enumMember", "for keyword", "t parameter.declaration", "in keyword", "state namespace.readonly", "tags variable.readonly", "if keyword", "t parameter", "is keyword", "defined function.defaultLibrary",
    "t parameter", "| operator", "upper function.defaultLibrary", "len function.defaultLibrary", "endfor keyword",
  ].slice(-16));
});

it("gives a part of a document the tokens that it has in the whole", () => {
  for (const { folder } of examples) {
    const { snapshot, text } = at(readFileSync(join(folder, "workflow.yaml"), "utf8"));
    const all = decoded(tokenData([snapshot]), snapshot);
    const lineOf = (offset: number): number => snapshot.places.positionAt(offset).line;
    for (let first = 0; first <= lineOf(text.length); first += 3) {
      const last = first + 5;
      expect(decoded(tokenData([snapshot], { first, last }), snapshot)).toEqual(all.filter((token) => lineOf(token.start) >= first && lineOf(token.start) <= last));
    }
  }
});

it("never lays a token over another, beyond its line, or over white space, whatever is typed; and what is told of an edit gives what the whole gives", () => {
  const seed = steadySeed;
  const random = randomFrom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const workspace = createWorkspace({ project: defaultProject });
  const uri = "file:///work.yaml";
  let text = readFileSync(join(examples[0]?.folder ?? "", "workflow.yaml"), "utf8");
  let before: readonly number[] = [];
  for (let turn = 0; turn < 400; turn += 1) {
    const start = Math.floor(random() * text.length);
    text = text.slice(0, start) + pick(["", "x", "\n", "  ", "{{ state.a }}", "{% if x %}", "'", ":", "- ", "next: end\n"]) + text.slice(start + Math.floor(random() * 4));
    workspace.setText({ uri, text });
    const compiled = workspace.compiled(uri);
    if (compiled === undefined) throw new Error("a text that was just set is not known");
    const snapshot = snapshotOf(openText({ uri, languageId: "yaml", version: turn, text }, "utf-16"), workspace, defaultProject, compiled, "utf-16");
    const after = tokenData([snapshot]);
    let behind = 0;
    for (const token of decoded(after, snapshot)) {
      expect(token.start, `seed ${seed}, turn ${turn}`).toBeGreaterThanOrEqual(behind);
      expect(text.slice(token.start, token.end).trim(), `seed ${seed}, turn ${turn}`).toBe(text.slice(token.start, token.end));
      expect(token.end, `seed ${seed}, turn ${turn}`).toBeGreaterThan(token.start);
      behind = token.end;
    }
    const patched = [...before];
    for (const { start: from, deleteCount, data = [] } of editsOf(before, after)) patched.splice(from, deleteCount, ...data);
    expect(patched, `seed ${seed}, turn ${turn}`).toEqual(after);
    before = after;
  }
});

it("answers with all tokens, and then with what has changed", async () => {
  const server = connectEditor();
  const uri = "file:///work.yaml";
  const text = readFileSync(join(examples[0]?.folder ?? "", "workflow.yaml"), "utf8");
  await openIn(server, text);
  const first: { readonly resultId: string; readonly data: readonly number[] } = await server.client.sendRequest("textDocument/semanticTokens/full", { textDocument: { uri } });
  expect(first.data.length).toBeGreaterThan(0);
  await server.client.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text: `# a comment\n${text}` }] });
  expect(await server.client.sendRequest("textDocument/semanticTokens/full/delta", { textDocument: { uri }, previousResultId: first.resultId })).toEqual({ resultId: "2", edits: [{ start: 0, deleteCount: 5, data: [(first.data[0] ?? 0) + 1, ...first.data.slice(1, 5)] }] });
  expect(await server.client.sendRequest("textDocument/semanticTokens/full/delta", { textDocument: { uri }, previousResultId: "gone" })).toMatchObject({ resultId: "3", data: expect.any(Array) });
  expect(await server.client.sendRequest("textDocument/semanticTokens/range", { textDocument: { uri }, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } } })).toEqual({ data: [] });
});

it("colours the code of prompt files", () => {
  const { snapshot, text } = at("Say {{ state.a | upper }}\n{% for x in state.b %}{{ x }}{% endfor %}\n", { uri: "file:///prompts/say.md" });
  expect(decoded(tokenData([snapshot]), snapshot).map(({ start, end }) => text.slice(start, end))).toEqual(["state", "a", "|", "upper", "for", "x", "in", "state", "b", "x", "endfor"]);
});
