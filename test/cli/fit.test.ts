import fc from "fast-check";
import { expect, it } from "vitest";
import { fitted } from "../../cli/render/fit.ts";
import { type Line, page, width } from "../../cli/render/page.ts";

const shown = (lines: readonly Line[], columns: number | undefined): readonly string[] => page(fitted(lines, columns), "never").split("\n").slice(0, -1);

it("breaks long lines between words, and goes on two columns further in", () => {
  expect(shown(["  the quick brown fox jumps over the lazy dog"], 24)).toEqual(["  the quick brown fox", "    jumps over the lazy", "    dog"]);
  expect(shown(["short"], 24)).toEqual(["short"]);
  expect(shown(["  the quick brown fox jumps over the lazy dog"], undefined)).toEqual(["  the quick brown fox jumps over the lazy dog"]);
});

it("keeps the tone of each word, also where it changes inside one", () => {
  const line: Line = [{ tone: "strong", text: "status" }, ": ", { tone: "good", text: "all of it has completed" }, ", at last"];
  expect(fitted([line], 24)).toEqual([
    ["", { tone: "strong", text: "status" }, ":", " ", { tone: "good", text: "all" }, " ", { tone: "good", text: "of" }, " ", { tone: "good", text: "it" }, " ", { tone: "good", text: "has" }],
    ["  ", { tone: "good", text: "completed" }, ",", " ", "at", " ", "last"],
  ]);
});

it("cuts a word that is longer than a line, by columns and never inside a character", () => {
  expect(shown([`x ${"字".repeat(15)}`], 20)).toEqual(["x", `  ${"字".repeat(9)}`, `  ${"字".repeat(6)}`]);
});

it("cuts a word of a million characters once, not from its beginning for each line", () => {
  const lines = shown(["x".repeat(1_000_000), "字".repeat(100_000)], 80);
  expect(lines).toHaveLength(Math.ceil(1_000_000 / 78) + Math.ceil(200_000 / 78));
  expect(lines.slice(0, 2).map(width)).toEqual([80, 80]);
});

it("loses nothing but white space at the breaks, and no line is too wide", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "字", "é", "👍", ".", "\u001b"), minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), fc.integer({ min: 20, max: 60 }), fc.nat({ max: 8 }), (words, columns, indent) => {
      const text = " ".repeat(indent) + words.join(" ");
      const lines = shown([text], columns);
      expect(lines.every((line) => width(line) <= columns)).toBe(true);
      expect(lines.join("").replaceAll(" ", "")).toBe(page([text], "never").replaceAll(/[ \n]/g, ""));
    }),
  );
});
