import type { FlowPoints } from "./points.ts";

/** Which points control may come to, in an order in which a point stands behind those that lead to it, but for loops. */
export interface FlowOrder {
  readonly isReached: Uint8Array;
  /** The points that are reached: reverse postorder of the ways that carry. */
  readonly order: Int32Array;
}

const known = new WeakMap<FlowPoints, FlowOrder>();

/**
 * What is reached from the start by edges that are not 1 in `isDead`. A point that waits for all is reached when every edge into
 * it is taken. Linear; where no edge is dead, it is found once.
 */
export function flowOrder(points: FlowPoints, isDead?: Uint8Array): FlowOrder {
  if (isDead?.includes(1) === true) return findOrder(points, isDead);
  const order = known.get(points) ?? findOrder(points);
  known.set(points, order);
  return order;
}

function findOrder({ size, start, edges, waitsForAll }: FlowPoints, isDead?: Uint8Array): FlowOrder {
  const isReached = new Uint8Array(size);
  const missing = new Int32Array(size).fill(1);
  for (let point = 0; point < size; point += 1) if (waitsForAll[point] === 1) missing[point] = (edges.into.at[point + 1] as number) - (edges.into.at[point] as number);
  const work = new Int32Array(size);
  let waiting = 0;
  const come = (point: number): void => {
    missing[point] = (missing[point] as number) - 1;
    if (missing[point] !== 0) return;
    isReached[point] = 1;
    work[waiting++] = point;
  };
  if (start !== undefined) come(start);
  while (waiting > 0) {
    const point = work[--waiting] as number;
    for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) if (isDead?.[edge] !== 1) come(edges.to[edge] as number);
  }
  return { isReached, order: start === undefined ? new Int32Array() : reversePostorder(start, isReached, edges) };
}

/** Where points stand in the order of flow. */
export interface Positions {
  /** The position of each point in the order of flow. */
  readonly of: Int32Array;
  /** The first position that control may come to from a point: its own, or where the loops begin that it stands in, as far as one overlaps another. */
  readonly earliest: Int32Array;
}

/** Where points stand in `order`; loops are made of the edges that are 1 in `isWay`. */
export function positionsOf({ edges, size }: FlowPoints, order: Int32Array, isWay: Uint8Array): Positions {
  const of = new Int32Array(size);
  for (let position = 0; position < order.length; position += 1) of[order[position] as number] = position;
  const lastInLoop = new Int32Array(order.length);
  for (let edge = 0; edge < edges.count; edge += 1) {
    const head = of[edges.to[edge] as number] as number;
    const from = of[edges.from[edge] as number] as number;
    if (from > (lastInLoop[head] as number) && isWay[edge] === 1) lastInLoop[head] = from;
  }
  const earliest = new Int32Array(size);
  let [begin, end] = [0, -1];
  for (let position = 0; position < order.length; position += 1) {
    if (position > end) begin = position;
    end = Math.max(end, position, lastInLoop[position] as number);
    earliest[order[position] as number] = begin;
  }
  return { of, earliest };
}

function reversePostorder(start: number, isReached: Uint8Array, { outAt, to }: FlowPoints["edges"]): Int32Array {
  const order = new Int32Array(isReached.length);
  const next = outAt.slice(0, -1);
  const isSeen = new Uint8Array(isReached.length);
  const path = new Int32Array(isReached.length);
  path[0] = start;
  isSeen[start] = 1;
  let [depth, free] = [1, order.length];
  while (depth > 0) {
    const point = path[depth - 1] as number;
    const edge = next[point] as number;
    if (edge === outAt[point + 1]) {
      depth -= 1;
      free -= 1;
      order[free] = point;
      continue;
    }
    next[point] = edge + 1;
    const target = to[edge] as number;
    if (isReached[target] === 0 || isSeen[target] === 1) continue;
    isSeen[target] = 1;
    path[depth++] = target;
  }
  return order.subarray(free);
}
