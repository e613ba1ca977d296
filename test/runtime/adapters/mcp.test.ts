import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { execFile, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, afterEach, expect, it } from "vitest";
import type { JsonObject } from "../../../schemas/json.ts";
import { failure } from "../../../schemas/failure.ts";
import { createTools } from "../../../runtime/adapters/mcp.ts";
import { callFailure } from "../../../runtime/adapters/mcp-failure.ts";
import { parseProject } from "../../../runtime/adapters/project.ts";
import type { Outcome, ToolAnswer, Tools } from "../../../runtime/ports.ts";
import { isAlive, patience, until } from "../../support/signals.ts";

const require = createRequire(import.meta.url);
const entry = (name: string): string => join(require.resolve(`@modelcontextprotocol/server-${name}/package.json`), "..", "dist", "index.js");
const root = realpathSync(mkdtempSync(join(tmpdir(), "jamjet-mcp-")));
const env: { readonly [name: string]: string | undefined } = { PATH: process.env["PATH"], TOKEN: "s3cret-token", OTHER: "not for children" };
const toml = `
[[mcp.servers]]
name = "ours"
command = "node"
args = ["${resolve("test/support/mcp-server.mjs")}"]
env = { TOKEN = "\${TOKEN}" }
[[mcp.servers]]
name = "everything"
command = "node"
args = ["${entry("everything")}"]
[[mcp.servers]]
name = "files"
command = "node"
args = ["${entry("filesystem")}", "${root}"]
[[mcp.servers]]
name = "absent"
command = "no-such-program"
[[mcp.servers]]
name = "broken"
command = "node"
args = ["-e", "console.error('no config'); process.exit(7)"]
[[mcp.servers]]
name = "lost"
command = "node"
args = ["no-such-module.mjs"]
[[mcp.servers]]
name = "keyless"
command = "node"
env = { KEY = "\${UNSET_KEY}" }
`;

let marks = 0;
const opened: Tools[] = [];
afterAll(() => rmSync(root, { recursive: true }));
afterEach(async () => {
  await Promise.all(opened.splice(0).map((tools) => tools.close()));
});

function tools(): Tools {
  const { project, problems } = parseProject(toml, join(root, "jamjet.toml"));
  expect(problems).toEqual([]);
  const made = createTools(project, (name) => env[name]);
  opened.push(made);
  return made;
}

function call(from: Tools, server: string, tool: string, args: JsonObject = {}, signal = patience()): Promise<Outcome<ToolAnswer>> {
  return from.call({ site: { node: "n", visit: 1, attempt: 1 }, server, tool, arguments: args, idempotencyKey: "key-1" }, signal);
}

async function check(server: string, tool: string, args: JsonObject = {}): Promise<unknown> {
  const answer = await call(tools(), server, tool, args);
  return answer.ok ? answer.value : `${answer.failure.code}${answer.failure.retryable ? "" : "!"}: ${answer.failure.message}`;
}

async function said(from: Tools, tool: string): Promise<string> {
  const answer = await call(from, "ours", tool);
  const item = answer.ok ? (answer.value.content[0] as JsonObject) : {};
  return String(item["text"]);
}

/** A call that the server has begun and will not end. */
async function begin(from: Tools, tool: "hang" | "wedge"): Promise<{ readonly pending: ReturnType<typeof call>; readonly controller: AbortController }> {
  const controller = new AbortController();
  const mark = join(root, `${tool}-${marks++}`);
  const pending = call(from, "ours", tool, { mark }, controller.signal);
  await until(() => existsSync(mark));
  return { pending, controller };
}

it("calls the tools of the public reference servers", async () => {
  expect(await check("everything", "echo", { message: "hello" })).toEqual({ content: [{ type: "text", text: "Echo: hello" }] });
  expect(await check("everything", "get-structured-content", { location: "Chicago" })).toMatchObject({ structured: { temperature: 36, conditions: "Light rain / drizzle" } });
  writeFileSync(join(root, "note.txt"), "remember the milk");
  expect(await check("files", "read_text_file", { path: join(root, "note.txt") })).toMatchObject({ content: [{ type: "text", text: "remember the milk" }] });
});

it("takes a tool's own failure for a tool error", async () => {
  expect(await check("files", "read_text_file", { path: "/etc/passwd" })).toMatch(/^tool_error: 'read_text_file' of 'files' failed: Access denied - path outside allowed directories: \/etc\/passwd/);
});

it("does not try again where there is no such tool, or it does not take such arguments", async () => {
  expect(await check("everything", "no-such-tool")).toMatch(/^tool_error!: 'no-such-tool'.*no-such-tool/);
  expect(await check("ours", "hang", { mark: 5 })).toMatch(/^tool_error!: 'hang' of 'ours' failed: MCP error -32602: /);
  const call = { site: { node: "n", visit: 1, attempt: 1 }, server: "s", tool: "t", arguments: {}, idempotencyKey: "k" };
  const refused = (code: number): boolean => callFailure(Object.assign(new Error("no"), { code }), call, { ended: () => undefined, lastWords: () => "", kill: () => {} }, (text) => text).retryable;
  expect([-32_601, -32_602, -32_603].map(refused)).toEqual([false, false, true]);
});

