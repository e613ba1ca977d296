import fc from "fast-check";
import { expect, it } from "vitest";
import { matchesGlob } from "../../schemas/glob.ts";

const covers = (glob: string, ...names: readonly string[]): readonly boolean[] => names.map((name) => matchesGlob(glob, name));

it("covers whole names only, case and all", () => {
  expect(covers("delete", "delete", "Delete", "delete_all", "undelete", "")).toEqual([true, false, false, false, false]);
});

it("takes '*' for any characters, dots and none included", () => {
  expect(covers("payments.*", "payments.refund", "payments.a.b", "payments.", "payments")).toEqual([true, true, true, false]);
  expect(covers("*delete*", "delete", "github.delete_branch", "dele")).toEqual([true, true, false]);
  expect(covers("*", "", "a", "a.b")).toEqual([true, true, true]);
  expect(covers("a*b*c", "abc", "aXbYbZc", "acb")).toEqual([true, true, false]);
});

it("takes '?' for one character, whatever its bytes", () => {
  expect(covers("v?", "v1", "v", "v10", "v😀")).toEqual([true, false, false, true]);
});

it("takes every other character for itself", () => {
  expect(covers("a.[b](c)+$", "a.[b](c)+$", "aX[b](c)+$")).toEqual([true, false]);
});

it("agrees with the same pattern as a regular expression", () => {
  const letters = (alphabet: string): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 9 });
  fc.assert(
    fc.property(letters("ab*?."), letters("ab."), (glob, name) => {
      const pattern = [...glob].map((char) => ({ "*": ".*", "?": ".", ".": "\\." })[char] ?? char).join("");
      expect(matchesGlob(glob, name)).toBe(new RegExp(`^${pattern}$`, "su").test(name));
    }),
    { numRuns: 2_000 },
  );
});

it("does not lose itself in a pattern of two hundred stars", () => {
  expect(matchesGlob(`${"*a".repeat(200)}b`, "a".repeat(20_000))).toBe(false);
});
