import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TextResourceContents } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { root } from "../../support/house.ts";
import { agentIn } from "../../support/mcp-client.ts";

const folder = mkdtempSync(join(tmpdir(), "jamjet-mcp-library-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { client, call } = await agentIn(folder);

async function read(uri: string): Promise<string> {
  const { contents } = await client.readResource({ uri });
  return (contents[0] as TextResourceContents).text;
}

it("lists the guide, the reference, the schemas and the examples, and gives each as it stands in the package", async () => {
  const { resources } = await client.listResources();
  const uris = resources.map(({ uri }) => uri);
  for (const file of ["docs/guide/writing-a-workflow.md", "docs/reference/nodes/model.md", "docs/reference/diagnostics/README.md", "schemas/generated/workflow.schema.json", "examples/README.md", "examples/stories/hello-agent/workflow.yaml"]) {
    expect(uris).toContain(`jamjet:///${file}`);
  }
  for (const { uri, title, mimeType } of resources) {
    expect(title, uri).toBeTruthy();
    expect(mimeType, uri).toMatch(/^(?:text\/markdown|application\/(?:json|yaml))$/);
    expect(await read(uri)).toBe(readFileSync(join(root, uri.slice("jamjet:///".length)), "utf8"));
  }
});

it("leads on by the links of its pages", async () => {
  const { resources } = await client.listResources();
  const pages = resources.filter(({ uri }) => /\/docs\/(?:guide|reference)\/.*\.md$/.test(uri));
  const broken: string[] = [];
  for (const { uri } of pages) {
    for (const [, link = ""] of (await read(uri)).matchAll(/\]\(((?!https?:|#)[^)#\s]+)[^)]*\)/g)) {
      const target = new URL(link, uri).href;
      // What is for those who work on JamJet is not a part of the package.
      if (/\/docs\/(?:adr\/|roadmap|benchmarks)|\/examples\/[^.]*$|jamjet:\/\/\/[A-Z]+\.md$/.test(target)) continue;
      await read(target).catch(() => broken.push(`${uri} -> ${link}`));
    }
  }
  expect(broken).toEqual([]);
});

it("gives the page of a code by the code or by its name, and completes both", async () => {
  const { resourceTemplates } = await client.listResourceTemplates();
  const [{ uriTemplate } = { uriTemplate: "" }] = resourceTemplates;
  const page = readFileSync(join(root, "docs/reference/diagnostics/JJ2001.md"), "utf8");
  for (const code of ["JJ2001", "jj2001", "unknown-node"]) expect(await read(uriTemplate.replace("{code}", code))).toBe(page);
  const completed = async (value: string): Promise<readonly string[]> => (await client.complete({ ref: { type: "ref/resource", uri: uriTemplate }, argument: { name: "code", value } })).completion.values;
  expect(await completed("unknown-no")).toEqual(["unknown-node", "unknown-node-type"]);
  expect(await completed("JJ200")).toContain("JJ2001");
  expect((await completed("")).length).toBe(100);
});

it.each(["jamjet:///package.json", "jamjet:///docs/reference/../../package.json", "jamjet:///docs/reference/%2e%2e/%2e%2e/package.json", "jamjet:////etc/passwd", "file:///etc/passwd", "jamjet:///docs/reference", "jamjet:///cli/main.ts", "", "jamjet:///docs/reference/diagnostics/JJ0000.md"])("reads nothing but its pages: %s", async (uri) => {
  expect(existsSync(join(root, "package.json"))).toBe(true);
  await expect(client.readResource({ uri })).rejects.toMatchObject({ code: -32_002, message: expect.stringContaining("resources/list") });
});

it("names in its prompts only pages and tools that there are", async () => {
  const { prompts } = await client.listPrompts();
  const { tools } = await client.listTools();
  expect(prompts.map(({ name }) => name)).toEqual(["write-workflow", "fix-workflow"]);
  const texts = [client.getInstructions() ?? ""];
  for (const { name, arguments: params = [] } of prompts) {
    const { messages } = await client.getPrompt({ name, arguments: Object.fromEntries(params.map((param) => [param.name, `<${param.name}>`])) });
    for (const { content } of messages) if (content.type === "text") texts.push(content.text);
    for (const param of params) expect(texts.at(-1), name).toContain(`<${param.name}>`);
  }
  for (const text of texts) {
    for (const [uri] of text.matchAll(/jamjet:\/\/\/[\w/.-]+\w/g)) expect((await read(uri)).length, uri).toBeGreaterThan(0);
    for (const [, named] of text.matchAll(/(?:the tool |Call |: )'(\w+)'/g)) expect(tools.map(({ name }) => name)).toContain(named);
  }
  await expect(client.getPrompt({ name: "write-workflw" })).rejects.toMatchObject({ message: expect.stringContaining("did you mean 'write-workflow'?") });
  await expect(client.getPrompt({ name: "write-workflow" })).rejects.toMatchObject({ message: expect.stringContaining("'write-workflow' wants 'task'") });
});

it("has schemas that its own documents keep, and examples without a finding", async () => {
  const example = await read("jamjet:///examples/stories/hello-agent/workflow.yaml");
  expect(compile({ uri: "workflow.yaml", text: example }).diagnostics).toEqual([]);
  expect((await call("validate", { text: example })).data).toMatchObject({ errors: 0, warnings: 0 });
});