it("tells of a server's last words those that say what happened", () => {
  const call = { site: { node: "n", visit: 1, attempt: 1 }, server: "s", tool: "t", arguments: {}, idempotencyKey: "k" };
  const told = (words: string): string => callFailure(new Error("closed"), call, { ended: () => ({ why: "exited", code: 1, signal: null }), lastWords: () => words, kill: () => {} }, (text) => text).message.replace(/^.*last words: /, "");
  expect(told("npm error code E404\nnpm error 404 Not Found - GET https://r/x\nnpm error 404\nnpm error A complete log of this run can be found in: /l\n")).toBe("npm error 404 Not Found - GET https://r/x");
  expect(told("docker: Error response from daemon: pull access denied\n\nRun 'docker run --help' for more information\n")).toBe("docker: Error response from daemon: pull access denied");
  expect(told("Error: no config\n    at main (x.js:1:2)\n\nNode.js v20.19.0\n")).toBe("Error: no config");
  expect(told("cannot find it\nso I go\n")).toBe("so I go");
});

it("names the idempotency key in _meta", async () => {
  expect(JSON.parse(await said(tools(), "meta"))).toMatchObject({ "jamjet/idempotency-key": "key-1" });
});

it("gives a server its own variables and the few that every program needs, in the project's folder", async () => {
  const from = tools();
  expect(JSON.parse(await said(from, "env"))).toEqual(["PATH", "TOKEN"]);
  expect(await said(from, "cwd")).toBe(root);
});

it("never repeats a secret, neither of a tool's words nor of a server's last ones", async () => {
  expect(await check("ours", "leak")).toBe("tool_error: 'leak' of 'ours' failed: bad token ***");
  expect(await check("ours", "die")).toBe("connection_reset: the MCP server 'ours' ended in the middle of 'die' (exit code 3); its last words: out of luck, ***");
});

it("starts a server with its first call, keeps it, and starts it again after it died", async () => {
  const from = tools();
  const first = await said(from, "pid");
  expect(await said(from, "pid")).toBe(first);
  const { pending } = await begin(from, "hang");
  process.kill(Number(first), "SIGKILL");
  expect(await pending).toMatchObject({ ok: false, failure: { code: "connection_reset", message: "the MCP server 'ours' ended in the middle of 'hang' (killed by SIGKILL)" } });
  expect(Number(await said(from, "pid"))).toBeGreaterThan(0);
  expect(await said(from, "pid")).not.toBe(first);
});

it("lets go of a hung call when its signal says so, and the server goes on", async () => {
  const from = tools();
  const pid = await said(from, "pid");
  const { pending, controller } = await begin(from, "hang");
  controller.abort(failure("timeout", "the attempt took longer than 1s"));
  expect(await pending).toEqual({ ok: false, failure: failure("timeout", "the attempt took longer than 1s") });
  expect(await said(from, "pid")).toBe(pid);
});

it("kills a server that is stuck for good, and starts it anew", async () => {
  const from = tools();
  const pid = await said(from, "pid");
  const { pending, controller } = await begin(from, "wedge");
  controller.abort(failure("timeout", "too slow"));
  expect(await pending).toMatchObject({ failure: { code: "timeout" } });
  expect(await call(from, "ours", "pid")).toMatchObject({ failure: { code: "connection_reset" } });
  expect(await said(from, "pid")).not.toBe(pid);
});

it("ends a server that writes without end", async () => {
  expect(await check("ours", "flood")).toBe("output_limit!: the MCP server 'ours' ended in the middle of 'flood': it wrote more than 32 MiB without an end of line");
});

it("passes over chatter on standard output", async () => {
  expect(await check("ours", "chatter")).toEqual({ content: [{ type: "text", text: "quiet now" }] });
});

it("leaves no process behind, not even one that a server started", async () => {
  const from = tools();
  const pids = [Number(await said(from, "pid")), Number(await said(from, "brood"))];
  expect(pids.map(isAlive)).toEqual([true, true]);
  await from.close();
  await until(() => !pids.some(isAlive));
});

it("takes its servers along when our process ends without a word", async () => {
  const { stdout } = await promisify(execFile)("node", ["cli/dev/run.mjs", "test/support/leaves.ts"]);
  const { text } = JSON.parse(stdout) as { readonly text: string };
  await until(() => !isAlive(Number(text)));
});

it("takes its servers along when our process is killed, even one that lets nothing end it", async () => {
  const child = spawn("node", ["cli/dev/run.mjs", "test/support/leaves.ts", "stay"], { stdio: ["ignore", "pipe", "inherit"], detached: true });
  const line = await new Promise<string>((said) => createInterface(child.stdout).once("line", said));
  const pid = Number((JSON.parse(line) as { readonly text: string }).text);
  expect(isAlive(pid)).toBe(true);
  process.kill(-(child.pid ?? 0), "SIGKILL");
  rmSync(`dist/dev/leaves-${child.pid}.mjs`);
  await until(() => !isAlive(pid));
});

it("says why a server cannot be used", async () => {
  expect(await check("our", "pid")).toBe("not_configured!: no MCP server is called 'our': did you mean 'ours'?");
  expect(await check("search", "pid")).toBe(`not_configured!: no MCP server is called 'search': add it to jamjet.toml: [[mcp.servers]] name = "search"`);
  expect(await check("absent", "pid")).toBe("io_error!: the MCP server 'absent' cannot be started: there is no program 'no-such-program'");
  expect(await check("broken", "pid")).toBe("connection_reset: the MCP server 'broken' ended before it was ready (exit code 7); its last words: no config");
  expect(await check("lost", "pid")).toMatch(/^connection_reset: the MCP server 'lost' ended before it was ready \(exit code 1\); its last words: Error: Cannot find module '[^'\n]*no-such-module\.mjs'$/);
  expect(await check("keyless", "pid")).toBe("missing_secret!: the environment variable UNSET_KEY is not set, and the MCP server 'keyless' needs it");
});

it("passes structured data on", async () => {
  expect(await check("ours", "structured", { value: [1, 2] })).toEqual({ content: [], structured: { result: [1, 2] } });
});
