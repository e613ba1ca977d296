import type { BoundWorkflow } from "../bind/bound.ts";
import { branchWalk, hasEndInBranch, leavesBranches, reachedNodes, type Fork, type Nesting } from "../bind/graph.ts";

/** What the branches of a parallel node cover. Valid while it is looked at: the next parallel node takes its memory. */
export interface ParallelBranches {
  readonly fork: Fork;
  /** The nodes of all branches, nearest first: what control may reach from them without passing the join. */
  readonly nodes: readonly number[];
  readonly isInside: (node: number) => boolean;
  /** From a node inside, the next one on its shortest way past the join; an end, or the fork itself, leads to itself. */
  readonly wayOut: (node: number) => number | undefined;
}

/**
 * Looks at the branches of each parallel node that runs, in the order of the text; at nothing where the graph is not
 * known whole. Nested branches are walked again at each level, so this is written to cost little per step.
 */
export function lookAtBranches<T>(bound: BoundWorkflow, look: (branches: ParallelBranches) => readonly T[]): readonly T[] {
  const { graph } = bound;
  if (!graph.complete || graph.start === undefined || graph.forks.length === 0) return [];
  const isReached = reachedNodes(graph);
  const { successors, predecessors } = stayingWithin(bound);
  const walk = branchWalk(successors);
  const out = new Int32Array(graph.size).fill(-1);
  const isEnd = Uint8Array.from(bound.nodes, (node) => (node.spec?.terminal === true ? 1 : 0));
  return graph.forks.flatMap((fork) => {
    if (!isReached.has(fork.node)) return [];
    const nodes = walk.nodesOf(fork);
    const leaving = waysOut(nodes.filter((node) => isEnd[node] === 1 || node === fork.node), predecessors, walk.isInside, out);
    const wayOut = (node: number): number | undefined => (out[node] === -1 ? undefined : out[node]);
    const found = look({ fork, nodes, isInside: walk.isInside, wayOut });
    for (const node of leaving) out[node] = -1;
    return found;
  });
}

/** As `lookAtBranches`, for what is only found where branches are entangled or escape: where none are, nothing is looked at. */
export function lookAtTangledBranches<T>(bound: BoundWorkflow, look: (branches: ParallelBranches) => readonly T[]): readonly T[] {
  return tidyNesting(bound) === undefined ? lookAtBranches(bound, look) : [];
}

/** How branches lie in each other, where each is entered by its fork alone and left at its join alone, and the graph is known whole. */
export function tidyNesting({ graph, nodes }: BoundWorkflow): Nesting | undefined {
  const { nesting, start, complete } = graph;
  if (!complete || start === undefined || nesting === undefined) return undefined;
  return hasEndInBranch(graph, nesting, (node) => nodes[node]?.spec?.terminal === true) ? undefined : nesting;
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

/** Notes in `out` the shortest way from each node to one of `exits`, and lists the nodes that have one. */
function waysOut(exits: readonly number[], predecessors: readonly (readonly number[])[], isInside: (node: number) => boolean, out: Int32Array): readonly number[] {
  const leaving = [...exits];
  for (const exit of exits) out[exit] = exit;
  // Breadth first from the exits; the list grows while it is read.
  for (const node of leaving) {
    for (const before of predecessors[node] ?? []) {
      if (!isInside(before) || out[before] !== -1) continue;
      out[before] = node;
      leaving.push(before);
    }
  }
  return leaving;
}

/** Which branch each node inside belongs to, and where two branches meet before their join. */
export interface BranchOwners {
  /** By node: the first node of the first branch that reaches it. */
  readonly owner: (node: number) => number | undefined;
  readonly meetings: readonly { readonly node: number; readonly one: number; readonly other: number }[];
}

/** Whom the nodes belong to; branches that escape their join own nothing. */
export function ownersOf({ graph }: BoundWorkflow, { fork, isInside, wayOut }: ParallelBranches): BranchOwners {
  const owner = new Int32Array(graph.size).fill(-1);
  const meetings: { readonly node: number; readonly one: number; readonly other: number }[] = [];
  for (const entry of new Set(fork.branches)) {
    if (!isInside(entry) || wayOut(entry) !== undefined) continue;
    const met = new Set<number>();
    const work = [entry];
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      const earlier = owner[node] as number;
      if (earlier === -1) {
        owner[node] = entry;
        for (const next of graph.successors[node] ?? []) if (isInside(next)) work.push(next);
      } else if (earlier !== entry && !met.has(node)) {
        met.add(node);
        meetings.push({ node, one: earlier, other: entry });
      }
    }
  }
  return { owner: (node) => (owner[node] === -1 ? undefined : owner[node]), meetings };
}
