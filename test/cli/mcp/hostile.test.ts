import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { agentIn, greeting, request, wireTo } from "../../support/mcp-client.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "jamjet-mcp-hostile-")));
const [project, elsewhere] = [join(folder, "project"), join(folder, "project-of-others")];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = "workflow: {id: secret-of-others, version: 0.1.0, start: end}\nnodes:\n  end: {type: end}\n";
const mendable = secret.replace("type: end", "typ: end");
for (const each of [project, elsewhere]) mkdirSync(each);
for (const name of ["secret.yaml", "mendable.yaml"]) writeFileSync(join(elsewhere, name), name === "secret.yaml" ? secret : mendable);
writeFileSync(join(elsewhere, "jamjet.toml"), "# settings of others\n");
writeFileSync(join(project, "own.yaml"), secret.replace("secret-of-others", "own"));
symlinkSync(join(elsewhere, "mendable.yaml"), join(project, "link.yaml"));
symlinkSync(elsewhere, join(project, "way"));
symlinkSync("circle.yaml", join(project, "circle.yaml"));
linkSync(join(elsewhere, "secret.yaml"), join(project, "twin.yaml"));
execFileSync("mkfifo", [join(project, "fifo.yaml")]);

const agent = await agentIn(project);

it.each([
  "../project-of-others/secret.yaml", join(elsewhere, "secret.yaml"), pathToFileURL(join(elsewhere, "secret.yaml")).href, "way/secret.yaml", "way/../../project-of-others/secret.yaml", "link.yaml", "twin.yaml",
  "way", "..", "../**/*.yaml", "way/*.yaml", "/etc/passwd", "/proc/self/environ", "/dev/stdin", "/dev/zero", "fifo.yaml", "circle.yaml", "-", "", "a\0b", "x/".repeat(5_000), "~/secret.yaml", "http://127.0.0.1:9/x.yaml", "file://elsewhere/x.yaml", "file:///%00",
])("reads nothing outside of its folder, and nothing that is no file: %s", async (path) => {
  for (const tool of ["validate", "fix", "graph", "inputs"]) {
    const { failed, text } = await agent.call(tool, { path });
    expect(failed, text).toBe(true);
    expect(text).not.toContain("secret-of-others");
  }
  expect(await agent.call("diff", { old_path: path, path: "own.yaml" })).toMatchObject({ failed: true });
  expect(await agent.call("fix", { path, write: true, unsafe: true })).toMatchObject({ failed: true });
  expect(readFileSync(join(elsewhere, "mendable.yaml"), "utf8")).toBe(mendable);
});

it.each(["way/draft.yaml", "../project-of-others/draft.yaml", join(elsewhere, "draft.yaml")])("lays no text into a folder of others, whose settings it would take: %s", async (uri) => {
  expect(await agent.call("validate", { text: secret, uri })).toMatchObject({ failed: true, text: expect.stringContaining("lies outside") });
});

it("follows no link out of the folder when it goes through it", async () => {
  const { data } = await agent.call("validate", { path: "**/*.yaml" });
  expect((data?.["files"] as readonly { readonly file: string }[]).map(({ file }) => file)).not.toContain("way/secret.yaml");
  expect(JSON.stringify(data)).not.toContain("secret-of-others");
});

it("names no file that a document includes from outside", async () => {
  for (const [path, why] of [["../project-of-others/secret.yaml", "must be a path inside the project"], ["way/secret.yaml", "leads outside"], ["link.yaml", "leads outside"], ["twin.yaml", "hard link"]] as const) {
    const text = `workflow: {id: a, version: 0.1.0, state_schema: {a: str}, start: ask}\nnodes:\n  ask: {type: model, model: claude-haiku-4-5, prompt_file: ${path}, output_key: a, next: end}\n  end: {type: end}\n`;
    const { text: said } = await agent.call("validate", { text });
    expect(said).toContain(why);
    expect(said).not.toContain("secret-of-others");
  }
});

it("serves the roots of a client and no other folder, and follows them when they change", async () => {
  let roots = [pathToFileURL(elsewhere).href, "https://example.com/"];
  const { client, call } = await agentIn(project, { roots: () => roots });
  expect(await call("validate", { path: "mendable.yaml" })).toMatchObject({ failed: false });
  expect(await call("validate", { path: join(project, "own.yaml") })).toMatchObject({ failed: true });
  roots = [pathToFileURL(project).href];
  await client.sendRootsListChanged();
  expect(await call("validate", { path: "own.yaml" })).toMatchObject({ failed: false, data: { errors: 0 } });
  expect(await call("validate", { path: join(elsewhere, "mendable.yaml") })).toMatchObject({ failed: true });
});

