import { expect, it } from "vitest";
import { race } from "../support/race.ts";
import { seedOfRun } from "../support/random.ts";

it("lets no process that was stopped and overtaken write when it wakes, in 200 races", async () => {
  const seed = seedOfRun();
  const { doubles, overtaken, wrong } = await race(200, seed, "fenced");
  console.log(`JAMJET_SEED=${seed}: ${overtaken} of 200 races lost by the one that was stopped, ${doubles} events committed twice`);
  expect(wrong).toEqual([]);
  expect(doubles).toBe(0);
  expect(overtaken).toBeGreaterThan(100);
});

it("would show two writers in every race if the fence were not compared", async () => {
  const { doubles, wrong } = await race(20, seedOfRun(), "unfenced");
  expect(doubles).toBeGreaterThanOrEqual(20);
  expect(wrong.length).toBeGreaterThanOrEqual(20);
});
