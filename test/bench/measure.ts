/** A figure to print: how many times longer the baseline takes than ours, and the least that we aim at. */
export interface Ratio {
  readonly what: string;
  readonly ours: number;
  readonly baseline: string;
  readonly theirs: number;
  readonly goal: number;
  /** Of both figures; nanoseconds where nothing is said. */
  readonly unit?: "bytes";
}

export interface Report {
  readonly ratio: (ratio: Ratio) => void;
  readonly note: (text: string) => void;
}

/** Loads a package of `test/bench/peers`; `undefined` where it is not installed. */
export type Peer = (name: string) => Promise<unknown>;

const rounds = 15;
const msPerRound = 30;
const warmUpMs = 500;

/** Nanoseconds per unit of work, for each contestant in turn and again, so that a busy moment hits all; the minimum counts. */
export function race<N extends string>(contestants: { readonly [K in N]: () => unknown }): { readonly [K in N]: number } {
  const names = Object.keys(contestants) as N[];
  const times = new Map<N, number>(names.map((name) => [name, calibrate(contestants[name])]));
  const best = new Map<N, number>();
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const ns = timed(contestants[name], times.get(name) ?? 1);
      best.set(name, Math.min(best.get(name) ?? Infinity, ns));
    }
  }
  return Object.fromEntries(best) as { readonly [K in N]: number };
}

/** How often `once` runs within a round, once the engine has compiled it. */
function calibrate(once: () => unknown): number {
  let spentMs = 0;
  for (let times = 1; ; times *= 2) {
    const roundMs = (timed(once, times) * times) / 1e6;
    spentMs += roundMs;
    if (spentMs > warmUpMs) return Math.max(1, Math.round((times * msPerRound) / roundMs));
  }
}

function timed(once: () => unknown, times: number): number {
  let last: unknown;
  const start = process.hrtime.bigint();
  for (let turn = 0; turn < times; turn++) last = once();
  const ns = Number(process.hrtime.bigint() - start) / times;
  // The result is used, so that no engine drops the work.
  if (last === neverGiven) throw new Error("a bench gave what it cannot give");
  return ns;
}

const neverGiven = Symbol("never given");
