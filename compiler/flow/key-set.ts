/**
 * Sets of small numbers that share what they have in common: a chain of nodes adds one key each, and a set of its own for
 * every point of 20,000 nodes with 10,000 keys would take 60 MB and the time to fill them. Never changed once made.
 *
 * K1. A chunk in which nothing changes keeps its identity, and so does a whole set: equal sets are mostly the same object,
 *     and where sets meet only what differs is looked at.
 */
export type KeySet = readonly Chunk[];

/** Sixteen words of bits. */
type Chunk = readonly number[];

const words = 16;
const chunkBits = words * 32;
const emptyChunk: Chunk = new Array<number>(words).fill(0);

/** The set of nothing, where there are numbers below `size`. */
export function noKeys(size: number): KeySet {
  return new Array<Chunk>(Math.ceil(size / chunkBits)).fill(emptyChunk);
}

export function hasKey(set: KeySet, key: number): boolean {
  const word = set[Math.floor(key / chunkBits)]?.[(key % chunkBits) >>> 5] ?? 0;
  return (word & (1 << (key & 31))) !== 0;
}

/** `set` with `keys`. */
export function withKeys(set: KeySet, keys: readonly number[]): KeySet {
  return changed(set, keys, (word, bit) => word | bit);
}

/** `set` without `keys`. */
export function withoutKeys(set: KeySet, keys: readonly number[]): KeySet {
  return changed(set, keys, (word, bit) => word & ~bit);
}

/** What is in `a` or in `b`; `a` itself where `b` adds nothing. */
export function union(a: KeySet, b: KeySet): KeySet {
  return combined(a, b, (one, other) => one | other);
}

/** What is in `a` and in `b`; `a` itself where all of it is in `b`. */
export function intersection(a: KeySet, b: KeySet): KeySet {
  return combined(a, b, (one, other) => one & other);
}

function changed(set: KeySet, keys: readonly number[], change: (word: number, bit: number) => number): KeySet {
  let mine: Chunk[] | undefined;
  for (const key of keys) {
    const at = Math.floor(key / chunkBits);
    const chunk = (mine ?? set)[at] as Chunk;
    const word = (key % chunkBits) >>> 5;
    const now = change(chunk[word] as number, 1 << (key & 31));
    if (now === chunk[word]) continue;
    mine ??= set.slice();
    mine[at] = chunk.with(word, now);
  }
  return mine ?? set;
}

function combined(a: KeySet, b: KeySet, of: (one: number, other: number) => number): KeySet {
  if (a === b) return a;
  let mine: Chunk[] | undefined;
  for (let at = 0; at < a.length; at += 1) {
    const one = a[at] as Chunk;
    const other = b[at] as Chunk;
    const chunk = one === other ? one : combinedChunk(one, other, of);
    if (chunk === one) continue;
    mine ??= a.slice();
    mine[at] = chunk;
  }
  return mine ?? a;
}

/** One of the two where it is the answer. */
function combinedChunk(one: Chunk, other: Chunk, of: (one: number, other: number) => number): Chunk {
  let isOne = true;
  let isOther = true;
  const both = emptyChunk.slice();
  for (let word = 0; word < words; word += 1) {
    const now = of(one[word] as number, other[word] as number);
    both[word] = now;
    isOne &&= now === one[word];
    isOther &&= now === other[word];
  }
  return isOne ? one : isOther ? other : both;
}
