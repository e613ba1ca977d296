import type { BoundNode, BoundWorkflow, TargetSite, WriteSite } from "../bind/bound.ts";
import { hasEndInBranch, type Branch, type FlowGraph } from "../bind/graph.ts";
import { writeSitesOf } from "../bind/wire.ts";
import { hasPoint, pointsIn, type NodePoint } from "../bind/wiring.ts";
import { afterAt, drawNode, drawUnwritten, endAt, nodeOfEnd, placeIn, type Canvas } from "./draw.ts";
import { draw, edgeDrafts, pointEdges, type PointEdges } from "./edges.ts";
import { stateKeys, type StateKeys } from "../bind/keys.ts";
import { mergeOf } from "./merge.ts";
import { push } from "./numbers.ts";

/**
 * Where control can stand. `in`: a node begins. `ok`: it has done its work and written. `event`: what it waited for has come.
 * `timeout`: it waited in vain. `fail`: its attempts are used up. `exhausted`: so are the re-runs that it asked for. `end`: a
 * branch has come to its join; the node is the branch's first. `joined`: the branches of a fork, which is the node, are over.
 */
export type PointRole = NodePoint | "end" | "joined";

/**
 * A workflow as the analyses of flow see it: points, and edges between them, as numbers. The points of nodes stand in the
 * order of the text, those of forks behind them. Nothing in it says where something is written.
 *
 * F1. A write is on the edge on which it happens: there is none on a timeout or a failure.
 * F2. A branch ends at its `end`, and a fork's branches meet in its `joined`. Where branches are entangled there is
 *     neither, and a join is a node like any other: who speaks of what is missing at a point asks `isTidy` first.
 * F3. Another attempt writes nothing and leads nowhere, so it is no edge; a re-run by feedback is one.
 */
export interface FlowPoints extends StateKeys {
  readonly size: number;
  readonly roleOf: readonly PointRole[];
  /** The node of each point. */
  readonly nodeOf: Int32Array;
  /** The point of a node in this role, if it has one. Every node has an `in`. */
  readonly at: (node: number, role: NodePoint | "joined") => number | undefined;
  /** Where a node chooses its route: `ok`, or `in` for one that does nothing else. */
  readonly afterOf: (node: number) => number;
  /** 1 for a point that control comes to when every edge into it has been taken, and not one of them. */
  readonly waitsForAll: Uint8Array;
  readonly start: number | undefined;
  readonly edges: PointEdges;
  /** Every target is known, and every branch is entered by its fork and left at its join. */
  readonly isTidy: boolean;
}

const known = new WeakMap<BoundWorkflow, FlowPoints>();

/** The points of a workflow and all that leads from one to the other; made when they are first asked for, unless `made` they were already. */
export function flowPoints(bound: BoundWorkflow, made?: FlowPoints): FlowPoints {
  const points = known.get(bound) ?? made ?? drawPoints(bound);
  known.set(bound, points);
  return points;
}

/** One pass over nodes, edges and forks. */
function drawPoints(bound: BoundWorkflow): FlowPoints {
  const { graph, nodes } = bound;
  const { keys, numbers } = stateKeys(bound);
  const forks = forkPoints(graph);
  const around = forks.roles.length === 0 ? undefined : graph.nesting?.around;
  const canvas: Canvas = {
    drafts: edgeDrafts(),
    reRuns: new Set(graph.feedback.map(({ from }) => from)),
    areTangled: graph.nesting === undefined,
    arrival: (from, to) => {
      const branch = around?.(from);
      return branch?.fork.join === to ? forks.endOf(branch) : endAt(to, "in");
    },
  };
  const points = new Uint8Array(nodes.length);
  for (const node of nodes) points[node.index] = drawNode(canvas, node);
  for (const edge of graph.edges) drawUnwritten(canvas, edge, points[edge.from] as number);
  for (const edge of graph.feedback) drawUnwritten(canvas, edge, points[edge.from] as number);
  const merging = drawMeetings(canvas, bound, forks);
  const numbered = numberPoints(points, forks);
  const { size, at, pointOf } = numbered;
  const waitsForAll = new Uint8Array(size);
  for (const joined of merging) waitsForAll[pointOf(joined)] = 1;
  const start = graph.start === undefined ? undefined : at(graph.start, "in");
  const isEnded = graph.nesting === undefined || !hasEndInBranch(graph, graph.nesting, (node) => nodes[node]?.spec?.terminal === true);
  return { ...numbered, waitsForAll, start, edges: pointEdges(size, canvas.drafts, pointOf), keys, numbers, isTidy: graph.complete && start !== undefined && graph.nesting !== undefined && isEnded };
}

