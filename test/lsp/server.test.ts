import { readFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { leanWorkflowOf, workflowOf } from "../support/document.ts";
import { connectEditor, editorOf, openIn } from "../support/editor.ts";
import { compileExample, examples } from "../support/examples.ts";

const uri = "file:///work.yaml";
const sound = readFileSync(join(import.meta.dirname, "../../examples/nodes/branch/workflow.yaml"), "utf8");
const broken = sound.replace("next: queue", "next: queu");

it("says of a document what the compiler says, at the place where it is wrong, and takes it back when it is mended", async () => {
  const server = connectEditor();
  await openIn(server, broken);
  const first = await server.published();
  const line = broken.split("\n").findIndex((text) => text.endsWith("next: queu"));
  expect(first).toMatchObject({
    uri,
    version: 1,
    diagnostics: [{ code: "JJ2001", severity: 1, source: "jamjet", range: { start: { line, character: 14 }, end: { line, character: 18 } } }],
  });

  const end = { line, character: 18 };
  await server.client.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: end, end }, text: "e" }] });
  expect(await server.published()).toMatchObject({ version: 2, diagnostics: [] });
});

it("shows what is wrong in a prompt file where the document names it, and where it really is", async () => {
  const server = connectEditor({ projectOf: () => ({ servers: undefined, fileExists: () => true, textOf: (path) => ({ ok: true, text: `{{ state.gone }} ${path}` }) }) });
  const text = workflowOf("ask: {type: model, model: gpt-4o, prompt_file: prompts/a b.md, output_key: a, next: end}", "", "a: str");
  await openIn(server, text, "file:///flows/a%20b/work.yaml");
  const line = text.split("\n").findIndex((each) => each.includes("prompt_file"));
  const start = (text.split("\n")[line] ?? "").indexOf("prompts/");
  expect(await server.published()).toMatchObject({ diagnostics: [{
    code: "JJ2002",
    range: { start: { line, character: start }, end: { line, character: start + "prompts/a b.md".length } },
    relatedInformation: [{ message: "it stands here", location: { uri: "file:///flows/a%20b/prompts/a%20b.md", range: { start: { line: 0, character: 9 }, end: { line: 0, character: 13 } } } }],
  }] });
});

it("offers the fixes of what is wrong, and to take back what is no error, with the text as it is now", async () => {
  const server = connectEditor();
  const text = leanWorkflowOf("ask: {type: model, model: gpt-4o, prompt: Hello, output_key: a, next: end}\n  spare: {type: end}");
  await openIn(server, text);
  await server.published();
  const line = text.split("\n").findIndex((each) => each.includes("spare"));
  const actionsAt = async (at: number): Promise<unknown> => server.client.sendRequest("textDocument/codeAction", { textDocument: { uri }, range: { start: { line: at, character: 4 }, end: { line: at, character: 4 } }, context: { diagnostics: [] } });
  expect(await actionsAt(line)).toMatchObject([{ title: "ignore JJ4001 here", kind: "quickfix", diagnostics: [{ code: "JJ4001" }], edit: { changes: { [uri]: [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, newText: "  # jamjet-ignore JJ4001\n" }] } } }]);
  expect(await actionsAt(0)).toEqual([]);
  await server.client.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text: text.replace("next: end", "nxt: end") }] });
  const ask = text.split("\n").findIndex((each) => each.includes("ask: {"));
  const start = (text.split("\n")[ask] ?? "").indexOf("next: end");
  const actions = await server.client.sendRequest("textDocument/codeAction", { textDocument: { uri }, range: { start: { line: ask, character: start }, end: { line: ask, character: start } }, context: { diagnostics: [], only: ["quickfix"] } });
  expect(actions).toMatchObject([{ title: "rename it to 'next'", edit: { changes: { [uri]: [{ newText: "next" }] } } }]);
});

it("forgets a document that is closed", async () => {
  const server = connectEditor();
  await openIn(server, broken);
  await server.published();
  await server.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  expect(await server.published()).toEqual({ uri, diagnostics: [] });
});

it("names the other places of a finding", async () => {
  const server = connectEditor();
  await openIn(server, broken.replace("default: archive", "default: queu"));
  const { diagnostics } = await server.published();
  expect(diagnostics[0]?.relatedInformation).toMatchObject([{ message: "here too", location: { uri } }]);
});

