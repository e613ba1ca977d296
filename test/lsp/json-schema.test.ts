import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CompletionItem, CompletionList, ConfigurationParams, Hover, MarkupContent } from "vscode-languageserver-protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editorOf, marked, type Editor } from "../support/editor.ts";
import { examples } from "../support/examples.ts";
import { root } from "../support/house.ts";

/*
 * Editors that know nothing of JamJet and something of JSON Schema: the server behind most of them, driven with the
 * schema alone, named in the first line of the document.
 */
const schema = pathToFileURL(join(root, "schemas/generated/workflow.schema.json")).href;
const firstLine = `# yaml-language-server: $schema=${schema}\n`;
const program = join(dirname(createRequire(import.meta.url).resolve("yaml-language-server/package.json")), "bin/yaml-language-server");

let server: Editor;
let folder: string;
let stop: () => void;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jamjet-schema-"));
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  server = editorOf(child.stdout, child.stdin);
  stop = () => child.kill();
  const yaml = { validate: true, completion: true, hover: true, schemaStore: { enable: false, url: "" }, kubernetesCRDStore: { enable: false } };
  server.client.onRequest("workspace/configuration", ({ items }: ConfigurationParams) => items.map(({ section }) => (section === "yaml" ? yaml : null)));
  server.client.onRequest("client/registerCapability", () => null);
  const capabilities = { workspace: { configuration: true }, textDocument: { completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ["markdown" as const] } } };
  await server.client.sendRequest("initialize", { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities });
  await server.client.sendNotification("initialized", {});
  await server.client.sendNotification("workspace/didChangeConfiguration", { settings: { yaml } });
});

afterAll(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a marked text as a file of its own, in which the schema is named. */
async function open(name: string, source: string): Promise<{ readonly uri: string; readonly position: { readonly line: number; readonly character: number } }> {
  const { text, offset } = marked(firstLine + source);
  const file = join(folder, name);
  writeFileSync(file, text);
  const uri = pathToFileURL(file).href;
  await server.client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  const before = text.slice(0, offset).split("\n");
  return { uri, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

async function completed(name: string, source: string): Promise<readonly string[]> {
  const { uri, position } = await open(name, source);
  const answer: CompletionList | readonly CompletionItem[] | null = await server.client.sendRequest("textDocument/completion", { textDocument: { uri }, position }) as CompletionList | readonly CompletionItem[] | null;
  return (answer === null ? [] : "items" in answer ? answer.items : answer).map(({ label }) => label);
}

const header = "workflow:\n  id: test\n  version: 0.1.0\n  start: ask\n";

describe("the JSON Schema alone", () => {
  it.each([
    ["keys of the file", "$0", ["workflow", "nodes"]],
    ["keys of the header", `${header}  $0\nnodes: {}\n`, ["state_schema", "inputs", "timeout"]],
    ["node types", `${header}nodes:\n  ask:\n    type: $0\n`, ["model", "tool", "branch", "end"]],
    ["keys of a node by its type", `${header}nodes:\n  ask:\n    type: model\n    $0\n`, ["prompt", "output_key", "temperature", "next"]],
    ["options", `${header}nodes:\n  ask:\n    type: http\n    url: https://example.com\n    method: $0\n`, ["GET", "POST"]],
    ["keys further inside", `${header}nodes:\n  ask:\n    type: model\n    model: gpt-4o\n    prompt: hello\n    retry:\n      $0\n`, ["max_attempts", "backoff"]],
  ])("completes %s", async (name, source, expected) => {
    expect(await completed(`${name.replaceAll(" ", "-")}.yaml`, source)).toEqual(expect.arrayContaining(expected));
  });

  it("does not offer the keys of other node types", async () => {
    const labels = await completed("other.yaml", `${header}nodes:\n  ask:\n    type: model\n    $0\n`);
    expect(labels).not.toContain("conditions");
    expect(labels).not.toContain("scorers");
  });

  it("explains a key where the mouse rests on it", async () => {
    const { uri, position } = await open("hover.yaml", `${header}nodes:\n  ask:\n    type: model\n    model: gpt-4o\n    pro$0mpt: hello\n    next: end\n`);
    const hover = await server.client.sendRequest("textDocument/hover", { textDocument: { uri }, position }) as Hover | null;
    expect((hover?.contents as MarkupContent | undefined)?.value ?? "").toContain("What is asked.");
  });

  it("finds nothing wrong with any example", { timeout: 120_000 }, async () => {
    for (const example of examples) {
      const { uri } = await open(`${example.name.replaceAll("/", "-")}.yaml`, readFileSync(join(example.folder, "workflow.yaml"), "utf8"));
      let said = await server.published();
      while (said.uri !== uri) said = await server.published();
      expect(said.diagnostics.map(({ message }) => message), example.name).toEqual([]);
    }
  });

  it("tells a key that no node of the type has", async () => {
    const { uri } = await open("wrong.yaml", `${header}nodes:\n  ask:\n    type: model\n    model: gpt-4o\n    prompt: hello\n    promt_file: x\n    next: end\n`);
    let said = await server.published();
    while (said.uri !== uri || said.diagnostics.length === 0) said = await server.published();
    expect(said.diagnostics.map(({ message }) => message).join("\n")).toContain("promt_file");
  });
});
