import { expect, it } from "vitest";
import { findingsOf } from "./kill.ts";
import { judged } from "./main.ts";
import { operators } from "./operators/index.ts";
import { subjects } from "./subjects.ts";
import { reportOf } from "./table.ts";

it("what is broken on purpose has nothing wrong before", () => {
  expect(subjects.flatMap((subject) => findingsOf(subject, subject.text).map(({ diagnostic }) => `${subject.name}: ${diagnostic.code} ${diagnostic.message}`))).toEqual([]);
});

it("has no two operators of one name", () => {
  expect(operators.length).toBeGreaterThanOrEqual(40);
  expect(new Set(operators.map(({ name }) => name)).size).toBe(operators.length);
});

// `npm run mutate` and `npm run test:long` look at all of them.
it("a mistake is found where it was made", { timeout: 120_000 }, () => {
  const seen = judged(41);
  expect(seen.length).toBeGreaterThan(500);
  expect(seen.filter(({ fate }) => fate !== "in-range").map(reportOf)).toEqual([]);
});