it("judges every example as the command line does, from the built executable and over its standard streams", { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../dist/bin/jamjet.cjs"), "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const server = editorOf(child.stdout, child.stdin);
  await server.client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  for (const example of examples) {
    const file = join(example.folder, "workflow.yaml");
    await server.client.sendNotification("textDocument/didOpen", { textDocument: { uri: pathToFileURL(file).href, languageId: "yaml", version: 1, text: readFileSync(file, "utf8") } });
    const { diagnostics } = await server.published();
    expect(diagnostics.map(({ code }) => code), example.name).toEqual(compileExample(example).diagnostics.map(({ code }) => code));
  }
  await server.client.sendRequest("shutdown");
  await server.client.sendNotification("exit");
  expect(await exited).toBe(0);
});

it("judges a workflow anew when one that it starts is edited", async () => {
  const child = (type: string): string => `workflow: {id: child, version: 0.1.0, start: end, inputs: [text], state_schema: {text: ${type}}}\nnodes: {end: {type: end}}\n`;
  const server = connectEditor({ projectOf: () => ({ servers: undefined, fileExists: () => true, textOf: () => ({ ok: true, text: child("str") }) }) });
  await openIn(server, leanWorkflowOf("call: {type: subgraph, workflow_ref: child.yaml, input_mapping: {text: hello}, next: end}"), "file:///flows/work.yaml");
  expect(await server.published()).toMatchObject({ uri: "file:///flows/work.yaml", diagnostics: [] });
  await openIn(server, child("int"), "file:///flows/child.yaml");
  // Which of the two is told first is nobody's business.
  const both = [await server.published(), await server.published()];
  expect(both).toContainEqual(expect.objectContaining({ uri: "file:///flows/child.yaml", diagnostics: [] }));
  expect(both).toContainEqual(expect.objectContaining({ uri: "file:///flows/work.yaml", diagnostics: [expect.objectContaining({ code: "JJ5016" })] }));
});

it("marks every place of the name under the cursor", async () => {
  const server = connectEditor();
  const text = workflowOf("ask: {type: model, model: gpt-4o, prompt: '{{ state.b }}', output_key: a, next: tell}\ntell: {type: model, model: gpt-4o, prompt: 'Say {{ state.a }}', output_key: b, next: end}");
  await openIn(server, text);
  const lines = text.split("\n");
  const line = lines.findIndex((each) => each.includes("next: tell"));
  const position = { line, character: (lines[line] ?? "").indexOf("tell") + 1 };
  const found: unknown = await server.client.sendRequest("textDocument/documentHighlight", { textDocument: { uri }, position });
  expect(found).toMatchObject([{ range: { start: { line } }, kind: 2 }, { range: { start: { line: line + 1, character: 2 }, end: { line: line + 1, character: 6 } }, kind: 3 }]);
});

it.each([
  ["utf-8", ["utf-8"], 22],
  ["utf-32", ["utf-32"], 18],
  ["utf-16", ["utf-8", "utf-16"], 19],
  ["utf-16", [], 19],
])("counts columns in %s with a client that offers %s", async (positionEncoding, positionEncodings, gone) => {
  const server = connectEditor();
  const { capabilities } = await server.client.sendRequest<{ readonly capabilities: unknown }>("initialize", { processId: null, rootUri: null, capabilities: { general: { positionEncodings } } });
  expect(capabilities).toMatchObject({ positionEncoding });
  // Before the name that nobody declared stands one character of each width.
  const text = workflowOf("end: {type: end}\nask: {}").replace("ask: {}", "ask:\n    type: model\n    model: gpt-4o\n    prompt: é😀 {{ state.gone }}\n    output_key: a\n    next: end");
  await server.client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  const found = (await server.published()).diagnostics.find(({ code }) => code === "JJ2002");
  expect(found?.range).toMatchObject({ start: { character: gone + 6 }, end: { character: gone + 10 } });
  const { line } = found?.range.start ?? { line: 0 };
  await server.client.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: { line, character: gone + 6 }, end: { line, character: gone + 10 } }, text: "a" }] });
  expect((await server.published()).diagnostics.map(({ code }) => code)).not.toContain("JJ2002");
});
