import { expect, it } from "vitest";
import type { CodeLens } from "vscode-languageserver";
import { lensesOf } from "../../lsp/features/code-lens.ts";
import { at, connectEditor, openIn, type Editor } from "../support/editor.ts";

const textDocument = { uri: "file:///work.yaml" };
const text = `workflow:
  id: w
  version: 0.1.0
  start: ask
  state_schema:
    question: str
    note: str?
    answer: str
nodes:
  ask:
    type: model
    model: gpt-4o
    max_tokens: 100
    timeout: 30s
    prompt: "{{ state.question }} {{ state.note | default('') }}"
    output_key: answer
    next: check
  check:
    type: branch
    conditions:
      - if: len(state.answer) > 3 and len(state.question) > 3
        next: end
    default: end
  end: {type: end}
`;
const commands = ["jamjet.run", "jamjet.showInputs", "jamjet.showCost", "jamjet.showReferences"];

/** The line of each lens, what it says, and the command that it calls. */
async function lenses({ client }: Editor, of = text): Promise<readonly string[]> {
  const found: readonly CodeLens[] = await client.sendRequest("textDocument/codeLens", { textDocument });
  const resolved: readonly CodeLens[] = await Promise.all(found.map((lens) => client.sendRequest<CodeLens>("codeLens/resolve", lens)));
  return resolved.map(({ range, command }) => `${of.split("\n")[range.start.line]?.trim() ?? ""} ${command === undefined ? "-" : `${command.title} (${command.command})`}`);
}

it("offers to run the workflow, and to see its inputs, its cost and who uses its state", async () => {
  const server = connectEditor();
  await openIn(server, text, textDocument.uri, {}, { commands });
  expect(await lenses(server)).toEqual([
    "workflow: run (jamjet.run)",
    "workflow: inputs: question, note? (jamjet.showInputs)",
    expect.stringMatching(/^workflow: takes 1 call, at least \$\S+, at most 30s \(jamjet\.showCost\)$/),
    "question: str 0 writes, 2 reads (jamjet.showReferences)",
    "note: str? 0 writes, 1 read (jamjet.showReferences)",
    "answer: str 1 write, 1 read (jamjet.showReferences)",
  ]);
});

it("counts what an event brings among the writes", async () => {
  const server = connectEditor();
  await openIn(server, `${text}  hear: {type: wait, event: said, data: {note: str}, next: end}\n`, textDocument.uri, {}, { commands });
  expect(await lenses(server)).toContain("note: str? 1 write, 1 read (jamjet.showReferences)");
});

it("names the places of a key for the client to show", async () => {
  const server = connectEditor();
  await openIn(server, text, textDocument.uri, {}, { commands });
  const found: readonly CodeLens[] = await server.client.sendRequest("textDocument/codeLens", { textDocument });
  const { command }: CodeLens = await server.client.sendRequest("codeLens/resolve", found.at(-1));
  const lines = text.split("\n");
  expect(command?.arguments).toMatchObject([textDocument.uri, { line: lines.indexOf("    answer: str"), character: 4 }, [
    { uri: textDocument.uri, range: { start: { line: lines.indexOf("    output_key: answer"), character: 16 } } },
    { uri: textDocument.uri, range: { start: { line: lines.findIndex((line) => line.includes("len(state.answer")) } } },
  ]]);
});

it("offers nothing that the client cannot do, and does not run what cannot run", async () => {
  const without = connectEditor();
  await openIn(without, text);
  await expect(without.client.sendRequest("textDocument/codeLens", { textDocument })).resolves.toEqual([]);
  const some = connectEditor();
  await openIn(some, text.replace("next: check", "next: chekc"), textDocument.uri, {}, { commands: ["jamjet.run"] });
  expect(await lenses(some)).toEqual([]);
});

it("says of the workflows of a fleet what they want and take, which nothing runs by their names, and of an agent who uses its state", async () => {
  const fleet = `version: 1
agents:
  writer: {strategy: react, goal: 'On {{ state.topic }}', model: gpt-4o, state_schema: {topic: str}, limits: {max_iterations: 9, max_cost_usd: 1, timeout_seconds: 60}}
workflows:
  nightly:
    start: ask
    state_schema: {topic: str, said: str}
    nodes:
      ask: {type: model, model: gpt-4o, prompt: 'On {{ state.topic }}', output_key: said, next: done}
      done: {type: end}
`;
  const server = connectEditor();
  await openIn(server, fleet, textDocument.uri, {}, { commands });
  expect(await lenses(server, fleet)).toEqual([
    expect.stringMatching(/^writer: .* 0 writes, 1 read \(jamjet\.showReferences\)$/),
    "nightly: inputs: topic ()",
    expect.stringMatching(/^nightly: takes 1 call, .*\(\)$/),
    "state_schema: {topic: str, said: str} 0 writes, 1 read (jamjet.showReferences)",
    "state_schema: {topic: str, said: str} 1 write, 0 reads (jamjet.showReferences)",
  ]);
  const broken = connectEditor();
  await openIn(broken, fleet.replace("start: ask", "start: aks"), textDocument.uri, {}, { commands });
  expect((await lenses(broken, fleet)).filter((lens) => lens.startsWith("nightly"))).toEqual([]);
});

it("leaves a lens as it is that is not ours, or whose document is closed", async () => {
  const server = connectEditor();
  await openIn(server, text, textDocument.uri, {}, { commands });
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  for (const data of [undefined, "x", { uri: textDocument.uri, subject: { of: 1 } }, { uri: "file:///gone.yaml", subject: "run" }]) {
    expect(await server.client.sendRequest("codeLens/resolve", { range, ...(data === undefined ? {} : { data }) })).not.toHaveProperty("command");
  }
});

it("has no lenses in every beginning of a document that a client could not show", () => {
  for (let end = 0; end < text.length; end += 9) {
    const { snapshot } = at(text.slice(0, end));
    for (const { range } of lensesOf(snapshot, new Set(commands))) expect(snapshot.places.offsetAt(range.end)).toBeLessThanOrEqual(end);
  }
});
