import { expect, it } from "vitest";
import { CancellationTokenSource, type InitializeParams, type WorkspaceDiagnosticReport } from "vscode-languageserver-protocol/node";
import { connectEditor, type Editor } from "../support/editor.ts";
import { leanWorkflowOf } from "../support/document.ts";

const good = leanWorkflowOf("ask: {type: model, model: gpt-4o, prompt: Hello, output_key: a, next: end}");
const bad = good.replace("next: end", "next: gone");
const capabilities: InitializeParams["capabilities"] = { textDocument: { diagnostic: {} }, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

/** An editor on a folder of documents, which may change. */
async function folderWith(texts: Map<string, string>): Promise<Editor> {
  const server = connectEditor({ documentsUnder: () => [...texts].map(([uri, text]) => ({ uri, text })) });
  server.client.onRequest("client/registerCapability", () => null);
  const { capabilities: own } = await server.client.sendRequest<{ readonly capabilities: unknown }>("initialize", { processId: null, rootUri: null, workspaceFolders: [{ uri: "file:///flows", name: "flows" }], capabilities });
  expect(own).toMatchObject({ diagnosticProvider: { workspaceDiagnostics: true } });
  await server.client.sendNotification("initialized", {});
  return server;
}

const ask = ({ client }: Editor, previous: WorkspaceDiagnosticReport | undefined, more: object = {}): Promise<WorkspaceDiagnosticReport> =>
  client.sendRequest("workspace/diagnostic", { previousResultIds: (previous?.items ?? []).flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }])), ...more });

const told = ({ items }: WorkspaceDiagnosticReport): readonly unknown[] => items.map((item) => [item.uri, item.kind === "full" ? item.items.map(({ code }) => code) : "unchanged"]);

it("judges documents that nobody has open, says how it goes, and later only what has changed", async () => {
  const texts = new Map([["file:///flows/a.yaml", bad], ["file:///flows/b.yaml", good], ["file:///flows/c.yaml", bad]]);
  const server = await folderWith(texts);
  const steps: unknown[] = [];
  server.client.onNotification("$/progress", ({ value: { kind } }: { readonly value: { readonly kind: string } }) => void steps.push(kind));
  const first = await ask(server, undefined, { workDoneToken: "work" });
  expect(told(first)).toEqual([["file:///flows/a.yaml", ["JJ2001"]], ["file:///flows/b.yaml", []], ["file:///flows/c.yaml", ["JJ2001"]]]);
  expect(steps).toEqual(["begin", "end"]);
  const second = ask(server, first);
  texts.set("file:///flows/a.yaml", good);
  texts.delete("file:///flows/c.yaml");
  await server.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: "file:///flows/a.yaml", type: 2 }] });
  expect(told(await second)).toEqual([["file:///flows/a.yaml", []], ["file:///flows/b.yaml", expect.anything()], ["file:///flows/c.yaml", []]]);
});

it("leaves out what is open, and gives up when the client takes the question back", async () => {
  const texts = new Map([["file:///flows/a.yaml", bad]]);
  const server = await folderWith(texts);
  await server.client.sendNotification("textDocument/didOpen", { textDocument: { uri: "file:///flows/a.yaml", languageId: "yaml", version: 1, text: good } });
  const first = await ask(server, undefined);
  expect(first.items).toEqual([]);
  const source = new CancellationTokenSource();
  const waiting = server.client.sendRequest("workspace/diagnostic", { previousResultIds: [] }, source.token);
  source.cancel();
  await expect(waiting).rejects.toMatchObject({ code: -32800 });
  await server.client.sendNotification("textDocument/didClose", { textDocument: { uri: "file:///flows/a.yaml" } });
  expect(told(await ask(server, first))).toEqual([["file:///flows/a.yaml", ["JJ2001"]]]);
});
