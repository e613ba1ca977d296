import type { Dominators } from "./dominators.ts";
import { note, noPairs, type Pairs } from "./numbers.ts";
import { positionsOf } from "./order.ts";
import type { FlowPoints } from "./points.ts";
import { hasIn, rowsFrom, type Rows } from "./rows.ts";

/** How facts go along edges. */
export interface Spread {
  readonly points: FlowPoints;
  /** How many facts there are; the first `keys` of them are keys of the state. */
  readonly count: number;
  readonly keys: number;
  /** 1 for an edge along which what holds is carried on. */
  readonly carries: Uint8Array;
  /** By edge: what holds where it was taken. */
  readonly added: Rows;
  /** 1 for an edge that adds every key. */
  readonly isOpen: Uint8Array;
  /** 1 for a point at which holds what holds on any of the ways that meet there, not only what holds on all. */
  readonly takesAny: Uint8Array;
}

/** Where facts hold since what adds them stands on every way there. */
export interface Cover {
  readonly isCovered: (point: number, fact: number) => boolean;
  /** Nothing that adds it can come before the point: it does not hold there on any way. */
  readonly isAhead: (point: number, fact: number) => boolean;
}

/** One pass over the points that are reached. What is said of all keys is said of a fact behind the others. */
export function coverOf(spread: Spread, over: Dominators, order: Int32Array): Cover {
  const { points, count, keys } = spread;
  const stretches = stretchesOf(spread, over);
  const { of, earliest } = positionsOf(points, order, spread.carries);
  const first = firstAdded(spread, earliest);
  const isWithin = (fact: number, place: number): boolean => {
    const start = lastUpTo(stretches, fact, place);
    return start !== undefined && place < (over.endOf[over.order[start] as number] as number);
  };
  return {
    isCovered: (point, fact) => {
      const place = over.placeOf[point] as number;
      return isWithin(fact, place) || (fact < keys && isWithin(count, place));
    },
    isAhead: (point, fact) => {
      const position = of[point] as number;
      return position < (first[fact] as number) && (fact >= keys || position < (first[count] as number));
    },
  };
}

/** By fact: the first position that comes behind something that adds it. */
function firstAdded({ points: { edges: { count: edges, to }, size }, count, carries, added: { at, of }, isOpen }: Spread, earliest: Int32Array): Int32Array {
  const first = new Int32Array(count + 1).fill(size);
  for (let edge = 0; edge < edges; edge += 1) {
    if (carries[edge] === 0) continue;
    const position = earliest[to[edge] as number] as number;
    if (isOpen[edge] === 1) first[count] = Math.min(first[count] as number, position);
    for (let place = at[edge] as number; place < (at[edge + 1] as number); place += 1) first[of[place] as number] = Math.min(first[of[place] as number] as number, position);
  }
  return first;
}

/** The point that is looked at, which dominates what stands from its place to before an end; and what is known of those before it. */
interface Look {
  readonly spread: Spread;
  readonly placeOf: Int32Array;
  place: number;
  end: number;
  /** By fact: where the last stretch ends in which it holds. */
  readonly until: Int32Array;
  /** Facts, and the places where they begin to hold. */
  readonly begins: Pairs;
}

/** By fact: the places in the dominators' order where it begins to hold for all that is dominated there; ascending, and none within another. */
function stretchesOf(spread: Spread, { order, endOf, placeOf }: Dominators): Rows {
  const { count, takesAny } = spread;
  // Not functions made anew each time: V8 forgets what it has compiled of those, and compiles them again.
  const look: Look = { spread, placeOf, place: 0, end: 0, until: new Int32Array(count + 1), begins: noPairs() };
  for (; look.place < order.length; look.place += 1) {
    const point = order[look.place] as number;
    look.end = endOf[point] as number;
    if (takesAny[point] === 1) tellAny(look, point);
    else tellCommon(look, point);
  }
  return rowsFrom(count + 1, look.begins);
}

function tell({ place, end, until, begins }: Look, fact: number): void {
  // The stretches of a tree are apart, or within each other.
  if ((until[fact] as number) > place) return;
  until[fact] = end;
  note(begins, fact, place);
}

/** What comes back from a point that this one dominates, has been here. */
function enters({ spread: { points: { edges: { from } }, carries }, placeOf, place, end }: Look, edge: number): boolean {
  const before = placeOf[from[edge] as number] as number;
  return carries[edge] === 1 && (before < place || before >= end);
}

function tellAny(look: Look, point: number): void {
  const { points: { edges: { into } }, count, added: { at, of }, isOpen } = look.spread;
  for (let way = into.at[point] as number; way < (into.at[point + 1] as number); way += 1) {
    const edge = into.of[way] as number;
    if (!enters(look, edge)) continue;
    if (isOpen[edge] === 1) tell(look, count);
    for (let place = at[edge] as number; place < (at[edge + 1] as number); place += 1) tell(look, of[place] as number);
  }
}

/** Tells of what is added on every way into a point: of what one of them adds, as far as the others do. */
function tellCommon(look: Look, point: number): void {
  const { points: { edges: { into: { at, of } } }, count, keys, added, isOpen } = look.spread;
  const [first, end] = [at[point] as number, at[point + 1] as number];
  let one: number | undefined;
  for (let place = first; place < end; place += 1) if (enters(look, of[place] as number) && (one === undefined || isOpen[one] === 1)) one = of[place] as number;
  if (one === undefined) return;
  if (isOpen[one] === 1) return tell(look, count);
  for (let index = added.at[one] as number; index < (added.at[one + 1] as number); index += 1) {
    const fact = added.of[index] as number;
    let isCommon = true;
    for (let place = first; place < end && isCommon; place += 1) {
      const edge = of[place] as number;
      isCommon = edge === one || !enters(look, edge) || hasIn(added, edge, fact) || (isOpen[edge] === 1 && fact < keys);
    }
    if (isCommon) tell(look, fact);
  }
}

/** The last number of a list, which ascends, that is not above a place. */
function lastUpTo({ at, of }: Rows, row: number, place: number): number | undefined {
  const begin = at[row] as number;
  let low = begin;
  let high = at[row + 1] as number;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((of[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low === begin ? undefined : of[low - 1];
}
