import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { Agent } from "undici";
import type { McpServerSettings as Server } from "../../schemas/project.ts";
import type { Env, Outcome } from "../ports.ts";
import { expand, expandTable } from "../project/expand.ts";
import type { Project } from "../project/project.ts";
import { createGuard } from "./addresses.ts";
import { createGuardedAgent, systemResolve } from "./guarded-agent.ts";
import type { Ending, Peer } from "./mcp-peer.ts";
import { flooded, largestMessage } from "./mcp-peer.ts";

/** A way to a server that speaks streamable HTTP. */
export interface HttpPeer extends Peer {
  readonly transport: Transport;
  /** Tells the server that its session is over, and lets go of every socket. */
  readonly leave: () => Promise<void>;
}

/** How long a server has to hear that we leave. */
const goodbyeMs = 1_000;

/** The headers that say who we are, with what they take from the environment. */
export function headersOf({ headers, auth }: Server): { readonly [name: string]: string } {
  return { ...headers, ...(auth === undefined ? {} : { authorization: `Bearer ${auth.bearer}` }) };
}

/**
 * Reaches a server over streamable HTTP. Sockets go where the guard lets them, redirects stay within one origin, and no
 * answer may be larger than a message. A stream that breaks off is not taken up again: its call fails, and the node's own
 * `retry` says what then.
 */
export async function openHttpPeer(server: Server, url: string, where: string, project: Project, env: Env): Promise<Outcome<HttpPeer>> {
  const headers = expandTable(headersOf(server), env, where);
  if (!headers.ok) return headers;
  const address = expand(url, env, where);
  if (!address.ok) return address;
  const [undici, sdk] = await Promise.all([import("undici"), import("@modelcontextprotocol/sdk/client/streamableHttp.js")]);
  const agent = createGuardedAgent(undici, createGuard(project.settings.network?.allow ?? []), systemResolve);
  let ending: Ending | undefined;
  const end = (why: Ending): void => {
    ending ??= why;
    void http.close();
  };
  const http = new sdk.StreamableHTTPClientTransport(new URL(address.value), {
    requestInit: { headers: headers.value },
    fetch: watchedFetch(undici, agent, end),
    reconnectionOptions: { initialReconnectionDelay: 1_000, maxReconnectionDelay: 1_000, reconnectionDelayGrowFactor: 1, maxRetries: 0 },
  });
  const leave = async (): Promise<void> => {
    const timer = setTimeout(() => void http.close(), goodbyeMs);
    // A server that does not listen any more is as good as told.
    await http.terminateSession().catch(() => {});
    clearTimeout(timer);
    await http.close();
    await agent.destroy();
  };
  // The SDK compiles without exactOptionalPropertyTypes, so that its class misses its own interface by an `undefined`.
  const transport = http as Transport;
  return { ok: true, value: { transport, leave, ended: () => ending, lastWords: () => "", kill: () => end({ why: "broken" }) } };
}

/** `fetch` over the guarded agent; `end` is told of an answer that is too large, and of a stream that ends unanswered. */
function watchedFetch(undici: typeof import("undici"), agent: Agent, end: (why: Ending) => void): typeof globalThis.fetch {
  const watched = async (input: string | URL, init: RequestInit = {}): Promise<unknown> => {
    // The two declarations of `fetch`, Node's and undici's, are of one implementation.
    const response = await undici.fetch(input, { ...(init as object), dispatcher: agent });
    if (response.body === null || (response.status >= 300 && response.status <= 399)) return response;
    const asked = typeof init.body === "string" ? requestId(init.body) : undefined;
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") === true;
    const watch = streamWatch(asked !== undefined && isStream ? asked : undefined, end);
    return new undici.Response(response.body.pipeThrough(watch), { status: response.status, statusText: response.statusText, headers: response.headers });
  };
  return watched as unknown as typeof globalThis.fetch;
}

/** Passes a body through, and counts it. With `asked`, the body is a stream of events that must hold the answer to that request. */
function streamWatch(asked: string | undefined, end: (why: Ending) => void): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  let size = 0;
  let tail = "";
  let isAnswered = asked === undefined;
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > largestMessage) {
        end(flooded("in one answer"));
        return controller.terminate();
      }
      if (asked !== undefined && !isAnswered) {
        // An id stands at either end of a message, so that what is kept reaches over the seam of two chunks.
        const text = tail + decoder.decode(chunk, { stream: true });
        isAnswered = answers(text, asked);
        tail = text.slice(-64);
      }
      controller.enqueue(chunk);
    },
    flush() {
      if (!isAnswered) end({ why: "broken" });
    },
  });
}

/** Whether a text holds a message with the id `asked`, and not one with a longer number. */
function answers(text: string, asked: string): boolean {
  return [...text.matchAll(/"id":\s*("[^"]*"|\d+)(?=[^\d])/g)].some(([, id]) => id === asked);
}

/** The id of the request that a body asks, as JSON text; a notification has none. */
function requestId(body: string): string | undefined {
  // The SDK wrote this text from an object of its own a moment ago.
  const { id } = JSON.parse(body) as { readonly id?: string | number };
  return id === undefined ? undefined : JSON.stringify(id);
}
