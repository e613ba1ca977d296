import { expect, it } from "vitest";
import { fuzzInProcesses } from "../support/fuzz-run.ts";
import { fuzzSettings } from "../support/fuzz-settings.ts";
import { fuzzWriters } from "../support/fuzz-writers.ts";
import { runsOf, seedOfRun } from "../support/random.ts";

it("answers a million mutated documents, each in time, inside its text and alike among others", { timeout: 6 * 3_600_000 }, async () => {
  const seed = seedOfRun();
  const { documents, programs } = await fuzzInProcesses(seed, runsOf(1_000_000), 2);
  console.log(`JAMJET_SEED=${seed}: ${documents} documents, ${programs} of them compiled`);
  expect(programs).toBeGreaterThan(documents / 50);
});

it("writes what is wrong with ten thousand mutated documents so that every reader of a format can read it", { timeout: 3_600_000 }, () => {
  const seed = seedOfRun();
  console.log(`JAMJET_SEED=${seed}`);
  fuzzWriters(seed, runsOf(10_000));
});

it("takes or refuses a hundred thousand mutated settings and locks", () => {
  const seed = seedOfRun();
  const { taken } = fuzzSettings(seed, runsOf(100_000));
  console.log(`JAMJET_SEED=${seed}: ${taken} taken`);
  expect(taken).toBeGreaterThan(0);
});
