import { expect, it } from "vitest";
import { fuzzCompile } from "../support/fuzz.ts";
import { runsOf, steadySeed } from "../support/random.ts";

it(`answers every mutated document (JAMJET_SEED=${steadySeed})`, { timeout: 3_600_000 }, () => {
  const { documents, programs } = fuzzCompile(steadySeed, runsOf(60_000));
  console.log(`JAMJET_SEED=${steadySeed}: ${documents} documents, ${programs} of them compiled`);
  expect(programs).toBeGreaterThan(0);
});
