import type { Json, JsonObject } from "../../schemas/json.ts";
import { createDeframer } from "../../lsp/framing.ts";
import { workflowOf } from "./document.ts";
import { pick } from "./mutate.ts";

/** A server that takes bytes and gives bytes. */
export interface Wire {
  readonly send: (bytes: Buffer) => void;
  readonly onBytes: (listener: (bytes: Buffer) => void) => void;
}

const uri = "file:///work.yaml";
const text = workflowOf("ask: {type: model, model: gpt-4o, prompt: 'Say {{ state.b }}', output_key: a, next: tell}\ntell: {type: model, model: gpt-4o, prompt: Hello, output_key: b, next: gone}");
const textDocument = { uri };
const position = { line: 7, character: 30 };
const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

const atPosition = ["hover", "completion", "definition", "typeDefinition", "references", "documentHighlight", "prepareRename", "signatureHelp", "linkedEditingRange", "prepareCallHierarchy"];
const inRange = ["codeAction", "inlayHint", "rangeFormatting", "semanticTokens/range"];
const inDocument = ["documentSymbol", "foldingRange", "documentLink", "codeLens", "formatting", "semanticTokens/full", "semanticTokens/full/delta", "diagnostic"];

const request = (method: string, params: JsonObject, id: number): JsonObject => ({ jsonrpc: "2.0", id, method, params });
const notification = (method: string, params: JsonObject): JsonObject => ({ jsonrpc: "2.0", method, params });

/** What an editor says in a short while: every kind of message that a server hears. Goodbye is not among them. */
function conversation(): readonly JsonObject[] {
  const options = { tabSize: 2, insertSpaces: true };
  const asked = [
    ...atPosition.map((method) => request(`textDocument/${method}`, { textDocument, position, context: { includeDeclaration: true } }, 0)),
    ...inRange.map((method) => request(`textDocument/${method}`, { textDocument, range, options, context: { diagnostics: [] } }, 0)),
    ...inDocument.map((method) => request(`textDocument/${method}`, { textDocument, options, previousResultId: "1" }, 0)),
    request("textDocument/rename", { textDocument, position, newName: "other" }, 0),
    request("textDocument/selectionRange", { textDocument, positions: [position] }, 0),
    request("textDocument/onTypeFormatting", { textDocument, position, ch: "\n", options }, 0),
    request("workspace/symbol", { query: "a" }, 0),
    request("workspace/executeCommand", { command: "jamjet.none", arguments: [] }, 0),
    request("jamjet/graph", { textDocument, format: "mermaid" }, 0),
    request("completionItem/resolve", { label: "next" }, 0),
    request("no/such/method", {}, 0),
  ];
  return [
    request("initialize", { processId: null, rootUri: null, capabilities: { general: { positionEncodings: ["utf-8"] }, workspace: { configuration: true } } }, 0),
    notification("initialized", {}),
    notification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } }),
    ...asked,
    notification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: position, end: position }, text: "x" }, { text }] }),
    notification("$/cancelRequest", { id: 9 }),
    notification("workspace/didChangeConfiguration", { settings: { jamjet: { markdown: { enable: true } } } }),
    notification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] }),
    notification("textDocument/didSave", { textDocument }),
    { jsonrpc: "2.0", id: 1, result: [null] },
    notification("textDocument/didClose", { textDocument }),
    ...asked.slice(0, 3),
  ].map((message, index) => ("method" in message && "id" in message ? { ...message, id: index } : message));
}

const oddValues: readonly Json[] = [null, true, -1, 0, 2 ** 31, 1e308, 0.5, "", "\0", "__proto__", "file:///../../x", "untitled:a", "http://x/y.yaml", "%", [], [null], {}, { line: -1, character: -1 }, { line: 2 ** 31, character: 2 ** 31 }, "x".repeat(10_000), "🙂"];

type Random = () => number;

/** A conversation in which some messages are lost, said twice, said too early, or say something else. */
function mutatedConversation(random: Random): readonly Json[] {
  const messages: Json[] = [...conversation()];
  for (let step = 0; step < 12; step += 1) {
    const at = Math.floor(random() * messages.length);
    const message = messages[at] ?? null;
    const other = Math.floor(random() * messages.length);
    // Without an introduction nothing else is heard: most conversations keep theirs.
    const change = at === 0 && random() < 0.8 ? "keep" : pick(["lose", "repeat", "move", "value", "value", "value", "value", "whole"] as const, random);
    switch (change) {
      case "keep": break;
      case "lose": messages.splice(at, 1); break;
      case "repeat": messages.splice(other, 0, message); break;
      case "move": messages.splice(other, 0, ...messages.splice(at, 1)); break;
      case "value": messages[at] = withOddValue(message, random); break;
      case "whole": messages[at] = pick(oddValues, random); break;
    }
  }
  return messages;
}

/** A value with another one somewhere within it. */
function withOddValue(value: Json, random: Random): Json {
  if (typeof value !== "object" || value === null || random() < 0.15) return pick(oddValues, random);
  if (Array.isArray(value)) return value.length === 0 ? [pick(oddValues, random)] : value.map((item, index) => (index === 0 ? withOddValue(item, random) : item));
  const key = pick(Object.keys(value), random);
  if (key === undefined) return { line: pick(oddValues, random) };
  const rest = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(random() < 0.1 ? rest : [...rest, [key, withOddValue((value as JsonObject)[key] ?? null, random)]]);
}

export function framed(message: Json): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/** The bytes of a conversation, of which some are lost, doubled or others. */
function damaged(bytes: Buffer, random: Random): Buffer {
  let result = bytes;
  for (let step = 0; step < 3; step += 1) {
    const at = Math.floor(random() * result.length);
    const length = Math.floor(random() * 40);
    const between = pick([Buffer.alloc(0), Buffer.from([Math.floor(random() * 256)]), result.subarray(at, at + 2 * length), Buffer.from("Content-Length: 70000\r\n\r\n"), Buffer.from("\r\n\r\n")], random);
    result = Buffer.concat([result.subarray(0, at), between, result.subarray(at + length)]);
  }
  return result;
}

/**
 * Holds one hostile conversation, and then asks something that a server in any state answers. Comes with the number of
 * messages that the server said; where a byte of what it says is no protocol, or it says nothing any more, never.
 */
export function holdHostile({ send, onBytes }: Wire, random: Random): Promise<number> {
  const messages = mutatedConversation(random).map(framed);
  const whole = Buffer.concat(messages);
  const alive = "are you there";
  const heard = createDeframer();
  let said = 0;
  return new Promise((resolve, reject) => {
    onBytes((bytes) => {
      for (const frame of heard.push(bytes)) {
        if (frame.kind === "flaw") return reject(new Error(`the server says what is no protocol: ${frame.message}`));
        said += 1;
        if ((frame.value as JsonObject | null)?.["id"] === alive) resolve(said);
      }
    });
    send(random() < 0.5 ? whole : damaged(whole, random));
    // The end of whatever was under way, and a question.
    send(framed({ jsonrpc: "2.0", method: "$/nothing" }));
    send(framed({ jsonrpc: "2.0", id: alive, method: "no/such/method" }));
  });
}
