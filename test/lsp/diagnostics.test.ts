import { expect, it } from "vitest";
import type { DocumentDiagnosticReport, InitializeParams } from "vscode-languageserver-protocol/node";
import { connectEditor, openIn, type Editor } from "../support/editor.ts";
import { leanWorkflowOf } from "../support/document.ts";

const uri = "file:///work.yaml";
const broken = leanWorkflowOf("ask: {type: model, model: gpt-4o, prompt: Hello, output_key: a, next: gone}");
const pulling: InitializeParams["capabilities"] = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

function open({ client }: Editor, text: string, of: string, languageId = "yaml"): Promise<void> {
  return client.sendNotification("textDocument/didOpen", { textDocument: { uri: of, languageId, version: 1, text } });
}

function edit({ client }: Editor, text: string, version: number): Promise<void> {
  return client.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
}

const codesOf = ({ diagnostics }: { readonly diagnostics: readonly { readonly code?: unknown }[] }): readonly unknown[] => diagnostics.map(({ code }) => code);

it("answers a client that asks, says when nothing has changed, and tells it nothing unasked", async () => {
  const server = connectEditor();
  let told = 0;
  void server.published().then(() => (told += 1));
  await openIn(server, broken, uri, pulling);
  const ask = (previousResultId?: string): Promise<DocumentDiagnosticReport> => server.client.sendRequest("textDocument/diagnostic", { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) });
  const first = await ask();
  expect(first).toMatchObject({ kind: "full", items: [{ code: "JJ2001" }] });
  expect(await ask(first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
  await edit(server, `${broken}# a comment\n`, 2);
  expect(await ask(first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
  await edit(server, broken.replace("gone", "end"), 3);
  expect(await ask(first.resultId)).toMatchObject({ kind: "full", items: [] });
  expect(told).toBe(0);
});

it("asks a client that asks to ask again when a file around its documents has changed", async () => {
  const server = connectEditor();
  const refreshed = new Promise<string>((resolve) => server.client.onRequest("workspace/diagnostic/refresh", () => (resolve("refreshed"), null)));
  await openIn(server, broken, uri, { ...pulling, workspace: { ...pulling.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } });
  server.client.onRequest("client/registerCapability", () => null);
  await server.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: "file:///jamjet.toml", type: 2 }] });
  expect(await refreshed).toBe("refreshed");
});

it("fades what nothing would miss, strikes through what is written otherwise today, and links each code to its page", async () => {
  const server = connectEditor({ pageOf: (code) => `file:///pages/${code}.md` });
  await openIn(server, leanWorkflowOf("ask: {type: model, model: gpt-4o, prompt: Hello, output_key: a, next: end}\n  spare: {type: end}"));
  expect(await server.published()).toMatchObject({ diagnostics: [{ code: "JJ4001", tags: [1], codeDescription: { href: "file:///pages/JJ4001.md" } }] });
  await open(server, "id: old\nnodes:\n  end: {type: end}\n", "file:///old.yaml");
  expect(await server.published()).toMatchObject({ diagnostics: [{ code: "JJ1113", tags: [2] }] });
});

it.each([
  ["a file of another program", "file:///compose.yaml", "yaml", "services:\n  web: {image: nginx}\n"],
  ["another program's YAML that is broken", "file:///compose.yaml", "yaml", "services: [\n"],
  ["an empty file", "file:///empty.yaml", "yaml", ""],
  ["a page of prose", "file:///README.md", "markdown", "Write {{ state.x.unclosed\n"],
  ["the lock of a project", "file:///jamjet.lock", "json", "{"],
])("says nothing of %s", async (_, of, languageId, text) => {
  const server = connectEditor();
  await openIn(server, broken);
  await server.published();
  await open(server, text, of, languageId);
  expect(codesOf(await server.published())).toEqual([]);
});

it("still speaks of what was a workflow a moment ago, and of what calls itself one", async () => {
  const server = connectEditor();
  await openIn(server, broken);
  await server.published();
  await edit(server, "work", 2);
  expect(codesOf(await server.published())).toEqual(["JJ1116"]);
  await server.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  expect(codesOf(await server.published())).toEqual([]);
  await open(server, "", "file:///new.yaml", "jamjet");
  expect(codesOf(await server.published())).toEqual(["JJ1116"]);
  await open(server, "workflow:\n  id: [a\nnodes: {", "file:///broken.yaml");
  expect((await server.published()).diagnostics).not.toEqual([]);
});

it("shows what its host says of a file of the project", async () => {
  const server = connectEditor({ flawsOf: ({ uri: of, text }) => (of.endsWith("/jamjet.toml") ? [{ start: text.indexOf("stor"), end: text.indexOf("stor") + 4, message: "no table is called 'stor'", help: "write 'store'" }] : undefined) });
  await openIn(server, "# ours\n[stor]\n", "file:///jamjet.toml");
  expect(await server.published()).toMatchObject({ diagnostics: [{ message: "no table is called 'stor'\nwrite 'store'", severity: 1, range: { start: { line: 1, character: 1 }, end: { line: 1, character: 5 } } }] });
});
