import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CompletionList } from "vscode-languageserver-protocol/node";
import { expect, it } from "vitest";
import { languageHost } from "../../../cli/language-host.ts";
import { agentService, type Result } from "../../../cli/mcp/service.ts";
import { nodeIo } from "../../../cli/node-io.ts";
import { connectEditor, marked, openIn } from "../../support/editor.ts";
import { root } from "../../support/house.ts";
import { agentIn } from "../../support/mcp-client.ts";

interface Completed {
  readonly file: string;
  readonly replaces: { readonly offset: number; readonly endOffset: number };
  readonly suggestions: readonly { readonly label: string; readonly insert: string; readonly doc?: string }[];
  readonly more: boolean;
}

const folder = join(root, "examples/stories/research-agent");
const io = nodeIo(() => {});
const service = agentService(io);

async function complete(args: { readonly [name: string]: string | number }): Promise<Result & { readonly data: Completed }> {
  const result = await service.call("complete", args, [folder]);
  // The schema of its data is held by the client of the last test.
  return result as Result & { readonly data: Completed };
}

/** What is offered where `$0` stands. */
async function offered(source: string): Promise<Completed> {
  const { text, offset } = marked(source);
  const before = text.slice(0, offset).split("\n");
  const { data } = await complete({ text, uri: "draft.yaml", line: before.length, column: (before.at(-1) as string).length + 1 });
  return data;
}

const draft = `workflow:
  id: draft
  version: 0.1.0
  state_schema: {question: str, answer: str}
  start: ask
nodes:
  ask:
    type: model
    model: claude-haiku-4-5
`;

it("tells the keys that fit an unfinished node, and what each means", async () => {
  const { suggestions } = await offered(`${draft}    pro$0\n    next: ask\n`);
  expect(suggestions[0]).toMatchObject({ label: "prompt", insert: "prompt: ", doc: expect.stringContaining("What is asked.") });
  expect(suggestions.every(({ label }) => label.includes("pro"))).toBe(true);
});

it("tells what there is where nothing begins as it is written: what is written may be wrong", async () => {
  const { suggestions, replaces } = await offered(`${draft}    next: xyz$0\n  done: {type: end}\n`);
  expect(suggestions.map(({ label }) => label)).toContain("done");
  expect(replaces.endOffset - replaces.offset).toBe(3);
});

it("tells the tools of the project that the text lies in", async () => {
  expect((await offered(`${draft}    next: look\n  look:\n    type: tool\n    server: $0\n`)).suggestions.map(({ label }) => label)).toContain("library");
});

it("gives lines that are inserted the indentation of the place", async () => {
  const { suggestions } = await offered("workflow:\n  id: a\nnodes:\n  ask:\n    type: model\n    retry:\n      $0\n");
  for (const { insert } of suggestions) expect(insert.split("\n").slice(1).every((line) => line === "" || line.startsWith("      ")), insert).toBe(true);
});

it("says the same as the language server, at the end of every line of an example", async () => {
  const text = readFileSync(join(folder, "workflow.yaml"), "utf8");
  const uri = pathToFileURL(join(folder, "workflow.yaml")).href;
  const editor = connectEditor(languageHost(io));
  await openIn(editor, text, uri);
  let compared = 0;
  for (const [line, written] of text.split("\n").entries()) {
    const { items } = await editor.client.sendRequest<CompletionList>("textDocument/completion", { textDocument: { uri }, position: { line, character: written.length } });
    const { data } = await complete({ path: "workflow.yaml", line: line + 1 });
    const told = data.suggestions.map(({ label }) => label);
    const begun = text.slice(data.replaces.offset, data.replaces.endOffset).toLowerCase();
    const fitting = items.filter(({ label, filterText = label }) => filterText.toLowerCase().includes(begun));
    expect([...told].sort(), `line ${line + 1}`).toEqual((fitting.length === 0 ? items : fitting).map(({ label }) => label).slice(0, 60).sort());
    compared += told.length;
  }
  expect(compared).toBeGreaterThan(100);
});

it("says where a place is not", async () => {
  const said = async (args: { readonly [name: string]: string | number }): Promise<string> => (await complete(args)).texts.join("");
  expect(await said({ text: "a: 1\n", line: 9 })).toContain("'line' is 9, and 'untitled.yaml' has 2");
  expect(await said({ text: "a: 1\n", line: 1, column: 9 })).toContain("'column' is 9, and line 1 ends before column 5");
  expect(await said({ text: "a: 1\n", line: 0 })).toContain("'line' is a whole number from 1, and not 0");
  expect(await said({ text: "a: 1\n" })).toContain("'complete' wants 'line'");
});

it("answers agents at every place of an unfinished document, and never with a mistake of ours", async () => {
  const { call } = await agentIn(folder);
  const text = `${draft}    prompt: "{{ state.q`;
  for (let end = 0; end <= text.length; end += 7) {
    const part = text.slice(0, end);
    const { failed, data, text: said } = await call("complete", { text: part, line: part.split("\n").length });
    expect({ failed, file: data?.["file"] }, said).toEqual({ failed: false, file: "untitled.yaml" });
  }
});
