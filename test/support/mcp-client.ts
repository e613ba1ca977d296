import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { ListRootsRequestSchema, type CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { afterAll } from "vitest";
import { builtExecutable } from "./build.ts";

/** What a tool answered: the texts that a model reads, and the data, which the client has held against the tool's schema. */
export interface Called {
  readonly failed: boolean;
  readonly text: string;
  readonly data: { readonly [key: string]: unknown } | undefined;
}

export interface Agent {
  readonly client: Client;
  readonly call: (tool: string, args?: { readonly [name: string]: unknown }) => Promise<Called>;
}

const env = { PATH: process.env["PATH"] ?? "", XDG_CACHE_HOME: join(tmpdir(), "jamjet-test-cache") };

/** The built server in a folder, with the SDK's client at its other end; both are gone when the test file ends. */
export async function agentIn(folder: string, { words = [], roots }: { readonly words?: readonly string[]; readonly roots?: () => readonly string[] } = {}): Promise<Agent> {
  const client = new Client({ name: "test", version: "1.0.0" }, { capabilities: roots === undefined ? {} : { roots: { listChanged: true } } });
  if (roots !== undefined) client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: roots().map((uri) => ({ uri })) }));
  afterAll(() => client.close());
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [builtExecutable(), "mcp", ...words], cwd: folder, env: { ...env, HOME: folder } }));
  // Lists the tools, by which the client knows the schemas of their answers.
  await client.listTools();
  return {
    client,
    async call(tool, args = {}) {
      // Without a schema of its own, the client gives results as the protocol declares them.
      const { isError, content, structuredContent } = (await client.callTool({ name: tool, arguments: { ...args } })) as CallToolResult;
      return { failed: isError === true, text: content.map((item) => (item.type === "text" ? item.text : "")).join("\n"), data: structuredContent };
    },
  };
}

export interface Wire {
  readonly send: (text: string | Uint8Array) => void;
  /** The next message. */
  readonly next: () => Promise<{ readonly [key: string]: unknown }>;
  /** Ends the input; gives the exit code, and whatever came on standard output beyond messages that were asked for. */
  readonly end: () => Promise<{ readonly code: number | null; readonly rest: readonly string[]; readonly err: string }>;
}

/** The built server in a folder, with nothing but its streams. */
export function wireTo(folder: string): Wire {
  const child = spawn(process.execPath, [builtExecutable(), "mcp"], { cwd: folder, env: { ...env, HOME: folder } });
  afterAll(() => child.kill("SIGKILL"));
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const closed = new Promise<number | null>((done) => child.once("close", done));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    send: (text) => child.stdin.write(text),
    next: async () => {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`the server is gone: ${err}`);
      return JSON.parse(value) as { readonly [key: string]: unknown };
    },
    end: async () => {
      child.stdin.end();
      const rest: string[] = [];
      for (let line = await lines.next(); line.done !== true; line = await lines.next()) rest.push(line.value);
      return { code: await closed, rest, err };
    },
  };
}

/** A request as a line. */
export function request(id: number, method: string, params: object = {}): string {
  return `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
}

/** What every session begins with. */
export const greeting = request(0, "initialize", { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "test", version: "1.0.0" } });
