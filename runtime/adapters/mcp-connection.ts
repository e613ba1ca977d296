import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { ProjectSettings } from "../../schemas/project.ts";
import type { Json } from "../../schemas/json.ts";
import { redact } from "../activities/text.ts";
import type { Env, Outcome, ToolAnswer, ToolCall } from "../ports.ts";
import { abortFailure } from "../ports.ts";
import { expand, expandList, expandTable, secretsIn } from "../project/expand.ts";
import type { Project } from "../project/project.ts";
import { createGuard } from "./addresses.ts";
import { childEnv } from "./env.ts";
import { createGuardedAgent, systemResolve } from "./guarded-agent.ts";
import { callFailure, connectFailure, toolFailure } from "./mcp-failure.ts";
import type { StdioTransport } from "./stdio-transport.ts";
import { createStdioTransport } from "./stdio-transport.ts";

export type Server = NonNullable<NonNullable<ProjectSettings["mcp"]>["servers"]>[number];

export interface McpConnection {
  readonly call: (call: ToolCall, signal: AbortSignal) => Promise<Outcome<ToolAnswer>>;
  readonly close: () => Promise<void>;
}

export interface ConnectionContext {
  readonly project: Project;
  readonly env: Env;
  /** Holds every child process while it may be alive. */
  readonly children: Set<StdioTransport>;
  /** Called once when the connection is over, whoever ended it. */
  readonly onClosed: () => void;
}

/** How long a server has to introduce itself. */
const initializeMs = 10_000;
/** How long a server whose call was given up has to show that it is still with us. */
const pingMs = 1_000;
/** The SDK wants a limit of its own; the attempt's timeout, which aborts the signal, always comes first. */
const endlessMs = 2_147_483_647;
/** The key of `_meta` under which a tool finds what stays the same on every attempt. */
export const idempotencyMeta = "jamjet/idempotency-key";

/** Starts or reaches a server and introduces us. Tools get no capability of ours: no sampling, no roots, no elicitation. */
export async function connectMcp(server: Server, context: ConnectionContext): Promise<Outcome<McpConnection>> {
  const opened = await openTransport(server, context);
  if (!opened.ok) return opened;
  const { transport, child } = opened.value;
  const [sdk, { CfWorkerJsonSchemaValidator }] = await Promise.all([import("@modelcontextprotocol/sdk/client/index.js"), import("@modelcontextprotocol/sdk/validation/cfworker")]);
  // The default validator compiles schemas that servers give into code; this one interprets them.
  const client = new sdk.Client({ name: "jamjet", version: "0.1.0" }, { capabilities: {}, jsonSchemaValidator: new CfWorkerJsonSchemaValidator() });
  client.onclose = () => {
    if (child !== undefined) context.children.delete(child);
    context.onClosed();
  };
  if (child !== undefined) context.children.add(child);
  const secrets = Object.values({ ...server.env, ...server.headers, ...server.auth }).flatMap((text) => secretsIn(text, context.env));
  const clean = (text: string): string => redact(text, secrets);
  try {
    await client.connect(transport, { timeout: initializeMs });
  } catch (error) {
    const failure = connectFailure(error, server, child, clean);
    await client.close();
    if (child !== undefined) context.children.delete(child);
    return { ok: false, failure };
  }
  return {
    ok: true,
    value: {
      close: () => client.close(),
      call: async (call, signal) => {
        try {
          const params = { name: call.tool, arguments: { ...call.arguments }, _meta: { [idempotencyMeta]: call.idempotencyKey } };
          const result = await client.callTool(params, undefined, { signal, timeout: endlessMs });
          // Both come from JSON text by way of the SDK's schemas, which leave data as it was.
          const content = (Array.isArray(result.content) ? result.content : []) as readonly Json[];
          if (result.isError === true) return { ok: false, failure: toolFailure(content, call, clean) };
          const structured = result.structuredContent as Json | undefined;
          return { ok: true, value: structured === undefined ? { content } : { content, structured } };
        } catch (error) {
          if (!signal.aborted) return { ok: false, failure: callFailure(error, call, child, clean) };
          void endIfStuck(client, child);
          return { ok: false, failure: abortFailure(signal) };
        }
      },
    },
  };
}

/** A server that does not even answer a ping is stuck for every call to come: it is killed, and the next call starts it anew. */
async function endIfStuck(client: Client, child: StdioTransport | undefined): Promise<void> {
  try {
    await client.ping({ timeout: pingMs });
  } catch {
    if (child !== undefined && child.ended() === undefined) child.kill();
  }
}

interface Opened {
  readonly transport: Transport;
  /** Absent for a server reached over HTTP. */
  readonly child?: StdioTransport;
}

async function openTransport(server: Server, { project, env }: ConnectionContext): Promise<Outcome<Opened>> {
  const where = `the MCP server '${server.name}'`;
  if (server.url !== undefined) return openHttp(server, server.url, where, project, env);
  const command = expandList([server.command ?? "", ...(server.args ?? [])], env, where);
  if (!command.ok) return command;
  const own = expandTable(server.env ?? {}, env, where);
  if (!own.ok) return own;
  const [program = "", ...args] = command.value;
  const child = createStdioTransport({ command: program, args, env: childEnv(env, own.value), cwd: project.root });
  return { ok: true, value: { transport: child, child } };
}

async function openHttp(server: Server, url: string, where: string, project: Project, env: Env): Promise<Outcome<Opened>> {
  const bearer = server.auth === undefined ? {} : { authorization: `Bearer ${server.auth.bearer}` };
  const headers = expandTable({ ...server.headers, ...bearer }, env, where);
  if (!headers.ok) return headers;
  const address = expand(url, env, where);
  if (!address.ok) return address;
  const [undici, { StreamableHTTPClientTransport }] = await Promise.all([import("undici"), import("@modelcontextprotocol/sdk/client/streamableHttp.js")]);
  const dispatcher = createGuardedAgent(undici, createGuard(project.settings.network?.allow ?? []), systemResolve);
  // The two declarations of `fetch`, Node's and undici's, are of one implementation.
  const fetch = ((input: string | URL, init: object | undefined) => undici.fetch(input, { ...init, dispatcher })) as unknown as typeof globalThis.fetch;
  const transport = new StreamableHTTPClientTransport(new URL(address.value), { requestInit: { headers: headers.value }, fetch });
  // The SDK compiles without exactOptionalPropertyTypes, so that its class misses its own interface by an `undefined`.
  return { ok: true, value: { transport: transport as Transport } };
}
