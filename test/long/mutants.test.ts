import { expect, it } from "vitest";
import { judged } from "../mutation/main.ts";
import { reportOf } from "../mutation/table.ts";

it("every mistake that we know how to make is found where it was made", () => {
  const seen = judged(1);
  expect(seen.length).toBeGreaterThan(10_000);
  expect(seen.filter(({ fate }) => fate !== "in-range").map(reportOf)).toEqual([]);
});
