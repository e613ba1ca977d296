const nothing: readonly never[] = [];

/** Two lists in one; where one of them is empty, the other itself. */
export function both<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  return second.length === 0 ? first : first.length === 0 ? second : [...first, ...second];
}

/** All that `find` finds in the items of a list, in their order: `flatMap`, but where nothing is found, as in most nodes, nothing is made. */
export function findAll<T, F>(items: readonly T[], find: (item: T) => readonly F[]): readonly F[] {
  let all: F[] | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const found = find(items[index] as T);
    if (found.length === 0) continue;
    all ??= [];
    for (let at = 0; at < found.length; at += 1) all.push(found[at] as F);
  }
  return all ?? nothing;
}
