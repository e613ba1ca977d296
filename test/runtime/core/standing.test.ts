import { expect, it } from "vitest";
import { evolve } from "../../../runtime/core/evolve.ts";
import { planOf } from "../../../runtime/core/plan.ts";
import { newState, tokenAt } from "../../../runtime/core/state.ts";
import { run } from "../../support/executions.ts";
import { world } from "../../support/fake-ports.ts";
import { randomFrom, runsOf, steadySeed } from "../../support/random.ts";
import { randomBranches } from "../../support/random-branches.ts";

it("says of every event which lanes it has moved, and finds every visit where it stands", async () => {
  const random = randomFrom(steadySeed);
  for (let round = 0; round < runsOf(100); round += 1) {
    const where = `JAMJET_SEED=${steadySeed}, round ${round}`;
    const { program, answers } = randomBranches(random, "any");
    const { result, events } = await run(program, { world: world(answers) });
    const plan = planOf(program);
    let state = newState(result.id);
    for (const stored of events) {
      const before = new Map(state.tokens);
      state = evolve(plan, state, stored);
      const moved = [...state.tokens.values()].flatMap((token) => (before.get(token.lane) === token ? [] : [token.lane]));
      expect(moved, where).toEqual([...new Set(state.touched)].filter((lane) => state.tokens.has(lane)).sort((a, b) => a - b));
      const decided = [...state.tokens.values()].filter(({ visit }) => visit > 0);
      expect(decided.map((token) => tokenAt(state, token)), where).toEqual(decided);
      expect(state.visitors.size, where).toBe(decided.length);
      expect([...state.tokens.keys()], where).toEqual([...state.tokens.keys()].sort((a, b) => a - b));
    }
  }
});
