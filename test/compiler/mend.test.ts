import { expect, it } from "vitest";
import { brokenPromises } from "../support/fix-promises.ts";
import { filesIn, textOf } from "../support/house.ts";
import { mutated, pick } from "../support/mutate.ts";
import { randomFrom, runsOf, steadySeed } from "../support/random.ts";

const fixtures = [...filesIn("examples"), ...filesIn("test/diagnostics")].filter((path) => path.endsWith(".yaml") && !path.endsWith("replies.yaml"));

it.each(fixtures)("every safe fix keeps its promises: %s", (path) => {
  expect(brokenPromises(textOf(path))).toEqual([]);
});

it("every safe fix keeps its promises in documents that were changed at random", { timeout: 120_000 }, () => {
  const corpus = fixtures.map(textOf);
  const runs = runsOf(250);
  const broken: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const random = randomFrom(steadySeed + run);
    const text = mutated(pick(corpus, random), random, corpus);
    broken.push(...brokenPromises(text).map((promise) => `JAMJET_SEED=${steadySeed + run} JAMJET_RUNS=1: ${promise}`));
  }
  expect(broken).toEqual([]);
});
