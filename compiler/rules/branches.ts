import type { BoundWorkflow } from "../bind/bound.ts";
import { insideOf, leavesBranches, reachableFrom, type Fork } from "../bind/graph.ts";

/** A parallel node with what its branches cover. */
export interface ParallelBranches {
  readonly fork: Fork;
  /** The nodes of all branches: what control may reach from them without passing the join. */
  readonly inside: ReadonlySet<number>;
  /** From a node inside to the next one on its shortest way past the join; an end, or the fork itself, leads to itself. */
  readonly wayOut: ReadonlyMap<number, number>;
}

/** What the branches of each reachable parallel node cover, in the order of the text; nothing where the graph is not known whole. */
export function parallelBranches(bound: BoundWorkflow): readonly ParallelBranches[] {
  const { graph } = bound;
  if (!graph.complete || graph.start === undefined || graph.forks.length === 0) return [];
  const isReached = reachableFrom(graph.successors, [graph.start]);
  const { successors, predecessors } = stayingWithin(bound);
  return graph.forks
    .filter((fork) => isReached.has(fork.node))
    .map((fork) => {
      const inside = insideOf(successors, fork);
      return { fork, inside, wayOut: waysOut(bound, fork, inside, predecessors) };
    });
}

interface Neighbours {
  readonly successors: readonly (readonly number[])[];
  readonly predecessors: readonly (readonly number[])[];
}

/** The graph without the edges that may leave a branch. */
function stayingWithin({ graph }: BoundWorkflow): Neighbours {
  if (!graph.edges.some((edge) => leavesBranches(edge.role))) return graph;
  const successors: number[][] = graph.successors.map(() => []);
  const predecessors: number[][] = graph.successors.map(() => []);
  for (const { from, to, role } of graph.edges) {
    if (leavesBranches(role)) continue;
    successors[from]?.push(to);
    predecessors[to]?.push(from);
  }
  return { successors, predecessors };
}

function waysOut(bound: BoundWorkflow, fork: Fork, inside: ReadonlySet<number>, predecessors: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  const queue: number[] = [];
  for (const node of inside) {
    if (node !== fork.node && bound.nodes[node]?.spec?.terminal === undefined) continue;
    out.set(node, node);
    queue.push(node);
  }
  // Breadth first from the exits, so that each node learns the shortest way.
  for (const node of queue) {
    for (const before of predecessors[node] ?? []) {
      if (!inside.has(before) || out.has(before)) continue;
      out.set(before, node);
      queue.push(before);
    }
  }
  return out;
}
