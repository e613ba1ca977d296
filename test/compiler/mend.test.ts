import { expect, it } from "vitest";
import { compile, mend } from "../../compiler/index.ts";
import { brokenPromises } from "../support/fix-promises.ts";
import { filesIn, textOf } from "../support/house.ts";
import { mutated, pick } from "../support/mutate.ts";
import { randomFrom, runsOf, steadySeed } from "../support/random.ts";

const fixtures = [...filesIn("examples"), ...filesIn("test/diagnostics")].filter((path) => path.endsWith(".yaml") && !path.endsWith("replies.yaml"));

it.each(fixtures)("every safe fix keeps its promises: %s", (path) => {
  expect(brokenPromises(textOf(path))).toEqual([]);
});

it("quotes no part of a line that goes on behind a carriage return", () => {
  const text = "workflow:\n  id: a\n  version: 0.1.0\n  start: d\n  state_schema:\n    note: str\r    other: {name: str}\nnodes:\n  d: {type: end}\n";
  expect(brokenPromises(text)).toEqual([]);
  expect(mended(text)).toBe(text);
  expect(mended("a: *b\r    c\n")).toBe("a: *b\r    c\n");
});

it("writes the braces of a template around code without a change to the code", () => {
  const text = (prompt: string): string => `workflow:\n  id: a\n  version: 0.1.0\n  start: d\n  inputs: [q]\n  state_schema: {q: 'list[str]', r: str}\nnodes:\n  d: {type: model, model: gpt-4o, prompt: "${prompt}", output_key: r, next: e}\n  e: {type: end}\n`;
  expect(mended(text("{state.q | join('\\n')}"))).toBe(text("{{ state.q | join('\\n') }}"));
  expect(mended(text("${HOME} {state.q\\n}"))).toBe(text("{{ env.HOME }} {state.q\\n}"));
});

it.each([
  ["an anchor that is all there is of an item", "workflow:\n  id: a\n  version: 0.1.0\n  start: d\n  inputs: [q, &b ]\n  state_schema: {q: str}\nnodes:\n  d: {type: end}\n"],
  ["a scope that only a node needs to which nothing leads", "workflow:\n  id: a\n  version: 0.1.0\n  start: b\n  state_schema: {}\noauth: {token_endpoint: \"https://id.example.com/token\", client_id: a, requested_scopes: [r, w]}\nnodes:\n  b: {type: http, url: \"https://example.com\", oauth_scopes: {required_scopes: [r]}, next: d}\n  c: {type: http, url: \"https://example.com\", oauth_scopes: {required_scopes: [w]}, next: d}\n  d: {type: end}\n"],
])("leaves to people: %s", (_, text) => {
  expect(brokenPromises(text)).toEqual([]);
});

it("every safe fix keeps its promises in documents that were changed at random", { timeout: 120_000 }, () => {
  const corpus = fixtures.map(textOf);
  const runs = runsOf(250);
  const broken: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const random = randomFrom(steadySeed + run);
    const text = mutated(pick(corpus, random), random, corpus);
    broken.push(...brokenPromises(text).map((promise) => `JAMJET_SEED=${steadySeed + run} JAMJET_RUNS=1: ${promise}`));
  }
  expect(broken).toEqual([]);
});

/** What becomes of `text` when whatever can be mended is. */
function mended(text: string): string {
  const again = (source: { uri: string; text: string }): ReturnType<typeof compile> => compile(source);
  return mend(again({ uri: "file:///cut.yaml", text }), "unsafe", again).compiled.source.text;
}
