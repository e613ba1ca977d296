import { stepsFrom, type Level, type Step } from "./level.ts";

/** The cheapest way through a level: what it takes, infinite where none leads to an exit, and its steps in order. */
export interface Cheapest {
  readonly least: number;
  readonly steps: readonly Step[];
}

/**
 * The way from the entry to an exit whose steps weigh the least together. Steps that are aside are left out, so it is the
 * cheapest of the usual executions. A weight is never below zero. In n log n. Source: Dijkstra, "A note on two problems
 * in connexion with graphs", 1959.
 */
export function cheapestWay(level: Level, weigh: (step: Step) => number): Cheapest {
  const out = stepsFrom(level);
  const least = new Float64Array(level.nodes.length).fill(Infinity);
  const by = new Array<Step | undefined>(level.nodes.length);
  const queue = openQueue();
  least[level.entry] = 0;
  queue.push(level.entry, 0);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { place, weight } = next;
    if (weight > (least[place] as number)) continue;
    if (level.isExit[place] === true) return { least: weight, steps: wayTo(place, level.entry, by) };
    for (const step of out[place] ?? []) {
      const sum = weight + weigh(step);
      if (step.isAside || !(sum < (least[step.to] as number))) continue;
      least[step.to] = sum;
      by[step.to] = step;
      queue.push(step.to, sum);
    }
  }
  return { least: Infinity, steps: [] };
}

/** The steps from `entry` to `place`, where `by` holds the last step to each. */
function wayTo(place: number, entry: number, by: readonly (Step | undefined)[]): readonly Step[] {
  const way: Step[] = [];
  for (let at = place; at !== entry; ) {
    const step = by[at];
    if (step === undefined) break;
    way.push(step);
    at = step.from;
  }
  return way.reverse();
}

interface Queued {
  readonly place: number;
  readonly weight: number;
}

/** A queue that gives the lightest first; of equals, the one that came first. */
function openQueue(): { readonly push: (place: number, weight: number) => void; readonly pop: () => Queued | undefined } {
  const heap: (Queued & { readonly turn: number })[] = [];
  let turns = 0;
  const isBefore = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]];
    if (one === undefined || other === undefined) return one !== undefined;
    return one.weight < other.weight || (one.weight === other.weight && one.turn < other.turn);
  };
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]];
    if (one === undefined || other === undefined) return;
    heap[a] = other;
    heap[b] = one;
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = isBefore(right, left) ? right : left;
      if (child >= heap.length || !isBefore(child, at)) return;
      swap(at, child);
      at = child;
    }
  };
  return {
    push: (place, weight) => {
      heap.push({ place, weight, turn: (turns += 1) });
      for (let at = heap.length - 1; at > 0 && isBefore(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
    },
    pop: () => {
      swap(0, heap.length - 1);
      const first = heap.pop();
      sink();
      return first;
    },
  };
}
