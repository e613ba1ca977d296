import { expect, it } from "vitest";
import { fuzzSettings } from "../../support/fuzz-settings.ts";
import { steadySeed } from "../../support/random.ts";

it("takes or refuses a first thousand mutated settings and locks; `npm run test:long` makes more", () => {
  expect(fuzzSettings(steadySeed, 1_000).taken).toBeGreaterThan(0);
});
