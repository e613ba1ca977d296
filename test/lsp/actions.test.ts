import { expect, it } from "vitest";
import type { CodeAction, InitializeParams, TextEdit, WorkspaceEdit } from "vscode-languageserver-protocol/node";
import { compile, mend, type ProjectView } from "../../compiler/index.ts";
import type { Json } from "../../schemas/json.ts";
import { placesOf } from "../../lsp/places.ts";
import { asked as quiet } from "../support/document.ts";
import { connectEditor, marked, openIn, type Editor } from "../support/editor.ts";

const documentOf = (node: string, header = ""): string => `workflow:\n  id: test\n  version: 0.1.0\n  start: ask\n  state_schema: {a: 'any', b: str}\n${header}nodes:\n  ${node}\n  end: {type: end}\n`;

const uri = "file:///flows/work.yaml";
const capable: InitializeParams["capabilities"] = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } } };

/** A project whose files are what `files` holds, by their paths from the document. */
const projectWith = (files: ReadonlyMap<string, string>): ProjectView => ({
  ...quiet,
  servers: undefined,
  fileExists: (path) => files.has(path),
  textOf: (path) => {
    const text = files.get(path);
    return text === undefined ? { ok: false } : { ok: true, text };
  },
});

interface Asked {
  readonly server: Editor;
  readonly text: string;
  readonly actions: readonly CodeAction[];
}

/** What is offered where `$0` stands. */
async function offeredIn(source: string, { only, files = new Map(), capabilities = capable }: { readonly only?: readonly string[]; readonly files?: ReadonlyMap<string, string>; readonly capabilities?: InitializeParams["capabilities"] } = {}): Promise<Asked> {
  const { text, offset } = marked(source);
  const server = connectEditor({ projectOf: () => projectWith(files) });
  await openIn(server, text, uri, capabilities);
  const at = placesOf(text).positionAt(offset);
  const actions: readonly CodeAction[] = await server.client.sendRequest("textDocument/codeAction", { textDocument: { uri }, range: { start: at, end: at }, context: { diagnostics: [], ...(only === undefined ? {} : { only }) } });
  return { server, text, actions };
}

const titles = ({ actions }: Asked): readonly string[] => actions.map(({ title }) => title);

/** The files after an edit, by their addresses: texts that are created begin empty. */
function applied(text: string, { changes, documentChanges }: WorkspaceEdit): ReadonlyMap<string, string> {
  const files = new Map([[uri, text]]);
  const apply = (to: string, edits: readonly TextEdit[]): void => {
    const before = files.get(to) ?? "";
    const places = placesOf(before);
    const inOrder = [...edits].sort((a, b) => places.offsetAt(b.range.start) - places.offsetAt(a.range.start));
    files.set(to, inOrder.reduce((after, { range, newText }) => after.slice(0, places.offsetAt(range.start)) + newText + after.slice(places.offsetAt(range.end)), before));
  };
  for (const [to, edits] of Object.entries(changes ?? {})) apply(to, edits);
  for (const change of documentChanges ?? []) if ("textDocument" in change) apply(change.textDocument.uri, change.edits as readonly TextEdit[]);
  return files;
}

/** What a text means, without the places of its parts; and nothing is wrong with it. */
function meaningOf(text: string, files: ReadonlyMap<string, string> = new Map()): Json {
  const { program, diagnostics } = compile({ uri, text }, { project: projectWith(files) });
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  if (program === undefined) throw new Error("there is no program");
  const { ops, code } = program as unknown as { readonly ops: Json; readonly code: Json };
  return [ops, code ?? null];
}

async function editOf(asked: Asked, title: string): Promise<WorkspaceEdit> {
  const action = asked.actions.find((each) => each.title === title);
  expect(titles(asked)).toContain(title);
  const { edit } = action?.edit === undefined ? await asked.server.client.sendRequest<CodeAction>("codeAction/resolve", action) : action;
  if (edit === undefined) throw new Error("there is no edit");
  return edit;
}

const folder = "file:///flows/";
const byPath = (files: ReadonlyMap<string, string>): ReadonlyMap<string, string> => new Map([...files].map(([at, text]) => [at.slice(folder.length), text]));

