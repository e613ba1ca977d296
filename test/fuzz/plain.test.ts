import { expect, it } from "vitest";
import { fuzzPlain } from "../support/plain.ts";
import { runsOf, steadySeed } from "../support/random.ts";

it(`reads no document otherwise than the package yaml does (JAMJET_SEED=${steadySeed})`, { timeout: 3_600_000 }, () => {
  const { documents, plain } = fuzzPlain(steadySeed, runsOf(300_000));
  console.log(`JAMJET_SEED=${steadySeed}: ${documents} documents, ${plain} of them plain`);
  expect(plain).toBeGreaterThan(documents / 10);
});
