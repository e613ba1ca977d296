import { expect, it } from "vitest";
import { evolve } from "../../../runtime/core/evolve.ts";
import { intend } from "../../../runtime/core/intend.ts";
import { planOf } from "../../../runtime/core/plan.ts";
import { newState, valuesOf } from "../../../runtime/core/state.ts";
import type { JsonObject } from "../../../schemas/json.ts";
import type { Order } from "../../support/crash.ts";
import { crashSweep } from "../../support/crash.ts";
import { run } from "../../support/executions.ts";
import type { Answer } from "../../support/fake-ports.ts";
import { fakePorts, turns, world } from "../../support/fake-ports.ts";
import { randomFrom, runsOf, steadySeed } from "../../support/random.ts";
import { randomBranches } from "../../support/random-branches.ts";

/** Calls that end when they like, in turns of the event loop. */
function unevenly(random: () => number, answers: { readonly [node: string]: Answer }): { readonly [node: string]: Answer } {
  return Object.fromEntries(Object.entries(answers).map(([node, answer]) => [node, async (made) => (await turns(Math.floor(random() * 6)), answer(made))] satisfies [string, Answer]));
}

/** An order of completion by chance, and the same in every process. */
function orderFrom(seed: number): Order {
  const rank = (visit: string): number => randomFrom([...visit].reduce((sum, char) => Math.imul(sum, 31) + char.charCodeAt(0), seed))();
  return (one, other) => rank(one) - rank(other);
}

it("folds the log of any branches to the state that was live, and decides the same at every length of it", async () => {
  const seed = steadySeed;
  const random = randomFrom(seed);
  for (let round = 0; round < runsOf(150); round += 1) {
    const where = `JAMJET_SEED=${seed}, round ${round}`;
    const { program, answers } = randomBranches(random, "any");
    const { result, events } = await run(program, { world: world(unevenly(random, answers)) });
    const plan = planOf(program);
    let state = newState(result.id);
    for (const stored of events) {
      expect([...intend(plan, state)], where).toEqual([...intend(plan, state)]);
      state = evolve(plan, state, stored);
    }
    expect({ status: state.status, state: valuesOf(state), steps: state.steps }, where).toEqual({ status: result.status, state: result.state, steps: result.steps });
    expect(state.lanes.size === 1 || state.status !== "completed", where).toBe(true);
  }
});

it("merges so that of all writes to a key the last in the log stands, however the branches nest", async () => {
  const seed = steadySeed;
  const random = randomFrom(seed);
  for (let round = 0; round < runsOf(150); round += 1) {
    const { program, answers } = randomBranches(random, "plain");
    const { result, events } = await run(program, { world: world(unevenly(random, answers)) });
    const last: JsonObject = Object.assign({}, ...events.map(({ event }) => (event.type === "node_completed" ? Object.fromEntries(event.writes.map(({ key }) => [key, event.output])) : {})));
    expect(result, `JAMJET_SEED=${seed}, round ${round}`).toMatchObject({ status: "completed", state: last });
  }
});

it("comes to the same end after a crash anywhere in any branches", { timeout: 120_000 }, async () => {
  const seed = steadySeed;
  const random = randomFrom(seed);
  for (let round = 0; round < runsOf(12); round += 1) {
    const { program, answers } = randomBranches(random, "any");
    const crashes = await crashSweep(program, { ports: (clock) => fakePorts({ clock }), behaviour: () => world(answers).behaviour, orders: [orderFrom(seed + round)] }).catch((error: unknown) => {
      throw new Error(`JAMJET_SEED=${seed}, round ${round}`, { cause: error });
    });
    expect(crashes).toBeGreaterThan(0);
  }
});
