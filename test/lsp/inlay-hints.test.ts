import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { hintsIn } from "../../lsp/features/inlay-hint.ts";
import { settingsFrom, type Settings } from "../../lsp/settings.ts";
import { at, connectEditor, openIn } from "../support/editor.ts";
import { examples } from "../support/examples.ts";

/** The lines that have hints, with them in place. */
function hinted(source: string, settings: Settings = settingsFrom(undefined)): readonly string[] {
  const { snapshot, text } = at(source);
  const hints = hintsIn(snapshot, { start: 0, end: text.length }, settings);
  const marked = [...hints].reverse().reduce((whole, { at: offset, words }) => `${whole.slice(0, offset)}«${words.map((each) => each.text).join("")}»${whole.slice(offset)}`, text);
  return marked.split("\n").filter((line) => line.includes("«")).map((line) => line.trim());
}

const text = `workflow:
  id: w
  version: 0.1.0
  start: ask
  state_schema:
    question: str
    note: str?
    answer: {text: str, sure: bool}
  retry_policies:
    slow: {max_attempts: 3, backoff: linear, delay_ms: 60000, max_delay_ms: 600000}
nodes:
  ask:
    type: model
    model: gpt-4o
    prompt: "{{ state.question }} {{ state.note | default('') }}"
    output_schema: {text: str, sure: bool}
    output_key: answer
    retry: io_default
    next:
      - when: output.answer.sure and len(output.answer.text) > 10 and output.answer.text != "nothing"
        to: done
      - when: output.answer.sure
        to: done
      - when: state.question == ""
        to: done
      - else: again
  again:
    type: http
    url: https://example.com
    method: GET
    retry: {max_attempts: 8, jitter: true}
    output_key: answer
    next: done
  done: {type: end}
`;

it("shows inputs, types of results, conditions beside the nodes they lead to, and how long retries wait", () => {
  expect(hinted(text)).toEqual([
    "question: str«input»",
    "note: str?«optional input»",
    "slow:«waits 1m, 2m» {max_attempts: 3, backoff: linear, delay_ms: 60000, max_delay_ms: 600000}",
    "output_key: answer«: {text: str, sure: bool}»",
    "retry: io_default«waits 1s, 2s, 4s, 8s»",
    "retry:«waits at most 1s, 2s, 4s, 8s, 16s, …» {max_attempts: 8, jitter: true}",
    "done:«if output.answer.sure and len(output.answer.text) … or if output.answer.sure or 1 more, or otherwise» {type: end}",
  ]);
});

it("shows no inputs where the header lists them", () => {
  expect(hinted(text.replace("state_schema:", "inputs: [question]\n  state_schema:")).filter((line) => line.includes("input»"))).toEqual([]);
});

it.each(["types", "inputs", "conditions", "retries"])("shows no %s where the user has switched them off", (name) => {
  const all = hinted(text);
  const fewer = hinted(text, settingsFrom({ jamjet: { inlayHints: { [name]: false } } }));
  expect(fewer.length).toBeLessThan(all.length);
  expect(all).toEqual(expect.arrayContaining([...fewer]));
});

it("looks only at what the range meets", () => {
  const { snapshot } = at(text);
  const start = text.indexOf("  again:");
  expect(hintsIn(snapshot, { start, end: text.indexOf("  done: {") }, settingsFrom(undefined)).map(({ words }) => words[0]?.text)).toEqual(["waits at most 1s, 2s, 4s, 8s, 16s, …"]);
  expect(hintsIn(snapshot, { start: 0, end: 20 }, settingsFrom(undefined))).toEqual([]);
});

it.each(examples.map(({ folder }) => [basename(folder), folder]))("shows hints of the example '%s' in places of it", (_, folder) => {
  const { snapshot, text: example } = at(readFileSync(join(folder, "workflow.yaml"), "utf8"));
  const hints = hintsIn(snapshot, { start: 0, end: example.length }, settingsFrom(undefined));
  for (const { at: offset, words } of hints) {
    expect(example.charAt(offset - 1)).toMatch(/\S/);
    expect(words.every((each) => each.text.length < 64)).toBe(true);
  }
  for (let end = 0; end < example.length; end += 101) hintsIn(at(example.slice(0, end)).snapshot, { start: 0, end }, settingsFrom(undefined));
});

it("answers an editor, with the places that hints come from and what was cut", async () => {
  const server = connectEditor();
  const textDocument = { uri: "file:///work.yaml" };
  await openIn(server, text);
  const line = text.split("\n").findIndex((each) => each.includes("done: {"));
  expect(await server.client.sendRequest("textDocument/inlayHint", { textDocument, range: { start: { line, character: 0 }, end: { line, character: 20 } } })).toMatchObject([{
    position: { line, character: 7 },
    paddingLeft: true,
    label: [{ value: "if output.answer.sure and len(output.answer.text) …", tooltip: expect.stringContaining("!= \"nothing\""), location: { uri: textDocument.uri } }, { value: " or if output.answer.sure" }, { value: " or 1 more" }, { value: ", or otherwise" }],
  }]);
});
