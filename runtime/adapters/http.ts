import type { Readable } from "node:stream";
import { pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Dispatcher } from "undici";
import { failure } from "../../schemas/failure.ts";
import { portOf } from "../../schemas/http-request.ts";
import type { Http, HttpRequest, HttpResponse, Outcome } from "../ports.ts";
import { abortFailure } from "../ports.ts";
import type { NetworkGuard } from "./addresses.ts";
import { createGuard } from "./addresses.ts";
import { connectionFailure } from "./connection-failure.ts";
import { deadline } from "./deadline.ts";
import type { Resolve } from "./guarded-agent.ts";
import { createGuardedAgent, refusalIn, systemResolve } from "./guarded-agent.ts";

const mostRedirects = 5;
const largestBody = 32 * 1_048_576;

/** Headers that may follow a redirect to another origin: none that says who we are. */
const portableHeaders: ReadonlySet<string> = new Set(["accept", "accept-encoding", "accept-language", "content-type", "user-agent"]);

export interface HttpOptions {
  readonly resolve?: Resolve;
  /** No request takes longer, redirects and body included, however slowly the answer drips. */
  readonly longestMs?: number;
}

/**
 * Requests that reach public addresses and the hosts that `allow` lists, and nothing else. The check is on the address
 * actually connected to, at every redirect. Proxies of the environment are not used: the agent knows none.
 */
export function createHttp(allow: readonly string[], { resolve = systemResolve, longestMs = 600_000 }: HttpOptions = {}): Http {
  const guard = createGuard(allow);
  const open = async (): Promise<Send> => {
    const undici = await import("undici");
    const agent = createGuardedAgent(undici, guard, resolve);
    return (url, options) => undici.request(url, { ...options, dispatcher: agent });
  };
  let opened: Promise<Send> | undefined;
  return {
    send: async (request, signal) => {
      if (!URL.canParse(request.url)) return { ok: false, failure: failure("guard_refused", "this is no address", { unsent: true }) };
      opened ??= open();
      const { signal: ended, release } = deadline(signal, longestMs);
      const first = { ...request, headers: { accept: "*/*", "accept-encoding": "gzip, deflate, br", "user-agent": "jamjet", ...request.headers } };
      try {
        return await follow(await opened, guard, first, ended, 0);
      } catch (error) {
        if (ended.aborted) return { ok: false, failure: abortFailure(ended) };
        const refusal = refusalIn(error);
        if (refusal !== undefined) return { ok: false, failure: failure("guard_refused", refusal) };
        const { host } = new URL(request.url);
        return { ok: false, failure: connectionFailure(error, host) ?? failure("io_error", `${host}: the request failed`) };
      } finally {
        release();
      }
    },
  };
}

type Send = (url: URL, options: { method: Dispatcher.HttpMethod; headers: Record<string, string>; body?: string; signal: AbortSignal }) => Promise<Dispatcher.ResponseData>;

async function follow(send: Send, guard: NetworkGuard, request: HttpRequest, signal: AbortSignal, hops: number): Promise<Outcome<HttpResponse>> {
  const url = new URL(request.url);
  const refusal = guard.refusal(url) ?? steeringRefusal(guard, request, url);
  if (refusal !== undefined) return { ok: false, failure: failure("guard_refused", refusal) };
  const options = { headers: { ...request.headers }, signal, ...(request.body === undefined ? {} : { body: request.body }) };
  // Methods are declared as a closed choice in the language; undici's type only spells the same list again.
  const answer = await send(url, { ...options, method: request.method as Dispatcher.HttpMethod });
  const headers = lowerCased(answer.headers);
  const next = redirected(request, url, answer.statusCode, headers["location"]);
  if (next === undefined) return readAnswer(answer, headers, url.host);
  await answer.body.dump();
  if (!next.ok) return next;
  if (hops === mostRedirects) return { ok: false, failure: failure("guard_refused", `${url.host} redirects more than ${mostRedirects} times`) };
  return follow(send, guard, next.value, signal, hops + 1);
}

/** Where data decides on the host, the whole world is too much. */
function steeringRefusal(guard: NetworkGuard, { hosts }: HttpRequest, url: URL): string | undefined {
  if (hosts !== "listed" || guard.isListed(url.hostname, portOf(url))) return undefined;
  return `'${url.hostname}' was not written in the document but came from data; add it to [network] allow in jamjet.toml if requests may go there`;
}

/** The request that a redirect asks for, or `undefined` if the answer is none. Source: Fetch, "HTTP-redirect fetch". */
function redirected(request: HttpRequest, from: URL, status: number, location: string | undefined): Outcome<HttpRequest> | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  if (!URL.canParse(location, from.href)) return { ok: false, failure: failure("guard_refused", `${from.host} redirects to something that is no address`) };
  const to = new URL(location, from);
  if (from.protocol === "https:" && to.protocol === "http:") return { ok: false, failure: failure("guard_refused", `${from.host} redirects from https to http`) };
  const becomesGet = request.method !== "HEAD" && (status === 303 || (status < 303 && request.method === "POST"));
  const kept = Object.entries(request.headers).filter(([name]) => (to.origin === from.origin || portableHeaders.has(name)) && !(becomesGet && name === "content-type"));
  const { body } = request;
  const next = { ...(request.hosts === undefined ? {} : { hosts: request.hosts }), method: becomesGet ? "GET" : request.method, url: to.href, headers: Object.fromEntries(kept) };
  return { ok: true, value: becomesGet || body === undefined ? next : { ...next, body } };
}

async function readAnswer(answer: Dispatcher.ResponseData, headers: HttpResponse["headers"], host: string): Promise<Outcome<HttpResponse>> {
  const body = decompressed(answer.body, headers["content-encoding"]);
  if (body === undefined) {
    await answer.body.dump();
    return { ok: false, failure: failure("output_invalid", `${host} answered in an encoding that was not asked for`) };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (size > largestBody) return { ok: false, failure: failure("output_limit", `${host} answered with more than ${largestBody / 1_048_576} MiB`) };
    chunks.push(chunk);
  }
  return { ok: true, value: { status: answer.statusCode, headers, text: decode(Buffer.concat(chunks), headers["content-type"]) } };
}

/** The body as a stream of plain bytes: what it inflates to counts against the limit, not what it is on the wire. */
function decompressed(body: Readable, encoding = "identity"): Readable | undefined {
  switch (encoding.trim().toLowerCase()) {
    case "": case "identity": return body;
    case "gzip": case "x-gzip": return pipeline(body, createGunzip(), ignoreEnd);
    case "deflate": return pipeline(body, createInflate(), ignoreEnd);
    case "br": return pipeline(body, createBrotliDecompress(), ignoreEnd);
    default: return undefined;
  }
}

/** Errors of a pipeline reach whoever reads its last stream. */
const ignoreEnd = (): void => {};

function decode(bytes: Buffer, contentType = ""): string {
  const charset = /;\s*charset="?([\w-]+)/i.exec(contentType)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
}

function lowerCased(headers: Dispatcher.ResponseData["headers"]): HttpResponse["headers"] {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), Array.isArray(value) ? value.join(", ") : (value ?? "")]);
  return Object.fromEntries(entries);
}
