import type { BoundWorkflow, WriteSite } from "../bind/bound.ts";
import { writesOf, type FlowPoints } from "../flow/points.ts";
import { hasIn } from "../flow/rows.ts";

/** A node that writes a key, and where it says so. */
export interface Overwriter {
  readonly node: number;
  readonly site: WriteSite;
}

/** Who writes a key first on the ways from a point. */
export function overwriters(bound: BoundWorkflow, points: FlowPoints, from: number, key: number): readonly Overwriter[] {
  const { edges, nodeOf } = points;
  const queue = [from];
  const isSeen = new Set(queue);
  const found: Overwriter[] = [];
  for (const point of queue) {
    for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) {
      const site = hasIn(edges.surely, edge, key) ? writesOf(bound, points, edge, key)[0] : undefined;
      const to = edges.to[edge] as number;
      if (site !== undefined) found.push({ node: nodeOf[point] as number, site });
      else if (!isSeen.has(to)) {
        isSeen.add(to);
        queue.push(to);
      }
    }
  }
  return found;
}
