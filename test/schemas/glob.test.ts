import fc from "fast-check";
import { expect, it } from "vitest";
import { globCovers, globsMeet, matchesGlob } from "../../schemas/glob.ts";

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

it("knows which globs cover all that another covers", () => {
  for (const [outer, inner] of [["*", "a*b"], ["a*", "ab?"], ["?*", "*?"], ["*a*", "*ab*"], ["a?", "a?"], ["payments.*", "payments.refund"]] as const) expect(globCovers(outer, inner), `${outer} ${inner}`).toBe(true);
  for (const [outer, inner] of [["a*b", "*"], ["?*", "*"], ["a?", "a*"], ["ab", "a?"], ["payments.*", "refund"]] as const) expect(globCovers(outer, inner), `${outer} ${inner}`).toBe(false);
});

it("knows which globs have a name in common", () => {
  for (const [one, other] of [["a*", "*b"], ["*", ""], ["??", "*a"], ["gpt-*", "gpt-4o"]] as const) expect(globsMeet(one, other), `${one} ${other}`).toBe(true);
  for (const [one, other] of [["a*", "b*"], ["?", ""], ["a?", "b?"], ["gpt-*", "claude-*"], ["*a", "*b"]] as const) expect(globsMeet(one, other), `${one} ${other}`).toBe(false);
});

it("agrees with trying out every short name", () => {
  // 'c' stands in no glob, so that it is one of the characters that only a wildcard covers.
  const names = [""];
  for (const name of names) if (name.length < 6) names.push(...["a", "b", "c"].map((char) => name + char));
  const globs = fc.string({ unit: fc.constantFrom(..."ab*?"), maxLength: 5 });
  fc.assert(
    fc.property(globs, globs, (one, other) => {
      const coverage = (glob: string): readonly boolean[] => names.map((name) => matchesGlob(glob, name));
      const [inOne, inOther] = [coverage(one), coverage(other)];
      expect(globsMeet(one, other)).toBe(inOne.some((covered, index) => covered && inOther[index] === true) || globsMeetBeyond(one, other));
      const isCovered = inOther.every((covered, index) => !covered || inOne[index] === true);
      if (!one.includes("?") || !isCovered) expect(globCovers(one, other)).toBe(isCovered);
    }),
    { numRuns: 500 },
  );
});

/** Two globs of five characters may first meet in a name of more than six. */
function globsMeetBeyond(one: string, other: string): boolean {
  return one.length + other.length > 6 && globsMeet(one, other);
}
