import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { compile } from "../../compiler/index.ts";
import { parseProject } from "../../runtime/adapters/project.ts";
import { createModels } from "../../runtime/adapters/models.ts";
import { createTools } from "../../runtime/adapters/mcp.ts";
import { localPorts, openRuntime, openSqliteStore } from "../../runtime/index.ts";
import { openFakeProvider, type FakeProvider } from "../support/fake-provider.ts";

const folder = mkdtempSync(join(tmpdir(), "jamjet-canaries-"));
const opened: FakeProvider[] = [];
afterEach(() => opened.splice(0).forEach((server) => server.close()));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const canaries = ["HEADER_TOKEN", "PATH_MARK", "QUERY_MARK", "BODY_TOKEN", "TOOL_TOKEN", "MODEL_PASS", "FAILED_MARK"];
/** Under names that say nothing: by what they look like, or by where they are sent, they are secrets all the same. */
const harmless: readonly [name: string, value: string][] = [
  ["SHOP_ACCOUNT", "canary7Zk3vQ9xT2mB7nR4wY8cH6"],
  ["SHOP_BASE", "postgres://shop:canary-base@db.internal/shop"],
  ["SHOP_LOGIN", "canary login"],
  ["SHOP_CALLER", "canary caller"],
  ["SHOP_ENTRY", "canary entry"],
];
const env = new Map([...canaries.map((name): [string, string] => [name, `canary/${name.toLowerCase()}+${name.length}"x`]), ...harmless]);

/** The bytes of the database and its log, and what the world was sent, after a run against servers that repeat all they hear. */
async function check(name: string, nodes: string, status: string): Promise<{ readonly bytes: string; readonly heard: string }> {
  const server = await openFakeProvider();
  opened.push(server);
  let heard = "";
  server.answerWith((request, response) => {
    const echo = { headers: request.headers, url: request.url, body: server.asked().body };
    heard += JSON.stringify(echo);
    const isModel = request.url === "/v1/chat/completions";
    const said = isModel ? { id: "1", object: "chat.completion", created: 1, model: "m", choices: [{ index: 0, message: { role: "assistant", content: heard }, finish_reason: "stop" }], usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } } : echo;
    response.writeHead(request.url?.startsWith("/fail") === true ? 404 : 200, { "content-type": "application/json" }).end(JSON.stringify(said));
  });
  const { project } = parseProject(`
[network]
allow = ["127.0.0.1"]
[[mcp.servers]]
name = "echo"
command = "node"
args = ["${resolve("test/support/mcp-server.mjs")}"]
[models.ours]
base_url = "${server.url}/v1"
api_key_env = "MODEL_PASS"
${["PATH_MARK", "QUERY_MARK", "FAILED_MARK"].map((name) => `[models.${name}]\nmodel = "m"\napi_key_env = "${name}"\n`).join("")}`, join(folder, "jamjet.toml"));
  const text = `workflow:\n  id: birds\n  version: 0.1.0\n  state_schema: {said: dict, answer: str}\n  start: one\nnodes:\n${nodes}\n  end: {type: end}\n`;
  const { program, diagnostics } = compile({ uri: "birds.yaml", text }, { project: { servers: ["echo"], fileExists: () => true } });
  if (program === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));

  const machine = localPorts({ project });
  if (!machine.ok) throw new Error(machine.failure.message);
  const local = machine.value;
  const read = (key: string): string | undefined => (key === "BASE" ? server.url : (env.get(key) ?? local.ports.env(key)));
  const tools = createTools(project, read);
  const ports = { ...local.ports, env: read, tools, models: createModels({ project, env: read, clock: local.ports.clock }) };
  const file = join(folder, `${name}.db`);
  const store = await openSqliteStore(file, { use: "write" });
  if (!store.ok) throw new Error(store.failure.message);
  const runtime = openRuntime({ store: store.value, ports });
  const started = runtime.start(program, {});
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  const result = await started.done;
  expect(result, JSON.stringify(result.failure)).toMatchObject({ status });
  // Read while it is open: closing it would fold the write-ahead log into the file.
  const bytes = [file, `${file}-wal`].filter((each) => existsSync(each)).map((each) => readFileSync(each, "latin1")).join("");
  runtime.close();
  await Promise.all([tools.close(), local.close()]);
  store.value.close();
  return { bytes, heard };
}

it("writes no secret to the database, wherever it was used and whoever repeats it", async () => {
  const { bytes, heard } = await check("fine", `
  one:
    type: http
    method: POST
    url: "{{ env.BASE }}/{{ env.PATH_MARK }}"
    query: {q: "{{ env.QUERY_MARK }}"}
    headers: {authorization: "Bearer {{ env.HEADER_TOKEN }}"}
    body: {t: "{{ env.BODY_TOKEN }}"}
    output_key: said
    next: two
  two: {type: tool, server: echo, tool: structured, arguments: {value: ["{{ env.TOOL_TOKEN }}"]}, next: three}
  three: {type: model, model: ours, prompt: "hello", output_key: answer, next: end}`, "completed");
  for (const part of ["header_token", "path_mark", "query_mark", "body_token", "model_pass"]) expect(heard).toContain(part);
  for (const part of ["node_completed", "env.HEADER_TOKEN", "env.TOOL_TOKEN", "env.MODEL_PASS"]) expect(bytes).toContain(part);
  expect([...bytes.matchAll(/canary.{0,60}/gi)].map(String)).toEqual([]);
});

it("takes what looks like a credential, or is sent as one, for a secret whatever it is called, and leaves an address as it is", async () => {
  const { bytes, heard } = await check("harmless", `
  one:
    type: http
    method: POST
    url: "{{ env.BASE }}/orders?api_key={{ env.SHOP_CALLER }}"
    body: {account: "{{ env.SHOP_ACCOUNT }}", base: "{{ env.SHOP_BASE }}", login: {password: "{{ env.SHOP_LOGIN }}"}, callback: "{{ env.BASE }}/paid"}
    output_key: said
    next: two
  two: {type: tool, server: echo, tool: structured, arguments: {value: [{token: "{{ env.SHOP_ENTRY }}"}, "{{ env.SHOP_ACCOUNT }}"]}, output_key: said, next: end}`, "completed");
  for (const part of ["canary%20caller", "canary7Zk3", "canary-base", "canary login"]) expect(heard).toContain(part);
  for (const [name] of harmless) expect(bytes).toContain(`{{ env.${name} }}`);
  expect([...bytes.matchAll(/canary.{0,60}/gi)].map(String)).toEqual([]);
  // The address is what the service was told, and what the workflow may go on with.
  expect(bytes).toMatch(/http:\/\/127\.0\.0\.1:\d+\/paid/);
});

it("writes no secret to the database where the call fails and is quoted", async () => {
  const { bytes, heard } = await check("failed", `
  one:
    type: http
    method: GET
    url: "{{ env.BASE }}/fail/{{ env.FAILED_MARK }}"
    next: end`, "failed");
  expect(heard).toContain("failed_mark");
  expect(bytes).toContain("answered 404");
  expect([...bytes.matchAll(/canary.{0,60}/gi)].map(String)).toEqual([]);
});
