import type { Around } from "../bind/bound.ts";
import type { TypedNode, TypedWorkflow } from "./typed.ts";

/** What there is in a node by itself; the same function each time, since by it what was found is found again. */
export type Find<T> = (node: TypedNode, around: Around) => readonly T[];

/** What was found in each node of some version of a workflow. */
interface Gathering {
  readonly nodes: readonly TypedNode[];
  readonly lists: Map<Find<unknown>, readonly (readonly unknown[])[]>;
}

const gatherings = new WeakMap<TypedWorkflow, Gathering>();
const earlier = new WeakMap<TypedWorkflow, Gathering>();

/** All that `find` finds, in the order of the nodes. Of a node that is the same as in the version before, it is not asked again. */
export function gathered<T>(typed: TypedWorkflow, find: Find<T>): readonly T[] {
  const gathering = gatherings.get(typed) ?? { nodes: typed.nodes, lists: new Map() };
  gatherings.set(typed, gathering);
  const lists = gathering.lists.get(find) ?? listsOf(typed, find, earlier.get(typed));
  gathering.lists.set(find, lists);
  const all: T[] = [];
  for (let index = 0; index < lists.length; index += 1) {
    // What stands under a function was found by it.
    const list = lists[index] as readonly T[];
    if (list !== nothing) for (let at = 0; at < list.length; at += 1) all.push(list[at] as T);
  }
  return all;
}

const nothing: readonly never[] = [];

function listsOf<T>({ nodes, bound }: TypedWorkflow, find: Find<T>, before?: Gathering): readonly (readonly unknown[])[] {
  const known = before?.lists.get(find);
  return nodes.map((node, index) => {
    if (known !== undefined && before?.nodes[index] === node) return known[index] as readonly unknown[];
    const found = find(node, bound);
    return found.length === 0 ? nothing : found;
  });
}

/** Lets a workflow take over what was found in the nodes that it has in common with `before`, which is the same but for nodes. */
export function takeOver(before: TypedWorkflow, typed: TypedWorkflow): void {
  const known = gatherings.get(before) ?? earlier.get(before);
  if (known !== undefined) earlier.set(typed, known);
}
