import { createConnection, Emitter, StreamMessageWriter, type Message, type MessageReader, type MessageWriter, type PartialMessageInfo, type ResponseMessage } from "vscode-languageserver/node";
import { createDeframer } from "./framing.ts";
import { createGate, unreadable, type Gate } from "./gate.ts";
import type { LanguageHost } from "./host.ts";
import { serve } from "./server.ts";

export interface LanguageServerOptions extends LanguageHost {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Serves one editor over a pair of streams. Comes when it has gone, and tells whether it had said goodbye. */
export function startLanguageServer(options: LanguageServerOptions): Promise<{ readonly saidGoodbye: boolean }> {
  const { input, output } = options;
  const gate = createGate();
  const stream = new StreamMessageWriter(output);
  const write = (message: Message): Promise<void> => {
    gate.sent(message);
    const body = JSON.stringify(message);
    // In one piece and at once: header and body by themselves would each wait for a turn of their own.
    return new Promise((resolve, reject) => {
      output.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, (error) => (error ? reject(error) : resolve()));
    });
  };
  const writer: MessageWriter = { onError: stream.onError, onClose: stream.onClose, write, end: () => stream.end(), dispose: () => stream.dispose() };
  const takeBack = (): ResponseMessage => ({ jsonrpc: "2.0", id: null, error: { code: cancelled, message: "the client took the request back" } });
  serve(createConnection(readerOf(input, gate, write), writer, { cancelUndispatched: takeBack }), options);
  return new Promise((resolve) => {
    const end = (): void => resolve({ saidGoodbye: gate.isShut() });
    for (const event of ["end", "close", "error"]) input.once(event, end);
    // Nobody reads any more.
    output.on("error", end);
  });
}

/** The protocol's code for a request that was taken back. */
const cancelled = -32800;

/** Messages of a stream, of which those that nobody can act on are answered at once. */
function readerOf(input: NodeJS.ReadableStream, gate: Gate, write: (message: Message) => Promise<void>): MessageReader {
  const deframer = createDeframer();
  const failed = new Emitter<Error>();
  const closed = new Emitter<void>();
  const refuse = (reply: Message): void => void write(reply).catch((error: unknown) => failed.fire(asError(error)));
  const listen = (callback: (message: Message) => void): { readonly dispose: () => void } => {
    const take = (value: unknown): void => {
      const verdict = gate.judge(value);
      if (verdict.kind === "refuse") refuse(verdict.reply);
      if (verdict.kind !== "pass") return;
      try {
        callback(verdict.message);
      } catch (error) {
        // What the connection cannot take is no reason to end: the next message may be sound.
        failed.fire(asError(error));
      }
    };
    const onData = (chunk: Buffer | string): void => {
      for (const frame of deframer.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk)) {
        if (frame.kind === "flaw") refuse(unreadable(frame.message));
        else take(frame.value);
      }
    };
    input.on("data", onData);
    input.once("close", () => closed.fire());
    return { dispose: () => input.removeListener("data", onData) };
  };
  return { onError: failed.event, onClose: closed.event, onPartialMessage: new Emitter<PartialMessageInfo>().event, listen, dispose: () => failed.dispose() };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
