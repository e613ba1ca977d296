import { expect, it } from "vitest";
import { steadySeed } from "../support/random.ts";
import { findingsOf } from "./kill.ts";
import { faultsOf, longSubject, plant } from "./planted.ts";

it("finds 1 to 20 faults of one document in one run, and hardly anything else", { timeout: 120_000 }, () => {
  const subject = longSubject();
  expect(findingsOf(subject, subject.text).map(({ diagnostic }) => diagnostic.message)).toEqual([]);
  const faults = faultsOf(subject);
  const seen = Array.from({ length: 40 }, (_, round) => plant(subject, faults, 1 + (round % 20), steadySeed + round));
  const sum = (of: (each: (typeof seen)[number]) => number): number => seen.reduce((total, each) => total + of(each), 0);
  const planted = sum((each) => each.faults);
  const where = `JAMJET_SEED=${steadySeed}: missed ${seen.flatMap(({ missed }) => missed).join(", ")}; also said ${seen.flatMap(({ spurious }) => spurious).join("; ")}`;
  expect(planted).toBe(420);
  expect(sum((each) => each.found) / planted, where).toBeGreaterThanOrEqual(0.95);
  expect(sum((each) => each.spurious.length) / planted, where).toBeLessThanOrEqual(0.05);
});
