import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTools } from "../../../runtime/adapters/mcp.ts";
import { parseProject } from "../../../runtime/adapters/project.ts";
import { patience } from "../../support/signals.ts";

let server: Server;
let port = 0;
let connections = 0;
let status = 200;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (status !== 200) {
      response.writeHead(status).end("no");
      return;
    }
    const mcp = new McpServer({ name: "remote", version: "1.0.0" });
    mcp.registerTool("whoami", { inputSchema: {} }, () => ({ content: [{ type: "text", text: request.headers.authorization ?? "nobody" }] }));
    // A session of one request: what a stateless server does.
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    await mcp.connect(transport as Parameters<typeof mcp.connect>[0]);
    await transport.handleRequest(request, response);
  }).on("connection", () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function check(allow: readonly string[], path = "/mcp"): Promise<unknown> {
  const toml = `[[mcp.servers]]\nname = "remote"\nurl = "http://localhost:${port}${path}"\nauth = { bearer = "\${TOKEN}" }\n[network]\nallow = ${JSON.stringify(allow)}\n`;
  const { project, problems } = parseProject(toml, "/jamjet.toml");
  expect(problems).toEqual([]);
  const tools = createTools(project, (name) => (name === "TOKEN" ? "s3cret-token" : undefined));
  const answer = await tools.call({ site: { node: "n", visit: 1, attempt: 1 }, server: "remote", tool: "whoami", arguments: {}, idempotencyKey: "k" }, patience());
  await tools.close();
  return answer.ok ? answer.value : `${answer.failure.code}: ${answer.failure.message}`;
}

it("calls a tool of a server over streamable HTTP, with its token", async () => {
  expect(await check(["localhost"])).toEqual({ content: [{ type: "text", text: "Bearer s3cret-token" }] });
});

it("connects to no private address that is not listed", async () => {
  const before = connections;
  expect(await check([])).toBe("guard_refused: the MCP server 'remote': 'localhost' is a private, local or reserved address; add it to [network] allow in jamjet.toml if requests may go there");
  expect(connections).toBe(before);
});

it("tells a server that refuses from one that is busy", async () => {
  status = 503;
  expect(await check(["localhost"])).toMatch(/^server_error: the MCP server 'remote' answered 503/);
  status = 403;
  expect(await check(["localhost"])).toMatch(/^http_status: the MCP server 'remote' answered 403/);
  status = 200;
});
