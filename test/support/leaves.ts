// Starts an MCP server, says its pid, and leaves without closing anything; with the word 'stay', waits to be killed.
import { createTools } from "../../runtime/adapters/mcp.ts";
import { parseProject } from "../../runtime/adapters/project.ts";

const [stay] = process.argv.slice(2);
const args = stay === "stay" ? `["test/support/hostile-mcp.mjs", "stubborn"]` : `["test/support/mcp-server.mjs"]`;
const { project } = parseProject(`[[mcp.servers]]\nname = "ours"\ncommand = "node"\nargs = ${args}\n`, `${process.cwd()}/jamjet.toml`);
const tools = createTools(project, (name) => process.env[name]);
const call = { site: { node: "n", visit: 1, attempt: 1 }, server: "ours", tool: "pid", arguments: {}, idempotencyKey: "k" };
const answer = await tools.call(call, new AbortController().signal);
process.stdout.write(`${answer.ok ? JSON.stringify(answer.value.content[0]) : answer.failure.message}\n`, () => {
  if (stay !== "stay") process.exit(0);
});
