import { expect, it } from "vitest";
import { race } from "../../support/race.ts";
import { seedOfRun } from "../../support/random.ts";

it("lets no process that was stopped and overtaken write when it wakes", { timeout: 120_000 }, async () => {
  const seed = seedOfRun();
  const { doubles, overtaken, wrong } = await race(12, seed, "fenced");
  expect(wrong, `JAMJET_SEED=${seed}`).toEqual([]);
  expect(doubles).toBe(0);
  expect(overtaken).toBeGreaterThan(2);
});

it("would show two writers if the fence were not compared", { timeout: 120_000 }, async () => {
  const { doubles, wrong } = await race(4, seedOfRun(), "unfenced");
  expect(doubles).toBeGreaterThan(0);
  expect(wrong).not.toEqual([]);
});
