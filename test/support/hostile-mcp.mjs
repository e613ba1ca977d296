// An MCP server without an SDK, so that it can break every rule. Its first argument says which. Plain JavaScript: it runs
// as a child process.
const [way] = process.argv.slice(2);
const write = (text) => process.stdout.write(text);
const say = (message) => write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
const tool = (name, more = {}) => ({ name, description: `does ${name}`, inputSchema: { type: "object" }, ...more });
const many = (count) => Array.from({ length: count }, () => ({ type: "text", text: "x" }));
const nested = (depth) => (depth === 0 ? {} : { properties: { a: nested(depth - 1) } });

if (way === "stubborn") {
  // Neither a closed input nor a polite signal ends it.
  process.on("SIGTERM", () => {});
  setInterval(() => {}, 1_000);
}
if (way === "noisy") write("\u001b[2J\u0007starting\n{ half\n\ufeff\n");

const painted = "\u001b[2J\u001b]0;title\u0007 red\u202eder \u0000 end";
const lists = {
  painted: [tool("paint", { description: painted }), tool(painted)],
  odd: [tool("fine"), tool("__proto__"), tool(""), tool("x".repeat(10_000)), tool("a\nb"), tool("mcp__x__y"), tool("../up"), tool("FINE"), tool("zero\u200bwidth"), { inputSchema: {} }, "text"],
  schemas: [
    tool("remote", { inputSchema: { $ref: "http://127.0.0.1:1/schema" } }),
    tool("huge", { inputSchema: { type: "object", description: "x".repeat(300_000) } }),
    tool("deep", { inputSchema: nested(40) }),
    tool("round", { inputSchema: { $defs: { a: { $ref: "#/$defs/b" }, b: { items: { $ref: "#/$defs/a" } } }, $ref: "#/$defs/a" } }),
    tool("slow", { inputSchema: { properties: { q: { pattern: "^(a+)+$" } } } }),
    tool("fine", { inputSchema: { properties: { q: { pattern: "^[a-z]+(-[a-z]+)*$" }, of: { $ref: "#/$defs/a" } }, $defs: { a: { type: "string" } } } }),
  ],
};

const calls = {
  odd: (id) => {
    // Answers to nobody, before and after the one that counts, and the one that counts twice.
    say({ id: 999, result: { content: [{ type: "text", text: "for another" }] } });
    say({ id: null, result: { content: [{ type: "text", text: "for nobody" }] } });
    say({ id, result: { content: [{ type: "text", text: "first" }] } });
    say({ id, result: { content: [{ type: "text", text: "second" }] } });
  },
  many: (id) => say({ id, result: { content: many(10_000) } }),
  chatty: (id) => {
    for (let count = 0; count < 20_000; count += 1) say({ method: "notifications/message", params: { level: "info", data: count } });
    process.stderr.write("log line\n".repeat(100_000));
    say({ id, result: { content: [{ type: "text", text: "done" }] } });
  },
  garbled: (id) => {
    process.stdout.write(Buffer.from([0xff, 0xfe, 0x00, 0x0a]));
    say({ id, result: { content: [{ type: "text", text: "done" }] } });
  },
  painted: (id, name) => say({ id, result: { isError: name === "fail", content: [{ type: "text", text: painted }, { type: "resource_link", uri: painted, name: "x" }] } }),
  wrong: (id) => say({ id, result: { content: "text" } }),
};

const answer = ({ id, method, params }) => {
  if (id === undefined || way === "mute") return;
  if (method === "initialize") return say({ id, result: { protocolVersion: way === "future" ? "2099-01-01" : params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: way, version: "1" } } });
  if (method === "tools/list" && way === "pages") return say({ id, result: { tools: [tool(`t${params?.cursor ?? 0}`)], nextCursor: String(Number(params?.cursor ?? 0) + 1) } });
  if (method === "tools/list") return say({ id, result: { tools: lists[way] ?? [tool("go")] } });
  if (method === "tools/call" && params.name === "pid") return say({ id, result: { content: [{ type: "text", text: String(process.pid) }] } });
  if (method === "tools/call" && way !== "noisy") return calls[way]?.(id, params.name);
  say({ id, result: method === "tools/call" ? { content: [{ type: "text", text: "done" }] } : {} });
};

let held = "";
process.stdin.setEncoding("utf8").on("data", (text) => {
  const lines = (held + text).split("\n");
  held = lines.pop();
  for (const line of lines) answer(JSON.parse(line));
});
