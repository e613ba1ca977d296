/**
 * The MCP transport over a pair of streams, as a server needs it. The SDK's own gives up at 10 MiB and answers nothing to
 * what it cannot read.
 *
 * S1. Nothing but messages is written to the output, one a line.
 * S2. A line that is no message is answered with an error, and the next one is read as if nothing had been.
 * S3. At most `largestMessage` characters of a line are held; the rest of a longer one is dropped as it comes.
 * S4. What was asked before the input ended is answered before the transport closes.
 */
import { StringDecoder } from "node:string_decoder";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { ErrorCode, JSONRPCMessageSchema, type JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";

/** A document may have 8 MiB, and the quotes and breaks of its lines take two characters each in JSON. */
const largestMessage = 32 * 1_048_576;

/** Serves whoever is at the other end of the streams. */
export function stdioTransport(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Transport {
  const asked = new Set<string | number>();
  let state: "open" | "ended" | "closed" = "open";

  const write = (message: JSONRPCMessage | JsonObject): void => {
    if (state !== "closed") output.write(`${JSON.stringify(message)}\n`);
  };
  const close = (): void => {
    if (state === "closed") return;
    state = "closed";
    input.removeAllListeners("data");
    input.pause();
    transport.onclose?.();
  };
  const settle = (): void => {
    if (state === "ended" && asked.size === 0) close();
  };
  const receive = (line: string): void => {
    const read = messageIn(line);
    if (!read.ok) return write({ jsonrpc: "2.0", id: read.id, error: { code: read.code, message: read.message } });
    if ("method" in read.message && "id" in read.message) asked.add(read.message.id);
    transport.onmessage?.(read.message);
  };

  const transport: Transport = {
    start: async () => {
      // A client that has gone away wants no answer.
      output.on("error", close);
      input.on("error", close);
      input.on("end", () => {
        state = "ended";
        settle();
      });
      readLines(input, receive, () => write({ jsonrpc: "2.0", id: null, error: { code: ErrorCode.InvalidRequest, message: `a message has at most ${largestMessage} characters, and this one was passed over` } }));
    },
    send: async (message) => {
      write(message);
      if (!("method" in message) && message.id !== undefined) asked.delete(message.id);
      settle();
    },
    close: async () => close(),
  };
  return transport;
}

type ReadMessage = { readonly ok: true; readonly message: JSONRPCMessage } | { readonly ok: false; readonly id: Json; readonly code: ErrorCode; readonly message: string };

function messageIn(line: string): ReadMessage {
  let json: Json;
  try {
    json = JSON.parse(line) as Json;
  } catch (error) {
    return { ok: false, id: null, code: ErrorCode.ParseError, message: `this is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const parsed = JSONRPCMessageSchema.safeParse(json);
  if (parsed.success) return { ok: true, message: parsed.data };
  const id = isJsonObject(json) && (typeof json["id"] === "string" || typeof json["id"] === "number") ? json["id"] : null;
  return { ok: false, id, code: ErrorCode.InvalidRequest, message: "this is no message of JSON-RPC 2.0: a request has 'jsonrpc', 'id' and 'method'" };
}

function readLines(input: NodeJS.ReadableStream, onLine: (line: string) => void, onFlood: () => void): void {
  const decoder = new StringDecoder("utf8");
  let parts: string[] = [];
  let held = 0;
  let isFlooded = false;
  const take = (part: string): void => {
    held += part.length;
    if (held <= largestMessage) return void parts.push(part);
    parts = [];
    isFlooded = true;
  };
  input.on("data", (chunk: Buffer) => {
    const [first = "", ...rest] = decoder.write(chunk).split("\n");
    take(first);
    for (const next of rest) {
      const line = parts.join("").trim();
      const wasFlooded = isFlooded;
      [parts, held, isFlooded] = [[], 0, false];
      if (wasFlooded) onFlood();
      else if (line !== "") onLine(line);
      take(next);
    }
  });
}
