import { expect, it } from "vitest";
import { linksIn } from "../../../lsp/features/document-links.ts";
import { workflowOf } from "../../support/document.ts";
import { at } from "../../support/editor.ts";

function links(text: string): readonly string[] {
  const { snapshot } = at(text, { uri: "file:///flows/work.yaml" });
  return linksIn(snapshot).map(({ range, target, data }) => `${snapshot.source.text.slice(snapshot.places.offsetAt(range.start), snapshot.places.offsetAt(range.end))} -> ${target ?? JSON.stringify(data)}`);
}

it("leads to files, to schemas, and to addresses that are written out", () => {
  expect(links(`# yaml-language-server: $schema=schemas/workflow.json\n# yaml-language-server: $schema=https://example.com/s.json\n${workflowOf(
    `ask: {type: model, model: gpt-4o, prompt_file: 'prompts/a b.md', output_key: a, next: get}
     get: {type: http, url: https://example.com/x, output_key: a, next: post}
     post: {type: http, url: "https://example.com/{{ state.a }}", output_key: a, next: call}
     call: {type: subgraph, workflow_ref: sub/child.yaml, next: judge}
     judge: {type: eval, node: ask, scorers: [{type: custom, module: ./score.mjs}, {type: custom, module: 'pkg.mod:Class'}], next: end}`,
  )}`)).toEqual([
    "schemas/workflow.json -> file:///flows/schemas/workflow.json",
    "https://example.com/s.json -> https://example.com/s.json",
    "prompts/a b.md -> file:///flows/prompts/a%20b.md",
    "sub/child.yaml -> file:///flows/sub/child.yaml",
    './score.mjs -> {"uri":"file:///flows/work.yaml","path":"./score.mjs"}',
    "https://example.com/x -> https://example.com/x",
  ]);
});
