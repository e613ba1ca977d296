import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import { edgesOf } from "../bind/connect.ts";
import { pointsIn, type Guard, type NodePoint } from "../bind/wiring.ts";
import { drawNode, drawUnwritten, endAt, nodeOfEnd, type Canvas } from "./draw.ts";
import { edgeDrafts, pointEdges, type PointEdges } from "./edges.ts";
import type { FlowPoints } from "./points.ts";
import { rowsOf, sameRow } from "./rows.ts";

/**
 * The points of a workflow that was drawn before, and in which these nodes alone are other ones; undefined where more has
 * changed than where their edges lead: they have other points or another number of edges, or write something else. Where branches
 * run beside each other, an edge may move the ends of others.
 */
export function redrawn(bound: BoundWorkflow, before: FlowPoints, nodes: readonly number[]): FlowPoints | undefined {
  const { graph } = bound;
  const { edges: old, size, at, start, roleOf } = before;
  // The points of forks stand behind all others.
  const isFlat = graph.forks.length === 0 && roleOf.at(-1) !== "joined" && roleOf.at(-1) !== "end";
  const canvas: Canvas = { drafts: edgeDrafts(), reRuns: new Set(graph.feedback.map(({ from }) => from)), areTangled: false, arrival: (_, to) => endAt(to, "in") };
  if (!isFlat || !nodes.every((node) => drawAgain(canvas, bound, before, node))) return undefined;

  const fresh = pointEdges(size, canvas.drafts, (end) => at(nodeOfEnd(end), roleOfEnd(end)) as number);
  const [to, target, isOpen] = [old.to.slice(), old.target.slice(), old.isOpen.slice()];
  const guards: (readonly [number, Guard | undefined])[] = [];
  for (const node of nodes) {
    for (const point of pointsOf(before, node)) {
      if (!leavesAlike(fresh, old, point)) return undefined;
      const shift = (old.outAt[point] as number) - (fresh.outAt[point] as number);
      for (let edge = fresh.outAt[point] as number; edge < (fresh.outAt[point + 1] as number); edge += 1) {
        to[edge + shift] = fresh.to[edge] as number;
        target[edge + shift] = fresh.target[edge] as number;
        isOpen[edge + shift] = fresh.isOpen[edge] as number;
        guards.push([edge + shift, fresh.guard.get(edge)]);
      }
    }
  }
  return { ...before, edges: { ...old, to, target, isOpen, guard: guardsWith(old.guard, guards), into: rowsOf(size, to) }, isTidy: graph.complete && start !== undefined };
}

/** Draws one node by itself; whether it has the points that it had. */
function drawAgain(canvas: Canvas, { graph, nodes }: BoundWorkflow, before: FlowPoints, node: number): boolean {
  const points = drawNode(canvas, nodes[node] as BoundNode);
  for (const edge of graph.edges.slice(...edgesOf(graph.edges, node))) drawUnwritten(canvas, edge, points);
  for (const edge of graph.feedback) if (edge.from === node) drawUnwritten(canvas, edge, points);
  const roles = pointsIn(points);
  const old = pointsOf(before, node);
  return roles.length === old.length && old.every((point, place) => before.roleOf[point] === roles[place]);
}

/** The points of a node, in their order. */
export function pointsOf({ at, nodeOf, size }: FlowPoints, node: number): readonly number[] {
  const points: number[] = [];
  for (let point = at(node, "in") as number; point < size && nodeOf[point] === node; point += 1) points.push(point);
  return points;
}

/** Whether as many edges leave a point, and write the same. */
function leavesAlike(one: PointEdges, other: PointEdges, point: number): boolean {
  const [first, begin] = [one.outAt[point] as number, other.outAt[point] as number];
  const count = (one.outAt[point + 1] as number) - first;
  if (count !== (other.outAt[point + 1] as number) - begin) return false;
  for (let place = 0; place < count; place += 1) {
    if (!sameRow(one.surely, first + place, other.surely, begin + place) || !sameRow(one.perhaps, first + place, other.perhaps, begin + place)) return false;
  }
  return true;
}

function roleOfEnd(end: number): NodePoint {
  // An end is at one of a node's points.
  return pointsIn(1 << (end & 7))[0] as NodePoint;
}

/** The guards with those that some edges have now. Those of a node stand together: whoever goes through all of them looks at each node once. */
function guardsWith(before: ReadonlyMap<number, Guard>, now: readonly (readonly [number, Guard | undefined])[]): ReadonlyMap<number, Guard> {
  if (now.every(([edge, guard]) => guard === undefined && !before.has(edge))) return before;
  const guards = new Map(before);
  for (const [edge, guard] of now) {
    if (guard === undefined) guards.delete(edge);
    else guards.set(edge, guard);
  }
  return now.every(([edge, guard]) => guard === undefined || before.has(edge)) ? guards : new Map([...guards].sort(([a], [b]) => a - b));
}
