import { grown, kept } from "../source/compact.ts";
import type { BranchWalk, FlowDraft, FlowEdge, FlowGraph, Fork, Nesting } from "./graph.ts";
import { branchWalk, leavesBranches } from "./graph.ts";
import { nestingOf } from "./nesting.ts";

/** The graph of an earlier text with as many nodes, and the nodes that are other ones now. */
export interface GraphBefore {
  readonly graph: FlowGraph;
  readonly changed: readonly number[];
}

/** Connects the open ends of branches to the innermost join around them; the ways of nodes that are not `changed` are taken from `before`. */
export function connect(draft: FlowDraft, before?: GraphBefore): FlowGraph {
  const { size, start, feedback, forks, complete } = draft;
  const isFlat = forks.length === 0;
  const nesting = nestingOf(draft);
  const edges = isFlat ? draft.edges : [...draft.edges, ...(nesting === undefined ? walkedEnds(draft) : nestedEnds(draft, nesting))];
  const around = isFlat && before?.graph.forks.length === 0 ? relinked(before, edges) : allKept(neighbours(size, edges));
  return { size, start, edges, ...around, feedback, forks, nesting, complete };
}

/** The neighbours of nodes where only some lead elsewhere than before; all edges are in the order of the nodes that they leave. */
function relinked({ graph, changed }: GraphBefore, edges: readonly FlowEdge[]): Pick<FlowGraph, "successors" | "predecessors"> {
  const [successors, predecessors] = [[...graph.successors], [...graph.predecessors]];
  for (const node of changed) {
    const next: number[] = [];
    for (const { to } of edges.slice(...edgesOf(edges, node))) if (!next.includes(to)) next.push(to);
    for (const to of successors[node] ?? []) predecessors[to] = (predecessors[to] ?? []).filter((from) => from !== node);
    for (const to of next) predecessors[to] = [...(predecessors[to] ?? []), node].sort((a, b) => a - b);
    successors[node] = next;
  }
  return { successors, predecessors };
}

/** Where the edges that leave a node begin and end, among edges in the order of the nodes that they leave. */
export function edgesOf(edges: readonly FlowEdge[], node: number): readonly [number, number] {
  const firstFrom = (from: number): number => {
    let [low, high] = [0, edges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle] as FlowEdge).from < from) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [firstFrom(node), firstFrom(node + 1)];
}

/** What `walkedEnds` gives, in its order: inner forks first, and of each the nodes that stand in its own branches. */
function nestedEnds(draft: FlowDraft, { around, branchesOf }: Nesting): readonly FlowEdge[] {
  const { successors } = neighbours(draft.size, draft.edges.filter((edge) => !leavesBranches(edge.role)));
  const depth = new Map<Fork | undefined, number>([[undefined, 0]]);
  const depthOf = (fork: Fork | undefined): number => depth.get(fork) ?? 0;
  for (const fork of branchesOf.keys()) depth.set(fork, depthOf(around(fork.node)?.fork) + 1);
  return [...branchesOf.keys()].sort((a, b) => depthOf(b) - depthOf(a) || a.node - b.node).flatMap((fork) => {
    const own = new Set(fork.branches.filter((entry) => around(entry)?.fork === fork));
    // The set grows while it is read.
    for (const node of own) for (const next of successors[node] ?? []) if (around(next)?.fork === fork) own.add(next);
    return [...own].flatMap((node): readonly FlowEdge[] => (draft.openEnded.has(node) ? [{ from: node, to: fork.join, role: "rejoin", span: draft.spanOf(node) }] : []));
  });
}

function walkedEnds(draft: FlowDraft): readonly FlowEdge[] {
  const edges: FlowEdge[] = [];
  const within = neighbours(draft.size, draft.edges.filter((edge) => !leavesBranches(edge.role)));
  const walk = branchWalk(within.successors);
  const connected = new Set<number>();
  // Inner forks first: the end of an inner branch is what carries the outer branch on.
  for (const fork of innermostFirst(draft, walk)) {
    for (const node of walk.nodesOf(fork)) {
      if (!draft.openEnded.has(node) || connected.has(node)) continue;
      connected.add(node);
      edges.push({ from: node, to: fork.join, role: "rejoin", span: draft.spanOf(node) });
      link(within, node, fork.join);
    }
  }
  return edges;
}

function innermostFirst(draft: FlowDraft, walk: BranchWalk): readonly Fork[] {
  if (draft.forks.length < 2) return draft.forks;
  const depth = new Int32Array(draft.size);
  for (const fork of draft.forks) {
    for (const node of walk.nodesOf(fork)) if (node !== fork.node) depth[node] = (depth[node] as number) + 1;
  }
  const depthOf = (fork: Fork): number => depth[fork.node] as number;
  return [...draft.forks].sort((a, b) => depthOf(b) - depthOf(a) || a.node - b.node);
}

interface Neighbours {
  readonly successors: (number[] | undefined)[];
  readonly predecessors: (number[] | undefined)[];
}

function neighbours(size: number, edges: readonly FlowEdge[]): Neighbours {
  const around: Neighbours = { successors: new Array(size).fill(undefined), predecessors: new Array(size).fill(undefined) };
  for (const { from, to } of edges) link(around, from, to);
  return around;
}

function allKept({ successors, predecessors }: Neighbours): Pick<FlowGraph, "successors" | "predecessors"> {
  return { successors: successors.map(kept), predecessors: predecessors.map(kept) };
}

function link({ successors, predecessors }: Neighbours, from: number, to: number): void {
  if (successors[from]?.includes(to) === true) return;
  successors[from] = grown(successors[from], to);
  predecessors[to] = grown(predecessors[to], from);
}
