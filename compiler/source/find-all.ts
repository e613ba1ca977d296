const nothing: readonly never[] = [];

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
