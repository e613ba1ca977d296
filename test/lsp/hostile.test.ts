import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { startLanguageServer } from "../../lsp/index.ts";
import type { Json } from "../../schemas/json.ts";
import { createDeframer } from "../../lsp/framing.ts";
import { connectEditor, defaultProject, openIn } from "../support/editor.ts";
import { leanWorkflowOf, workflowOf } from "../support/document.ts";
import { framed, holdHostile, type Wire } from "../support/protocol-fuzz.ts";
import { randomFrom, runsOf, steadySeed } from "../support/random.ts";

function wire(): Wire & { readonly end: () => void; readonly ended: Promise<{ readonly saidGoodbye: boolean }> } {
  const input = new PassThrough();
  const output = new PassThrough();
  const ended = startLanguageServer({ input, output, version: "0.0.0", projectOf: () => defaultProject });
  return { send: (bytes) => void input.write(bytes), onBytes: (listener) => void output.on("data", listener), end: () => void input.end(), ended };
}

/** What the server replies to messages of a client, in their order, to the last one. */
async function repliesTo(messages: readonly Json[]): Promise<readonly unknown[]> {
  const { send, onBytes } = wire();
  const heard = createDeframer();
  const replies: unknown[] = [];
  return new Promise((resolve) => {
    onBytes((bytes) => {
      for (const frame of heard.push(bytes)) {
        const { id, error, result } = (frame.kind === "message" ? frame.value : {}) as { readonly [key: string]: { readonly code?: number } | null | undefined };
        if (id === undefined) continue;
        replies.push(error === undefined || error === null ? { id, result } : { id, code: error.code });
        if (replies.length === messages.filter((message) => typeof message !== "object" || message === null || !("method" in message) || "id" in message).length) resolve(replies);
      }
    });
    for (const message of messages) send(framed(message));
  });
}

const introduction = { id: 0, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } };

it("refuses what comes before the introduction, a second one, and what comes after the goodbye", async () => {
  expect(await repliesTo([
    { id: 1, method: "textDocument/hover", params: {} },
    { id: 2, method: "initialize", params: { capabilities: null } },
    introduction,
    { id: 3, method: "initialize", params: introduction.params },
    { id: 4, method: "shutdown" },
    { id: 5, method: "textDocument/hover", params: {} },
  ])).toMatchObject([{ id: 1, code: -32002 }, { id: 2, code: -32602 }, { id: 3, code: -32600 }, { id: 5, code: -32600 }, { id: 0, result: {} }, { id: 4, result: null }]);
});

it("lets a client that failed to introduce itself try again", async () => {
  const { client } = connectEditor();
  await expect(client.sendRequest("initialize", { capabilities: { general: { positionEncodings: 7 } } })).rejects.toThrow();
  await expect(client.sendRequest("initialize", { capabilities: {} })).resolves.toMatchObject({ serverInfo: { name: "jamjet" } });
});

it.each([
  ["an array of messages", [introduction], -32600],
  ["no message", null, -32600],
  ["a method that is no text", { id: 1, method: 7 }, -32600],
  ["an id that is none", { id: {}, method: "shutdown" }, -32600],
  ["a message without a method", { jsonrpc: "2.0" }, -32600],
] as const)("answers %s with an error, and the next request", async (_, message, code) => {
  expect(await repliesTo([message as Json, introduction])).toMatchObject([{ code }, { id: 0, result: { serverInfo: { name: "jamjet" } } }]);
});

it.each([
  ["no parameters", undefined],
  ["parameters that are no object", 7],
  ["no document", {}],
  ["a position that is none", { textDocument: { uri: "file:///a.yaml" }, position: { line: "0", character: 0 } }],
  ["a range that is none", { textDocument: { uri: "file:///a.yaml" }, range: null }],
])("refuses a request with %s", async (_, params) => {
  expect(await repliesTo([introduction, { id: 1, method: "textDocument/hover", ...(params === undefined ? {} : { params }) }])).toContainEqual({ id: 1, code: -32602 });
});

it("knows a request that was taken back before anybody looked at it", async () => {
  const { client } = connectEditor();
  await client.sendRequest("initialize", introduction.params);
  const replies = await repliesTo([introduction, ...Array.from({ length: 20 }, (_, index) => ({ id: index + 1, method: "textDocument/documentHighlight", params: { textDocument: { uri: "file:///a.yaml" }, position: { line: 0, character: 0 } } })), { method: "$/cancelRequest", params: { id: 20 } }]);
  expect(replies).toContainEqual({ id: 20, code: -32800 });
});

it("judges the last of very many edits, and says so once", async () => {
  const server = connectEditor();
  const text = leanWorkflowOf("ask: {type: model, model: gpt-4o, prompt: Hello, output_key: a, next: gone}");
  await openIn(server, text);
  for (let version = 2; version <= 3000; version += 1) void server.client.sendNotification("textDocument/didChange", { textDocument: { uri: "file:///work.yaml", version }, contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "#" }] });
  void server.client.sendNotification("textDocument/didChange", { textDocument: { uri: "file:///work.yaml", version: 3001 }, contentChanges: [{ text }] });
  for (;;) {
    const { version, diagnostics } = await server.published();
    if (version !== 3001) continue;
    expect(diagnostics.map(({ code }) => code)).toEqual(["JJ2001"]);
    break;
  }
});

it("moves edits of places that do not exist into the text, however they are turned", async () => {
  const server = connectEditor();
  await openIn(server, "workflow: 1\n");
  await server.published();
  const edit = (contentChanges: readonly Json[], version: number): Promise<void> => server.client.sendNotification("textDocument/didChange", { textDocument: { uri: "file:///work.yaml", version }, contentChanges });
  await edit([{ range: { start: { line: 99, character: 5 }, end: { line: -7, character: -1 } }, text: "nodes: [" }], 1);
  expect((await server.published()).diagnostics.map(({ code }) => code)).toContain("JJ1001");
  await edit([{ text: workflowOf("end: {type: end}").replace("start: ask", "start: end") }], -5);
  expect(await server.published()).toMatchObject({ version: -5 });
});

it("ends when its input ends, and says whether the client had said goodbye", async () => {
  const silent = wire();
  silent.end();
  expect(await silent.ended).toEqual({ saidGoodbye: false });
  const polite = wire();
  for (const message of [introduction, { id: 1, method: "shutdown" }]) polite.send(framed(message));
  polite.end();
  expect(await polite.ended).toEqual({ saidGoodbye: true });
});

const conversations = runsOf(150);

it(`is there after any of ${conversations} hostile conversations, and says nothing but protocol (JAMJET_SEED=${steadySeed})`, { timeout: 120_000 }, async () => {
  for (let run = 0; run < conversations; run += 1) {
    const server = wire();
    expect(await holdHostile(server, randomFrom(steadySeed + run)), `JAMJET_SEED=${steadySeed + run}`).toBeGreaterThan(0);
  }
});
