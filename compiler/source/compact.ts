const nothing: readonly never[] = [];

/** The same list without room for more: one that grew item by item keeps room for sixteen, and most lists of a node hold one or two. */
export function compact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? nothing : list.slice();
}
