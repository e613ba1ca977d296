import type { LaneId } from "../../schemas/event.ts";

/**
 * Lanes whose tokens are to be asked what they intend. A token that intended nothing intends nothing until it has
 * changed, or a moment has come, so that a fork of many branches is not asked from its beginning after each event.
 */
export interface Agenda {
  readonly add: (lanes: Iterable<LaneId>) => void;
  /** Takes the lane that was opened first, or `undefined` where none is left. */
  readonly next: () => LaneId | undefined;
  readonly isEmpty: () => boolean;
}

/** An agenda with these lanes. */
export function agendaOf(first: Iterable<LaneId>): Agenda {
  /** The lane opened last comes first: what is taken, and usually put back, is at the end. */
  const lanes: LaneId[] = [];
  const add = (more: Iterable<LaneId>): void => {
    // The branches of a fork come in the order in which they were opened, so that from behind each is put at the end.
    for (const lane of [...more].reverse()) {
      const at = placeOf(lanes, lane);
      if (lanes[at] !== lane) lanes.splice(at, 0, lane);
    }
  };
  add(first);
  return { add, next: () => lanes.pop(), isEmpty: () => lanes.length === 0 };
}

/** Where `lane` stands, or belongs, among lanes in descending order. */
function placeOf(lanes: readonly LaneId[], lane: LaneId): number {
  let low = 0;
  let high = lanes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lanes[middle] as LaneId) > lane) low = middle + 1;
    else high = middle;
  }
  return low;
}
