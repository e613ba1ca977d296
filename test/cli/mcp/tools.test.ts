import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { answerSchema } from "../../../cli/dev/answer-page.ts";
import { builtExecutable } from "../../support/build.ts";
import { agentIn } from "../../support/mcp-client.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "jamjet-mcp-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(import.meta.dirname, "../../../examples/stories/hello-agent"), folder, { recursive: true });

const good = readFileSync(join(folder, "workflow.yaml"), "utf8");
const wrong = `workflow:
  id: wrong
  version: 0.1.0
  state_schema: {question: str, answer: str}
  start: ask
nodes:
  ask:
    type: model
    model: claude-haiku-4-5
    promt: "{{ state.question }}"
    output_key: answer
    next: ende
  end: {type: end}
`;
writeFileSync(join(folder, "wrong.yaml"), wrong);

const agent = await agentIn(folder);

/** What the command line answers with under `--json`. */
function jamjet(...words: readonly string[]): unknown {
  return JSON.parse(spawnSync(process.execPath, [builtExecutable(), ...words, "--json"], { cwd: folder, encoding: "utf8" }).stdout);
}

it("says of every tool what it takes, what it answers, and what it may do", async () => {
  const { tools } = await agent.client.listTools();
  for (const name of ["validate", "explain", "fix", "complete", "schema", "graph", "inputs", "diff"]) expect(tools.map((tool) => tool.name)).toContain(name);
  for (const { name, title, description, inputSchema, outputSchema, annotations } of tools) {
    expect(title, name).toBeTruthy();
    expect(description?.length, name).toBeGreaterThan(40);
    expect(inputSchema, name).toMatchObject({ type: "object", additionalProperties: false });
    expect(outputSchema, name).toMatchObject({ type: "object" });
    expect(annotations, name).toMatchObject({ readOnlyHint: name !== "fix", destructiveHint: name === "fix", idempotentHint: true, openWorldHint: false });
  }
});

it.each([
  { tool: "validate", args: { path: "workflow.yaml" }, words: ["validate", "workflow.yaml"] },
  { tool: "validate", args: { path: "wrong.yaml" }, words: ["validate", "wrong.yaml"] },
  { tool: "validate", args: { path: "." }, words: ["validate", "."] },
  { tool: "validate", args: { path: "*.yaml" }, words: ["validate", "*.yaml"] },
  { tool: "explain", args: { code: "unknown-node" }, words: ["explain", "JJ2001"] },
  { tool: "explain", args: {}, words: ["explain"] },
  { tool: "schema", args: {}, words: ["schema"] },
  { tool: "schema", args: { document: "workflow", part: "http" }, words: ["schema", "workflow", "--part", "http"] },
  { tool: "graph", args: { path: "workflow.yaml", format: "ascii" }, words: ["graph", "workflow.yaml", "-f", "ascii"] },
  { tool: "inputs", args: { path: "workflow.yaml" }, words: ["inputs", "workflow.yaml"] },
  { tool: "diff", args: { old_path: "workflow.yaml", path: "workflow.yaml" }, words: ["diff", "workflow.yaml", "workflow.yaml"] },
] as const)("'$tool' answers $args with what the command line says of it", async ({ tool, args, words }) => {
  const { failed, data, text } = await agent.call(tool, args);
  expect(failed, text).toBe(false);
  expect(data).toEqual(jamjet(...words));
});

it("judges a text that is not saved where it would lie, and shows the lines in question", async () => {
  const asText = await agent.call("validate", { text: wrong, uri: "wrong.yaml" });
  expect(asText.data).toEqual(jamjet("validate", "wrong.yaml"));
  expect(asText.text).toContain("10 |     promt: \"{{ state.question }}\"\n   |     ^^^^^");
  expect(await agent.call("validate", { text: wrong, uri: `file://${folder}/wrong.yaml` })).toEqual(asText);
  const nameless = await agent.call("validate", { text: good });
  expect(nameless).toMatchObject({ failed: false, text: expect.stringContaining("Valid."), data: { errors: 0 } });
});

it("takes what jamjet.toml says from where a text would lie", async () => {
  const project = join(folder, "strict");
  cpSync(join(folder, "workflow.yaml"), join(project, "workflow.yaml"));
  writeFileSync(join(project, "jamjet.toml"), '[lint.severities]\nJJ4001 = "error"\n');
  const text = `${good.trimEnd()}\n  spare:\n    type: end\n`;
  expect(await agent.call("validate", { text })).toMatchObject({ data: { errors: 0, files: [{ diagnostics: [{ code: "JJ4001", severity: "warning" }] }] } });
  expect(await agent.call("validate", { text, uri: "strict/other.yaml" })).toMatchObject({ data: { errors: 1, files: [{ diagnostics: [{ code: "JJ4001", severity: "error" }] }] } });
});

