import { resolve } from "node:path";
import { answer, refusal } from "../answer.ts";
import { command } from "../command.ts";
import { agentService } from "../mcp/service.ts";
import { ownVersion } from "../version.ts";

export const mcp = command({
  name: "mcp",
  summary: "serve coding agents: an MCP server over standard input and output; runs nothing, and reaches nothing",
  arguments: {},
  options: { root: { kind: "text", value: "folder", doc: "read documents in there alone; else in the client's roots, else in the current folder" } },
  exits: ["fine"],
  examples: ["jamjet mcp", "jamjet mcp --root ~/flows"],
  async run({ options, json }, io) {
    if (json) return refusal("standard output is where 'jamjet mcp' speaks to its client", "leave '--json' out");
    const root = options.root === undefined ? undefined : resolve(io.cwd, options.root);
    if (root !== undefined && io.kindOf(root) !== "folder") return refusal(`'${options.root}' is no folder`);
    const { serveMcp } = await import("../mcp/serve.ts");
    // Standard output belongs to the protocol: what any code of any package prints goes where people read.
    globalThis.console = new globalThis.console.Console(process.stderr);
    await serveMcp(agentService(io), { input: process.stdin, output: process.stdout, version: ownVersion(), cwd: io.cwd, root });
    return answer("fine", null, []);
  },
});
