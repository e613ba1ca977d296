import { it } from "vitest";
import { rewire, write } from "../support/edits.ts";
import { runsOf, seedOfRun } from "../support/random.ts";

const seed = seedOfRun();

it(`says after each of 10,000 changes what it says of a text that it never saw before (JAMJET_SEED=${seed})`, { timeout: 3_600_000 }, () => {
  // A document each; what fails names the seed of its document.
  for (let run = 0; run < runsOf(400); run += 1) write(seed + run, 25);
});

it(`says after each of 10,000 edges that move what it says of a text that it never saw before (JAMJET_SEED=${seed})`, { timeout: 3_600_000 }, () => {
  for (let run = 0; run < runsOf(250); run += 1) rewire(seed + run, 40);
});
