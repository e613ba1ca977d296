import type { Around } from "../bind/bound.ts";
import type { TypedNode, TypedWorkflow } from "./typed.ts";

/** What there is in a node by itself; the same function each time, since by it what was found is found again. */
export type Find<T> = (node: TypedNode, around: Around) => readonly T[];

/** What a function found: node by node, and in one list. */
interface Found {
  readonly byNode: readonly (readonly unknown[])[];
  readonly all: readonly unknown[];
}

/** What was found in some version of a workflow. */
interface Gathering {
  readonly nodes: readonly TypedNode[];
  readonly found: Map<Find<unknown>, Found>;
  /** What was found in the version before, and the nodes that are other ones now. */
  readonly before: Pick<Gathering, "found"> & { readonly changed: readonly number[] } | undefined;
}

const gatherings = new WeakMap<TypedWorkflow, Gathering>();
const earlier = new WeakMap<TypedWorkflow, Pick<Gathering, "nodes" | "found">>();

/** All that `find` finds, in the order of the nodes. Of a node that is the same as in the version before, it is not asked again. */
export function gathered<T>(typed: TypedWorkflow, find: Find<T>): readonly T[] {
  const gathering = gatherings.get(typed) ?? begun(typed);
  gatherings.set(typed, gathering);
  const found = gathering.found.get(find) ?? foundIn(typed, find, gathering.before);
  gathering.found.set(find, found);
  // What stands under a function was found by it.
  return found.all as readonly T[];
}

/** Nothing is found yet. */
function begun(typed: TypedWorkflow): Gathering {
  const { nodes } = typed;
  const old = earlier.get(typed);
  if (old === undefined) return { nodes, found: new Map(), before: undefined };
  const changed: number[] = [];
  for (let index = 0; index < nodes.length; index += 1) if (nodes[index] !== old.nodes[index]) changed.push(index);
  return { nodes, found: new Map(), before: { found: old.found, changed } };
}

const nothing: readonly never[] = [];

function foundIn<T>({ nodes, bound }: TypedWorkflow, find: Find<T>, before: Gathering["before"]): Found {
  const known = before?.found.get(find);
  if (before === undefined || known === undefined) return inOne(nodes.map((node) => listOf(find, node, bound)));
  let byNode: (readonly unknown[])[] | undefined;
  for (const index of before.changed) {
    const list = listOf(find, nodes[index] as TypedNode, bound);
    if (!isSame(list, known.byNode[index] ?? nothing)) (byNode ??= [...known.byNode])[index] = list;
  }
  return byNode === undefined ? known : inOne(byNode);
}

function listOf<T>(find: Find<T>, node: TypedNode, around: Around): readonly T[] {
  const found = find(node, around);
  return found.length === 0 ? nothing : found;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

function inOne(byNode: Found["byNode"]): Found {
  const all: unknown[] = [];
  for (let index = 0; index < byNode.length; index += 1) {
    const list = byNode[index] as readonly unknown[];
    if (list !== nothing) for (let at = 0; at < list.length; at += 1) all.push(list[at]);
  }
  return { byNode, all };
}

/** Lets a workflow take over what was found in the nodes that it has in common with `before`, which is the same but for nodes. */
export function takeOver(before: TypedWorkflow, typed: TypedWorkflow): void {
  const known = gatherings.get(before) ?? earlier.get(before);
  if (known !== undefined) earlier.set(typed, { nodes: known.nodes, found: known.found });
}
