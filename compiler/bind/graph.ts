import type { EdgeRole } from "../../schemas/field.ts";
import type { Span } from "../../schemas/span.ts";

/** How control may pass from one node to another. `rejoin` is the end of a branch at its join, `feedback` an eval's re-run. */
export type FlowRole = EdgeRole | "rejoin" | "feedback";

export interface FlowEdge {
  readonly from: number;
  readonly to: number;
  readonly role: FlowRole;
  /** Where the author wrote it; for an edge that nobody wrote, the node it leaves. */
  readonly span: Span;
}

/** A node that starts branches, and the node where they meet again. */
export interface Fork {
  readonly node: number;
  /** The first nodes of the branches, in the order of the text, as often as they are listed. */
  readonly branches: readonly number[];
  readonly join: number;
}

/** One branch of a fork. */
export interface Branch {
  readonly fork: Fork;
  /** Its first node. */
  readonly entry: number;
  /** The branch that the fork stands in. */
  readonly outer: Branch | undefined;
  /** The branch that its join stands in: not `outer`, where that ends at the same join. */
  readonly after: Branch | undefined;
}

/** How branches lie in each other, where every node belongs to one branch, or to none. */
export interface Nesting {
  /** The innermost branch around a node. */
  readonly around: (node: number) => Branch | undefined;
  /** The branches of each fork; a fork stands behind those that it lies in. */
  readonly branchesOf: ReadonlyMap<Fork, readonly Branch[]>;
}

/**
 * Which node may follow which. Nodes are numbered in the order of the text.
 * `feedback` edges are kept apart: they re-run a node, and no author wrote them.
 */
export interface FlowGraph {
  readonly size: number;
  readonly start: number | undefined;
  /** Edges that control follows, in the order of the text; several may join the same two nodes. */
  readonly edges: readonly FlowEdge[];
  readonly successors: readonly (readonly number[])[];
  readonly predecessors: readonly (readonly number[])[];
  readonly feedback: readonly FlowEdge[];
  readonly forks: readonly Fork[];
  /** How branches lie in each other; undefined where they are entangled. */
  readonly nesting: Nesting | undefined;
  /** Some target could not be resolved or read: rules about absent paths must stay silent. */
  readonly complete: boolean;
}

/** What binding found of a graph before the ends of parallel branches are connected. */
export interface FlowDraft {
  readonly size: number;
  readonly start: number | undefined;
  readonly edges: readonly FlowEdge[];
  readonly feedback: readonly FlowEdge[];
  readonly forks: readonly Fork[];
  /** Nodes that say nothing of what comes after them, though their kind could: they end a branch, or are wrong. */
  readonly openEnded: ReadonlySet<number>;
  readonly spanOf: (node: number) => Span;
  readonly complete: boolean;
}

/** Edges that may leave a parallel branch on purpose: they cancel its siblings. */
export function leavesBranches(role: FlowRole): boolean {
  return role === "escalate" || role === "budget";
}

/** Walks through the branches of one fork after the other, in memory that is taken once. */
export interface BranchWalk {
  /** The nodes of all branches: those that control may reach from them without passing the join. */
  readonly nodesOf: (fork: Fork) => readonly number[];
  /** Whether a node is among those that `nodesOf` gave last. */
  readonly isInside: (node: number) => boolean;
}

export function branchWalk(successors: readonly (readonly number[] | undefined)[]): BranchWalk {
  const walkOf = new Int32Array(successors.length);
  let walk = 0;
  return {
    nodesOf: ({ branches, join }) => {
      walk += 1;
      const nodes: number[] = [];
      const enter = (node: number): void => {
        if (node === join || walkOf[node] === walk) return;
        walkOf[node] = walk;
        nodes.push(node);
      };
      branches.forEach(enter);
      // The list grows while it is read.
      for (const node of nodes) successors[node]?.forEach(enter);
      return nodes;
    },
    isInside: (node) => walk > 0 && walkOf[node] === walk,
  };
}

/** Nodes by their numbers. */
export interface NodeSet {
  readonly size: number;
  readonly has: (node: number) => boolean;
}

const reached = new WeakMap<FlowGraph, NodeSet>();

/** The nodes that control may come to; none in a graph without a start. Found once: half of the rules ask. */
export function reachedNodes(graph: FlowGraph): NodeSet {
  const nodes = reached.get(graph) ?? reachableFrom(graph.successors, graph.start === undefined ? [] : [graph.start]);
  reached.set(graph, nodes);
  return nodes;
}

/** Whether a branch that runs holds an end, which ends all beside it, too. `isEnd` tells ends by their numbers. */
export function hasEndInBranch(graph: FlowGraph, { around, branchesOf }: Nesting, isEnd: (node: number) => boolean): boolean {
  if (branchesOf.size === 0) return false;
  for (let node = 0; node < graph.size; node += 1) if (isEnd(node) && around(node) !== undefined && reachedNodes(graph).has(node)) return true;
  return false;
}

/** The nodes that control may reach from `roots`, roots included. */
export function reachableFrom(next: readonly (readonly number[])[], roots: readonly number[]): NodeSet {
  const isSeen = new Uint8Array(next.length);
  const found = new Int32Array(next.length);
  let size = 0;
  const come = (node: number): void => {
    if (isSeen[node] !== 0) return;
    isSeen[node] = 1;
    found[size++] = node;
  };
  roots.forEach(come);
  // The list grows while it is read.
  for (let at = 0; at < size; at += 1) next[found[at] as number]?.forEach(come);
  return { size, has: (node) => isSeen[node] === 1 };
}
