import { asArray, type Pairs } from "./numbers.ts";

/** Lists of numbers in one: list `row` is `of[at[row]]` to `of[at[row + 1] - 1]`. */
export interface Rows {
  readonly at: Int32Array;
  readonly of: Int32Array;
}

/** The numbers `values[i]`, or `i` itself, each in the list `rows[i]`: those of a list in the order in which they are given. */
export function rowsOf(count: number, rows: ArrayLike<number>, values?: ArrayLike<number>): Rows {
  const [at, place] = rowStarts(count, rows);
  const of = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    of[place[row] as number] = values === undefined ? index : (values[index] as number);
    place[row] = (place[row] as number) + 1;
  }
  return { at, of };
}

/** The same of pairs. */
export function rowsFrom(count: number, { rows, values }: Pairs): Rows {
  return rowsOf(count, asArray(rows), asArray(values));
}

/** Where the lists begin whose entries have these rows, and behind the last one their number; twice, the second to count on in. */
export function rowStarts(count: number, rows: ArrayLike<number>): readonly [Int32Array, Int32Array] {
  const at = new Int32Array(count + 1);
  for (let index = 0; index < rows.length; index += 1) at[(rows[index] as number) + 1] = (at[(rows[index] as number) + 1] as number) + 1;
  for (let row = 0; row < count; row += 1) at[row + 1] = (at[row + 1] as number) + (at[row] as number);
  return [at, at.slice()];
}

/** Whether a list has a number; lists are short. */
export function hasIn({ at, of }: Rows, row: number, value: number): boolean {
  for (let place = at[row] as number; place < (at[row + 1] as number); place += 1) if (of[place] === value) return true;
  return false;
}

/** Whether a list of one has the numbers of a list of the other, in their order. */
export function sameRow(one: Rows, row: number, other: Rows, otherRow: number): boolean {
  const [from, begin] = [one.at[row] as number, other.at[otherRow] as number];
  const count = (one.at[row + 1] as number) - from;
  if (count !== (other.at[otherRow + 1] as number) - begin) return false;
  for (let place = 0; place < count; place += 1) if (one.of[from + place] !== other.of[begin + place]) return false;
  return true;
}

/** One list; most are looked at in place. */
export function rowOf({ at, of }: Rows, row: number): Int32Array {
  return of.subarray(at[row], at[row + 1]);
}

/** By list, as bits: which of the 32 numbers from `32 * word` on it has. */
export function wordsOf({ at, of }: Rows, word: number): Int32Array {
  const words = new Int32Array(at.length - 1);
  for (let row = 0; row < words.length; row += 1) {
    let bits = 0;
    for (let place = at[row] as number; place < (at[row + 1] as number); place += 1) if ((of[place] as number) >>> 5 === word) bits |= 1 << ((of[place] as number) & 31);
    words[row] = bits;
  }
  return words;
}

/** Each list of the one with that of the other behind it. */
export function joined(one: Rows, other: Rows): Rows {
  if (other.of.length === 0) return one;
  const at = new Int32Array(one.at.length);
  const of = new Int32Array(one.of.length + other.of.length);
  for (let row = 0, place = 0; row < at.length - 1; row += 1) {
    place = copied(one, row, of, place);
    at[row + 1] = place = copied(other, row, of, place);
  }
  return { at, of };
}

/** Where the copy of a list ends that begins at a place of `into`. */
function copied({ at, of }: Rows, row: number, into: Int32Array, place: number): number {
  let end = place;
  for (let index = at[row] as number; index < (at[row + 1] as number); index += 1) into[end++] = of[index] as number;
  return end;
}

/** Calls `look` for each number of a list. */
export function eachIn({ at, of }: Rows, row: number, look: (value: number) => void): void {
  for (let place = at[row] as number; place < (at[row + 1] as number); place += 1) look(of[place] as number);
}

/** The list that a place is in, of those that begin `at` these places. */
export function rowAt(at: Int32Array, place: number): number {
  let [low, high] = [0, at.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) <= place) low = middle;
    else high = middle;
  }
  return low;
}
