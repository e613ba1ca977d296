import type { BoundNode } from "../bind/bound.ts";
import { leavesBranches, type FlowEdge } from "../bind/graph.ts";
import { hasPoint, placeOf, pointsBefore, withPoint, type KeyWrites, type NodePoint, type Way, type Wiring } from "../bind/wiring.ts";
import { draw, type EdgeDrafts } from "./edges.ts";
import { note, push } from "./numbers.ts";

/** An end of an edge while it is drawn: a node and a place in it. What belongs to no node is a number below zero. */
export function endAt(node: number, point: NodePoint): number {
  return node * 8 + placeOf(point);
}

/** The node of an end. */
export function nodeOfEnd(end: number): number {
  return end >>> 3;
}

/** The number of an end's point among those of its node. */
export function placeIn(points: number, end: number): number {
  return pointsBefore(points, end & 7);
}

/** What nodes are drawn on, and what is known of the graph around them. */
export interface Canvas {
  readonly drafts: EdgeDrafts;
  /** The evals that run a node again. */
  readonly reRuns: ReadonlySet<number>;
  readonly areTangled: boolean;
  /** Where a way out of a node comes to: the node it names, or the end of the branch, where that is the branch's join. */
  readonly arrival: (from: number, to: number) => number;
}

/** Draws what happens in a node and where it leads, as its author wrote it; the points it has. */
export function drawNode(canvas: Canvas, { index, wiring }: BoundNode): number {
  const points = canvas.reRuns.has(index) && hasPoint(wiring.points, "fail") ? withPoint(wiring.points, "exhausted") : wiring.points;
  drawSteps(canvas.drafts, index, wiring, points);
  for (const way of wiring.ways) {
    switch (way.role) {
      // Branches are entered even where the fork's own branch ends there: that is told, and harmless here.
      case "branch": drawWay(canvas, way, endAt(index, "in"), endAt(way.to, "in")); break;
      case "join": if (canvas.areTangled) drawWay(canvas, way, endAt(index, "in")); break;
      case "timeout": drawWay(canvas, way, endAt(index, "timeout")); break;
      case "error":
        drawWay(canvas, way, endAt(index, "fail"));
        if (hasPoint(points, "exhausted")) drawWay(canvas, way, endAt(index, "exhausted"));
        break;
      default: drawWay(canvas, way, afterAt(index, points));
    }
  }
  return points;
}

function drawWay({ drafts, arrival }: Canvas, { to, target, guard }: Way, from: number, end = arrival(nodeOfEnd(from), to)): void {
  const edge = draw(drafts, from, end, target);
  if (guard !== undefined) drafts.guards.set(edge, guard);
}

/** What happens in a node, from its `in` on. */
function drawSteps(drafts: EdgeDrafts, node: number, { result, event, isClocked }: Wiring, points: number): void {
  const [begin, done] = [endAt(node, "in"), endAt(node, "ok")];
  const isDone = hasPoint(points, "ok");
  const isAwaited = hasPoint(points, "event");
  if (isAwaited) noteWrites(drafts, draw(drafts, begin, endAt(node, "event")), event);
  if (isAwaited && isDone) draw(drafts, endAt(node, "event"), done);
  if (isDone && (!isAwaited || isClocked)) noteWrites(drafts, draw(drafts, begin, done), result);
  if (hasPoint(points, "timeout")) draw(drafts, begin, endAt(node, "timeout"));
  if (hasPoint(points, "fail")) draw(drafts, begin, endAt(node, "fail"));
  if (hasPoint(points, "exhausted") && isDone) draw(drafts, done, endAt(node, "exhausted"));
}

function noteWrites({ surely, perhaps, open }: EdgeDrafts, edge: number, writes: KeyWrites | undefined): void {
  if (writes === undefined) return;
  for (const key of writes.surely) note(surely, edge, key);
  if (writes.perhaps === "any") push(open, edge);
  else for (const key of writes.perhaps) note(perhaps, edge, key);
}

/** Where a node of these points chooses its route: `ok`, or `in` for one that does nothing else. */
export function afterAt(node: number, points: number): number {
  return endAt(node, hasPoint(points, "ok") ? "ok" : "in");
}

/** The ways that no author wrote as targets of the node. A budget may stop a call before it is made, or after it came out too dear. */
export function drawUnwritten({ drafts, arrival }: Canvas, { from, to, role }: FlowEdge, points: number): void {
  const after = afterAt(from, points);
  if (role === "rejoin") draw(drafts, after, arrival(from, to));
  if (role === "budget") draw(drafts, endAt(from, "in"), endAt(to, "in"));
  if (role === "feedback" || leavesBranches(role)) draw(drafts, after, endAt(to, "in"));
}
