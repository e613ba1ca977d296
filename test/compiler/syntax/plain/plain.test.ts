import { expect, it } from "vitest";
import { filesIn, textOf } from "../../../support/house.ts";
import { differenceIn, fuzzPlain } from "../../../support/plain.ts";
import { steadySeed } from "../../../support/random.ts";

const same = "";

function check(text: string, difference: string | undefined): void {
  expect(differenceIn(text), JSON.stringify(text)).toBe(difference);
}

it("reads the examples without the package, and as the package does", () => {
  const files = filesIn("examples").filter((file) => file.endsWith(".yaml"));
  expect(files.filter((file) => differenceIn(textOf(file)) !== same)).toEqual([]);
});

it.each([
  ["mappings, lists and what is left out", "a:\n  b: c\n\n  d:\ne:\n- f\n-\n- - g\n  - h: i\n    j: k\n# end\n"],
  ["text with and without quotes", "a: b c's # d\n'e''f' : \"g\\n\\u00e9\"\nh: http://i#j\nk: -l\nm: ./n.ts:o\n"],
  ["what is no text", "- 1\n- -1.5e3\n- 0x1f\n- 0o17\n- ~\n- null\n- TRUE\n- 1.2.3\n- -0\n"],
  ["brackets on one line", "a: [b, 'c', {d: 1, \"e\": [ ]}, f(g), ]\nh: { } # i\n"],
  ["blocks of text", "a: |\n  b\n\n   c\n\nd: >- # e\n    f\n    g\n\n     h\ni:\n- |+\n  j\n\n- k: >\n    l\n# m\n"],
  ["a last line without a line feed", "a: |\n  b\nc: |\n  d"],
])("reads %s without the package", (_, text) => check(text, same));

it.each([
  ["anchors, aliases and tags", ["a: &b c\n", "a: *b\n", "a: !!str b\n", "&a b: c\n"]],
  ["directives, markers and second documents", ["%YAML 1.2\n---\na: b\n", "---\na: b\n", "a: b\n...\n", "a: b\n--- c\n", "...a: b\n"]],
  ["tabs, carriage returns, byte order marks and control characters", ["a:\tb\n", "a: b\r\n", "\ufeffa: b\n", "a: \u0007\n", "a: \u2028\n"]],
  ["text and brackets of several lines", ["a: b\n  c\n", "a: 'b\n  c'\n", "a: \"b\\\n  c\"\n", "a: [b,\n  c]\n", "a:\n  b\n"]],
  ["what is an error or a warning", ["a: b: c\n", "a: b\na: c\n", "a: yes\n", "a: 010\n", "1: a\n", "<<: a\n", "a: 1e999\n", "a: 99999999999999999\n", "a:\n  b: c\n d: e\n", "a: 'b'c\n", "a: [b]]\n", "a: {{ b }}\n", "a: \"\\q\"\n", "a: \"\\ud800\"\n", "a: [f(b, c)]\n", "a: [b )( c, )( d]\n", "a: b\n- c\n"]],
  ["unusual keys", ["? a\n: b\n", "[a]: b\n", "a: [b: c]\n", "a: {b}\n", "é: 1\ne\u0301: 2\n"]],
  ["blocks of text with an indentation of their own, without text, or with loose white space", ["a: |2\n   b\n", "a: |\nb: c\n", "a: |\n  b\n    \n", "a: |\n  b\n  "]],
  ["a document that is no block", ["", "# a\n", "a\n", "'a'\n", "|\n a\n", "  a: b\n"]],
])("leaves %s to the package", (_, texts) => texts.forEach((text) => check(text, undefined)));

it("leaves a document to the package that nests too deeply", () => {
  const nested = "a:\n  - b: [{c: d}]\n";
  expect(differenceIn(nested, 5)).toBe(same);
  expect(differenceIn(nested, 4)).toBe(undefined);
});

it("agrees with the package on the first of many random documents; `npm run fuzz` makes more", () => {
  const { documents, plain } = fuzzPlain(steadySeed, 15_000);
  expect(plain).toBeGreaterThan(documents / 10);
});
