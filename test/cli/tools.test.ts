import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";
import { page } from "../../cli/render/page.ts";
import { serverLines } from "../../cli/render/tools.ts";
import { wrap } from "../../cli/render/wrap.ts";
import type { JsonObject } from "../../schemas/json.ts";
import { builtExecutable } from "../support/build.ts";
import { jamjet as here } from "./fake-io.ts";

const executable = builtExecutable();
const folder = mkdtempSync(join(tmpdir(), "jamjet-tools-"));
const server = (name: string, way: string): string => `[[mcp.servers]]\nname = "${name}"\ncommand = "node"\nargs = ["${resolve("test/support/hostile-mcp.mjs")}", "${way}"]\n`;
writeFileSync(join(folder, "jamjet.toml"), [server("pages", "odd"), server("painted", "painted"), server("many", "many"), `[[mcp.servers]]\nname = "absent"\ncommand = "no-such-program"\n`].join(""));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function jamjet(words: readonly string[], columns = 80): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [executable, "tools", ...words], { cwd: folder, encoding: "utf8", input: "", env: { PATH: process.env["PATH"], HOME: folder, COLUMNS: String(columns) } });
  return { code: status, out: stdout, err: stderr };
}

const dangerous = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const search: JsonObject = { type: "object", required: ["query"], properties: { query: { type: "string" }, count: { type: "integer" }, kinds: { type: "array", items: { enum: ["a", "b"] } }, free: {} } };

function check(columns: number): readonly string[] {
  const tool = { name: "search", description: "Finds the passages that best answer a query, best first. Each is a text. There is more to say, and it is said here.", inputSchema: search };
  return page(serverLines({ server: "library", tools: [tool] }, columns, "short"), "never").split("\n").slice(0, -1);
}

it("shows what a tool takes and does, in wide and in narrow terminals", () => {
  expect(check(80)).toEqual([
    "library  1 tool",
    `  search(query: string, count?: integer, kinds?: "a"|"b"[], free?: anything)`,
    "    Finds the passages that best answer a query, best first. Each is a text.",
    "    There is more to say, and it is said here.",
  ]);
  expect(check(40)).toEqual([
    "library  1 tool", "  search(query: string, count?:", `      integer, kinds?: "a"|"b"[], free?:`, "      anything)", "    Finds the passages that best answer",
    "    a query, best first. Each is a text. …",
  ]);
});

it("breaks lines between words, and leaves a word that is longer than a line whole", () => {
  expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrap(" incomprehensibilities  ok ", 5)).toEqual(["incomprehensibilities", "ok"]);
  expect(wrap("日本 語", 4)).toEqual(["日本", "語"]);
  expect(wrap("", 5)).toEqual([]);
});

it("lists what every server offers, and says why one offers nothing", () => {
  const { code, out, err } = jamjet(["list"]);
  expect(code).toBe(1);
  expect(err).toBe("");
  expect(out).toContain("pages  10 tools\n  fine()\n    does fine\n");
  expect(out).toContain("  __proto__()\n    not usable: its name is reserved\n");
  expect(out).toContain("absent  io_error\n  the MCP server 'absent' cannot be started: there is no program\n  'no-such-program'\n");
  expect(JSON.parse(jamjet(["list", "many", "--json"]).out)).toEqual({ servers: [{ server: "many", tools: [{ name: "go", description: "does go", inputSchema: { type: "object" } }] }] });
});

it("calls a tool, and says why it does not", () => {
  expect(jamjet(["call", "pages", "fine", "--args", "{}"])).toEqual({ code: 0, out: "first\n", err: "" });
  expect(jamjet(["call", "many", "go"])).toMatchObject({ code: 1, out: "", err: "error: output_limit: 'go' of 'many' answered with more than 1000 items\n" });
  expect(jamjet(["call", "pages", "__proto__"])).toMatchObject({ code: 1, err: "error: '__proto__' of 'pages' is not called: its name is reserved\n" });
  expect(jamjet(["call", "pages", "fin"])).toMatchObject({ code: 2, err: "error: 'pages' has no tool 'fin'\nhelp: did you mean 'fine'?\n" });
  expect(JSON.parse(jamjet(["call", "absent", "x", "--json"]).out)).toMatchObject({ error: { code: "io_error" } });
});

it("shows nothing of a server's words that could steer a terminal", () => {
  for (const words of [["list", "painted"], ["call", "painted", "paint"], ["list", "painted", "--json"], ["call", "painted", "paint", "--json"]]) {
    const { code, out } = jamjet(words);
    expect(code, out).toBe(0);
    expect(out).not.toMatch(dangerous);
    expect(out).toMatch(/U\+001B|\\u001b/);
  }
});

it("names what is missing before it starts anything", async () => {
  expect(await here(["tools", "list"])).toMatchObject({ code: 2, err: expect.stringContaining("help: declare one: [[mcp.servers]]") });
  expect(await here(["tools", "call", "s", "t", "--args", "[1]"])).toMatchObject({ code: 2, err: `error: --args is no JSON object\nhelp: write --args '{"query": "…"}'\n` });
  expect(await here(["tools"])).toMatchObject({ code: 2, out: "", err: expect.stringContaining("Usage: jamjet tools") });
  expect(await here(["tools", "frob"])).toMatchObject({ code: 2, err: expect.stringContaining("unknown command 'frob'") });
  expect(jamjet(["list", "pags"])).toMatchObject({ code: 2, err: "error: no MCP server is called 'pags'\nhelp: did you mean 'pages'?\n" });
});
