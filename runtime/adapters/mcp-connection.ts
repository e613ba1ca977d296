import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { McpServerSettings as Server } from "../../schemas/project.ts";
import type { Json } from "../../schemas/json.ts";
import { redact } from "../activities/text.ts";
import type { Env, Outcome, ToolAnswer, ToolCall, ToolInfo } from "../ports.ts";
import { abortFailure } from "../ports.ts";
import { expandList, expandTable, secretsIn } from "../project/expand.ts";
import type { Project } from "../project/project.ts";
import { deadline } from "./deadline.ts";
import { childEnv } from "./env.ts";
import { callFailure, connectFailure, isBrokenPipe, isForgotten, toolFailure } from "./mcp-failure.ts";
import { headersOf, openHttpPeer } from "./mcp-http.ts";
import type { Peer } from "./mcp-peer.ts";
import { toolsIn } from "./mcp-tools.ts";
import type { OrphanWatch } from "./orphan-watch.ts";
import { createStdioTransport } from "./stdio-transport.ts";

/** An answer, or a failure; `unheard` where the server certainly did nothing and a new connection may be tried at once. */
export type Heard<T> = Outcome<T> | { readonly ok: false; readonly failure: Failure; readonly unheard: true };

export interface McpConnection {
  readonly call: (call: ToolCall, signal: AbortSignal) => Promise<Heard<ToolAnswer>>;
  readonly list: (signal: AbortSignal) => Promise<Heard<readonly ToolInfo[]>>;
  readonly close: () => Promise<void>;
}

export interface ConnectionContext {
  readonly project: Project;
  readonly env: Env;
  /** Holds every child process while it may be alive. */
  readonly children: Set<Peer>;
  readonly watch: OrphanWatch;
  /** How long a server has to introduce itself. */
  readonly initializeMs: number;
  /** Called once when the connection is over, whoever ended it. */
  readonly onClosed: () => void;
}

/** How long a server whose call was given up has to show that it is still with us. */
const pingMs = 1_000;
/** The SDK wants a limit of its own; the attempt's timeout, which aborts the signal, always comes first. */
const endlessMs = 2_147_483_647;
const mostItems = 1_000;
const mostTools = 2_000;
/** The key of `_meta` under which a tool finds what stays the same on every attempt. */
const idempotencyMeta = "jamjet/idempotency-key";

/** Starts or reaches a server and introduces us. Tools get no capability of ours: no sampling, no roots, no elicitation. */
export async function connectMcp(server: Server, context: ConnectionContext): Promise<Outcome<McpConnection>> {
  const opened = await openPeer(server, context);
  if (!opened.ok) return opened;
  const { transport, peer, leave } = opened.value;
  const sdk = await import("@modelcontextprotocol/sdk/client/index.js");
  const client = new sdk.Client({ name: "jamjet", version: "0.1.0" }, { capabilities: {} });
  client.onclose = () => {
    context.children.delete(peer);
    context.onClosed();
  };
  const secrets = textsOf(server).flatMap((text) => secretsIn(text, context.env));
  const clean = (text: string): string => redact(text, secrets);
  const close = async (): Promise<void> => {
    await leave();
    await client.close();
  };
  try {
    await client.connect(transport, { timeout: context.initializeMs });
  } catch (error) {
    // A pipe breaks a moment before we hear how the program behind it has ended.
    if (isBrokenPipe(error)) await client.close();
    const why = connectFailure(error, { ...server, initializeMs: context.initializeMs }, peer, clean);
    await close();
    context.children.delete(peer);
    return { ok: false, failure: why };
  }
  return { ok: true, value: { ...requestsOf(client, server, peer, clean), close } };
}

/** Everything of a server's settings that may hold a secret. */
function textsOf(server: Server): readonly string[] {
  return [server.command ?? "", ...(server.args ?? []), server.url ?? "", ...Object.values({ ...server.env, ...headersOf(server) })];
}

