import { coverOf, type Cover, type Spread } from "./cover.ts";
import { dominators, type Dominators } from "./dominators.ts";
import { flowOrder, type FlowOrder } from "./order.ts";
import type { FlowPoints } from "./points.ts";
import { wordsOf, type Rows } from "./rows.ts";

/** Facts that control brings along, numbered: which edges add them, and which are never taken. */
export interface FlowFacts {
  readonly points: FlowPoints;
  readonly count: number;
  /** The first so many are keys of the state. */
  readonly keys: number;
  /** 1 for an edge that is never taken. */
  readonly isDead: Uint8Array;
  /** By edge: what is known to hold where it was taken. Behind an open one, no key may be said to be missing. */
  readonly surely: Rows;
  /** By edge: what may hold because it was taken. */
  readonly perhaps: Rows;
}

/** Which facts hold at a point on every path from the start, and which on some. Of a point that is not reached, nothing is said. */
export interface Assignment extends FlowOrder {
  readonly must: (point: number, fact: number) => boolean;
  readonly may: (point: number, fact: number) => boolean;
  /** Whether control has come by `before` whenever it is at a point: there is no other way. */
  readonly isBehind: (point: number, before: number) => boolean;
}

/**
 * Must and may of every point, found when they are asked for. Where ways meet, what must hold is what holds on all of them,
 * but behind a fork that waits for its branches, what holds on any: each of them was taken. May is a union everywhere.
 *
 * A1. No fact is ever lost. So what an edge adds holds, and may hold, wherever its end dominates: nearly every question
 *     is answered by that, without a set of facts for each point.
 * A2. What is left is settled for 32 facts at a time, as if every path was looked at by itself. Source: Kildall, "A unified
 *     approach to global program optimization", 1973.
 */
export function assignment({ points, count, keys, isDead, surely, perhaps }: FlowFacts): Assignment {
  const { edges, waitsForAll, size } = points;
  const flow = flowOrder(points, isDead);
  const { isReached, order } = flow;
  const carries = new Uint8Array(edges.count);
  for (let edge = 0; edge < edges.count; edge += 1) {
    const isTaken = edges.isGate[edge] === 0 && isReached[edges.from[edge] as number] === 1 && isReached[edges.to[edge] as number] === 1;
    carries[edge] = isTaken && isDead[edge] === 0 ? 1 : 0;
  }
  const over = dominators(points, carries);
  const held = (added: Rows, isOpen: Uint8Array, takesAny: Uint8Array): Assignment["must"] => heldBy({ points, count, keys, carries, added, isOpen, takesAny }, over, order);
  const isBehind = (point: number, before: number): boolean => {
    const place = over.placeOf[point] as number;
    return (over.placeOf[before] as number) <= place && place < (over.endOf[before] as number);
  };
  return { ...flow, isBehind, must: held(surely, edges.isOpen, waitsForAll), may: held(perhaps, new Uint8Array(edges.count), new Uint8Array(size).fill(1)) };
}

function heldBy(spread: Spread, over: Dominators, order: Int32Array): Assignment["must"] {
  let known: Cover | undefined;
  const settled = new Map<number, Int32Array>();
  return (point, fact) => {
    const cover = (known ??= coverOf(spread, over, order));
    if (over.placeOf[point] === -1 || cover.isAhead(point, fact)) return false;
    if (cover.isCovered(point, fact)) return true;
    const word = fact >>> 5;
    const sets = settled.get(word) ?? settle(spread, order, word);
    settled.set(word, sets);
    return ((sets[point] as number) & (1 << (fact & 31))) !== 0;
  };
}

/**
 * Which of 32 facts hold, by point. Each pass looks at the points whose predecessors changed, in the order of flow. For what
 * must hold one pass does it unless a loop can be entered in two places: what leads back to the only entry of a loop holds
 * all that held there.
 */
function settle(spread: Spread, order: Int32Array, word: number): Int32Array {
  const { points: { edges, size, start }, carries, takesAny } = spread;
  const masks = masksOf(spread, word);
  const sets = new Int32Array(size);
  const isKnown = new Uint8Array(size);
  const isDirty = new Uint8Array(size).fill(1);
  const metAt = (point: number): number | undefined => {
    let met = point === start ? 0 : undefined;
    for (let place = edges.into.at[point] as number; place < (edges.into.at[point + 1] as number); place += 1) {
      const edge = edges.into.of[place] as number;
      const from = edges.from[edge] as number;
      // A way that nothing is known of yet says nothing.
      if (carries[edge] === 0 || isKnown[from] === 0) continue;
      const set = (sets[from] as number) | (masks[edge] as number);
      met = met === undefined ? set : takesAny[point] === 1 ? met | set : met & set;
    }
    return met;
  };
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const point of order) {
      if (isDirty[point] === 0) continue;
      isDirty[point] = 0;
      const met = metAt(point);
      if (met === undefined || (isKnown[point] === 1 && met === sets[point])) continue;
      sets[point] = met;
      isKnown[point] = 1;
      isChanged = true;
      for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) isDirty[edges.to[edge] as number] = 1;
    }
  }
  return sets;
}

/** Which of 32 facts each edge adds. */
function masksOf({ points: { edges }, keys, added, isOpen, carries }: Spread, word: number): Int32Array {
  const masks = wordsOf(added, word);
  const keysHere = Math.min(32, Math.max(0, keys - word * 32));
  const all = keysHere === 32 ? -1 : (1 << keysHere) - 1;
  for (let edge = 0; edge < edges.count; edge += 1) masks[edge] = carries[edge] === 0 ? 0 : (masks[edge] as number) | (isOpen[edge] === 1 ? all : 0);
  return masks;
}
