import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { builtExecutable } from "../support/build.ts";
import { examples } from "../support/examples.ts";
import { trespasses } from "../support/inert.ts";
import { openAll } from "../support/language-client.ts";
import { greeting, request } from "../support/mcp-client.ts";
import { canTrace, traced, type TraceOptions } from "../support/trace.ts";

const executable = builtExecutable();
const folder = realpathSync(mkdtempSync(join(tmpdir(), "jamjet-inert-")));
const home = join(folder, "home");
const output = join(folder, "output");
const outside = join(folder, "outside.md");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A project in which everything that could be started, fetched, imported or followed out of it is there to be. */
function hostileProject(): string {
  const project = join(folder, "hostile");
  const touch = `require("fs").writeFileSync(${JSON.stringify(join(folder, "started"))}, "")`;
  const file = (name: string, text: string): void => writeFileSync(join(project, name), text);
  for (const each of [home, output, join(project, "flows")]) mkdirSync(each, { recursive: true });
  writeFileSync(outside, "{{ state.a }}");
  file("jamjet.toml", `
[[mcp.servers]]
name = "starts"
command = "node"
args = ["-e", ${JSON.stringify(touch)}]
[[mcp.servers]]
name = "fetches"
url = "http://127.0.0.1:9/mcp"
headers = { authorization = "Bearer \${SECRET}" }
[models.local]
provider = "openai"
model = "m"
base_url = "http://127.0.0.1:9/v1"
[secrets]
backends = ["file:${outside}", "file:secrets"]
[network]
allow = ["127.0.0.1"]
[store]
url = "${join(folder, "outside.db")}"
`);
  file("evil.mjs", touch);
  file("evil.py", "open('started', 'w')");
  file("secrets", "SECRET=x\n");
  symlinkSync(outside, join(project, "flows/link.md"));
  linkSync(outside, join(project, "flows/twin.md"));
  execFileSync("mkfifo", [join(project, "flows/fifo.md")]);
  const model = (id: string, prompt: string): string => `  ${id}: {type: model, model: local, ${prompt}, output_key: a, next: end}`;
  file("flows/workflow.yaml", `workflow:
  id: hostile
  version: 0.1.0
  state_schema: {a: str, b: dict}
  start: fetch
nodes:
  fetch: {type: http, url: "http://127.0.0.1:5009/{{ env.PLACE }}", output_key: b, next: start}
  start: {type: tool, server: starts, tool: t, output_key: b, next: ask}
  ask: {type: model, model: local, prompt: "{{ state.a }}", output_key: b, output_schema: {$ref: "http://127.0.0.1:9/schema.json"}, next: score}
  score: {type: eval, node: ask, scorers: [{custom: {module: ./evil.mjs}}, {custom: {module: "evil:Scorer"}}], next: end}
  end: {type: end}
${["../../outside.md", "/etc/passwd", "link.md", "twin.md", "fifo.md", "/proc/self/environ", "/dev/random", "a\\0b"].map((path, index) => model(`file${index}`, `prompt_file: ${JSON.stringify(path).replace("\\\\0", "\\0")}`)).join("\n")}
`);
  return project;
}

/** Runs one command line, and holds it to `project`. */
async function check(words: readonly string[], project: string, talk?: TraceOptions["talk"]): Promise<void> {
  const { code, err, acts } = await traced([executable, ...words], { cwd: project, home, ...(talk && { talk }) });
  expect(await trespasses(acts, { project, output, home }), words.join(" ")).toEqual([]);
  expect([0, 1], err).toContain(code);
}

/** A session of the language server over documents of `project`, which judges each. */
async function checkServer(documents: readonly { readonly uri: string; readonly text: string }[], project: string): Promise<void> {
  await check(["lsp", "--stdio"], project, async (child) => {
    const said = await openAll(child, documents);
    expect([...said.keys()].sort()).toEqual(documents.map(({ uri }) => uri).sort());
  });
}

