import { expect, it } from "vitest";
import { matchesPlainly } from "../../../compiler/check/plain-pattern.ts";

it.each([
  ["^[a-z0-9_-]+$", "a-b_1", true],
  ["^[a-z0-9_-]+$", "A b", false],
  ["^\\d{4}-\\d{2}-\\d{2}$", "2026-11-21", true],
  ["^\\d{4}-\\d{2}-\\d{2}$", "21.11.2026", false],
  ["^(?:draft|final)$", "final", true],
  ["^(draft|final)?$", "done", false],
  ["^[^@]+@[^@]+$", "ada@example.com", true],
  ["^https?://", "ftp://example.com", false],
  ["b", "abc", true],
  ["^\\p{Lu}", "Ärger", true],
  ["^[\\]]$", "]", true],
])("holds %s against '%s'", (pattern, text, expected) => {
  expect(matchesPlainly(text, pattern)).toBe(expected);
});

it.each(["(a+)+$", "(a|a)*$", "(a|aa)+$", "(?=a)b", "(?<!a)b", "(a)\\1", "(?<n>a)\\k<n>", "a*a*a*b", "(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)b", "a?a?a?a?a?a?a?aaaaaaa", "(ab){2,}", "[", "a{2", "\\"])("does not try %s", (pattern) => {
  expect(matchesPlainly("a".repeat(100), pattern)).toBeUndefined();
});

it("does not try a text that is long", () => {
  expect(matchesPlainly("a".repeat(129), "a")).toBeUndefined();
});