function requestsOf(client: Client, server: Server, peer: Peer, clean: (text: string) => string): Pick<McpConnection, "call" | "list"> {
  const attempt = async <T>(tool: string, signal: AbortSignal, ask: () => Promise<Outcome<T>>): Promise<Heard<T>> => {
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted) {
        void endIfStuck(client, peer);
        return { ok: false, failure: abortFailure(signal) };
      }
      if (!isForgotten(error)) return { ok: false, failure: callFailure(error, { server: server.name, tool }, peer, clean) };
      await client.close();
      return { ok: false, unheard: true, failure: failure("connection_reset", `the MCP server '${server.name}' has forgotten us`, { unsent: true }) };
    }
  };
  return {
    call: (call, signal) =>
      attempt(call.tool, signal, async () => {
        const params = { name: call.tool, arguments: { ...call.arguments }, _meta: { [idempotencyMeta]: call.idempotencyKey } };
        const result = await client.callTool(params, undefined, { signal, timeout: endlessMs });
        // Both come from JSON text by way of the SDK's schemas, which leave data as it was.
        const content = (Array.isArray(result.content) ? result.content : []) as readonly Json[];
        if (content.length > mostItems) return { ok: false, failure: failure("output_limit", `'${call.tool}' of '${server.name}' answered with more than ${mostItems} items`) };
        if (result.isError === true) return { ok: false, failure: toolFailure(content, call, clean) };
        const structured = result.structuredContent as Json | undefined;
        return { ok: true, value: structured === undefined ? { content } : { content, structured } };
      }),
    list: (signal) => attempt("tools/list", signal, () => listTools(client, server.name, signal)),
  };
}

/** The SDK's own list reads nothing if one tool is malformed, and compiles the schemas of all. This one only reads. */
async function listTools(client: Client, server: string, signal: AbortSignal): Promise<Outcome<readonly ToolInfo[]>> {
  const { ResultSchema } = await import("@modelcontextprotocol/sdk/types.js");
  const items: Json[] = [];
  let cursor: string | undefined;
  do {
    const params = cursor === undefined ? {} : { cursor };
    // A signal of its own for each page: the SDK listens to it and never stops.
    const own = deadline(signal, undefined);
    const page = await client.request({ method: "tools/list", params }, ResultSchema, { signal: own.signal, timeout: endlessMs }).finally(own.release);
    const { tools, nextCursor } = page;
    // One by one: a list that is too long is no list of arguments.
    if (Array.isArray(tools)) for (const tool of tools as readonly Json[]) items.push(tool);
    if (items.length > mostTools) return { ok: false, failure: failure("output_limit", `the MCP server '${server}' lists more than ${mostTools} tools`) };
    const isNew = typeof nextCursor === "string" && nextCursor !== cursor && Array.isArray(tools) && tools.length > 0;
    cursor = isNew ? nextCursor : undefined;
  } while (cursor !== undefined);
  return { ok: true, value: toolsIn(items) };
}

/** A server that does not even answer a ping is stuck for every call to come: it is let go, and the next call begins anew. */
async function endIfStuck(client: Client, peer: Peer): Promise<void> {
  try {
    await client.ping({ timeout: pingMs });
  } catch {
    if (peer.ended() === undefined) peer.kill();
  }
}

interface Opened {
  readonly transport: Transport;
  readonly peer: Peer;
  /** What must be said before the connection is closed. */
  readonly leave: () => Promise<void>;
}

async function openPeer(server: Server, { project, env, children, watch }: ConnectionContext): Promise<Outcome<Opened>> {
  const where = `the MCP server '${server.name}'`;
  if (server.url !== undefined) {
    const http = await openHttpPeer(server, server.url, where, project, env);
    return http.ok ? { ok: true, value: { transport: http.value.transport, peer: http.value, leave: http.value.leave } } : http;
  }
  const command = expandList([server.command ?? "", ...(server.args ?? [])], env, where);
  if (!command.ok) return command;
  const own = expandTable(server.env ?? {}, env, where);
  if (!own.ok) return own;
  const [program = "", ...args] = command.value;
  const child = createStdioTransport({ command: program, args, env: childEnv(env, own.value), cwd: project.root }, watch);
  children.add(child);
  return { ok: true, value: { transport: child, peer: child, leave: async () => {} } };
}
