import { resolve } from "node:path";
import { afterEach, expect, it } from "vitest";
import { createTools } from "../../../runtime/adapters/mcp.ts";
import { parseProject } from "../../../runtime/adapters/project.ts";
import type { Tools } from "../../../runtime/ports.ts";
import { patience } from "../../support/signals.ts";

const opened: Tools[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((tools) => tools.close()));
});

function tools(way: string): Tools {
  const toml = `[[mcp.servers]]\nname = "odd"\ncommand = "node"\nargs = ["${resolve("test/support/hostile-mcp.mjs")}", "${way}"]\n`;
  const made = createTools(parseProject(toml, resolve("jamjet.toml")).project, (name) => process.env[name], way === "mute" ? { initializeMs: 300 } : {});
  opened.push(made);
  return made;
}

async function check(way: string): Promise<unknown> {
  const answer = await tools(way).call({ site: { node: "n", visit: 1, attempt: 1 }, server: "odd", tool: "go", arguments: {}, idempotencyKey: "k" }, patience());
  return answer.ok ? answer.value.content.map((item) => (typeof item === "object" && item !== null && "text" in item ? item["text"] : item)) : `${answer.failure.code}: ${answer.failure.message}`;
}

async function listed(way: string): Promise<unknown> {
  const answer = await tools(way).list("odd", patience());
  return answer.ok ? answer.value.map(({ name, problem }) => `${name.slice(0, 12)}: ${problem ?? "fine"}`) : `${answer.failure.code}: ${answer.failure.message}`;
}

it("gives each call its own answer and no other, once", async () => {
  expect(await check("odd")).toEqual(["first"]);
});

it("passes over chatter, bytes that are no text and floods of what nobody asked for", async () => {
  expect(await check("noisy")).toEqual(["done"]);
  expect(await check("garbled")).toEqual(["done"]);
  expect(await check("chatty")).toEqual(["done"]);
});

it("takes no answer that is none, or that has no end", async () => {
  expect(await check("many")).toBe("output_limit: 'go' of 'odd' answered with more than 1000 items");
  expect(await check("wrong")).toMatch(/^tool_error: 'go' of 'odd' was refused: .*expected array, received string/);
  expect(await check("future")).toMatch(/^tool_error: the MCP server 'odd' cannot be used: Server's protocol version is not supported: 2099-01-01/);
  expect(await listed("pages")).toBe("output_limit: the MCP server 'odd' lists more than 2000 tools");
});

it("lists every tool, and says of those that nobody should use why not", async () => {
  const broken = "its name is not 1 to 128 letters, digits, '_', '-', '.' or '/'";
  expect(await listed("odd")).toEqual([
    "fine: fine", "__proto__: its name is reserved", ": it has no name", `xxxxxxxxxxxx: ${broken}`, `a\nb: ${broken}`, "mcp__x__y: its name is reserved", `../up: ${broken}`,
    "FINE: another tool of this server is called the same", `zero\u200bwidth: ${broken}`, ": it has no name",
  ]);
});

it("holds nothing against a schema that reaches out, never ends or costs more than it says", async () => {
  expect(await listed("schemas")).toEqual([
    "remote: its schema refers to another document", "huge: its schema is larger than 256 KiB", "deep: its schema is nested more than 32 deep", "round: its schema refers to itself",
    "slow: its schema cannot be used: the pattern '^(a+)+$' may take forever", "fine: fine",
  ]);
});

it("ends a server that does not introduce itself", async () => {
  expect(await check("mute")).toBe("timeout: the MCP server 'odd' did not introduce itself within 300ms");
});
