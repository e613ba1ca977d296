import { expect, it } from "vitest";
import { compile, parseYamlData, type ProjectView } from "../compiler/index.ts";
import { readReplies } from "../runtime/index.ts";
import { filesIn, textOf } from "./support/house.ts";

interface Sample {
  readonly place: string;
  readonly mark: string;
  readonly text: string;
}

const samples = ["README.md", ...filesIn("docs/guide").filter((path) => path.endsWith(".md"))].flatMap((path) => samplesIn(path));
const marked = (mark: RegExp): readonly Sample[] => samples.filter((sample) => mark.test(sample.mark));

it.each(marked(/^$/))("$place compiles without a word", ({ text }) => {
  expect(codesOf(text)).toEqual([]);
});

it.each(marked(/^fails /))("$place $mark, and says nothing else", ({ mark, text }) => {
  expect(codesOf(text)).toEqual([mark.replace("fails ", "")]);
});

it.each(marked(/^replies$/))("$place is a replies file", ({ text }) => {
  expect(readReplies(parseYamlData({ uri: "file:///replies.yaml", text }).value.value)).toMatchObject({ ok: true });
});

it("every mark of a block has its test", () => {
  expect(samples.filter(({ mark }) => !/^(?:|replies|fails JJ\d{4})$/.test(mark))).toEqual([]);
});

/** The project that the pages speak of. */
const project: ProjectView = { servers: ["library"], fileExists: () => true, textOf: () => ({ ok: true, text: "{{ state.question }}" }) };

/** The codes of everything that is said of a document, in the order of the text. */
function codesOf(text: string): readonly string[] {
  return compile({ uri: "file:///guide.yaml", text }, { project }).diagnostics.map(({ code }) => code);
}

function samplesIn(path: string): readonly Sample[] {
  const page = textOf(path);
  return [...page.matchAll(/^```yaml(?: (.+))?\n([^]*?)^```/gm)].map((match) => ({ place: `${path}:${page.slice(0, match.index).split("\n").length}`, mark: match[1] ?? "", text: match[2] as string }));
}
