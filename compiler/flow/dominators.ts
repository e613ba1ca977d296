import type { FlowPoints } from "./points.ts";

/** Which points stand on every way to others. */
export interface Dominators {
  /** The points that are reached, in an order in which a point stands right before all that it dominates. */
  readonly order: Int32Array;
  /** The place of a point in that order; -1 for one that is not reached. */
  readonly placeOf: Int32Array;
  /** What a point dominates stands from its own place to before this one. */
  readonly endOf: Int32Array;
}

/**
 * The dominators of all points that edges reach, of those alone that are 1 in `carries`. Linear but for a logarithm, on chains whose points share a late
 * one, too. Source: Georgiadis, "Linear-time algorithms for dominators and related problems", 2005 (semi-NCA).
 */
export function dominators({ size, start, edges }: Pick<FlowPoints, "size" | "start" | "edges">, carries: Uint8Array): Dominators {
  const tree = depthFirst(size, start, edges, carries);
  const above = immediate(tree, edges, carries);
  return laidOut(size, tree, above);
}

/** A depth-first tree: points and parents by the number of the visit. */
interface Tree {
  readonly visited: Int32Array;
  readonly numberOf: Int32Array;
  readonly parent: Int32Array;
}

function depthFirst(size: number, start: number | undefined, { outAt, to }: FlowPoints["edges"], carries: Uint8Array): Tree {
  const visited = new Int32Array(size);
  const parent = new Int32Array(size);
  const numberOf = new Int32Array(size).fill(-1);
  const next = outAt.slice(0, -1);
  const path = new Int32Array(size);
  let [count, depth] = [0, 0];
  const enter = (point: number, from: number): void => {
    numberOf[point] = count;
    visited[count] = point;
    parent[count] = from;
    count += 1;
    path[depth++] = point;
  };
  if (start !== undefined) enter(start, 0);
  while (depth > 0) {
    const point = path[depth - 1] as number;
    const edge = next[point] as number;
    if (edge === outAt[point + 1]) {
      depth -= 1;
      continue;
    }
    next[point] = edge + 1;
    if (numberOf[to[edge] as number] === -1 && carries[edge] === 1) enter(to[edge] as number, numberOf[point] as number);
  }
  return { visited: visited.subarray(0, count), numberOf, parent: parent.subarray(0, count) };
}

/** The immediate dominator of each visit, as a number of a visit. */
function immediate({ visited, numberOf, parent }: Tree, { into, from }: FlowPoints["edges"], carries: Uint8Array): Int32Array {
  const count = visited.length;
  const semi = new Int32Array(count);
  for (let visit = 0; visit < count; visit += 1) semi[visit] = visit;
  const label = semi.slice();
  // Linked to its parent once its own semidominator is known; until then it is a root.
  const linked = new Int32Array(count).fill(-1);
  const path: number[] = [];
  const best = (visit: number): number => {
    if (linked[visit] === -1) return visit;
    for (let at = visit; linked[linked[at] as number] !== -1; at = linked[at] as number) path.push(at);
    for (let at = path.pop(); at !== undefined; at = path.pop()) {
      const over = linked[at] as number;
      if ((semi[label[over] as number] as number) < (semi[label[at] as number] as number)) label[at] = label[over] as number;
      linked[at] = linked[over] as number;
    }
    return label[visit] as number;
  };
  for (let visit = count - 1; visit > 0; visit -= 1) {
    const point = visited[visit] as number;
    let least = parent[visit] as number;
    for (let place = into.at[point] as number; place < (into.at[point + 1] as number); place += 1) {
      const edge = into.of[place] as number;
      const before = numberOf[from[edge] as number] as number;
      if (before !== -1 && carries[edge] === 1) least = Math.min(least, semi[best(before)] as number);
    }
    semi[visit] = least;
    linked[visit] = parent[visit] as number;
  }
  const above = parent.slice();
  for (let visit = 1; visit < count; visit += 1) {
    let at = above[visit] as number;
    while (at > (semi[visit] as number)) at = above[at] as number;
    above[visit] = at;
  }
  return above;
}

/** Dominators have smaller numbers than what they dominate: two passes lay the tree out. */
function laidOut(size: number, { visited }: Tree, above: Int32Array): Dominators {
  const count = visited.length;
  const width = new Int32Array(count).fill(1);
  for (let visit = count - 1; visit > 0; visit -= 1) width[above[visit] as number] = (width[above[visit] as number] as number) + (width[visit] as number);
  const order = new Int32Array(count);
  const placeOf = new Int32Array(size).fill(-1);
  const endOf = new Int32Array(size);
  const free = new Int32Array(count);
  for (let visit = 0; visit < count; visit += 1) {
    const over = above[visit] as number;
    const place = visit === 0 ? 0 : (free[over] as number);
    free[visit] = place + 1;
    if (visit > 0) free[over] = place + (width[visit] as number);
    const point = visited[visit] as number;
    order[place] = point;
    placeOf[point] = place;
    endOf[point] = place + (width[visit] as number);
  }
  return { order, placeOf, endOf };
}