it("mends a text and gives the edits that do it, and what is left", async () => {
  const { data, text } = await agent.call("fix", { text: wrong });
  expect(data).toMatchObject({ changed: true, written: false, valid: false, diagnostics: [{ code: "JJ2001" }], fixes: [{ code: "JJ1101" }] });
  expect(data?.["text"]).toBe(wrong.replace("promt", "prompt"));
  expect(await agent.call("fix", { text: wrong, unsafe: true })).toMatchObject({ data: { valid: true, diagnostics: [], text: wrong.replace("promt", "prompt").replace("ende", "end") } });
  const edits = data?.["edits"] as readonly { readonly range: { readonly offset: number; readonly endOffset: number }; readonly text: string }[];
  const applied = edits.toReversed().reduce((whole, { range, text: edit }) => whole.slice(0, range.offset) + edit + whole.slice(range.endOffset), wrong);
  expect(applied).toBe(data?.["text"]);
  expect(text).toContain("+    prompt:");
  expect(await agent.call("fix", { text: good })).toMatchObject({ failed: false, data: { changed: false, edits: [], text: good } });
});

it("changes a file only when it is asked to", async () => {
  const file = join(folder, "mend.yaml");
  writeFileSync(file, wrong);
  expect(await agent.call("fix", { path: "mend.yaml" })).toMatchObject({ data: { changed: true, written: false } });
  expect(readFileSync(file, "utf8")).toBe(wrong);
  const { data } = await agent.call("fix", { path: "mend.yaml", write: true });
  expect(data).toMatchObject({ written: true });
  expect(readFileSync(file, "utf8")).toBe(data?.["text"]);
  expect(await agent.call("fix", { path: "mend.yaml", write: true })).toMatchObject({ data: { changed: false, written: false } });
  expect(await agent.call("fix", { text: wrong, write: true })).toMatchObject({ failed: true, text: expect.stringContaining("stands in no file") });
});

it("tells what a change breaks before it is saved", async () => {
  const changed = good.replace(/\bthink\b/g, "ponder");
  const { data, text } = await agent.call("diff", { old_path: "workflow.yaml", text: changed, uri: "workflow.yaml" });
  expect(data).toMatchObject({ same_program: false });
  expect(text).toContain("executions that have been at 'think' cannot go on");
  const { data: back } = await agent.call("diff", { old_text: changed, path: "workflow.yaml" });
  expect(back).toMatchObject({ same_program: false });
  expect(await agent.call("diff", { old_text: good, text: good })).toMatchObject({ data: { same_program: true, differences: [] } });
});

it("says why a tool cannot do what it was asked, for the model to read", async () => {
  const said = async (tool: string, args: { readonly [name: string]: unknown }): Promise<string> => {
    const { failed, text, data } = await agent.call(tool, args);
    expect({ failed, data }, text).toEqual({ failed: true, data: undefined });
    return text;
  };
  expect(await said("validate", {})).toBe("error: no document is named\nhelp: give 'path' or 'text'\n");
  expect(await said("validate", { path: "a.yaml", text: good })).toContain("'path' and 'text' name two documents");
  expect(await said("validate", { path: "a.yaml", uri: "b.yaml" })).toContain("'uri' says where a 'text' lies, and there is none");
  expect(await said("validate", { pth: "a.yaml" })).toBe("error: 'validate' takes no 'pth'\nhelp: did you mean 'path'?\n");
  expect(await said("validate", { path: 7 })).toBe("error: 'path' is a string, and not 7\n");
  expect(await said("fix", { path: "wrong.yaml", write: "yes" })).toContain("'write' is true or false, and not 'yes'");
  expect(await said("graph", { path: "workflow.yaml", format: "png" })).toContain("'format' is one of mermaid, dot, svg, ascii, and not 'png'");
  expect(await said("validate", { path: "none.yaml" })).toContain("cannot read 'none.yaml': there is no such file");
  expect(await said("graph", { text: "a: [" })).toContain("error[JJ1001]");
  expect(await said("diff", { old_path: "wrong.yaml", path: "workflow.yaml" })).toContain("error[JJ1101]");
  expect(await said("explain", { code: "JJ9999" })).toContain("no code is called 'JJ9999'");
  expect(await said("schema", { part: "htp" })).toContain("did you mean 'http'?");
  expect(await said("validat", {})).toBe("error: no tool is called 'validat'\nhelp: did you mean 'validate'?\n");
});

it("declares the answers that are those of commands as the commands do", async () => {
  const { tools } = await agent.client.listTools();
  const of = (name: string): unknown => tools.find((tool) => tool.name === name)?.outputSchema?.properties;
  for (const name of ["validate", "graph", "diff"]) expect(of(name), name).toEqual((answerSchema(name)["anyOf"] as readonly { readonly properties: unknown }[])[0]?.properties);
});
