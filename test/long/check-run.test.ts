import { expect, it } from "vitest";
import { proveJudgement } from "../support/check-proof.ts";
import { runsOf, seedOfRun } from "../support/random.ts";

it("runs ten thousand workflows without errors, and none does what its judgement excludes", { timeout: 3 * 3_600_000 }, async () => {
  const seed = seedOfRun();
  const { ran, visits, ends } = await proveJudgement(seed, runsOf(10_000));
  console.log(`JAMJET_SEED=${seed}: ${ran} workflows, ${visits} events: ${[...ends].map(([end, count]) => `${count} ${end}`).join(", ")}`);
  expect(ends.get("completed")).toBeGreaterThan(ran / 3);
});
