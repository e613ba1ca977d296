import type { Dominators } from "./dominators.ts";
import { positionsOf } from "./order.ts";
import type { FlowPoints } from "./points.ts";

/** How facts go along edges. */
export interface Spread {
  readonly points: FlowPoints;
  /** How many facts there are; the first `keys` of them are keys of the state. */
  readonly count: number;
  readonly keys: number;
  /** 1 for an edge along which what holds is carried on. */
  readonly carries: Uint8Array;
  /** What holds where a carrying edge was taken; `all` for every key. */
  readonly added: (edge: number) => readonly number[] | "all";
  /** 1 for a point at which holds what holds on any of the ways that meet there, not only what holds on all. */
  readonly takesAny: Uint8Array;
}

/** Where facts hold since what adds them stands on every way there. */
export interface Cover {
  readonly isCovered: (point: number, fact: number) => boolean;
  /** Nothing that adds it can come before the point: it does not hold there on any way. */
  readonly isAhead: (point: number, fact: number) => boolean;
}

/** For each fact the stretches of the dominators' order in which it holds: where they begin and end, in turn, ascending and apart. */
type Stretches = readonly (readonly number[] | undefined)[];

/** One pass over the points that are reached. */
export function coverOf(spread: Spread, over: Dominators, order: Int32Array): Cover {
  const { points: { edges: { count: edges, to }, size }, count, keys, added, carries } = spread;
  const stretches = stretchesOf(spread, over);
  const positions = positionsOf(spread.points, order, (edge) => carries[edge] === 1);
  /** By fact, and for all keys: the first position that comes behind something that adds it. */
  const earliest = new Int32Array(count + 1).fill(size);
  for (let edge = 0; edge < edges; edge += 1) {
    if (carries[edge] === 0) continue;
    const position = positions.earliest[to[edge] as number] as number;
    tellAll(added(edge), count, (fact) => {
      if (position < (earliest[fact] as number)) earliest[fact] = position;
    });
  }
  return {
    isCovered: (point, fact) => {
      const place = over.placeOf[point] as number;
      return isWithin(stretches[fact], place) || (fact < keys && isWithin(stretches[count], place));
    },
    isAhead: (point, fact) => {
      const position = positions.of[point] as number;
      return position < (earliest[fact] as number) && (fact >= keys || position < (earliest[count] as number));
    },
  };
}

/** The row behind those of the facts is that of all keys together. */
function stretchesOf(spread: Spread, { order, endOf, placeOf }: Dominators): Stretches {
  const stretches = new Array<number[] | undefined>(spread.count + 1);
  for (const [place, point] of order.entries()) {
    const end = endOf[point] as number;
    const cover = (fact: number): void => {
      const known = stretches[fact];
      if (known === undefined) stretches[fact] = [place, end];
      // The stretches of a tree are apart, or within each other.
      else if ((known.at(-1) as number) <= place) known.push(place, end);
    };
    // What comes back from a point that this one dominates, has been here.
    const comesBack = (from: number): boolean => (placeOf[from] as number) >= place && (placeOf[from] as number) < end;
    enteringFacts(spread, point, comesBack, cover);
  }
  return stretches;
}

/** Tells of what is added on every way into a point, or on any, where that is enough. */
function enteringFacts({ points: { edges }, count, carries, added, takesAny }: Spread, point: number, comesBack: (from: number) => boolean, tell: (fact: number) => void): void {
  const first = edges.inAt[point] as number;
  const end = edges.inAt[point + 1] as number;
  let common: readonly number[] | "all" | undefined;
  for (let place = first; place < end; place += 1) {
    const edge = edges.into[place] as number;
    if (carries[edge] === 0 || comesBack(edges.from[edge] as number)) continue;
    const facts = added(edge);
    if (takesAny[point] === 1) tellAll(facts, count, tell);
    else common = common === undefined || common === "all" ? facts : facts === "all" ? common : common.filter((fact) => facts.includes(fact));
  }
  if (common !== undefined) tellAll(common, count, tell);
}

function tellAll(facts: readonly number[] | "all", count: number, tell: (fact: number) => void): void {
  if (facts === "all") tell(count);
  else for (const fact of facts) tell(fact);
}

/** Whether a place lies in one of the stretches. */
function isWithin(stretches: readonly number[] | undefined, place: number): boolean {
  if (stretches === undefined) return false;
  let low = 0;
  let high = stretches.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[2 * middle + 1] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low < stretches.length >> 1 && (stretches[2 * low] as number) <= place;
}
