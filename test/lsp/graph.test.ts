import { expect, it } from "vitest";
import { languageHost } from "../../cli/language-host.ts";
import { nodeIo } from "../../cli/node-io.ts";
import { connectEditor, openIn, type Editor } from "../support/editor.ts";
import { workflowOf } from "../support/document.ts";

const uri = "file:///work.yaml";
const text = workflowOf("ask: {type: model, model: gpt-4o, prompt: Hello, output_key: a, next: end}");

async function editorOn(document: string): Promise<Editor> {
  const server = connectEditor(languageHost(nodeIo(() => {})));
  await openIn(server, document);
  return server;
}

const drawn = ({ client }: Editor, format: string, of = uri): Promise<unknown> => client.sendRequest("jamjet/graph", { textDocument: { uri: of }, format });

it("draws the graph of the text as it stands, in the words of the command line", async () => {
  const server = await editorOn(text);
  expect(await drawn(server, "mermaid")).toEqual({ uri, version: 1, text: expect.stringMatching(/^flowchart TD$[^]*ask[^]*-->/m) });
  expect(await drawn(server, "svg")).toEqual({ uri, version: 1, text: expect.stringMatching(/^<svg [^]*data-node="ask"/) });
  await server.client.sendNotification("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges: [{ text: text.replace("next: end", "next: gone") }] });
  expect(await drawn(server, "mermaid")).toMatchObject({ version: 2 });
});

it("draws the workflow of a fleet that the position is in, else the one that is named, else the first", async () => {
  const fleet = `version: 1
agents:
  writer: {strategy: react, goal: Write, model: gpt-4o}
workflows:
  nightly: {start: rest, nodes: {rest: {type: end}}}
  weekly:
    start: stop
    nodes:
      stop: {type: end}
`;
  const { client } = await editorOn(fleet);
  const drawnAt = (line: number, workflow?: string): Promise<unknown> => client.sendRequest("jamjet/graph", { textDocument: { uri }, position: { line, character: 4 }, ...(workflow === undefined ? {} : { workflow }), format: "mermaid" });
  const nightly = { workflow: "nightly", text: expect.stringContaining("rest"), range: { start: { line: 4, character: 2 } } };
  const weekly = { workflow: "weekly", text: expect.stringContaining("stop"), range: { start: { line: 5, character: 2 } } };
  expect(await drawnAt(4, "weekly")).toMatchObject(nightly);
  expect(await drawnAt(7)).toMatchObject(weekly);
  expect(await drawnAt(2, "weekly")).toMatchObject(weekly);
  expect(await drawnAt(2)).toMatchObject(nightly);
  expect(await drawnAt(2, "gone")).toMatchObject(nightly);
});

it("draws nothing of what cannot be read, is not open, or in a format that is none", async () => {
  const server = await editorOn("workflow: [");
  expect(await drawn(server, "mermaid")).toBeNull();
  expect(await drawn(server, "mermaid", "file:///other.yaml")).toBeNull();
  expect(await drawn(await editorOn(text), "png")).toBeNull();
});

it("does not lay out what would take minutes", async () => {
  const nodes = Array.from({ length: 500 }, (_, index) => `n${index}: {type: model, model: gpt-4o, prompt: Hello, output_key: a, next: ${index === 499 ? "end" : `n${index + 1}`}}`);
  const server = await editorOn(workflowOf(nodes.join("\n")));
  expect(await drawn(server, "svg")).toBeNull();
  expect(await drawn(server, "mermaid")).toMatchObject({ version: 1 });
});
