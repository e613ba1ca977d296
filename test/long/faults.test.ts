import { afterAll, describe, expect, it } from "vitest";
import { examples } from "../support/examples.ts";
import { faultRig, faultSweep } from "../support/faults.ts";
import { seedOfRun } from "../support/random.ts";

const rig = await faultRig();
afterAll(() => (typeof rig === "string" ? undefined : rig.dismantle()));

describe.each(["nodes/parallel", "stories/self-healing-writer", "stories/research-agent"])(`%s${typeof rig === "string" ? ` (not tried: ${rig})` : ""}`, (name) => {
  const example = examples.find((each) => each.name === name);
  if (example === undefined) throw new Error(`there is no example '${name}'`);

  it("loses nothing that it said, at whatever operation the disk fails or the process dies", async () => {
    if (typeof rig === "string") return;
    const { points, killed, problems } = await faultSweep(rig, example, { seed: seedOfRun() });
    console.log(`${name}: ${points} points, ${killed} processes killed`);
    expect(problems).toEqual([]);
    expect(killed).toBeGreaterThan(points / 3);
  });

  it("resumes when its resumption was killed twice, too", async () => {
    if (typeof rig === "string") return;
    const seed = seedOfRun();
    const { problems } = await faultSweep(rig, example, { seed, sample: 60, relapses: 2 });
    expect(problems, `JAMJET_SEED=${seed}`).toEqual([]);
  });
});
