import type { TypedNode, TypedWorkflow } from "../compiler/index.ts";

/** Which keys of the state a node reads and writes, each once, in the order of its text. */
export interface StateUse {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** Where a key of the state is used, by nodes in the order of the text. */
export interface KeyUse {
  readonly readers: readonly number[];
  readonly writers: readonly number[];
}

const unused: KeyUse = { readers: [], writers: [] };

/** Who reads and who writes each key of the state; gathered once for each version of a workflow, from what is known of each node. */
export function keyUses(typed: TypedWorkflow): (key: string) => KeyUse {
  const known = byWorkflow.get(typed) ?? gathered(typed);
  byWorkflow.set(typed, known);
  return (key) => known.get(key) ?? unused;
}

const byWorkflow = new WeakMap<TypedWorkflow, ReadonlyMap<string, KeyUse>>();
const byNode = new WeakMap<TypedNode, StateUse>();

function gathered({ nodes }: TypedWorkflow): ReadonlyMap<string, KeyUse> {
  const uses = new Map<string, { readonly readers: number[]; readonly writers: number[] }>();
  const useOf = (key: string): { readonly readers: number[]; readonly writers: number[] } => {
    const found = uses.get(key) ?? { readers: [], writers: [] };
    uses.set(key, found);
    return found;
  };
  for (const node of nodes) {
    const { reads, writes } = stateUse(node);
    for (const key of reads) useOf(key).readers.push(node.bound.index);
    for (const key of writes) useOf(key).writers.push(node.bound.index);
  }
  return uses;
}

function stateUse(node: TypedNode): StateUse {
  const known = byNode.get(node);
  if (known !== undefined) return known;
  const reads = node.sites.flatMap((site) => site.reads.flatMap(({ root, path: [key] }) => (root === "state" && key !== undefined && key !== "" ? [key] : [])));
  const use = { reads: [...new Set(reads)], writes: [...new Set(node.bound.writes.map(({ key }) => key))] };
  byNode.set(node, use);
  return use;
}
