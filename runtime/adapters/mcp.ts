import { failure } from "../../schemas/failure.ts";
import type { McpServerSettings as Server } from "../../schemas/project.ts";
import { nearest } from "../../schemas/nearest.ts";
import type { Env, Outcome, Tools } from "../ports.ts";
import { abortFailure } from "../ports.ts";
import type { Project } from "../project/project.ts";
import type { Heard, McpConnection } from "./mcp-connection.ts";
import { connectMcp } from "./mcp-connection.ts";
import type { Peer } from "./mcp-peer.ts";
import type { OrphanWatch } from "./orphan-watch.ts";
import { createOrphanWatch } from "./orphan-watch.ts";

export interface ToolsOptions {
  /** Ends our children where we cannot; closed with the tools. */
  readonly watch?: OrphanWatch;
  /** How long a server has to introduce itself. */
  readonly initializeMs?: number;
}

/**
 * Tools of the project's MCP servers. A server is started with its first call and kept for the life of this object; one
 * that died is started again by the next call. Nothing it starts outlives us.
 */
export function createTools(project: Project, env: Env, { watch = createOrphanWatch(), initializeMs = 10_000 }: ToolsOptions = {}): Tools {
  const servers = new Map((project.settings.mcp?.servers ?? []).map((server) => [server.name, server]));
  const connections = new Map<string, Promise<Outcome<McpConnection>>>();
  const children = new Set<Peer>();
  const killAll = (): void => {
    for (const child of children) child.kill();
  };

  const begin = (server: Server): Promise<Outcome<McpConnection>> => {
    if (connections.size === 0) process.once("exit", killAll);
    const connecting = connectMcp(server, { project, env, children, watch, initializeMs, onClosed: () => forget() });
    const forget = (): void => {
      if (connections.get(server.name) === connecting) connections.delete(server.name);
      if (connections.size === 0) process.off("exit", killAll);
    };
    connections.set(server.name, connecting);
    void connecting.then((connection) => {
      if (!connection.ok) forget();
    });
    return connecting;
  };

  const ask = async <T>(name: string, signal: AbortSignal, request: (connection: McpConnection) => Promise<Heard<T>>): Promise<Outcome<T>> => {
    const server = servers.get(name);
    if (server === undefined) return { ok: false, failure: failure("not_configured", unknownServer(name, [...servers.keys()])) };
    const once = async (): Promise<Heard<T>> => {
      const connection = await unlessAborted(connections.get(name) ?? begin(server), signal);
      return connection.ok ? request(connection.value) : connection;
    };
    const answer = await once();
    return "unheard" in answer ? once() : answer;
  };

  return {
    call: (call, signal) => ask(call.server, signal, (connection) => connection.call(call, signal)),
    list: (server, signal) => ask(server, signal, (connection) => connection.list(signal)),
    close: async () => {
      const open = await Promise.all(connections.values());
      await Promise.all(open.map((connection) => (connection.ok ? connection.value.close() : undefined)));
      watch.close();
    },
  };
}

/** A server that is still starting keeps starting for whoever calls next; only this caller stops waiting. */
async function unlessAborted<T>(outcome: Promise<Outcome<T>>, signal: AbortSignal): Promise<Outcome<T>> {
  if (signal.aborted) return { ok: false, failure: abortFailure(signal) };
  let giveUp = (): void => {};
  const aborted = new Promise<Outcome<T>>((resolve) => {
    giveUp = () => resolve({ ok: false, failure: abortFailure(signal) });
    signal.addEventListener("abort", giveUp);
  });
  const first = await Promise.race([outcome, aborted]);
  signal.removeEventListener("abort", giveUp);
  return first;
}

function unknownServer(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const hint = near === undefined ? `add it to jamjet.toml: [[mcp.servers]] name = "${name}"` : `did you mean '${near}'?`;
  return `no MCP server is called '${name}': ${hint}`;
}
