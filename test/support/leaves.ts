// Starts an MCP server, says its pid, and leaves without closing anything.
import { createTools } from "../../runtime/adapters/mcp.ts";
import { parseProject } from "../../runtime/adapters/project.ts";

const { project } = parseProject('[[mcp.servers]]\nname = "ours"\ncommand = "node"\nargs = ["test/support/mcp-server.mjs"]\n', `${process.cwd()}/jamjet.toml`);
const tools = createTools(project, (name) => process.env[name]);
const call = { site: { node: "n", visit: 1, attempt: 1 }, server: "ours", tool: "pid", arguments: {}, idempotencyKey: "k" };
const answer = await tools.call(call, new AbortController().signal);
process.stdout.write(answer.ok ? JSON.stringify(answer.value.content[0]) : answer.failure.message, () => process.exit(0));
