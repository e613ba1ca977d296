import { expect, it } from "vitest";
import { fuzzCompile } from "../support/fuzz.ts";
import { steadySeed } from "../support/random.ts";

it("answers a first few hundred mutated documents; `npm run fuzz` makes more", { timeout: 120_000 }, () => {
  expect(fuzzCompile(steadySeed, 400).documents).toBe(400);
});
