import { expect, it } from "vitest";
import { proveFlows } from "../../support/flow-proof.ts";
import { runsOf, steadySeed } from "../../support/random.ts";

it("knows of every point what walking all paths to it shows", () => {
  const { problems, tidy, seen } = proveFlows(steadySeed, runsOf(200));
  expect(problems).toEqual([]);
  // Otherwise little was compared.
  expect(tidy).toBeGreaterThan(100);
  expect(seen).toEqual(expect.arrayContaining(["set", "maybe", "early", "not reached", "races"]));
});
