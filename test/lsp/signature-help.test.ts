import { expect, it } from "vitest";
import { signaturesAt } from "../../lsp/features/signature-help.ts";
import { plainText } from "../../lsp/markup.ts";
import { at } from "../support/editor.ts";

/** The active signature with its active parameter marked. */
function shown(code: string): string | undefined {
  const text = `workflow: {id: a, version: 0.1.0, start: ask, state_schema: {q: str, tags: 'list[str]', n: float}}\nnodes:\n  ask:\n    type: model\n    prompt: "${code}"\n`;
  const { snapshot, offset } = at(text);
  const help = signaturesAt(snapshot, offset, plainText);
  const active = help?.signatures[help.activeSignature ?? 0];
  const range = active?.parameters?.[help?.activeParameter ?? 0]?.label;
  if (active === undefined || range === undefined || typeof range === "string") return active?.label;
  const [start, end] = range;
  return `${active.label.slice(0, start)}‹${active.label.slice(start, end)}›${active.label.slice(end)}`;
}

it.each([
  ["{{ len($0) }}", /^len\(‹value: .*›\) -> int$/],
  ["{{ len($0", /^len\(‹value: .*›\)/],
  ["{{ round(state.n, $0) }}", /^round\(number: float, ‹ndigits: int›\) -> float$/],
  ["{{ state.q.replace('a', $0) }}", /^replace\(old: str, ‹new: str›, count: int = -1\)/],
  ["{{ state.q.split(',', max($0)) }}", /^max\(/],
  ["{{ state.tags.count($0) }}", /^count\(‹value: a\w+›\) -> int$/],
  ["{{ state.q.count($0) }}", /^count\(‹sub: str›\) -> int$/],
  ["{{ state.q | truncate(length=20, $0) }}", /^truncate\(.*‹.*›.*\)/],
  ["{{ state.q | truncate(end=$0) }}", /‹end: /],
  ["{{ state.n is divisibleby($0) }}", /^divisibleby\(‹num: int›\)/],
  ["{{ len([1, 2, $0]) }}", /^len\(‹value/],
  ["{% if any($0 %}", /^any\(‹/],
])("shows what a call takes, and the argument that is written: %s", (code, signature) => {
  expect(shown(code)).toMatch(signature);
});

it.each(["{{ (state.n $0) }}", "{{ state.q }} len($0)", "{{ unknown($0) }}", "{{ len(state.q) $0 }}"])("shows nothing where nothing is called: %s", (code) => {
  expect(shown(code)).toBeUndefined();
});
