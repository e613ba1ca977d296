import { expect, it } from "vitest";
import { isBounded, workflowCost } from "../../../compiler/cost/cost.ts";
import { boundOf, flowDocument } from "../../support/flow.ts";
import { flowLines, randomFlow } from "../../support/random-flow.ts";
import { randomFrom, runsOf, steadySeed } from "../../support/random.ts";
import { walkCost, type Visit } from "../../support/walk-cost.ts";

/** A random workflow whose nodes take different times, some of them limited in their visits. */
function randomCosts(random: () => number): { readonly text: string; readonly nodes: ReturnType<typeof randomFlow>; readonly visitOf: (id: string) => Visit } {
  const nodes = randomFlow(random);
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const visits = new Map(nodes.map(({ id, kind }) => [id, { attempts: upTo(3), seconds: upTo(9), maxVisits: kind !== "end" && random() < 0.4 ? upTo(3) : undefined }]));
  const visitOf = (id: string): Visit => visits.get(id) as Visit;
  const lines = flowLines(nodes).split("\n").map((line, at) => {
    const { attempts, seconds, maxVisits } = visitOf(nodes[at]?.id ?? "");
    const own = line.includes("type: tool") ? `timeout: ${seconds}s, retry: {max_attempts: ${attempts}, delay_ms: 0}, ` : "";
    return line.replace("{type", `{${own}${maxVisits === undefined ? "" : `max_visits: ${maxVisits}, `}type`);
  });
  return { text: flowDocument(lines.join("\n"), "", "a: str, b: str, c: any"), nodes, visitOf };
}

it("finds what walking every way finds: the same at least, the same at most where there is no loop, and no less where there is one", () => {
  const random = randomFrom(steadySeed);
  let looped = 0;
  let straight = 0;
  for (let round = 0; round < runsOf(400); round += 1) {
    const { text, nodes, visitOf } = randomCosts(random);
    const cost = workflowCost(boundOf(text));
    const walked = cost && walkCost(nodes, visitOf);
    if (cost === undefined || walked === undefined) continue;
    const where = `JAMJET_SEED=${steadySeed}, round ${round}:\n${text}`;
    expect([cost.least.calls, cost.least.ms / 1_000], where).toEqual([walked.least.calls, walked.least.seconds]);
    const [calls, seconds] = [cost.most.calls, cost.most.ms / 1_000];
    const isLooped = nodes.some(({ id, kind }) => kind !== "end" && visitOf(id).maxVisits !== undefined) || cost.endless.length > 0;
    if (isLooped) {
      looped += 1;
      expect(calls, where).toBeGreaterThanOrEqual(walked.most.calls);
      expect(seconds, where).toBeGreaterThanOrEqual(walked.most.seconds);
      // Nothing is called endless that walks come to an end of.
      expect([calls === Infinity, seconds === Infinity], where).toEqual([walked.most.calls === Infinity, walked.most.seconds === Infinity]);
    } else {
      straight += 1;
      expect([calls, seconds], where).toEqual([walked.most.calls, walked.most.seconds]);
    }
    expect(isBounded(cost, "calls"), where).toBe(calls !== Infinity);
  }
  expect(Math.min(looped, straight)).toBeGreaterThan(20);
});
