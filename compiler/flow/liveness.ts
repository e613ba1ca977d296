import { positionsOf, type FlowOrder } from "./order.ts";
import type { FlowPoints } from "./points.ts";
import { hasIn, wordsOf, type Rows } from "./rows.ts";

/** Which keys of the state are wanted at a point: read behind it on some way, before anything else is sure to be written. */
export interface Liveness {
  /** Whether some way from the point ends at all; where none does, nothing is said of what is wanted. */
  readonly ends: (point: number) => boolean;
  readonly isWanted: (point: number, key: number) => boolean;
}

/** What points read. */
export interface PointReads {
  readonly keys: Rows;
  /** 1 for a point at which every key is read: where an execution ends, and where branches are gathered whole. */
  readonly all: Uint8Array;
}

/** Most writes are read or overwritten soon: so many points behind one are looked at before all of them are. */
const nearby = 64;

/**
 * Backwards, over the points that are reached. Found when it is asked for: a key that nothing writes again is wanted
 * wherever a way ends, others by a look ahead, and where that is not enough, for 32 keys at a time.
 */
export function liveness(points: FlowPoints, flow: FlowOrder, reads: PointReads): Liveness {
  const settled = new Map<number, Int32Array>();
  const lookAhead = lookingAhead(points, flow, reads);
  const isLast = lastWrites(points, flow);
  const ending = endingPoints(points, flow, reads);
  const ends = (point: number): boolean => ending[point] === 1;
  return {
    ends,
    isWanted: (point, key) => {
      if (ends(point) && isLast(point, key)) return true;
      const near = lookAhead(point, key);
      if (near !== undefined) return near;
      const word = key >>> 5;
      const wanted = settled.get(word) ?? settle(points, flow, reads, word);
      settled.set(word, wanted);
      return ((wanted[point] as number) & (1 << (key & 31))) !== 0;
    },
  };
}

/** Whether nothing behind a point writes a key. */
function lastWrites(points: FlowPoints, { isReached, order }: FlowOrder): (point: number, key: number) => boolean {
  const { edges, keys } = points;
  const isWay = new Uint8Array(edges.count);
  for (let edge = 0; edge < edges.count; edge += 1) isWay[edge] = (isReached[edges.from[edge] as number] as number) & (isReached[edges.to[edge] as number] as number);
  const { of, earliest } = positionsOf(points, order, isWay);
  const last = new Int32Array(keys.length).fill(-1);
  const { at, of: written } = edges.surely;
  for (let edge = 0; edge < edges.count; edge += 1) {
    if (isWay[edge] === 0) continue;
    for (let place = at[edge] as number; place < (at[edge + 1] as number); place += 1) {
      const key = written[place] as number;
      last[key] = Math.max(last[key] as number, of[edges.from[edge] as number] as number);
    }
  }
  return (point, key) => (last[key] as number) < (earliest[point] as number);
}

/** Whether a key is wanted at a point, as far as the points nearby tell. */
function lookingAhead({ size, edges }: FlowPoints, { isReached }: FlowOrder, { keys, all }: PointReads): (point: number, key: number) => boolean | undefined {
  const lookOf = new Int32Array(size);
  const queue = new Int32Array(size);
  let look = 0;
  return (from, key) => {
    look += 1;
    let waiting = 1;
    queue[0] = from;
    lookOf[from] = look;
    // The queue grows while it is read.
    for (let next = 0; next < waiting; next += 1) {
      const point = queue[next] as number;
      if (waiting > nearby) return undefined;
      if (isReached[point] === 0) continue;
      if (all[point] === 1 || hasIn(keys, point, key)) return true;
      for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) {
        const to = edges.to[edge] as number;
        if (lookOf[to] === look || hasIn(edges.surely, edge, key)) continue;
        lookOf[to] = look;
        queue[waiting++] = to;
      }
    }
    return false;
  };
}

/** 1 for a point from which some way leads to one that reads everything. */
function endingPoints({ size, edges }: FlowPoints, { isReached, order }: FlowOrder, { all }: PointReads): Uint8Array {
  const ends = new Uint8Array(size);
  const work = new Int32Array(size);
  let waiting = 0;
  const note = (point: number): void => {
    if (ends[point] === 1 || isReached[point] === 0) return;
    ends[point] = 1;
    work[waiting++] = point;
  };
  for (const point of order) if (all[point] === 1) note(point);
  while (waiting > 0) {
    const point = work[--waiting] as number;
    for (let place = edges.into.at[point] as number; place < (edges.into.at[point + 1] as number); place += 1) note(edges.from[edges.into.of[place] as number] as number);
  }
  return ends;
}

/**
 * Which of 32 keys are wanted, by point. Passes go against the flow and with it in turn, so that loops which follow each
 * other cost no pass each.
 */
function settle({ size, edges }: FlowPoints, { order, isReached }: FlowOrder, { keys, all }: PointReads, word: number): Int32Array {
  const written = wordsOf(edges.surely, word);
  const wanted = wordsOf(keys, word);
  for (let point = 0; point < size; point += 1) wanted[point] = isReached[point] === 0 ? 0 : all[point] === 1 ? -1 : (wanted[point] as number);
  const isDirty = new Uint8Array(isReached);
  const look = (point: number): boolean => {
    if (isDirty[point] === 0) return false;
    isDirty[point] = 0;
    const before = wanted[point] as number;
    let now = before;
    for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) now |= (wanted[edges.to[edge] as number] as number) & ~(written[edge] as number);
    if (now === before) return false;
    wanted[point] = now;
    for (let place = edges.into.at[point] as number; place < (edges.into.at[point + 1] as number); place += 1) {
      const from = edges.from[edges.into.of[place] as number] as number;
      isDirty[from] = isReached[from] as number;
    }
    return true;
  };
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (let at = order.length - 1; at >= 0; at -= 1) isChanged = look(order[at] as number) || isChanged;
    if (isChanged) for (const point of order) look(point);
  }
  return wanted;
}
