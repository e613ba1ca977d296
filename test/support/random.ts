/** Numbers in [0, 1) that follow from `seed`. Source: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of this run: `JAMJET_SEED`, or one of its own; print it where a test fails. */
export function seedOfRun(): number {
  return Number(process.env["JAMJET_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
}

/** How often a random test tries: `JAMJET_RUNS`, or `usual` times. */
export function runsOf(usual: number): number {
  return Number(process.env["JAMJET_RUNS"] ?? usual);
}

/** What `npm test` begins with, every time: new ground is broken by `npm run fuzz`. */
export const steadySeed = Number(process.env["JAMJET_SEED"] ?? 20_261_121);

/** For `fc.assert`, which prints the seed where a property fails. */
export function anyRuns(usual: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: steadySeed, numRuns: runsOf(usual) };
}
