import { components, isCycle, type Components } from "../flow/components.ts";
import { amountsOf, quantities, type Amounts, type Quantity } from "./amounts.ts";
import { stepsFrom, type Level, type Step } from "./level.ts";

/** A loop that nothing limits, and the quantities that grow in it. */
export interface Endless {
  /** Its nodes, in the order of the text. */
  readonly nodes: readonly number[];
  readonly quantities: readonly Quantity[];
}

/** The most that a level may take of each quantity, wherever it ends. */
export interface Dearest {
  readonly most: Amounts;
  readonly endless: readonly Endless[];
  /** The steps that lead to what is dearest by a quantity; a loop on the way is passed once. */
  readonly wayBy: (quantity: Quantity) => readonly Step[];
}

/**
 * The dearest way by each quantity: the longest through the condensation of the level, in which a loop is one place that
 * weighs as much as its rounds do. Linear.
 */
export function dearestWay(level: Level): Dearest {
  const out = stepsFrom(level);
  const next = out.map((steps) => steps.map(({ to }) => to));
  const all = components(next);
  const isReached = reachedFrom(level.entry, next);
  const isFree = enteredFree(level, all, isReached);
  const loops = all.members.map((places, number) => (isReached[places[0] as number] === 1 && isCycle(next, places) ? loopOf(level, out, all, number, isFree[number] === 1) : undefined));
  const weights = (quantity: Quantity): readonly number[] => loops.map((loop) => (loop === undefined ? 0 : loop.times * loop.longestRound(quantity)));
  const longest = (quantity: Quantity): { readonly most: number; readonly steps: readonly Step[] } => longestWay(level, out, all, weights(quantity), quantity);
  const endless = loops.flatMap((loop, number): readonly Endless[] => {
    const growing = loop === undefined ? [] : quantities.filter((quantity) => loop.longestRound(quantity) === Infinity);
    const nodes = [...new Set(all.members[number]?.map((place) => level.nodes[place] as number))].sort((a, b) => a - b);
    return growing.length === 0 ? [] : [{ nodes, quantities: growing }];
  });
  return { most: amountsOf((quantity) => longest(quantity).most), endless, wayBy: (quantity) => longest(quantity).steps };
}

function reachedFrom(entry: number, next: readonly (readonly number[])[]): Uint8Array {
  const isReached = new Uint8Array(next.length);
  const work = [entry];
  isReached[entry] = 1;
  for (let place = work.pop(); place !== undefined; place = work.pop()) {
    for (const to of next[place] ?? []) {
      if (isReached[to] === 1) continue;
      isReached[to] = 1;
      work.push(to);
    }
  }
  return isReached;
}

/** 1 for a component that is entered other than by something whose visits are counted. */
function enteredFree({ entry, visits, steps }: Level, { of, members }: Components, isReached: Uint8Array): Uint8Array {
  const isFree = new Uint8Array(members.length);
  const enter = (place: number): void => {
    if (visits[place] === undefined) isFree[of[place] as number] = 1;
  };
  enter(entry);
  for (const { from, to } of steps) if (isReached[from] === 1 && of[from] !== of[to]) enter(to);
  return isFree;
}

function longestWay(level: Level, out: readonly (readonly Step[])[], { of, members }: Components, weights: readonly number[], quantity: Quantity): { readonly most: number; readonly steps: readonly Step[] } {
  const most = new Float64Array(members.length).fill(-1);
  const by = new Array<Step | undefined>(members.length);
  const first = of[level.entry] as number;
  most[first] = weights[first] as number;
  let last = first;
  // Components that others lead to come first, so this is from the entry on.
  for (let number = first; number >= 0; number -= 1) {
    if ((most[number] as number) < 0) continue;
    // Of equals the last one: the way goes on to where it ends.
    if ((most[number] as number) >= (most[last] as number)) last = number;
    for (const place of members[number] ?? []) {
      for (const step of out[place] ?? []) {
        const to = of[step.to] as number;
        const sum = (most[number] as number) + step.most[quantity] + (weights[to] as number);
        if (to === number || sum <= (most[to] as number)) continue;
        most[to] = sum;
        by[to] = step;
      }
    }
  }
  // Steps by place: a component is entered where its step leads, and left from another place of it.
  const chain: Step[] = [];
  for (let step = by[last]; step !== undefined; step = by[of[step.from] as number]) chain.push(step);
  return { most: most[last] as number, steps: chain.reverse() };
}

interface Loop {
  /** How many stretches it is passed in: each ends where something is counted. */
  readonly times: number;
  /** The most that a stretch takes. */
  readonly longestRound: (quantity: Quantity) => number;
}

/**
 * What limits a loop. Every visit of a node with `max_visits`, and every re-run, ends a stretch. Visits are counted over the
 * whole execution, so they add; re-runs are counted anew when their eval was passed, so they multiply. The way out of a
 * spent budget is taken once in all. What is left without the steps that are counted has no loop, or no limit.
 */
function loopOf(level: Level, out: readonly (readonly Step[])[], { of, members }: Components, number: number, isEnteredFree: boolean): Loop {
  const places = members[number] ?? [];
  const steps = places.flatMap((place) => (out[place] ?? []).filter(({ to }) => of[to] === number));
  const isCounted = ({ to, bound }: Step): boolean => bound !== undefined || level.visits[to] !== undefined;
  const visits = places.reduce((sum, place) => sum + (level.visits[place] ?? 0), 0);
  const again = steps.filter(({ to, bound }) => bound !== undefined && level.visits[to] === undefined);
  const reRuns = again.reduce((product, { bound, isAside }) => (isAside ? product : product * (1 + (bound ?? 0))), again.some(({ isAside }) => isAside) ? 2 : 1);
  const local = new Map(places.map((place, index) => [place, index]));
  const rest: Step[][] = places.map(() => []);
  const counted: Step[][] = places.map(() => []);
  for (const step of steps) (isCounted(step) ? counted : rest)[local.get(step.from) as number]?.push(step);
  const next = rest.map((each) => each.map(({ to }) => local.get(to) as number));
  const inner = components(next);
  return {
    times: (visits + (isEnteredFree || visits === 0 ? 1 : 0)) * reRuns,
    longestRound: (quantity) => {
      const most = new Float64Array(places.length);
      let longest = 0;
      for (let at = inner.members.length - 1; at >= 0; at -= 1) {
        const together = inner.members[at] ?? [];
        const within = together.flatMap((index) => (rest[index] ?? []).filter(({ to }) => inner.of[local.get(to) as number] === at));
        if (within.some((step) => step.most[quantity] > 0)) return Infinity;
        const here = together.reduce((longest, index) => Math.max(longest, most[index] as number), 0);
        for (const index of together) {
          for (const step of [...(rest[index] ?? []), ...(counted[index] ?? [])]) longest = Math.max(longest, here + step.most[quantity]);
          for (const { to, most: more } of rest[index] ?? []) {
            const target = local.get(to) as number;
            most[target] = Math.max(most[target] as number, here + more[quantity]);
          }
        }
      }
      return longest;
    },
  };
}
