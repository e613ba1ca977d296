import { expect, it } from "vitest";
import { compile, createWorkspace, type FileText } from "../../compiler/index.ts";
import { asked, workflowOf } from "../support/document.ts";

const document = (nodes: string): string => workflowOf(nodes);
const asking = (file: string, more = ""): string => `ask: {type: model, model: gpt-4o, prompt_file: ${file}, output_key: a, next: end${more}}`;

/** The judgement of a document whose folder holds these files. */
function check(text: string, files: { readonly [path: string]: string }) {
  const textOf = (path: string): FileText => (files[path] === undefined ? { ok: false } : { ok: true, text: files[path] });
  return compile({ uri: "flows/test.yaml", text }, { project: { ...asked, servers: undefined, fileExists: () => true, textOf } });
}

it("makes the content of the file the prompt of the program, which needs the file no more", () => {
  const inFile = check(document(asking("prompts/ask.md")), { "prompts/ask.md": "Tell me about {{ state.b }}.\n" });
  const inline = check(document('ask: {type: model, model: gpt-4o, prompt: "Tell me about {{ state.b }}.\\n", output_key: a, next: end}'), {});
  expect(inFile.diagnostics).toEqual([]);
  expect(inFile.program?.hash).toBe(inline.program?.hash);
  expect(inFile.program?.inputs).toEqual([{ key: "b", required: true }]);
});

it("says of each piece of code which file it stands in", () => {
  const { program } = check(document(asking("prompts/ask.md")), { "prompts/ask.md": "Tell me about {{ state.b }}.\n" });
  expect(program?.debug.code).toEqual([["Tell me about {{ state.b }}.\n", 0, 29, "flows/prompts/ask.md"]]);
});

it("points into the file, once for all nodes that name it", () => {
  const two = document(`${asking("p.md").replace("next: end", "next: more")}\nmore: {type: model, model: gpt-4o, prompt_file: p.md, output_key: b, next: end}`);
  const { diagnostics, blocks } = check(two, { "p.md": "Hi,\n{{ state.missing }} and {{ nope }}" });
  expect(diagnostics.map(({ code, span }) => [code, blocks.fileOf(span)?.source.uri, span.start, span.end])).toEqual([
    ["JJ2002", "flows/p.md", 13, 20], ["JJ2004", "flows/p.md", 31, 35],
  ]);
});

it("takes a prompt that reads 'feedback' for one that shows it itself", () => {
  const loop = `${asking("p.md").replace("next: end", "next: check")}\ncheck: {type: eval, scorers: [{type: assertion, check: "len(output.a) > 3"}], on_fail: retry_with_feedback, max_retries: 1, next: end}`;
  const appends = (prompt: string): unknown => check(document(loop), { "p.md": prompt }).program?.ops[0];
  expect(appends("Hi.")).toMatchObject({ append_feedback: true });
  expect(appends("Hi. {% for each in feedback %}{{ each.message }}{% endfor %}")).toMatchObject({ append_feedback: false });
});

it("says where a file is named that is not there, and makes no program", () => {
  const { diagnostics, program } = check(document(asking("gone.md")), {});
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual(["JJ2009 the file 'gone.md' does not exist"]);
  expect(program).toBeUndefined();
  expect(compile({ uri: "a.yaml", text: document(asking("p.md")) }).diagnostics.map(({ message }) => message)).toEqual(["the file 'p.md' cannot be read: nobody reads files here"]);
});

it("reads the file again once the shell says that the project may have changed", () => {
  const workspace = createWorkspace();
  const view = (text: string) => ({ ...asked, servers: undefined, fileExists: () => true, textOf: (): FileText => ({ ok: true, text }) });
  workspace.setText({ uri: "a.yaml", text: document(asking("p.md")) });
  workspace.setProject("a.yaml", view("{{ state.nope }}"));
  expect(workspace.compiled("a.yaml")?.diagnostics).toHaveLength(1);
  workspace.setProject("a.yaml", view("{{ state.b }}"));
  expect(workspace.compiled("a.yaml")?.diagnostics).toEqual([]);
});
