import { expect, it } from "vitest";
import { workflowOf } from "../support/document.ts";
import { connectEditor, openIn } from "../support/editor.ts";

const uri = "file:///flows/parent.yaml";
const childUri = "file:///flows/child.yaml";
const child = "workflow: {id: child, version: 0.1.0, start: end, inputs: [text], state_schema: {text: str}}\nnodes: {end: {type: end}}\n";
const parent = workflowOf("call: {type: subgraph, workflow_ref: child.yaml, input_mapping: {text: hi}, next: end}");
const project = { servers: [], fileExists: () => true, textOf: () => ({ ok: true as const, text: child }) };
const host = { projectOf: () => project, documentsUnder: () => [{ uri: childUri, text: child }, { uri, text: "workflow: {}\n# what is stored is older: child.yaml\n" }] };

function at(text: string, place: string): { readonly line: number; readonly character: number } {
  const before = text.slice(0, text.indexOf(place)).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

it("edits documents that are not open without a version, and open ones as they are, where the client knows versions", async () => {
  const editor = connectEditor(host);
  await openIn(editor, parent, uri, { workspace: { workspaceEdit: { documentChanges: true } }, textDocument: { rename: { prepareSupport: true } } });
  const position = at(parent, "text: hi");
  expect(await editor.client.sendRequest("textDocument/prepareRename", { textDocument: { uri }, position })).toMatchObject({ placeholder: "text" });
  expect(await editor.client.sendRequest("textDocument/rename", { textDocument: { uri }, position, newName: "body" })).toMatchObject({ documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ newText: "body" }] }, { textDocument: { uri: childUri, version: null }, edits: [{ newText: "body" }, { newText: "body" }] }] });
  await expect(editor.client.sendRequest("textDocument/rename", { textDocument: { uri }, position, newName: "a: b" })).rejects.toThrow("'a: b' must begin with a letter");
  expect(await editor.client.sendRequest("textDocument/prepareRename", { textDocument: { uri }, position: { line: 0, character: 0 } })).toBeNull();
});

it("gives a client that knows no versions plain edits, and moves no file for it", async () => {
  const editor = connectEditor({ ...host, projectOf: () => ({ ...project, fileExists: (path) => path === "child.yaml" }) });
  await openIn(editor, parent, uri);
  expect(await editor.client.sendRequest("textDocument/rename", { textDocument: { uri }, position: at(parent, "call:"), newName: "ask" })).toEqual({ changes: { [uri]: [
    { range: { start: at(parent, "call\n"), end: { ...at(parent, "call\n"), character: at(parent, "call\n").character + 4 } }, newText: "ask" },
    { range: { start: at(parent, "call:"), end: { ...at(parent, "call:"), character: 6 } }, newText: "ask" },
  ] } });
  await expect(editor.client.sendRequest("textDocument/rename", { textDocument: { uri }, position: at(parent, "child.yaml"), newName: "kid.yaml" })).rejects.toThrow("this editor cannot be asked to rename a file");
});

it("lets paths follow files and folders that are renamed in the editor", async () => {
  const editor = connectEditor(host);
  await openIn(editor, parent.replace("child.yaml", "subs/child.yaml"), uri, { workspace: { fileOperations: { willRename: true } } });
  const edit = await editor.client.sendRequest("workspace/willRenameFiles", { files: [{ oldUri: "file:///flows/subs", newUri: "file:///flows/kids" }] });
  expect(edit).toMatchObject({ changes: { [uri]: [{ newText: "kids/child.yaml" }] } });
  expect(await editor.client.sendRequest("workspace/willRenameFiles", { files: [{ oldUri: "file:///flows/subs", newUri: "file:///elsewhere" }] })).toEqual({ changes: {} });
});

it("types into all places of a node's id at once, from where it is declared", async () => {
  const editor = connectEditor(host);
  await openIn(editor, parent, uri);
  const linked = (place: string): Promise<unknown> => editor.client.sendRequest("textDocument/linkedEditingRange", { textDocument: { uri }, position: at(parent, place) });
  expect(await linked("call:")).toMatchObject({ ranges: [{ start: at(parent, "call\n") }, { start: at(parent, "call:") }] });
  expect(await linked("call\n")).toBeNull();
});

it("looks up where modules of a project are when a link to one is followed", async () => {
  const editor = connectEditor({ ...host, placesOf: () => ({ root: "file:///", declared: () => undefined }) });
  const text = workflowOf("ask: {type: model, model: gpt-4o, prompt: hi, output_key: a, next: judge}\njudge: {type: eval, scorers: [{type: custom, module: lib/score.mjs}], next: end}");
  await openIn(editor, text, uri);
  const links: unknown = await editor.client.sendRequest("textDocument/documentLink", { textDocument: { uri } });
  expect(links).toMatchObject([{ data: { path: "lib/score.mjs" } }]);
  expect(await editor.client.sendRequest("documentLink/resolve", (links as readonly unknown[])[0])).toMatchObject({ target: "file:///lib/score.mjs" });
});

it("answers a client that knows no levels of symbols with a plain list, and any client about all documents", async () => {
  const editor = connectEditor(host);
  await openIn(editor, parent, uri);
  expect(await editor.client.sendRequest("textDocument/documentSymbol", { textDocument: { uri } })).toMatchObject([{ name: "test", location: { uri } }, { name: "a", containerName: "test" }, {}, {}, {}, {}, { name: "call" }, { name: "end" }]);
  expect(await editor.client.sendRequest("workspace/symbol", { query: "call" })).toMatchObject([{ name: "call", location: { uri } }]);
  const [item] = (await editor.client.sendRequest("textDocument/prepareCallHierarchy", { textDocument: { uri }, position: at(parent, "call:") })) as readonly unknown[];
  expect(await editor.client.sendRequest("callHierarchy/incomingCalls", { item })).toMatchObject([{ from: { name: "test", detail: "workflow" } }]);
  expect(await editor.client.sendRequest("callHierarchy/outgoingCalls", { item })).toMatchObject([{ to: { name: "child" } }, { to: { name: "end" } }]);
});
