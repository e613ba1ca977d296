const nothing: readonly never[] = [];

/** The same list without room for more: one that grew item by item keeps room for sixteen, and most lists of a node hold one or two. */
export function compact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? nothing : list.slice();
}

/** `list` with one more item; the first makes a list without room for more, as most lists of a node hold one. */
export function grown<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined) return [item];
  list.push(item);
  return list;
}

/** What `grown` made, without room for more. */
export function kept<T>(list: T[] | undefined): readonly T[] {
  return list === undefined ? nothing : list.length === 1 ? list : list.slice();
}
