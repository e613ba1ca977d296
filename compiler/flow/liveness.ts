import { hasKey, noKeys, union, withKeys, withoutKeys, type KeySet } from "./key-set.ts";
import type { FlowOrder } from "./order.ts";
import type { FlowPoints } from "./points.ts";

/** Which keys of the state are wanted at a point: read behind it on some way, before anything else is sure to be written. */
export interface Liveness {
  /** Whether some way from the point ends at all; where none does, nothing is said of what is wanted. */
  readonly ends: (point: number) => boolean;
  readonly isWanted: (point: number, key: number) => boolean;
}

/** What points read. */
export interface PointReads {
  readonly keysAt: (point: number) => readonly number[];
  /** A point at which every key is read: where an execution ends, and where branches are gathered whole. */
  readonly readsAll: (point: number) => boolean;
}

/**
 * Backwards, over the points that are reached: passes go against the flow and with it in turn, so that loops which follow
 * each other cost no pass each.
 */
export function liveness(points: FlowPoints, { order, isReached }: FlowOrder, reads: PointReads): Liveness {
  const { size, edges, keys } = points;
  const ending = keys.length;
  const none = noKeys(keys.length + 1);
  const all = withKeys(none, Array.from({ length: keys.length + 1 }, (_, key) => key));
  const wanted = new Array<KeySet>(size).fill(none);
  const isDirty = new Uint8Array(isReached);
  const look = (point: number): boolean => {
    if (isDirty[point] === 0) return false;
    isDirty[point] = 0;
    const now = reads.readsAll(point) ? all : withKeys(wantedBehind(point), reads.keysAt(point));
    if (union(wanted[point] as KeySet, now) === wanted[point]) return false;
    wanted[point] = now;
    for (let place = edges.inAt[point] as number; place < (edges.inAt[point + 1] as number); place += 1) isDirty[edges.from[edges.into[place] as number] as number] = 1;
    return true;
  };
  const wantedBehind = (point: number): KeySet => {
    let set = none;
    for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) set = union(set, withoutKeys(wanted[edges.to[edge] as number] as KeySet, edges.writes[edge]?.surely ?? []));
    return set;
  };
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (let at = order.length - 1; at >= 0; at -= 1) isChanged = look(order[at] as number) || isChanged;
    if (isChanged) for (const point of order) look(point);
  }
  return { ends: (point) => hasKey(wanted[point] as KeySet, ending), isWanted: (point, key) => hasKey(wanted[point] as KeySet, key) };
}
