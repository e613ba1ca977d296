import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createTools } from "../../../runtime/adapters/mcp.ts";
import { parseProject } from "../../../runtime/adapters/project.ts";
import type { Tools } from "../../../runtime/ports.ts";
import { patience, until } from "../../support/signals.ts";

/** What a server does with a POST, instead of what it should. */
type Misdeed = (request: IncomingMessage, response: ServerResponse, body: { readonly id?: number; readonly method: string }) => boolean;

let server: Server;
let port = 0;
let connections = 0;
let heard: string[] = [];
let misdeed: Misdeed = () => false;
const opened: Tools[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const body = text === "" ? { method: request.method ?? "" } : (JSON.parse(text) as { readonly id?: number; readonly method: string });
    heard.push(body.method);
    if (request.method === "GET") return void response.writeHead(405).end();
    if (misdeed(request, response, body)) return;
    const mcp = new McpServer({ name: "remote", version: "1.0.0" });
    mcp.registerTool("whoami", { inputSchema: {} }, () => ({ content: [{ type: "text", text: `${request.headers.authorization ?? "nobody"} ${request.headers["x-team"] ?? "-"}` }] }));
    // A session of one request: what a stateless server does.
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    await mcp.connect(transport as Parameters<typeof mcp.connect>[0]);
    await transport.handleRequest(request, response, text === "" ? undefined : body);
  }).on("connection", () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterEach(async () => {
  misdeed = () => false;
  heard = [];
  await Promise.all(opened.splice(0).map((tools) => tools.close()));
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function tools(allow: readonly string[] = ["localhost"], path = "/mcp"): Tools {
  const toml = `[[mcp.servers]]\nname = "remote"\nurl = "http://localhost:${port}${path}"\nauth = { bearer = "\${TOKEN}" }\nheaders = { X-Team = "\${TEAM_KEY}" }\n[network]\nallow = ${JSON.stringify(allow)}\n`;
  const { project, problems } = parseProject(toml, "/jamjet.toml");
  expect(problems).toEqual([]);
  const env: { readonly [name: string]: string } = { TOKEN: "s3cret-token", TEAM_KEY: "s3cret-team" };
  const made = createTools(project, (name) => env[name]);
  opened.push(made);
  return made;
}

async function check(from: Tools, signal = patience()): Promise<unknown> {
  const answer = await from.call({ site: { node: "n", visit: 1, attempt: 1 }, server: "remote", tool: "whoami", arguments: {}, idempotencyKey: "k" }, signal);
  return answer.ok ? answer.value : `${answer.failure.code}: ${answer.failure.message}`;
}

const whoami = { content: [{ type: "text", text: "Bearer s3cret-token s3cret-team" }] };

it("calls a tool of a server over streamable HTTP, with its token and headers", async () => {
  expect(await check(tools())).toEqual(whoami);
  expect(await tools().list("remote", patience())).toMatchObject({ ok: true, value: [{ name: "whoami", inputSchema: { type: "object" } }] });
});

it("connects to no private address that is not listed", async () => {
  const before = connections;
  expect(await check(tools([]))).toBe("guard_refused: the MCP server 'remote': 'localhost' is a private, local or reserved address; add it to [network] allow in jamjet.toml if requests may go there");
  expect(connections).toBe(before);
});

it("tells a server that refuses from one that is busy, and repeats no secret that it quotes", async () => {
  misdeed = (request, response) => Boolean(response.writeHead(503).end(String(request.headers.authorization)));
  expect(await check(tools())).toMatch(/^server_error: the MCP server 'remote' answered 503: .*Bearer \*\*\*$/);
  misdeed = (request, response) => Boolean(response.writeHead(403).end(String(request.headers["x-team"])));
  expect(await check(tools())).toMatch(/^http_status: the MCP server 'remote' answered 403: .*\*\*\*$/);
});

it("follows no redirect to another origin, and sends it nothing", async () => {
  const before = connections;
  misdeed = (_, response) => Boolean(response.writeHead(307, { location: `http://127.0.0.1:${port}/elsewhere` }).end());
  expect(await check(tools(["localhost", "127.0.0.1"]))).toMatch(/^http_status|^tool_error/);
  expect(connections).toBe(before + 1);
  misdeed = (request, response) => request.url === "/mcp" && Boolean(response.writeHead(307, { location: "/mcp/" }).end());
  expect(await check(tools())).toEqual(whoami);
});

it("introduces itself anew to a server that has forgotten it, and asks again", async () => {
  const from = tools();
  expect(await check(from)).toEqual(whoami);
  let forgot = 0;
  misdeed = (_, response, { method }) => method === "tools/call" && forgot++ === 0 && Boolean(response.writeHead(404).end());
  expect(await check(from)).toEqual(whoami);
  expect(heard.filter((method) => method === "initialize" || method === "tools/call")).toEqual(["initialize", "tools/call", "tools/call", "initialize", "tools/call"]);
  misdeed = (_, response, { method }) => method === "tools/call" && Boolean(response.writeHead(404).end());
  expect(await check(from)).toBe("connection_reset: the MCP server 'remote' has forgotten us");
});

it("ends an answer that has no end", async () => {
  const flood = (type: string): Misdeed => (_, response, { method }) => {
    if (method !== "tools/call") return false;
    response.writeHead(200, { "content-type": type });
    const chunk = Buffer.alloc(1_048_576, " ");
    const more = (): void => void (response.destroyed || response.write(chunk, more));
    more();
    return true;
  };
  for (const type of ["application/json", "text/event-stream"]) {
    misdeed = flood(type);
    expect(await check(tools())).toBe("output_limit: the MCP server 'remote' ended in the middle of 'whoami': it wrote more than 32 MiB in one answer");
  }
});

it("waits for no answer from a stream that has ended", async () => {
  const from = tools();
  misdeed = (_, response, { method }) => method === "tools/call" && Boolean(response.writeHead(200, { "content-type": "text/event-stream" }).end(": nothing\n\n"));
  expect(await check(from)).toBe("connection_reset: the MCP server 'remote' ended in the middle of 'whoami': it broke off its answer");
  misdeed = (_, response, { id, method }) => method === "tools/call" && Boolean(response.writeHead(200, { "content-type": "text/event-stream" }).end(`event: message\ndata: ${JSON.stringify({ jsonrpc: "2.0", id, result: { content: [] } })}\n\n`));
  expect(await check(from)).toEqual({ content: [] });
});

it("lets go of a server that answers nothing any more, and reaches it anew", async () => {
  const from = tools();
  const controller = new AbortController();
  let hung = 0;
  misdeed = (_, __, { method }) => (method === "tools/call" || method === "ping") && (hung += 1) > 0;
  const pending = check(from, controller.signal);
  await until(() => hung === 1);
  controller.abort();
  expect(await pending).toBe("cancelled: the call was cancelled");
  // The call after it waits with the stuck connection, which ends with the ping.
  const next = check(from);
  await until(() => hung === 3);
  misdeed = () => false;
  expect(await next).toMatch(/^connection_reset/);
  expect(await check(from)).toEqual(whoami);
});