const prompts = [
  ["a plain text", "ask: {type: model, model: gpt-4o, prompt: Say$0 hello, output_key: a, next: end}"],
  ["a quoted text", 'ask: {type: model, model: gpt-4o, pro$0mpt: "Say \\"hello\\"\\n", output_key: a, next: end}'],
  ["a block", "ask:\n    type: model\n    model: gpt-4o\n    prompt: |\n      Say $0hello\n\n        to {{ state.b }}\n    output_key: a\n    next: end"],
  ["a folded block", "ask:\n    type: model\n    model: gpt-4o\n    prompt: >-\n      Say $0hello\n      to all\n    output_key: a\n    next: end"],
  ["a block that keeps its end", "ask:\n    type: model\n    model: gpt-4o\n    prompt: |+\n      Say $0hello\n\n\n    output_key: a\n    next: end"],
] as const;

it.each(prompts)("moves %s to a file and back, and both mean the same", async (_, node) => {
  const source = documentOf(node, "  inputs: [b]\n");
  const asked = await offeredIn(source, { only: ["refactor"] });
  const moved = byPath(applied(asked.text, await editOf(asked, "move the prompt to 'prompts/ask.md'")));
  const text = moved.get("work.yaml") ?? "";
  const before = meaningOf(asked.text);
  expect(meaningOf(text, moved)).toEqual(before);
  const back = await offeredIn(text.replace("prompt_file", "prompt$0_file"), { files: moved, only: ["refactor.inline"] });
  const inlined = applied(back.text, await editOf(back, "write the prompt here instead of in 'prompts/ask.md'")).get(uri) ?? "";
  expect(inlined).not.toContain("prompt_file");
  expect(meaningOf(inlined)).toEqual(before);
});

it("takes another name where the file is there already, and offers nothing to a client that makes no files", async () => {
  const source = documentOf(prompts[0][1]);
  expect(titles(await offeredIn(source, { files: new Map([["prompts/ask.md", "other"]]) }))).toContain("move the prompt to 'prompts/ask-2.md'");
  expect(titles(await offeredIn(source, { capabilities: {} }))).toEqual([]);
});

it("writes a prompt in quotes where a block has no place, or cannot hold it", async () => {
  const files = new Map([["a.md", " indented\n\ttext: \"x\" # no comment\n\u0007"]]);
  for (const node of ["ask: {type: model, model: gpt-4o, prompt_file: $0a.md, output_key: a, next: end}", "ask:\n    type: model\n    model: gpt-4o\n    prompt_file: $0a.md # a comment\n    output_key: a\n    next: end"]) {
    const asked = await offeredIn(documentOf(node), { files });
    const inlined = applied(asked.text, await editOf(asked, "write the prompt here instead of in 'a.md'")).get(uri) ?? "";
    expect(inlined).toContain('prompt: " indented\\n\\ttext: \\"x\\" # no comment\\n\\u0007"');
    expect(meaningOf(inlined)).toEqual(meaningOf(asked.text, files));
  }
});

it("ends the lines of a prompt as the document ends its own", async () => {
  const node = "ask:\n    type: model\n    model: gpt-4o\n    prompt_file: $0a.md\n    output_key: a\n    next: end";
  const asked = await offeredIn(documentOf(node).replaceAll("\n", "\r\n"), { files: new Map([["a.md", "one\ntwo\n"]]) });
  const inlined = applied(asked.text, await editOf(asked, "write the prompt here instead of in 'a.md'")).get(uri) ?? "";
  expect(inlined).toContain("prompt: |\r\n      one\r\n      two\r\n    output_key");
});

const twoSlips = documentOf("ask: {type: model, model: gpt-4o, promt: Hello, output_key: a, nxt: end}$0");

it.each([
  ["at once", {}],
  ["when it was chosen", { textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } } } }],
])("fixes all that has a safe fix as the command line does, with the edit %s", async (_, capabilities) => {
  const asked = await offeredIn(twoSlips, { only: ["source.fixAll"], capabilities });
  expect(titles(asked)).toEqual(["fix all that has a safe fix"]);
  expect(asked.actions[0]?.edit === undefined).toBe("textDocument" in capabilities);
  const judge = (source: { readonly uri: string; readonly text: string }): ReturnType<typeof compile> => compile(source, { project: projectWith(new Map()) });
  const mended = mend(judge({ uri, text: asked.text }), "safe", judge).compiled.source.text;
  expect(mended).not.toBe(asked.text);
  expect(applied(asked.text, await editOf(asked, "fix all that has a safe fix")).get(uri)).toBe(mended);
});

