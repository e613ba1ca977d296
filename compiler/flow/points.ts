import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import type { Branch, FlowRole, Fork } from "../bind/graph.ts";
import { leavesBranches } from "../bind/graph.ts";
import { pointEdges, type DraftEdge, type PointEdges } from "./edges.ts";
import { guardsOf } from "./guards.ts";
import { eventWrites, mergeOf, resultWrites, type KeyNumbers } from "./writes.ts";

/**
 * Where control can stand. `in`: a node begins. `ok`: it has done its work and written. `event`: what it waited for has come.
 * `timeout`: it waited in vain. `fail`: its attempts are used up. `exhausted`: so are the re-runs that it asked for. `end`: a
 * branch has come to its join; the node is the branch's first. `joined`: the branches of a fork, which is the node, are over.
 */
export type PointRole = NodePoint | "end" | "joined";
type NodePoint = "in" | "ok" | "event" | "timeout" | "fail" | "exhausted";

/**
 * A workflow as the analyses of flow see it: points, and edges between them, as numbers. The points of nodes stand in the
 * order of the text, those of forks behind them.
 *
 * F1. A write is on the edge on which it happens: there is none on a timeout or a failure.
 * F2. A branch ends at its `end`, and a fork's branches meet in its `joined`. Where branches are entangled there is
 *     neither, and a join is a node like any other: who speaks of what is missing at a point asks `isTidy` first.
 * F3. Another attempt writes nothing and leads nowhere, so it is no edge; a re-run by feedback is one.
 */
export interface FlowPoints {
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
  /** The keys of the state, in the order of their declaration: writes are numbers into it. */
  readonly keys: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Every target is known, and every branch is entered by its fork and left at its join. */
  readonly isTidy: boolean;
}

const known = new WeakMap<BoundWorkflow, FlowPoints>();

/** The points of a workflow and all that leads from one to the other; made when they are first asked for. */
export function flowPoints(bound: BoundWorkflow): FlowPoints {
  const points = known.get(bound) ?? drawPoints(bound);
  known.set(bound, points);
  return points;
}

/** One pass over nodes, targets and forks. */
function drawPoints(bound: BoundWorkflow): FlowPoints {
  const { graph, nodes, state } = bound;
  const keys = [...state.keys()];
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const table = pointTable(bound);
  const edges: DraftEdge[] = [];
  const draw: Draw = (edge) => edges.push(edge);
  const numberOf: KeyNumbers = (key) => numbers.get(key);
  for (const node of nodes) {
    drawSteps(node, table, numberOf, draw);
    drawWaysOut(node, table, graph.nesting === undefined, draw);
  }
  for (const { from, to, role } of graph.edges) drawUnwritten(from, to, role, table, draw);
  for (const { from, to, role } of graph.feedback) drawUnwritten(from, to, role, table, draw);
  const merging = new Set<number>();
  for (const [fork, branches] of graph.nesting?.branchesOf ?? []) {
    const { after, edges: ends } = meeting(bound, fork, branches, table);
    if (after === "all") merging.add(table.of(fork.node, "joined"));
    edges.push(...ends);
  }
  const { roleOf, nodeOf, at, afterOf } = table;
  const start = graph.start === undefined ? undefined : at(graph.start, "in");
  const isEnded = nodes.every(({ index, spec }) => spec?.terminal !== true || graph.nesting?.around(index) === undefined);
  return {
    size: roleOf.length,
    roleOf,
    nodeOf: Int32Array.from(nodeOf),
    at,
    afterOf,
    waitsForAll: Uint8Array.from(roleOf, (_, point) => (merging.has(point) ? 1 : 0)),
    start,
    edges: pointEdges(roleOf.length, edges),
    keys,
    numbers,
    isTidy: graph.complete && start !== undefined && graph.nesting !== undefined && isEnded,
  };
}

interface PointTable extends Pick<FlowPoints, "at" | "afterOf"> {
  readonly roleOf: readonly PointRole[];
  readonly nodeOf: readonly number[];
  /** A point that is there. */
  readonly of: (node: number, role: NodePoint | "joined") => number;
  readonly endOf: (branch: Branch) => number;
  /** Where a way out of a node comes to: the node it names, or the end of the branch, where that is the branch's join. */
  readonly arrival: (from: number, to: number) => number;
}

