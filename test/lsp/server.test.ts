import { readFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ProtocolConnection, type PublishDiagnosticsParams } from "vscode-languageserver-protocol/node";
import { startLanguageServer } from "../../lsp/index.ts";
import type { ProjectView } from "../../compiler/index.ts";
import { workflowOf } from "../support/document.ts";
import { compileExample, examples } from "../support/examples.ts";

const uri = "file:///work.yaml";
const sound = readFileSync(join(import.meta.dirname, "../../examples/nodes/branch/workflow.yaml"), "utf8");
const broken = sound.replace("next: queue", "next: queu");

/** A client of a server in this process, and the next diagnostics that it publishes. */
function connect(textOf: NonNullable<ProjectView["textOf"]> = () => ({ ok: false })): { readonly client: ProtocolConnection; readonly published: () => Promise<PublishDiagnosticsParams> } {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startLanguageServer({ input: toServer, output: toClient, version: "0.0.0", projectOf: () => ({ servers: undefined, fileExists: () => true, textOf }) });
  return clientOf(toClient, toServer);
}

function clientOf(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): ReturnType<typeof connect> {
  const client = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const arrived: PublishDiagnosticsParams[] = [];
  const waiting: ((params: PublishDiagnosticsParams) => void)[] = [];
  client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    const next = waiting.shift();
    if (next === undefined) arrived.push(params);
    else next(params);
  });
  client.listen();
  return { client, published: () => new Promise((resolve) => (arrived.length > 0 ? resolve(arrived.shift() as PublishDiagnosticsParams) : waiting.push(resolve))) };
}

async function open({ client }: ReturnType<typeof connect>, text: string, at = uri): Promise<void> {
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification("initialized", {});
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri: at, languageId: "yaml", version: 1, text } });
}

it("says of a document what the compiler says, at the place where it is wrong, and takes it back when it is mended", async () => {
  const server = connect();
  await open(server, broken);
  const first = await server.published();
  const line = broken.split("\n").findIndex((text) => text.endsWith("next: queu"));
  expect(first).toMatchObject({
    uri,
    version: 1,
    diagnostics: [{ code: "JJ2001", severity: 1, source: "jamjet", range: { start: { line, character: 14 }, end: { line, character: 18 } } }],
  });

  const end = { line, character: 18 };
  await server.client.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: end, end }, text: "e" }] });
  expect(await server.published()).toMatchObject({ version: 2, diagnostics: [] });
});

it("shows what is wrong in a prompt file where the document names it, and where it really is", async () => {
  const server = connect((path) => ({ ok: true, text: `{{ state.gone }} ${path}` }));
  const text = workflowOf("ask: {type: model, model: gpt-4o, prompt_file: prompts/a b.md, output_key: a, next: end}");
  await open(server, text, "file:///flows/a%20b/work.yaml");
  const line = text.split("\n").findIndex((each) => each.includes("prompt_file"));
  const start = (text.split("\n")[line] ?? "").indexOf("prompts/");
  expect(await server.published()).toMatchObject({ diagnostics: [{
    code: "JJ2002",
    range: { start: { line, character: start }, end: { line, character: start + "prompts/a b.md".length } },
    relatedInformation: [{ message: "it stands here", location: { uri: "file:///flows/a%20b/prompts/a%20b.md", range: { start: { line: 0, character: 9 }, end: { line: 0, character: 13 } } } }],
  }] });
});

it("offers the fixes of what is wrong, and to take back what is no error, with the text as it is now", async () => {
  const server = connect();
  const text = workflowOf("ask: {type: model, model: gpt-4o, prompt: Hello, output_key: a, next: end}\n  spare: {type: end}");
  await open(server, text);
  await server.published();
  const line = text.split("\n").findIndex((each) => each.includes("spare"));
  const actionsAt = async (at: number): Promise<unknown> => server.client.sendRequest("textDocument/codeAction", { textDocument: { uri }, range: { start: { line: at, character: 4 }, end: { line: at, character: 4 } }, context: { diagnostics: [] } });
  expect(await actionsAt(line)).toMatchObject([{ title: "ignore JJ4001 here", kind: "quickfix", diagnostics: [{ code: "JJ4001" }], edit: { changes: { [uri]: [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, newText: "  # jamjet-ignore JJ4001\n" }] } } }]);
  expect(await actionsAt(0)).toEqual([]);
  await server.client.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text: text.replace("next: end", "nxt: end") }] });
  const ask = text.split("\n").findIndex((each) => each.includes("ask: {"));
  const start = (text.split("\n")[ask] ?? "").indexOf("next: end");
  const actions = await server.client.sendRequest("textDocument/codeAction", { textDocument: { uri }, range: { start: { line: ask, character: start }, end: { line: ask, character: start } }, context: { diagnostics: [] } });
  expect(actions).toMatchObject([{ title: "rename it to 'next'", edit: { changes: { [uri]: [{ newText: "next" }] } } }]);
});

it("forgets a document that is closed", async () => {
  const server = connect();
  await open(server, broken);
  await server.published();
  await server.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  expect(await server.published()).toEqual({ uri, diagnostics: [] });
});

it("names the other places of a finding", async () => {
  const server = connect();
  await open(server, broken.replace("default: archive", "default: queu"));
  const { diagnostics } = await server.published();
  expect(diagnostics[0]?.relatedInformation).toMatchObject([{ message: "here too", location: { uri } }]);
});

it("judges every example as the command line does, from the built executable and over its standard streams", { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../dist/bin/jamjet.cjs"), "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const server = clientOf(child.stdout, child.stdin);
  await server.client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  for (const example of examples) {
    const file = join(example.folder, "workflow.yaml");
    await server.client.sendNotification("textDocument/didOpen", { textDocument: { uri: pathToFileURL(file).href, languageId: "yaml", version: 1, text: readFileSync(file, "utf8") } });
    const { diagnostics } = await server.published();
    expect(diagnostics.map(({ code }) => code), example.name).toEqual(compileExample(example).diagnostics.map(({ code }) => code));
  }
  await server.client.sendRequest("shutdown");
  await server.client.sendNotification("exit");
  expect(await exited).toBe(0);
});

it("judges a workflow anew when one that it starts is edited", async () => {
  const child = (type: string): string => `workflow: {id: child, version: 0.1.0, start: end, inputs: [text], state_schema: {text: ${type}}}\nnodes: {end: {type: end}}\n`;
  const server = connect(() => ({ ok: true, text: child("str") }));
  await open(server, workflowOf("call: {type: subgraph, workflow_ref: child.yaml, input_mapping: {text: hello}, next: end}"), "file:///flows/work.yaml");
  expect(await server.published()).toMatchObject({ uri: "file:///flows/work.yaml", diagnostics: [] });
  await open(server, child("int"), "file:///flows/child.yaml");
  expect(await server.published()).toMatchObject({ uri: "file:///flows/child.yaml", diagnostics: [] });
  expect(await server.published()).toMatchObject({ uri: "file:///flows/work.yaml", diagnostics: [{ code: "JJ5016" }] });
});
