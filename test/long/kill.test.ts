import { expect, it } from "vitest";
import { killSweep } from "../support/kill.ts";
import { seedOfRun } from "../support/random.ts";

it("loses no event and repeats no recorded node when its process is killed 1000 times", { timeout: 900_000 }, async () => {
  const seed = seedOfRun();
  const { executions, calls, repeated } = await killSweep(1_000, seed);
  console.log(`JAMJET_SEED=${seed}: ${executions} executions, ${calls} calls, ${repeated} of them begun again`);
  expect(repeated).toBeLessThan(calls);
});
