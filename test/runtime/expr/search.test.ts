import fc from "fast-check";
import { expect, it } from "vitest";
import { findPart, findParts } from "../../../runtime/expr/search.ts";
import { anyRuns } from "../../support/random.ts";

const fewLetters = (length: { readonly minLength?: number; readonly maxLength: number }) => fc.string({ unit: fc.constantFrom("a", "b"), ...length });

it("finds what the engine finds", () => {
  fc.assert(fc.property(fewLetters({ maxLength: 80 }), fewLetters({ minLength: 1, maxLength: 14 }), fc.nat(20), (text, part, from) => {
    expect(findPart(text, part, from)).toBe(text.indexOf(part, from));
    const pieces = text.split(part);
    expect(findParts(text, part)).toEqual(pieces.slice(1).map((_, at) => pieces.slice(0, at + 1).join(part).length));
    expect(findParts(text, part, 2)).toEqual(findParts(text, part).slice(0, 2));
  }), anyRuns(5_000));
});

it("looks for a text made to be looked for slowly", () => {
  const text = "a".repeat(1 << 20);
  expect(findPart(text, `ab${"a".repeat(500_000)}`)).toBe(-1);
  expect(findParts(text, "a".repeat(1 << 19))).toEqual([0, 1 << 19]);
});
