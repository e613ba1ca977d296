import { expect, it } from "vitest";
import { liveness, type PointReads } from "../../../compiler/flow/liveness.ts";
import { flowOrder } from "../../../compiler/flow/order.ts";
import type { FlowPoints } from "../../../compiler/flow/points.ts";
import { hasIn, rowsOf } from "../../../compiler/flow/rows.ts";
import { pointsOf } from "../../support/flow.ts";
import { flowLines, randomFlow } from "../../support/random-flow.ts";
import { randomFrom, runsOf, steadySeed } from "../../support/random.ts";

/** By going everywhere: whether some way from a point comes to one that reads the key, and no write was passed. */
function isReadBehind({ edges }: FlowPoints, isReached: Uint8Array, reads: PointReads, from: number, key: number): boolean {
  const queue = [from];
  for (const point of queue) {
    if (isReached[point] === 0) continue;
    if (reads.all[point] === 1 || hasIn(reads.keys, point, key)) return true;
    for (let edge = edges.outAt[point] ?? 0; edge < (edges.outAt[point + 1] ?? 0); edge += 1) {
      const to = edges.to[edge] ?? 0;
      if (!hasIn(edges.surely, edge, key) && !queue.includes(to)) queue.push(to);
    }
  }
  return false;
}

/** What the analysis and going everywhere say of each point that is reached, where points read at random. */
function bothWays(points: FlowPoints, random: () => number): { readonly found: readonly boolean[]; readonly walked: readonly boolean[] } {
  const read = Array.from({ length: points.size }, (_, point) => points.keys.flatMap((_, key) => (random() < 0.02 ? [{ point, key }] : []))).flat();
  const keys = rowsOf(points.size, read.map(({ point }) => point), read.map(({ key }) => key));
  const all = Uint8Array.from({ length: points.size }, (_, point) => (points.edges.outAt[point] === points.edges.outAt[point + 1] && random() < 0.7 ? 1 : 0));
  const reads: PointReads = { keys, all };
  const flow = flowOrder(points);
  const { isWanted } = liveness(points, flow, reads);
  const asked = [...flow.order].flatMap((point) => points.keys.map((_, key) => [point, key] as const));
  return { found: asked.map(([point, key]) => isWanted(point, key)), walked: asked.map(([point, key]) => isReadBehind(points, flow.isReached, reads, point, key)) };
}

it("wants of every point what going everywhere from it finds to be read", () => {
  const random = randomFrom(steadySeed);
  for (let round = 0; round < runsOf(60); round += 1) {
    const text = flowLines(randomFlow(random));
    const { found, walked } = bothWays(pointsOf(text), random);
    expect(found, `JAMJET_SEED=${steadySeed}, round ${round}:\n${text}`).toEqual(walked);
  }
});

it("looks further than nearby, round long loops and out of them", () => {
  const random = randomFrom(steadySeed);
  const seen = new Set<boolean>();
  for (let round = 0; round < runsOf(6); round += 1) {
    const nodes = Array.from({ length: 120 }, (_, at) => {
      const key = random() < 0.1 ? `, output_key: ${"abcd"[Math.floor(random() * 4)]}` : "";
      const back = random() < 0.1 ? Math.floor(random() * 120) : at + 1;
      return `n${at}: {type: tool, server: s, tool: t${key}, next: n${at + 1}, on_error: n${back}}`;
    });
    const { found, walked } = bothWays(pointsOf([...nodes, "n120: {type: end}"].join("\n")), random);
    expect(found, `JAMJET_SEED=${steadySeed}, round ${round}`).toEqual(walked);
    for (const answer of found) seen.add(answer);
  }
  // Otherwise little was compared.
  expect(seen.size).toBe(2);
});
