import { expect, it } from "vitest";
import { changedLines, editsBetween } from "../../../compiler/index.ts";
import { randomFrom, steadySeed } from "../../support/random.ts";

it("names the fewest lines that make the one text of the other", () => {
  expect(changedLines([..."abcabba"], [..."cbabac"])).toEqual([
    { start: 0, end: 2, newStart: 0, newEnd: 0 },
    { start: 3, end: 3, newStart: 1, newEnd: 2 },
    { start: 5, end: 6, newStart: 4, newEnd: 4 },
    { start: 7, end: 7, newStart: 5, newEnd: 6 },
  ]);
});

it("finds nothing between equal texts", () => {
  expect(changedLines(["a", "b"], ["a", "b"])).toEqual([]);
});

it("replaces as a whole what has next to nothing in common", () => {
  const lines = (word: string): readonly string[] => ["same", ...Array.from({ length: 3_000 }, (_, index) => `${word}${index}`), "end"];
  expect(changedLines(lines("a"), lines("b"))).toEqual([{ start: 1, end: 3_001, newStart: 1, newEnd: 3_001 }]);
});

it("gives edits that make any text of any other", () => {
  const random = randomFrom(steadySeed);
  const text = (): string => Array.from({ length: Math.floor(random() * 12) }, () => `${"abc".charAt(random() * 3)}${random() < 0.9 ? "\n" : "\r\n"}`).join("") + (random() < 0.5 ? "x" : "");
  for (let round = 0; round < 500; round += 1) {
    const [before, after] = [text(), text()];
    const edited = [...editsBetween(before, after)].reverse().reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), before);
    expect(edited, `JAMJET_SEED=${steadySeed}`).toBe(after);
  }
});
