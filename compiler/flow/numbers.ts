/**
 * Numbers in a row that grows. They stand where the garbage collector moves nothing: lists of a large document, as arrays that
 * grow, would be copied again and again while they are made.
 */
export interface Numbers {
  of: Int32Array;
  count: number;
}

/** None yet. */
export function noNumbers(): Numbers {
  return { of: new Int32Array(64), count: 0 };
}

/** Adds one at the end. */
export function push(to: Numbers, value: number): void {
  if (to.count === to.of.length) {
    const more = new Int32Array(to.count * 2);
    more.set(to.of);
    to.of = more;
  }
  to.of[to.count] = value;
  to.count += 1;
}

/** What there is of them now. */
export function asArray({ of, count }: Numbers): Int32Array {
  return of.subarray(0, count);
}

/** Numbers in pairs: lists by row, while they are made. */
export interface Pairs {
  readonly rows: Numbers;
  readonly values: Numbers;
}

/** None yet. */
export function noPairs(): Pairs {
  return { rows: noNumbers(), values: noNumbers() };
}

/** Adds a value to the list of a row. */
export function note({ rows, values }: Pairs, row: number, value: number): void {
  push(rows, row);
  push(values, value);
}