const root = resolve(import.meta.dirname, "../../examples");
const files = examples.map((example) => join(example.folder, "workflow.yaml"));
const project = hostileProject();
const document = readFileSync(join(project, "flows/workflow.yaml"), "utf8");

// Where nothing can trace a process, the build has already refused every module that could do more than look.
it.runIf(canTrace).each([
  "validate flows/workflow.yaml", "validate flows/* --json", "compile flows/workflow.yaml -o ../output/program.json", "graph flows/workflow.yaml", "graph flows/workflow.yaml -o ../output/graph.svg", "inputs flows/workflow.yaml",
])("P21: '%s' only looks, whatever the document names", (line) => check(line.split(" "), project));

it.runIf(canTrace)("P21, H81: the language server only looks, whatever a document names and wherever it says it is", async () => {
  const uris = [pathToFileURL(join(project, "flows/workflow.yaml")).href, pathToFileURL(join(project, "flows/unsaved.yaml")).href];
  const strange = ["untitled:1", "http://127.0.0.1:9/x.yaml", "file://elsewhere/x.yaml", "file:///a%2Fb.yaml", "file:///a%00b/x.yaml", "file:///C%3A/x.yaml", "file:///a/../../b.yaml", "file:", `file:///${"x/".repeat(5_000)}y.yaml`];
  await checkServer([...uris, ...strange].map((uri) => ({ uri, text: document })), project);
});

it.runIf(canTrace)("P21: the server for agents only looks, whatever a document names and wherever it says it is", async () => {
  const calls = ["validate", "fix", "graph", "inputs"].flatMap((name) => [
    { name, arguments: { path: "flows/workflow.yaml" } },
    ...["flows/unsaved.yaml", "flows/link.md", "../outside.md", "untitled:1", "http://127.0.0.1:9/x.yaml", "/etc/passwd"].map((uri) => ({ name, arguments: { text: document, uri } })),
  ]);
  await check(["mcp"], project, async ({ stdin, stdout }) => {
    const answered = new Promise<void>((done) => createInterface({ input: stdout }).on("close", done));
    stdin.end(greeting + calls.map((call, index) => request(index + 1, "tools/call", call)).join(""));
    await answered;
  });
});

it.runIf(canTrace)("loads what speaks MCP in no command that does not", async () => {
  const speaks = async (...words: readonly string[]): Promise<boolean> => (await traced([executable, ...words], { cwd: root, home })).acts.some((act) => "path" in act && act.path.includes("@modelcontextprotocol"));
  const file = files[0] ?? "";
  for (const words of [["validate", file], ["fmt", "--check", file], ["graph", file], ["explain", "JJ2001"], ["schema"], ["lsp", "--stdio"], ["--help"]]) expect(await speaks(...words), words.join(" ")).toBe(false);
  expect(await speaks("mcp")).toBe(true);
});

it.runIf(canTrace)("P21: only looks at the examples", async () => {
  await check(["validate", ...files], root);
  await checkServer(files.map((file) => ({ uri: pathToFileURL(file).href, text: readFileSync(file, "utf8") })), root);
});

it.runIf(canTrace)("sees what a process does that does more than look", async () => {
  const [made, written] = [join(folder, "made"), join(folder, "written")];
  const deeds = [`mkdirSync(${JSON.stringify(made)})`, `writeFileSync(${JSON.stringify(written)}, "")`, `readFileSync(${JSON.stringify(outside)})`].map((deed) => `require("fs").${deed}`);
  const { acts } = await traced(["-e", [...deeds, 'require("child_process").spawnSync("true")', 'require("net").connect(9, "127.0.0.1").on("error", () => {})'].join(";")], { cwd: folder, home });
  const seen = (await trespasses(acts, { project, output, home })).join("\n");
  for (const deed of [`reads ${outside}`, `changes ${written}`, `changes ${made}`, "exec", "connect("]) expect(seen).toContain(deed);
});
