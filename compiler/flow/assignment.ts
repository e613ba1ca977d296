import { components } from "./components.ts";
import { hasKey, intersection, noKeys, union, withKeys, type KeySet } from "./key-set.ts";
import { flowOrder, type FlowOrder } from "./order.ts";
import type { FlowPoints } from "./points.ts";

/** Facts that control brings along, numbered: which edges add them, and which are never taken. */
export interface FlowFacts {
  readonly points: FlowPoints;
  readonly count: number;
  /** The first so many are keys of the state. */
  readonly keys: number;
  readonly isDead: (edge: number) => boolean;
  /** What is known to hold where the edge was taken; `all` where no key may be said to be missing behind it. */
  readonly surely: (edge: number) => readonly number[] | "all";
  /** What may hold because the edge was taken. */
  readonly perhaps: (edge: number) => readonly number[];
}

/** Which facts hold at a point on every path from the start, and which on some. Of a point that is not reached, nothing is said. */
export interface Assignment extends FlowOrder {
  readonly must: (point: number, fact: number) => boolean;
  readonly may: (point: number, fact: number) => boolean;
}

/**
 * Must and may of every point. Where ways meet, what must hold is what holds on all of them, but behind a fork that waits
 * for its branches, what holds on any: each of them was taken. May is a union everywhere.
 * The result is that of looking at every path by itself. Source: Kildall, "A unified approach to global program
 * optimization", 1973.
 */
export function assignment(facts: FlowFacts): Assignment {
  const order = flowOrder(facts.points, facts.isDead);
  const must = mustHold(facts, order);
  const may = mayHold(facts, order);
  const isIn = (sets: readonly (KeySet | undefined)[]) => (point: number, fact: number): boolean => {
    const set = sets[point];
    return set !== undefined && hasKey(set, fact);
  };
  return { ...order, must: isIn(must), may: isIn(may) };
}

/**
 * Each pass looks at the points whose predecessors changed, in the order of flow. One pass does it unless a loop can be
 * entered in two places: what leads back to the only entry of a loop holds all that held there.
 */
function mustHold({ points, count, keys, surely, isDead }: FlowFacts, { order }: FlowOrder): readonly (KeySet | undefined)[] {
  const { edges, waitsForAll, start } = points;
  const sets = new Array<KeySet | undefined>(points.size).fill(undefined);
  const none = noKeys(count);
  const all = withKeys(none, Array.from({ length: keys }, (_, key) => key));
  const isDirty = new Uint8Array(points.size).fill(1);
  const behind = (edge: number): KeySet | undefined => {
    const before = sets[edges.from[edge] as number];
    const added = surely(edge);
    return before && (added === "all" ? union(before, all) : withKeys(before, added));
  };
  const metAt = (point: number): KeySet | undefined => {
    let met = point === start ? none : undefined;
    for (let place = edges.inAt[point] as number; place < (edges.inAt[point + 1] as number); place += 1) {
      const edge = edges.into[place] as number;
      if (edges.isGate[edge] === 1 || isDead(edge)) continue;
      const set = behind(edge);
      // A way that nothing is known of yet says nothing.
      if (set !== undefined) met = met === undefined ? set : waitsForAll[point] === 1 ? union(met, set) : intersection(met, set);
    }
    return met;
  };
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const point of order) {
      if (isDirty[point] === 0) continue;
      isDirty[point] = 0;
      const met = metAt(point);
      if (met === sets[point] || (met !== undefined && sets[point] !== undefined && sameKeys(met, sets[point]))) continue;
      sets[point] = met;
      for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) isDirty[edges.to[edge] as number] = 1;
      isChanged = true;
    }
  }
  return sets;
}

function sameKeys(a: KeySet, b: KeySet): boolean {
  return intersection(a, b) === a && union(a, b) === a;
}

/** Points that reach each other have all that is added between them, so that each component is looked at once. */
function mayHold({ points, count, perhaps, isDead }: FlowFacts, { isReached }: FlowOrder): readonly (KeySet | undefined)[] {
  const { edges, size } = points;
  const carries = (edge: number): boolean => edges.isGate[edge] === 0 && !isDead(edge) && isReached[edges.from[edge] as number] === 1 && isReached[edges.to[edge] as number] === 1;
  const successors = Array.from({ length: size }, (_, point) => {
    const next: number[] = [];
    for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) if (carries(edge)) next.push(edges.to[edge] as number);
    return next;
  });
  const { members } = components(successors);
  const sets = new Array<KeySet | undefined>(size).fill(undefined);
  const none = noKeys(count);
  for (let component = members.length - 1; component >= 0; component -= 1) {
    const inside = members[component] as readonly number[];
    let held = none;
    for (const point of inside) {
      for (let place = edges.inAt[point] as number; place < (edges.inAt[point + 1] as number); place += 1) {
        const edge = edges.into[place] as number;
        if (!carries(edge)) continue;
        held = withKeys(union(held, sets[edges.from[edge] as number] ?? none), perhaps(edge));
      }
    }
    for (const point of inside) if (isReached[point] === 1) sets[point] = held;
  }
  return sets;
}
