import { expect, it } from "vitest";
import { killSweep } from "../../support/kill.ts";
import { seedOfRun } from "../../support/random.ts";

const kills = 100;

it(`loses no event and repeats no recorded node when its process is killed ${kills} times`, { timeout: 600_000 }, async () => {
  const seed = seedOfRun();
  const { executions, calls, repeated } = await killSweep(kills, seed);
  console.log(`JAMJET_SEED=${seed}: ${kills} kills, ${executions} executions, ${calls} calls, ${repeated} of them begun again`);
  // One call of each execution under way may be cut off; those of earlier processes pile up.
  expect(repeated).toBeLessThan(calls);
});
