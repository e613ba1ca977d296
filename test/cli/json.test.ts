import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, expect, it } from "vitest";
import { commands } from "../../cli/commands/index.ts";
import { answerSchema } from "../../cli/dev/answer-page.ts";
import { answers } from "../../cli/answers.ts";
import { builtExecutable } from "../support/build.ts";

const executable = builtExecutable();
const folder = mkdtempSync(join(tmpdir(), "jamjet-json-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ajv = new Ajv2020({ strict: false, allErrors: true });
const seen = new Set<string>();

/** Runs a command line and holds its answer against the declared shape of its command. */
function jamjet(...words: readonly string[]): { readonly code: number | null; readonly data: { readonly [key: string]: unknown } } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [executable, ...words, "--json"], { cwd: folder, encoding: "utf8", env: { PATH: process.env["PATH"], HOME: folder } });
  const data = JSON.parse(stdout === "" ? stderr : stdout) as { readonly [key: string]: unknown };
  const command = commands.find(({ name }) => `${words.join(" ")} `.startsWith(`${name} `))?.name ?? "";
  const fits = ajv.compile(answerSchema(command));
  expect({ words, wrong: fits(data) ? [] : fits.errors?.filter(({ keyword }) => keyword === "additionalProperties" || keyword === "type" || keyword === "required").map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`) }).toEqual({ words, wrong: [] });
  if (data["error"] === undefined || status === 0) seen.add(command);
  return { code: status, data };
}

const asking = `workflow:
  id: asking
  version: 1.0.0
  state_schema: {note: str}
  start: ask
nodes:
  ask: {type: human_approval, message: "fine?", approvers: [ana], timeout: 2h, on_timeout: refused, on_approved: fetch, on_rejected: refused}
  fetch: {type: http, url: "http://127.0.0.1:5009/", output_key: note, retry: {max_attempts: 2, delay_ms: 0}, on_error: refused, next: refused}
  refused: {type: end, status: failed}
`;

/** Takes connections, and never answers: whether a charge was made there, nobody knows. */
const silent = createServer();
afterAll(() => silent.close());

it("declares what every command answers, and answers nothing else", async () => {
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  writeFileSync(join(folder, "charging.yaml"), `workflow: {id: charging, version: 1.0.0, start: charge}
nodes:
  charge: {type: http, method: POST, url: "http://127.0.0.1:${(silent.address() as AddressInfo).port}/", effect: once, timeout: 300ms, next: end}
  end: {type: end}
`);
  expect(Object.keys(answers).sort()).toEqual(commands.map(({ name }) => name).sort());
  jamjet("init");
  writeFileSync(join(folder, "asking.yaml"), asking);
  writeFileSync(join(folder, "wrong.yaml"), asking.replace("start: ask", "start: aks"));
  writeFileSync(join(folder, "wrong-replies.yaml"), "- node: anser\n  text: a\n");
  const server = [process.execPath, join(import.meta.dirname, "../support/mcp-server.mjs")];
  writeFileSync(join(folder, "jamjet.toml"), `[[mcp.servers]]\nname = "works"\ncommand = "${server[0]}"\nargs = ["${server[1]}"]\n[[mcp.servers]]\nname = "gone"\ncommand = "no-such-program"\n[network]\nallow = ["127.0.0.1"]\n`);

  jamjet("fmt", "--check", "workflow.yaml");
  jamjet("migrate", "workflow.yaml");
  jamjet("diff", "workflow.yaml", "workflow.yaml");
  jamjet("validate", "workflow.yaml", "wrong.yaml", "none.yaml");
  jamjet("compile", "workflow.yaml");
  jamjet("compile", "workflow.yaml", "-o", "hello.json");
  jamjet("compile", "wrong.yaml");
  for (const file of ["workflow.yaml", "asking.yaml", "wrong.yaml", "none.yaml"]) jamjet("graph", file);
  jamjet("graph", "workflow.yaml", "-o", "hello.svg");
  jamjet("inputs", "workflow.yaml");
  jamjet("cost", "workflow.yaml");

  const input = '{"question": "What?"}';
  const done = jamjet("run", "workflow.yaml", "-i", input, "--replies", "replies.yaml");
  expect(done.code).toBe(0);
  jamjet("run", "workflow.yaml", "-i", input, "--replies", "wrong-replies.yaml");
  jamjet("run", "workflow.yaml");
  jamjet("run", "workflow.yaml", "-i", input);
  const left = jamjet("run", "asking.yaml", "--no-wait");
  const paused = jamjet("run", "asking.yaml");
  expect(paused).toMatchObject({ code: 4, data: { status: "paused", waits: [{ node: "ask", for: "approval" }] } });
  jamjet("work", "--once");
  jamjet("approvals");
  jamjet("inspect", String(paused.data["execution_id"]));
  jamjet("approve", String(paused.data["execution_id"]), "--decision", "approved", "--user", "ana", "--no-wait");
  const resumed = jamjet("resume", String(paused.data["execution_id"]));
  expect(resumed).toMatchObject({ code: 1, data: { cause: { node: "fetch" } } });
  const doubted = jamjet("run", "charging.yaml");
  expect(doubted).toMatchObject({ code: 4, data: { waits: [{ node: "charge", for: "resolution" }] } });
  jamjet("resolve", String(doubted.data["execution_id"]), "charge", "--fail");
  jamjet("cancel", String(left.data["execution_id"]));
  for (const { data } of [done, paused, left]) for (const command of ["inspect", "events", "replay"]) jamjet(command, String(data["execution_id"]));
  jamjet("inspect", String(resumed.data["execution_id"]), "--node", "fetch");
  jamjet("inspect", "exec_0");
  jamjet("ls");

  jamjet("lock");
  jamjet("lock", "works");
  writeFileSync(join(folder, "jamjet.lock"), '{"version": 1, "servers": {}}');
  jamjet("lock", "works", "--check");
  jamjet("tools", "list");
  jamjet("tools", "call", "works", "cwd");
  jamjet("tools", "call", "gone", "cwd");
  jamjet("explain", "JJ2001");
  jamjet("schema");
  jamjet("doctor");
  jamjet("doctor", "--online");
  jamjet("completion", "bash");
  expect(commands.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual(["lsp", "mcp"]);
}, 180_000);

it("refuses an answer with a member that is not declared, and one without a member that is", () => {
  const fits = ajv.compile(answerSchema("init"));
  expect(fits({ files: ["a"], next: "b" })).toBe(true);
  expect(fits({ files: ["a"], next: "b", more: 1 })).toBe(false);
  expect(fits({ files: ["a"] })).toBe(false);
  expect(fits({ error: { message: "no", help: "yes" } })).toBe(true);
  expect(fits({ error: { help: "yes" } })).toBe(false);
});
