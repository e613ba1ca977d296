import { activity } from "../node-spec.ts";
import { types } from "../type.ts";

export const tool = activity({
  kind: "tool",
  title: "Tool call (MCP)",
  since: "0.1.0",
  aliases: ["mcp_tool"],
  doc: "Calls a tool of an MCP server that `jamjet.toml` names.",
  fields: {
    server: { shape: "name", of: "server", doc: "The server, as named in `jamjet.toml`." },
    tool: { shape: "name", of: "tool", doc: "The tool, as the server names it." },
    arguments: { shape: "map", optional: true, aliases: ["input", "input_mapping"], of: { shape: "value", secrets: "allowed", sink: "arguments", doc: "An argument; one `{{ expr }}` alone keeps its type." }, doc: "The tool's arguments." },
    output_key: { shape: "stateKey", access: "write", optional: true, doc: "Where the result goes, shaped by the key's type." },
  },
  traits: { queue: "tool", durable: true, cost: "calls", effect: { otherwise: "idempotent" }, result: { type: types.any }, author: "service" },
});
