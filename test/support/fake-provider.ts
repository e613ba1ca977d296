import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface FakeProvider {
  readonly url: string;
  /** The request that is answered next is answered so. */
  readonly answerWith: (answer: Answer) => void;
  /** The last request's headers and body. */
  readonly asked: () => { readonly headers: IncomingMessage["headers"]; readonly body: string };
  readonly close: () => void;
}

/** An HTTP server that says exactly the bytes it is told to: for what a well-behaved fake does not do. */
export async function openFakeProvider(): Promise<FakeProvider> {
  let answer: Answer = (_, response) => response.writeHead(500).end();
  let last: { headers: IncomingMessage["headers"]; body: string } = { headers: {}, body: "" };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      last = { headers: request.headers, body: Buffer.concat(chunks).toString() };
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerWith: (next) => (answer = next),
    asked: () => last,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An answer with a status, headers and a text. */
export function says(status: number, body: string, headers: { readonly [name: string]: string } = {}): Answer {
  return (_, response) => response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

/** Writes these parts of a stream and drops the connection, or ends it as if all were said. */
export function streams(parts: readonly string[], ending: "cut" | "end"): Answer {
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(parts.join(""), () => (ending === "cut" ? response.destroy() : response.end()));
  };
}
