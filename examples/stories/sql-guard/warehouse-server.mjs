// An MCP server over a small database of sales: `node warehouse-server.mjs`. It opens SQLite, fills it, and lets nobody write.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const sales = [
  ["2026-03-02", "north", "lamp", 1190.5],
  ["2026-03-02", "south", "lamp", 820],
  ["2026-03-03", "north", "bulb", 96.4],
  ["2026-03-04", "south", "shade", 410.25],
  ["2026-03-05", "north", "lamp", 655],
];

/** The SQLite that this Node has: its own, or the one that JamJet brings. */
async function open() {
  try {
    return new (await import("node:sqlite")).DatabaseSync(":memory:");
  } catch {
    return new (await import("better-sqlite3")).default(":memory:");
  }
}

const database = await open();
database.exec("CREATE TABLE sales (day TEXT, region TEXT, product TEXT, amount REAL)");
const insert = database.prepare("INSERT INTO sales VALUES (?, ?, ?, ?)");
for (const row of sales) insert.run(...row);
database.exec("PRAGMA query_only = ON");

const text = (value) => ({ content: [{ type: "text", text: value }] });
const server = new McpServer({ name: "warehouse", version: "1.0.0" });

server.registerTool("query", { description: "Runs one SELECT and gives its rows.", inputSchema: { sql: z.string() }, annotations: { readOnlyHint: true } }, ({ sql }) => {
  try {
    return text(JSON.stringify(database.prepare(sql).all()));
  } catch (error) {
    return { isError: true, ...text(String(error.message)) };
  }
});

server.registerTool("execute", { description: "Runs any statement. The policy of the workflow blocks it.", inputSchema: { sql: z.string() }, annotations: { destructiveHint: true } }, ({ sql }) => {
  database.exec(sql);
  return text("done");
});

server.registerTool(
  "export",
  { description: "Hands rows to the reporting system.", inputSchema: { rows: z.array(z.record(z.string(), z.unknown())), note: z.string() }, annotations: { idempotentHint: true } },
  ({ rows }) => text(`sales-${rows.length}-rows.csv`),
);

await server.connect(new StdioServerTransport());