it("fixes all of a text that was just typed once, and nothing else in it", async () => {
  const asked = await offeredIn(twoSlips, { only: ["source.fixAll"] });
  const typed = { line: 0, character: 0 };
  await asked.server.client.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: typed, end: typed }, text: "# a comment\n" }] });
  const [action] = await asked.server.client.sendRequest<CodeAction[]>("textDocument/codeAction", { textDocument: { uri }, range: { start: typed, end: typed }, context: { diagnostics: [], only: ["source.fixAll"] } });
  const mended = applied(`# a comment\n${asked.text}`, action?.edit ?? {}).get(uri);
  expect(mended).toBe(`# a comment\n${asked.text.replace("promt", "prompt").replace("nxt", "next")}`);
});

it("writes a document in an older spelling as it is written today", async () => {
  const older = documentOf("ask: {type: model, model: gpt-4o, prompt: Hello, output_key: a, ret$0ry_policy: llm_default, next: end}");
  const asked = await offeredIn(older);
  const today = applied(asked.text, await editOf(asked, "write it as it is written today")).get(uri) ?? "";
  expect(today).toContain("retry: llm_default");
  meaningOf(today.replace("b: str", ""));
  const all = await offeredIn(older, { only: ["source.fixAll.jamjet"] });
  expect(applied(all.text, await editOf(all, "fix all that has a safe fix")).get(uri)).toContain("retry: llm_default");
});

it("gives no edit for a text that is another one by now", async () => {
  const asked = await offeredIn(twoSlips, { only: ["source"], capabilities: { textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } } } } });
  await asked.server.client.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text: `# new\n${asked.text}` }] });
  expect(await asked.server.client.sendRequest<CodeAction>("codeAction/resolve", asked.actions[0])).not.toHaveProperty("edit");
});

it("offers what is asked for and nothing else, and prefers the one safe fix", async () => {
  const source = documentOf("ask: {type: model, model: gpt-4o, pro$0mt: Hello, output_key: a, next: end}");
  const quick = await offeredIn(source, { only: ["quickfix"] });
  expect(quick.actions.map(({ kind, isPreferred }) => [kind, isPreferred])).toEqual([["quickfix", true]]);
  expect(titles(await offeredIn(source, { only: ["source.organizeImports"] }))).toEqual([]);
  expect((await offeredIn(source)).actions.map(({ kind }) => kind)).toContain("source.fixAll.jamjet");
});

it("puts the cursor where the reason of a comment belongs, in an editor that can be told so", async () => {
  const source = documentOf("ask: {type: model, model: gpt-4o, prompt: Hello, output_key: a, next: end}\n  al$0one: {type: end}");
  const capabilities = { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };
  const edit = await editOf(await offeredIn(source, { capabilities }), "ignore JJ4001 here");
  expect(edit).toMatchObject({ documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ snippet: { kind: "snippet", value: "  # jamjet-ignore JJ4001: $0\n" } }] }] });
});

it("asks a person instead of waiting for an event, where the wait says no more than that", async () => {
  const node = "ask: {type: wa$0it, event: go ahead, timeout: 2h, on_timeout: end, output_key: a, next: end}";
  const asked = await offeredIn(documentOf(node));
  const text = applied(asked.text, await editOf(asked, "ask a person instead of waiting for an event")).get(uri) ?? "";
  expect(text).toContain("type: human_approval, message: go ahead, timeout: 2h");
  meaningOf(text);
  expect(titles(await offeredIn(documentOf(node.replace("event:", "correlation_key: x, event:"))))).toEqual([]);
});

