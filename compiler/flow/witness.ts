import type { FlowPoints } from "./points.ts";

/**
 * The shortest way from the start to a point: its edges, in order, where only those that `mayTake` are taken and only
 * points that `mayPass` come to; undefined where there is none.
 */
export function shortestWay({ size, start, edges }: FlowPoints, goal: number, mayTake: (edge: number) => boolean, mayPass: (point: number) => boolean): readonly number[] | undefined {
  if (start === undefined || !mayPass(start)) return undefined;
  const by = new Int32Array(size).fill(-1);
  const queue = new Int32Array(size);
  queue[0] = start;
  let waiting = 1;
  // The queue grows while it is read.
  for (let next = 0; next < waiting; next += 1) {
    const point = queue[next] as number;
    if (point === goal) return wayBack(goal, start, by, edges.from);
    for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) {
      const to = edges.to[edge] as number;
      if (to === start || by[to] !== -1 || edges.isGate[edge] === 1 || !mayTake(edge) || !mayPass(to)) continue;
      by[to] = edge;
      queue[waiting++] = to;
    }
  }
  return undefined;
}

function wayBack(goal: number, start: number, by: Int32Array, from: Int32Array): readonly number[] {
  const way: number[] = [];
  for (let at = goal; at !== start; at = from[way.at(-1) as number] as number) way.push(by[at] as number);
  return way.reverse();
}
