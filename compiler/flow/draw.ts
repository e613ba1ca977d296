import type { BoundNode } from "../bind/bound.ts";
import { leavesBranches, type FlowEdge } from "../bind/graph.ts";
import { hasPoint, placeOf, pointsBefore, withPoint, type KeyWrites, type NodePoint } from "../bind/wiring.ts";
import { draw, type EdgeDrafts } from "./edges.ts";
import type { StateKeys } from "./keys.ts";

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
  readonly numbers: StateKeys["numbers"];
  /** The evals that run a node again. */
  readonly reRuns: ReadonlySet<number>;
  readonly areTangled: boolean;
  /** Where a way out of a node comes to: the node it names, or the end of the branch, where that is the branch's join. */
  readonly arrival: (from: number, to: number) => number;
}

/** Draws what happens in a node and where it leads, as its author wrote it; the points it has. */
export function drawNode(canvas: Canvas, { index, wiring }: BoundNode): number {
  const points = canvas.reRuns.has(index) && hasPoint(wiring.points, "fail") ? withPoint(wiring.points, "exhausted") : wiring.points;
  drawSteps(canvas, index, wiring, points);
  for (const { role, to, target, guard } of wiring.ways) {
    const lead = (from: NodePoint, end = canvas.arrival(index, to)): void => draw(canvas.drafts, endAt(index, from), end, target, guard);
    switch (role) {
      // Branches are entered even where the fork's own branch ends there: that is told, and harmless here.
      case "branch": lead("in", endAt(to, "in")); break;
      case "join": if (canvas.areTangled) lead("in"); break;
      case "timeout": lead("timeout"); break;
      case "error":
        lead("fail");
        if (hasPoint(points, "exhausted")) lead("exhausted");
        break;
      default: lead(hasPoint(points, "ok") ? "ok" : "in");
    }
  }
  return points;
}

/** What happens in a node, from its `in` on. */
function drawSteps({ drafts, numbers }: Canvas, node: number, { result, event, isClocked }: BoundNode["wiring"], points: number): void {
  const isDone = hasPoint(points, "ok");
  const isAwaited = hasPoint(points, "event");
  const step = (from: NodePoint, to: NodePoint, writes?: KeyWrites): void => {
    if (writes !== undefined) noteWrites(drafts, numbers, writes);
    draw(drafts, endAt(node, from), endAt(node, to));
  };
  if (isAwaited) step("in", "event", event);
  if (isAwaited && isDone) step("event", "ok");
  if (isDone && (!isAwaited || isClocked)) step("in", "ok", result);
  if (hasPoint(points, "timeout")) step("in", "timeout");
  if (hasPoint(points, "fail")) step("in", "fail");
  if (hasPoint(points, "exhausted") && isDone) step("ok", "exhausted");
}

/** Notes what the edge writes that is drawn next. */
function noteWrites({ from: { length: draft }, surely, perhaps, open }: EdgeDrafts, numbers: StateKeys["numbers"], writes: KeyWrites): void {
  const note = (to: EdgeDrafts["surely"], keys: readonly string[]): void => {
    for (const key of keys) {
      const number = numbers.get(key);
      if (number === undefined) continue;
      to.drafts.push(draft);
      to.keys.push(number);
    }
  };
  note(surely, writes.surely);
  if (writes.perhaps === "any") open.push(draft);
  else note(perhaps, writes.perhaps);
}

/** The ways that no author wrote as targets of the node. A budget may stop a call before it is made, or after it came out too dear. */
export function drawUnwritten({ drafts, arrival }: Canvas, { from, to, role }: FlowEdge, points: number): void {
  const after = endAt(from, hasPoint(points, "ok") ? "ok" : "in");
  if (role === "rejoin") return draw(drafts, after, arrival(from, to));
  if (role !== "feedback" && !leavesBranches(role)) return;
  if (role === "budget") draw(drafts, endAt(from, "in"), endAt(to, "in"));
  draw(drafts, after, endAt(to, "in"));
}