it.each([
  ["declares a key that is written and not declared", "ask: {type: model, model: gpt-4o, prompt: Hello, output_key: fr$0esh, next: end}", /^declare 'fresh: /, { state: "state_schema:\n    a: str" }],
  ["adds the end that is missing", "ask: {type: model, model: gpt-4o, prompt: Hello, output_key: a, next: en$0d}", /end/, {}],
] as const)("%s", async (_, node, title, { state }: { readonly state?: string }) => {
  const header = `workflow:\n  id: test\n  version: 0.1.0\n  start: ask\n  ${state ?? "state_schema:\n    a: str"}\nnodes:\n  ${node}\n`;
  const source = state === undefined ? header : `${header}  end: {type: end}\n`;
  const asked = await offeredIn(source, { only: ["quickfix"] });
  const offer = asked.actions.find((each) => title.test(each.title));
  expect(titles(asked).join("; ")).toMatch(title);
  meaningOf(applied(asked.text, offer?.edit ?? {}).get(uri) ?? "");
});

it.each([
  ["on one line", "  start: ask\n  state_schema: {a: str}\n", "  start: ask\n  state_schema: {a: str, topic: any}\n"],
  ["in empty brackets", "  start: ask\n  state_schema: {}\n", "  start: ask\n  state_schema: {topic: any}\n"],
  ["behind the start", "  start: ask # first\n", "  start: ask # first\n  state_schema:\n    topic: any\n"],
])("declares a key of the state %s", async (_, before, after) => {
  const documentWith = (header: string, place: string): string => `workflow:\n  id: test\n  version: 0.1.0\n${header}nodes:\n  ask: {type: http, url: "https://example.com/{{ state.${place} }}", next: end}\n  end: {type: end}\n`;
  const asked = await offeredIn(documentWith(before, "top$0ic"));
  const edit = asked.actions.find(({ title }) => title === "declare 'topic: any'")?.edit;
  expect(edit && applied(asked.text, edit).get(uri)).toBe(documentWith(after, "topic"));
});

it("declares a key as what is written to it, within the brackets of a header, too", async () => {
  const asked = await offeredIn("workflow: {id: test, version: 0.1.0, start: ask}\nnodes:\n  ask: {type: model, model: gpt-4o, prompt: hi, output_schema: 'list[str]', output_key: wo$0rds, next: end}\n  end: {type: end}\n");
  const edit = asked.actions.find(({ title }) => title === "declare 'words: list[str]'")?.edit;
  expect(edit && applied(asked.text, edit).get(uri)?.split("\n")[0]).toBe("workflow: {id: test, version: 0.1.0, start: ask, state_schema: {words: 'list[str]'}}");
});

it("declares nothing that is declared, and nothing a second time", async () => {
  expect(titles(await offeredIn(documentOf("ask: {type: http, url: 'https://example.com/{{ state.a$0 }}', next: end}")))).not.toContainEqual(expect.stringMatching(/^declare/));
  const block = await offeredIn("workflow:\n  id: test\n  version: 0.1.0\n  start: ask\n  state_schema:\n    a: str\nnodes:\n  ask: {type: http, url: 'https://example.com/{{ state.to$0pic }}', next: end}\n  end: {type: end}\n");
  expect(titles(block).filter((title) => title.startsWith("declare"))).toEqual(["declare 'topic: any'"]);
});

it.each([
  ["if: state.sco$0re > 3", "if: state.score is not None and state.score > 3"],
  ["if: 'state.sco$0re > 3 or state.name == \"x\"'", "if: 'state.score is not None and (state.score > 3 or state.name == \"x\")'"],
  ["if: state.pl$0an.title == state.name", "if: state.plan is not None and state.plan.title == state.name"],
])("puts a test for None in front of %s", async (before, after) => {
  const branching = (condition: string): string => `workflow:\n  id: test\n  version: 0.1.0\n  start: ask\n  state_schema: {score: float?, name: str, plan: '{title: str}?'}\nnodes:\n  ask:\n    type: branch\n    conditions:\n      - ${condition}\n        next: end\n    default: end\n  end: {type: end}\n`;
  const asked = await offeredIn(branching(before));
  const edit = asked.actions.find(({ title }) => title.startsWith("test 'state."))?.edit;
  const text = edit && applied(asked.text, edit).get(uri);
  expect(text).toBe(branching(after));
  expect(compile({ uri, text: text ?? "" }).diagnostics.filter(({ code }) => code === "JJ5009")).toEqual([]);
});

it("puts a test for None around the braces of a text, and not where they are all of it", async () => {
  const asking = (url: string): string => `workflow:\n  id: test\n  version: 0.1.0\n  start: ask\n  state_schema: {score: float?}\nnodes:\n  ask: {type: http, url: "${url}", next: end}\n  end: {type: end}\n`;
  const asked = await offeredIn(asking("https://example.com/{{ state.sc$0ore + 1 }}/x"));
  const edit = asked.actions.find(({ title }) => title === "test 'state.score' for None first")?.edit;
  const text = edit && applied(asked.text, edit).get(uri);
  expect(text).toBe(asking("https://example.com/{% if state.score is not None %}{{ state.score + 1 }}{% endif %}/x"));
  expect(compile({ uri, text: text ?? "" }).diagnostics.filter(({ code }) => code === "JJ5009")).toEqual([]);
  expect(titles(await offeredIn(asking("{{ state.sc$0ore + 1 }}"))).filter((title) => title.startsWith("test"))).toEqual([]);
});