/** Numbers the points. */
function pointTable({ graph, nodes }: BoundWorkflow): PointTable {
  const roleOf: PointRole[] = [];
  const nodeOf: number[] = [];
  const points: { [R in PointRole]?: Int32Array } = {};
  const ends = new Map<Branch, number>();
  const add = (node: number, role: PointRole): number => {
    const row = (points[role] ??= new Int32Array(graph.size).fill(-1));
    row[node] = roleOf.push(role) - 1;
    nodeOf.push(node);
    return roleOf.length - 1;
  };
  const reRuns = new Set(graph.feedback.map(({ from }) => from));
  for (const node of nodes) addPoints(node, reRuns.has(node.index), add);
  for (const [fork, branches] of graph.nesting?.branchesOf ?? []) {
    for (const branch of branches) ends.set(branch, add(branch.entry, "end"));
    add(fork.node, "joined");
  }
  const at: PointTable["at"] = (node, role) => {
    const point = points[role]?.[node];
    return point === -1 ? undefined : point;
  };
  // Nodes have an `in`, and a branch an `end`: who asks for another point has seen that it is there.
  const of: PointTable["of"] = (node, role) => at(node, role) as number;
  const endOf = (branch: Branch): number => ends.get(branch) as number;
  const arrival = (from: number, to: number): number => {
    const around = ends.size === 0 ? undefined : graph.nesting?.around(from);
    return around?.fork.join === to ? endOf(around) : of(to, "in");
  };
  return { roleOf, nodeOf, at, of, endOf, arrival, afterOf: (node) => at(node, "ok") ?? of(node, "in") };
}

/** Adds the points that a node has, in the order in which control may come to them. */
function addPoints({ index, ast: { members }, spec, targets }: BoundNode, reRuns: boolean, add: (node: number, role: NodePoint) => void): void {
  const leads = (role: FlowRole): boolean => targets.some((site) => site.part.field.edge === role);
  add(index, "in");
  if (spec?.traits.event !== undefined && members["event"] !== undefined) add(index, "event");
  if (spec !== undefined && "next" in spec.fields) add(index, "ok");
  if (leads("timeout")) add(index, "timeout");
  if (!leads("error")) return;
  add(index, "fail");
  if (reRuns) add(index, "exhausted");
}

type Draw = (edge: DraftEdge) => void;

/** What happens in a node, from its `in` on. */
function drawSteps(node: BoundNode, { at, of }: PointTable, numberOf: KeyNumbers, draw: Draw): void {
  const { index, ast, spec } = node;
  const from = of(index, "in");
  const event = at(index, "event");
  const ok = at(index, "ok");
  const exhausted = at(index, "exhausted");
  const isClocked = spec?.traits.event?.or.some((name) => ast.members[name] !== undefined) === true;
  if (event !== undefined) draw({ from, to: event, writes: eventWrites(node, numberOf) });
  if (event !== undefined && ok !== undefined) draw({ from: event, to: ok });
  // What a wait names is written by its event, not by the clock.
  if (ok !== undefined && (event === undefined || isClocked)) draw({ from, to: ok, writes: spec?.traits.event === undefined ? resultWrites(node, numberOf) : undefined });
  for (const role of ["timeout", "fail"] as const) {
    const to = at(index, role);
    if (to !== undefined) draw({ from, to });
  }
  if (exhausted !== undefined && ok !== undefined) draw({ from: ok, to: exhausted });
}

/** The ways out of a node that its author wrote. */
function drawWaysOut(node: BoundNode, { at, of, afterOf, arrival }: PointTable, areTangled: boolean, draw: Draw): void {
  const { index } = node;
  const guardOf = guardsOf(node);
  for (const target of node.targets) {
    const role = target.part.field.edge;
    if (target.node === undefined || role === "wait_for" || role === "subject") continue;
    const guard = guardOf(target);
    const to = arrival(index, target.node);
    const lead = (from: number | undefined, end = to): void => {
      if (from !== undefined) draw({ from, to: end, target, guard });
    };
    switch (role) {
      // Branches are entered even where the fork's own branch ends there: that is told, and harmless here.
      case "branch": lead(of(index, "in"), of(target.node, "in")); break;
      case "join": if (areTangled) lead(of(index, "in")); break;
      case "timeout": lead(of(index, "timeout")); break;
      case "error":
        lead(at(index, "fail"));
        lead(at(index, "exhausted"));
        break;
      default: lead(afterOf(index));
    }
  }
}

/** The ways that no author wrote as targets of the node. A budget may stop a call before it is made, or after it came out too dear. */
function drawUnwritten(from: number, to: number, role: FlowRole, { of, afterOf, arrival }: PointTable, draw: Draw): void {
  if (role === "rejoin") return draw({ from: afterOf(from), to: arrival(from, to) });
  if (role !== "feedback" && !leavesBranches(role)) return;
  if (role === "budget") draw({ from: of(from, "in"), to: of(to, "in") });
  draw({ from: afterOf(from), to: of(to, "in") });
}

/** How the branches of a fork end, and where that leads. */
function meeting(bound: BoundWorkflow, fork: Fork, branches: readonly Branch[], { of, endOf, arrival }: PointTable): { readonly after: "all" | "first"; readonly edges: readonly DraftEdge[] } {
  const { after, apart, awaited } = mergeOf(bound, fork);
  const joined = of(fork.node, "joined");
  const ends = branches.filter(({ entry }) => awaited.has(entry)).map((branch): DraftEdge => ({ from: endOf(branch), to: joined, ...(apart ? { isGate: true } : {}) }));
  return { after, edges: [...ends, ...(apart ? [{ from: of(fork.node, "in"), to: joined }] : []), { from: joined, to: arrival(fork.node, fork.join) }] };
}
