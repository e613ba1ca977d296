import { expect, it } from "vitest";
import { proveFlows } from "../support/flow-proof.ts";
import { runsOf, seedOfRun } from "../support/random.ts";

it("knows of every point what walking all paths to it shows, in thousands of workflows", () => {
  const { problems, tidy, seen } = proveFlows(seedOfRun(), runsOf(10_000));
  expect(problems).toEqual([]);
  expect(tidy).toBeGreaterThan(2_000);
  expect(seen).toEqual(expect.arrayContaining(["set", "maybe", "early", "timed-out", "not reached", "races"]));
});
