import { expect, it } from "vitest";
import { examples } from "../../support/examples.ts";
import { faultRig, faultSweep } from "../../support/faults.ts";
import { seedOfRun } from "../../support/random.ts";

const rig = await faultRig();
const example = examples.find(({ name }) => name === "nodes/parallel");

it(`loses nothing that it said, whatever operation on the disk fails${typeof rig === "string" ? ` (not tried: ${rig})` : ""}`, { timeout: 120_000 }, async () => {
  if (typeof rig === "string") return;
  if (example === undefined) throw new Error("the example is gone");
  const seed = seedOfRun();
  try {
    const { points, problems } = await faultSweep(rig, example, { seed, sample: 10, relapses: 1 });
    expect(problems, `JAMJET_SEED=${seed}`).toEqual([]);
    expect(points).toBe(10);
  } finally {
    rig.dismantle();
  }
});