/** The points that belong to forks, in the order in which they stand behind those of nodes; as ends, they are below zero. */
interface ForkPoints {
  readonly roles: readonly PointRole[];
  readonly nodes: readonly number[];
  readonly endOf: (branch: Branch) => number;
  readonly joinedOf: (fork: number) => number | undefined;
}

function forkPoints({ nesting }: FlowGraph): ForkPoints {
  const [roles, nodes]: [PointRole[], number[]] = [[], []];
  const [ends, joined] = [new Map<Branch, number>(), new Map<number, number>()];
  const add = (node: number, role: PointRole): number => {
    nodes.push(node);
    return -roles.push(role);
  };
  for (const [fork, branches] of nesting?.branchesOf ?? []) {
    for (const branch of branches) ends.set(branch, add(branch.entry, "end"));
    joined.set(fork.node, add(fork.node, "joined"));
  }
  // Every branch has an end.
  return { roles, nodes, endOf: (branch) => ends.get(branch) as number, joinedOf: (fork) => joined.get(fork) };
}

/** Draws how the branches of forks end, and where that leads; the points that wait for all of their edges. */
function drawMeetings({ drafts, arrival }: Canvas, bound: BoundWorkflow, { endOf, joinedOf }: ForkPoints): readonly number[] {
  return [...(bound.graph.nesting?.branchesOf ?? [])].flatMap(([fork, branches]) => {
    const { after, apart, awaited } = mergeOf(bound, fork);
    // Every fork whose branches are known has a point where they meet.
    const joined = joinedOf(fork.node) as number;
    for (const branch of branches) {
      if (!awaited.has(branch.entry)) continue;
      const end = draw(drafts, endOf(branch), joined);
      if (apart) push(drafts.gates, end);
    }
    if (apart) draw(drafts, endAt(fork.node, "in"), joined);
    draw(drafts, joined, arrival(fork.node, fork.join));
    return after === "all" ? [joined] : [];
  });
}

/** Numbers the points of nodes, by their sets, and then those of forks. */
function numberPoints(points: Uint8Array, { roles, nodes, joinedOf }: ForkPoints): Pick<FlowPoints, "size" | "roleOf" | "nodeOf" | "at" | "afterOf"> & { readonly pointOf: (end: number) => number } {
  const first = new Int32Array(points.length + 1);
  for (let node = 0; node < points.length; node += 1) first[node + 1] = (first[node] as number) + pointsIn(points[node] as number).length;
  const own = first[points.length] as number;
  const size = own + roles.length;
  const roleOf = new Array<PointRole>(size);
  const nodeOf = new Int32Array(size);
  for (let node = 0; node < points.length; node += 1) {
    let at = first[node] as number;
    nodeOf.fill(node, at, first[node + 1]);
    for (const point of pointsIn(points[node] as number)) roleOf[at++] = point;
  }
  for (const [at, role] of roles.entries()) roleOf[own + at] = role;
  nodeOf.set(nodes, own);
  const pointOf = (end: number): number => (end < 0 ? own - 1 - end : (first[nodeOfEnd(end)] as number) + placeIn(points[nodeOfEnd(end)] as number, end));
  const at: FlowPoints["at"] = (node, role) => {
    if (role !== "joined") return hasPoint(points[node] ?? 0, role) ? pointOf(endAt(node, role)) : undefined;
    const joined = joinedOf(node);
    return joined === undefined ? undefined : pointOf(joined);
  };
  return { size, roleOf, nodeOf, at, afterOf: (node) => pointOf(afterAt(node, points[node] ?? 0)), pointOf };
}

/** Where the author wrote an edge. */
export function targetOf(bound: BoundWorkflow, points: FlowPoints, edge: number): TargetSite | undefined {
  return nodeOfEdge(bound, points, edge).targets[points.edges.target[edge] as number];
}

/** Where the author wrote that an edge, which does, writes a key. */
export function writesOf(bound: BoundWorkflow, points: FlowPoints, edge: number, key: number): readonly WriteSite[] {
  return writeSitesOf(nodeOfEdge(bound, points, edge)).filter((site) => site.key === points.keys[key]);
}

/** The node that an edge leaves. */
export function nodeOfEdge({ nodes }: BoundWorkflow, { edges, nodeOf }: FlowPoints, edge: number): BoundNode {
  return nodes[nodeOf[edges.from[edge] as number] as number] as BoundNode;
}
