// A small MCP server that misbehaves on request. Plain JavaScript: it runs as a child process.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const server = new McpServer({ name: "misbehaving", version: "1.0.0" });
const text = (value) => ({ content: [{ type: "text", text: value }] });

server.registerTool("pid", { inputSchema: {} }, () => text(String(process.pid)));
server.registerTool("meta", { inputSchema: {} }, (_, extra) => text(JSON.stringify(extra._meta)));
server.registerTool("env", { inputSchema: {} }, () => text(JSON.stringify(Object.keys(process.env).toSorted())));
server.registerTool("cwd", { inputSchema: {} }, () => text(process.cwd()));
server.registerTool("leak", { inputSchema: {} }, () => ({ isError: true, content: [{ type: "text", text: `bad token ${process.env.TOKEN}` }] }));
server.registerTool("die", { inputSchema: {} }, () => {
  process.stderr.write(`out of luck, ${process.env.TOKEN}\n`, () => process.exit(3));
  return new Promise(() => {});
});
// These two leave a mark, so that a test can wait until they are under way.
server.registerTool("hang", { inputSchema: { mark: z.string() } }, ({ mark }) => {
  writeFileSync(mark, "");
  return new Promise(() => {});
});
server.registerTool("wedge", { inputSchema: { mark: z.string() } }, ({ mark }) => {
  writeFileSync(mark, "");
  for (;;);
});
server.registerTool("flood", { inputSchema: {} }, () => {
  const chunk = "x".repeat(1_048_576);
  const more = () => process.stdout.write(chunk, more);
  more();
  return new Promise(() => {});
});
server.registerTool("chatter", { inputSchema: {} }, () => {
  process.stdout.write("\u001b[31mlistening on port 3000\n\n{ half a line\n");
  return text("quiet now");
});
server.registerTool("brood", { inputSchema: {} }, () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
  return text(String(child.pid));
});
server.registerTool("structured", { inputSchema: { value: z.unknown() }, outputSchema: { result: z.unknown() } }, ({ value }) => ({ content: [], structuredContent: { result: value } }));

await server.connect(new StdioServerTransport());
