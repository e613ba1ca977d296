import { expect, it } from "vitest";
import { fuzzCompile } from "../support/fuzz.ts";
import { steadySeed } from "../support/random.ts";

it("answers a first thousand mutated documents; `npm run fuzz` makes more", () => {
  expect(fuzzCompile(steadySeed, 1_000).documents).toBe(1_000);
});
