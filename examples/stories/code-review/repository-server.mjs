// An MCP server over a folder of pull requests: `node repository-server.mjs <folder>`. Each is a folder with its facts, its
// changes, and the files as it leaves them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const folder = process.argv[2] ?? "pull-requests";
const text = (value) => ({ content: [{ type: "text", text: value }] });
const refuse = (why) => ({ isError: true, ...text(why) });

const factsOf = (number) => {
  const file = join(folder, String(number), "pull-request.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
};

const server = new McpServer({ name: "repository", version: "1.0.0" });
const number = z.number().int().min(1).describe("The number of the pull request");
const reading = { readOnlyHint: true, idempotentHint: true };

server.registerTool(
  "get_pull_request",
  {
    description: "The facts of a pull request: title, author, and the files it changes.",
    inputSchema: { number },
    outputSchema: { number: z.number().int(), title: z.string(), author: z.string(), files: z.array(z.string()) },
    annotations: reading,
  },
  ({ number }) => {
    const facts = factsOf(number);
    return facts === undefined ? refuse(`there is no pull request ${number}`) : { ...text(JSON.stringify(facts)), structuredContent: facts };
  },
);

server.registerTool("read_diff", { description: "The changes of a pull request, as a unified diff.", inputSchema: { number }, annotations: reading }, ({ number }) =>
  factsOf(number) === undefined ? refuse(`there is no pull request ${number}`) : text(readFileSync(join(folder, String(number), "changes.diff"), "utf8")),
);

server.registerTool(
  "read_file",
  { description: "A file as the pull request leaves it, with numbered lines.", inputSchema: { number, path: z.string().describe("One of the files it changes") }, annotations: reading },
  ({ number, path }) => {
    // Only what the pull request names is read: a path from a model leads nowhere else.
    if (factsOf(number)?.files.includes(path) !== true) return refuse(`pull request ${number} has no file '${path}'`);
    const lines = readFileSync(join(folder, String(number), "files", path), "utf8").trimEnd().split("\n");
    return text(lines.map((line, index) => `${index + 1}  ${line}`).join("\n"));
  },
);

server.registerTool(
  "post_review",
  {
    description: "Publishes a review.",
    inputSchema: { number, verdict: z.enum(["approve", "request_changes"]), comments: z.array(z.object({ file: z.string(), line: z.number().int().min(1), remark: z.string() })) },
    annotations: { idempotentHint: true },
  },
  ({ number, verdict, comments }) => text(`review of pull request ${number}: ${verdict}, ${comments.length} ${comments.length === 1 ? "comment" : "comments"}`),
);

await server.connect(new StdioServerTransport());