it("serves one folder where it was told which, whatever roots the client has", async () => {
  const { call } = await agentIn(project, { words: ["--root", elsewhere], roots: () => [pathToFileURL(project).href] });
  expect(await call("validate", { path: "mendable.yaml" })).toMatchObject({ failed: false });
  expect(await call("validate", { path: join(project, "own.yaml") })).toMatchObject({ failed: true });
});

it("answers for a text of 10 MB, and goes on", async () => {
  for (const text of ["x".repeat(10_000_000), "- ".repeat(5_000_000), "\n".repeat(9_000_000)]) {
    const { failed, data } = await agent.call("validate", { text });
    expect(failed).toBe(false);
    expect(data).toMatchObject({ errors: 1, files: [{ diagnostics: [{ code: "JJ1008" }] }] });
  }
  expect(await agent.call("validate", { path: "own.yaml" })).toMatchObject({ failed: false });
});

it("answers many calls at once, each with its own answer", async () => {
  const text = (id: number): string => secret.replace("secret-of-others", `w${id}`).replaceAll("end", `e${id % 7}`).replace(`type: e${id % 7}`, id % 3 === 0 ? "type: nd" : "type: end");
  const answers = await Promise.all(Array.from({ length: 200 }, (_, id) => agent.call("validate", { text: text(id), uri: `w${id % 5}.yaml` })));
  answers.forEach(({ data }, id) => expect(data).toMatchObject({ errors: id % 3 === 0 ? 1 : 0, files: [{ file: `w${id % 5}.yaml`, ...(id % 3 === 0 ? {} : { workflow_id: `w${id}` }) }] }));
});

it("shows nothing of a document that could steer a terminal", async () => {
  const { text } = await agent.call("validate", { text: `\u001b]0;title\u0007: 1\nworkflow: {id: "\u202e", \u001b[31m: 2}\n` });
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
});

it("passes over what is no message, says so, and answers the next one", async () => {
  const wire = wireTo(project);
  wire.send(greeting);
  expect(await wire.next()).toMatchObject({ id: 0, result: { serverInfo: { name: "jamjet" } } });
  wire.send('{"jsonrpc": "2.0", "id": 1, "method"\n');
  expect(await wire.next()).toMatchObject({ id: null, error: { code: -32_700 } });
  wire.send("[]\n");
  expect(await wire.next()).toMatchObject({ id: null, error: { code: -32_600 } });
  wire.send('{"jsonrpc": "1.0", "id": 2, "method": "ping"}\n');
  expect(await wire.next()).toMatchObject({ id: 2, error: { code: -32_600 } });
  wire.send(`${"[".repeat(100_000)}\n`);
  expect(await wire.next()).toMatchObject({ id: null, error: { code: -32_700 } });
  wire.send(`Content-Length: 4\r\n\r\n${request(3, "ping")}`);
  expect(await wire.next()).toMatchObject({ id: null, error: { code: -32_700 } });
  expect(await wire.next()).toMatchObject({ id: 3, result: {} });
  wire.send(request(4, "tools/run"));
  expect(await wire.next()).toMatchObject({ id: 4, error: { code: -32_601 } });
  wire.send(request(5, "tools/call", { name: "validate", arguments: [] }));
  expect(await wire.next()).toMatchObject({ id: 5, error: {} });
  wire.send(`{"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"validate","arguments":{"__proto__":{"path":"own.yaml"}}}}\n`);
  expect(await wire.next()).toMatchObject({ id: 6, result: { isError: true } });
  // In pieces, some of which end within a character.
  const bytes = Buffer.from(request(7, "tools/call", { name: "validate", arguments: { text: secret.replace("end:", "end: # é€𝄞\n   ") } }));
  for (let at = 0; at < bytes.length; at += 3) wire.send(bytes.subarray(at, at + 3));
  expect(await wire.next()).toMatchObject({ id: 7, result: { structuredContent: { errors: 0 } } });
  expect(await wire.end()).toEqual({ code: 0, rest: [], err: "" });
});

it("drops a line that nobody can mean, and reads the next", async () => {
  const wire = wireTo(project);
  wire.send(greeting);
  await wire.next();
  const mebibyte = "x".repeat(1_048_576);
  for (let count = 0; count < 40; count += 1) wire.send(mebibyte);
  wire.send(`\n${request(1, "ping")}`);
  expect(await wire.next()).toMatchObject({ id: null, error: { message: expect.stringContaining("passed over") } });
  expect(await wire.next()).toMatchObject({ id: 1, result: {} });
  expect(await wire.end()).toMatchObject({ code: 0, rest: [] });
});

it("answers what was asked before its input ended, and writes nothing but messages", async () => {
  const wire = wireTo(project);
  wire.send(greeting);
  for (let id = 1; id <= 20; id += 1) wire.send(request(id, "tools/call", { name: "graph", arguments: { path: "own.yaml", format: "svg" } }));
  const { code, rest, err } = await wire.end();
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(rest.map((line) => (JSON.parse(line) as { readonly id: number }).id).sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, id) => id));
});
