import { stepsFrom, type Level, type Step } from "./level.ts";
import { openQueue } from "./queue.ts";

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
