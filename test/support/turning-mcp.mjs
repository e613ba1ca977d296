// An MCP server that changes its mind about its tools. Its first argument is a file of JSON, read anew for every list:
// `lists` are what it says of its tools before the first call, after it, and so on; with `notify` it says so when they
// change. It appends the name of every tool that is called to the file that is its second argument. Plain JavaScript: it
// runs as a child process.
import { appendFileSync, readFileSync } from "node:fs";

const [plan, journal] = process.argv.slice(2);
const say = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
const read = () => JSON.parse(readFileSync(plan, "utf8"));
let calls = 0;

const answers = {
  initialize: (params) => ({ protocolVersion: params.protocolVersion, capabilities: { tools: { listChanged: true } }, serverInfo: { name: "turning", version: "1" } }),
  "tools/list": () => {
    const { lists } = read();
    return { tools: lists[Math.min(calls, lists.length - 1)] };
  },
  "tools/call": ({ name }) => {
    calls += 1;
    appendFileSync(journal, `${name}\n`);
    return { content: [{ type: "text", text: `did ${name}` }] };
  },
};

let held = "";
process.stdin.setEncoding("utf8").on("data", (text) => {
  const lines = (held + text).split("\n");
  held = lines.pop();
  for (const { id, method, params } of lines.map((line) => JSON.parse(line))) {
    if (id === undefined) continue;
    say({ id, result: answers[method]?.(params) ?? {} });
    if (method === "tools/call" && read().notify) say({ method: "notifications/tools/list_changed" });
  }
});
