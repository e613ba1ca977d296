import { failure } from "../../schemas/failure.ts";
import { nearest } from "../../schemas/nearest.ts";
import type { Env, Outcome, Tools } from "../ports.ts";
import { abortFailure } from "../ports.ts";
import type { Project } from "../project/project.ts";
import type { McpConnection, Server } from "./mcp-connection.ts";
import { connectMcp } from "./mcp-connection.ts";
import type { StdioTransport } from "./stdio-transport.ts";

/**
 * Tools of the project's MCP servers. A server is started with its first call and kept for the life of this object; one
 * that died is started again by the next call. Nothing it starts outlives us.
 */
export function createTools(project: Project, env: Env): Tools {
  const servers = new Map((project.settings.mcp?.servers ?? []).map((server) => [server.name, server]));
  const connections = new Map<string, Promise<Outcome<McpConnection>>>();
  const children = new Set<StdioTransport>();
  const killAll = (): void => {
    for (const child of children) child.kill();
  };

  const begin = (server: Server): Promise<Outcome<McpConnection>> => {
    if (connections.size === 0) process.once("exit", killAll);
    const connecting = connectMcp(server, { project, env, children, onClosed: () => forget() });
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

  return {
    call: async (call, signal) => {
      const server = servers.get(call.server);
      if (server === undefined) return { ok: false, failure: failure("not_configured", unknownServer(call.server, [...servers.keys()])) };
      const connecting = connections.get(server.name) ?? begin(server);
      const connection = await unlessAborted(connecting, signal);
      return connection.ok ? connection.value.call(call, signal) : connection;
    },
    close: async () => {
      const open = await Promise.all(connections.values());
      await Promise.all(open.map((connection) => (connection.ok ? connection.value.close() : undefined)));
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
