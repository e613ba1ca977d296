import { expect, it } from "vitest";
import type { ProtocolConnection, RegistrationParams } from "vscode-languageserver-protocol/node";
import type { ProjectView } from "../../compiler/index.ts";
import { connectEditor, openIn } from "../support/editor.ts";
import { leanWorkflowOf } from "../support/document.ts";

const ask = leanWorkflowOf("ask: {type: model, model: gpt-4o, prompt_file: ask.md, output_key: a, next: end}");
const sound = "Say hello";
const broken = "{{ state.gone }}";

/** A project whose only prompt is whatever `text` gives. */
const projectWith = (text: () => string): ProjectView => ({ servers: undefined, fileExists: () => true, textOf: () => ({ ok: true, text: text() }) });

/** The methods that the server registers for, and what for. */
function registrations(client: ProtocolConnection): Promise<RegistrationParams> {
  return new Promise((resolve) => client.onRequest("client/registerCapability", (params: RegistrationParams) => resolve(params)));
}

it("judges anew when a file that the editor does not hold open has changed", async () => {
  let text = sound;
  const server = connectEditor({ projectOf: () => projectWith(() => text) });
  const registered = registrations(server.client);
  await openIn(server, ask, undefined, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
  expect((await server.published()).diagnostics).toEqual([]);
  expect(await registered).toMatchObject({ registrations: [{ method: "workspace/didChangeWatchedFiles", registerOptions: { watchers: expect.arrayContaining([{ globPattern: "**/jamjet.toml" }, { globPattern: expect.stringMatching(/\bmd\b.*\bmjs\b/) }]) } }] });
  text = broken;
  await server.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: "file:///ask.md", type: 2 }] });
  expect(await server.published()).toMatchObject({ diagnostics: [{ code: "JJ2002" }] });
});

it("reads the files around a document again when one is saved, where the editor watches none", async () => {
  let text = sound;
  const server = connectEditor({ projectOf: () => projectWith(() => text) });
  await openIn(server, ask);
  expect((await server.published()).diagnostics).toEqual([]);
  text = broken;
  await server.client.sendNotification("textDocument/didSave", { textDocument: { uri: "file:///work.yaml" } });
  expect(await server.published()).toMatchObject({ diagnostics: [{ code: "JJ2002" }] });
});

it("judges a workflow with the prompt as it stands in the editor, and as it is on the disk once that is closed", async () => {
  const server = connectEditor({ projectOf: () => projectWith(() => sound) });
  await openIn(server, ask);
  expect((await server.published()).diagnostics).toEqual([]);
  const prompt = { uri: "file:///ask.md", languageId: "markdown", version: 1, text: broken };
  const ofWork = async (): Promise<unknown> => {
    for (;;) {
      const { uri, diagnostics } = await server.published();
      if (uri === "file:///work.yaml") return diagnostics.map(({ code }) => code);
    }
  };
  await server.client.sendNotification("textDocument/didOpen", { textDocument: prompt });
  expect(await ofWork()).toEqual(["JJ2002"]);
  await server.client.sendNotification("textDocument/didClose", { textDocument: { uri: prompt.uri } });
  expect(await ofWork()).toEqual([]);
});

it("asks for the settings where the client wants to be asked, and survives a client that refuses everything", async () => {
  const server = connectEditor();
  const asked = new Promise((resolve) => server.client.onRequest("workspace/configuration", (params) => {
    resolve(params);
    throw new Error("no");
  }));
  await openIn(server, ask, undefined, { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, didChangeWatchedFiles: { dynamicRegistration: true } } });
  expect(await asked).toEqual({ items: [{ section: "jamjet" }] });
  expect(await server.published()).toMatchObject({ uri: "file:///work.yaml" });
});

it("follows the folders that are opened and closed", async () => {
  const asked: string[] = [];
  const server = connectEditor({ documentsUnder: (folder) => (asked.push(folder), []) });
  server.client.onRequest("client/registerCapability", () => null);
  await server.client.sendRequest("initialize", { processId: null, rootUri: null, workspaceFolders: [{ uri: "file:///a", name: "a" }, { uri: "file:///b", name: "b" }], capabilities: { workspace: { workspaceFolders: true } } });
  await server.client.sendNotification("initialized", {});
  await server.client.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added: [{ uri: "file:///c", name: "c" }], removed: [{ uri: "file:///a", name: "a" }] } });
  await server.client.sendRequest("workspace/symbol", { query: "" });
  expect([...new Set(asked)]).toEqual(["file:///b", "file:///c"]);
});
