import { expect, it } from "vitest";
import type { ProjectView } from "../../../compiler/index.ts";
import { completeText, type LanguageHost } from "../../../lsp/index.ts";
import { nothingAround } from "../../../lsp/completion/around.ts";
import { completionsAt } from "../../../lsp/completion/complete.ts";
import { hoverAt } from "../../../lsp/features/hover.ts";
import { signaturesAt } from "../../../lsp/features/signature-help.ts";
import { plainText } from "../../../lsp/markup.ts";
import { envsOf, readingsOf } from "../../../lsp/prompt-readings.ts";
import { workflowOf } from "../../support/document.ts";
import { withRanges } from "../../support/editor.ts";
import { around } from "../../support/workspace.ts";

const reader = workflowOf("ask: {type: model, model: gpt-4o, prompt_file: prompts/ask.md, output_key: b, next: end}", "", "topic: str, b: str, tags: list[str]");
const other = workflowOf("ask: {type: model, model: gpt-4o, prompt_file: prompts/ask.md, output_key: b, next: end}", "", "topic: int, b: str").replace("id: test", "id: other");
const fleet = `version: 1\nworkflows:\n  nightly:\n    start: ask\n    state_schema: {night: str, b: str}\n    nodes:\n      ask: {type: model, model: gpt-4o, prompt_file: prompts/ask.md, output_key: b, next: done}\n      done: {type: end}\n`;

function told(prompt: string, documents: { readonly [path: string]: string }): { readonly text: string; readonly at: string } | undefined {
  const { snapshot, offset, library } = around({ ...documents, "prompts/ask.md": prompt });
  const hover = hoverAt(snapshot, offset, plainText, () => readingsOf(snapshot, library));
  return hover?.range && { text: (hover.contents as { readonly value: string }).value, at: withRanges(snapshot, [hover.range]) };
}

it("tells in a prompt file what its code is to the workflow that includes it", () => {
  expect(told("Say {{ state.to$0pic | upper }}", { "flow.yaml": reader })).toEqual({ text: "state.topic: str\n\nRead by `ask`.", at: "Say {{ ‹state.topic› | upper }}" });
  expect(told("Say {{ state.ni$0ght }}", { "fleet.yaml": fleet })?.text).toBe("state.night: str\n\nRead by `ask`.");
  expect(told("{% for t in state.tags %}{{ $0t }}{% endfor %}", { "flow.yaml": reader })?.text).toBe("t: str");
  expect(told("Say {{ state.to$0pik }}", { "flow.yaml": reader })?.text).toBe("The state has no key `topik`. The nearest is `topic`.\n\nRead by `ask`.");
});

it("tells what differs from one workflow to another, and what nobody has to know", () => {
  expect(told("Say {{ state.to$0pic }}", { "flow.yaml": reader, "other.yaml": other })?.text).toBe("In `test`:\n\nstate.topic: str\n\nRead by `ask`.\n\nIn `other`:\n\nstate.topic: int\n\nRead by `ask`.");
  expect(told("Say {{ state.$0b }}", { "flow.yaml": reader, "other.yaml": other })?.text).toBe("state.b: str\n\nWritten by `ask`; read by `ask`.");
  expect(told("Say {{ state.b | up$0per }}", {})?.text).toMatch(/^str \| upper\(\) -> str\n/);
  expect(told("Sa$0y {{ state.b }}", { "flow.yaml": reader })).toBeUndefined();
});

it("offers in a prompt file the keys of every workflow that includes it, with their types", () => {
  const offered = (prompt: string, documents: { readonly [path: string]: string }): readonly string[] => {
    const { snapshot, offset, library } = around({ ...documents, "prompts/ask.md": prompt });
    return completionsAt(snapshot, offset, { ...nothingAround, readers: () => envsOf(snapshot, library) }).candidates.filter(({ kind }) => kind === "field").map(({ label, detail }) => `${label}: ${detail}`);
  };
  expect(offered("Say {{ state.$0", { "flow.yaml": reader, "fleet.yaml": fleet })).toEqual(["topic: str", "b: str", "tags: list[str]", "night: str"]);
  expect(offered("Say {{ state.$0", {})).toEqual([]);
});

it("knows in a prompt file which call is open", () => {
  const { snapshot, offset, library } = around({ "flow.yaml": reader, "prompts/ask.md": "Say {{ state.tags | join($0) }}" });
  expect(signaturesAt(snapshot, offset, plainText, () => envsOf(snapshot, library))?.signatures[0]?.label).toMatch(/^join\(/);
});

it("offers the same to programs that hold no editor, by the documents of the project", () => {
  const files = new Map([["file:///flows/flow.yaml", reader], ["file:///flows/prompts/ask.md", "Say {{ state. }}"]]);
  const projectOf = (): ProjectView => ({ servers: undefined, fileExists: () => true, textOf: (path) => ({ ok: true, text: files.get(`file:///flows/${path}`) ?? "" }) });
  const host: LanguageHost = { version: "0", projectOf, documentsUnder: () => [{ uri: "file:///flows/flow.yaml", text: reader }], placesOf: () => ({ root: "file:///flows/", declared: () => undefined }) };
  const source = { uri: "file:///flows/prompts/ask.md", text: "Say {{ state. }}" };
  expect(completeText(host, source, source.text.indexOf(" }}"), 3).suggestions.map(({ label }) => label)).toEqual(["topic", "b", "tags"]);
});
