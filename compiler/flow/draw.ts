import type { BoundNode, TargetSite } from "../bind/bound.ts";
import { leavesBranches, type FlowEdge } from "../bind/graph.ts";
import { draw, type EdgeDrafts } from "./edges.ts";
import { guardsOf } from "./guards.ts";
import type { StateKeys } from "./keys.ts";
import { eventWrites, resultWrites, type EdgeWrites } from "./writes.ts";

/** The points that a node may have, in the order in which control may come to them; a set of them is a bit for each. */
const nodePoints = ["in", "event", "ok", "timeout", "fail", "exhausted"] as const;
export type NodePoint = (typeof nodePoints)[number];
const places = { in: 0, event: 1, ok: 2, timeout: 3, fail: 4, exhausted: 5 } as const satisfies { readonly [P in NodePoint]: number };

/** Whether a point is in a set. */
export function hasPoint(set: number, point: NodePoint): boolean {
  return ((set >>> places[point]) & 1) === 1;
}

const sets = Array.from({ length: 1 << nodePoints.length }, (_, set) => nodePoints.filter((point) => hasPoint(set, point)));

/** The points of a set, in their order. */
export function pointsIn(set: number): readonly NodePoint[] {
  return sets[set] ?? [];
}

/** The number of an end's point among those of its node. */
export function placeIn(set: number, end: number): number {
  return pointsIn(set & ((1 << (end & 7)) - 1)).length;
}

/** The node of an end. */
export function nodeOfEnd(end: number): number {
  return end >>> 3;
}

/** An end of an edge while it is drawn: a node and a place in it. What belongs to no node is a number below zero. */
export function endAt(node: number, point: NodePoint): number {
  return node * 8 + places[point];
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
export function drawNode(canvas: Canvas, node: BoundNode): number {
  const points = pointsOf(node, canvas.reRuns);
  drawSteps(canvas, node, points);
  drawWaysOut(canvas, node, points);
  return points;
}

function pointsOf({ index, ast: { members }, spec, targets }: BoundNode, reRuns: ReadonlySet<number>): number {
  let points = 1 << places.in;
  if (spec?.traits.event !== undefined && members["event"] !== undefined) points |= 1 << places.event;
  if (spec !== undefined && "next" in spec.fields) points |= 1 << places.ok;
  for (const { part: { field: { edge } } } of targets) {
    if (edge === "timeout") points |= 1 << places.timeout;
    if (edge === "error") points |= (1 << places.fail) | (reRuns.has(index) ? 1 << places.exhausted : 0);
  }
  return points;
}

/** What happens in a node, from its `in` on. */
function drawSteps({ drafts, numbers }: Canvas, node: BoundNode, points: number): void {
  const { index, ast, spec } = node;
  const isDone = hasPoint(points, "ok");
  const step = (from: NodePoint, to: NodePoint, writes?: EdgeWrites): void => {
    if (writes !== undefined) noteWrites(drafts, numbers, writes);
    draw(drafts, endAt(index, from), endAt(index, to));
  };
  if (hasPoint(points, "event")) {
    step("in", "event", eventWrites(node));
    if (isDone) step("event", "ok");
    // What a wait names is written by its event, not by the clock.
    if (isDone && spec?.traits.event?.or.some((name) => ast.members[name] !== undefined) === true) step("in", "ok");
  } else if (isDone) step("in", "ok", spec?.traits.event === undefined ? resultWrites(node) : undefined);
  if (hasPoint(points, "timeout")) step("in", "timeout");
  if (hasPoint(points, "fail")) step("in", "fail");
  if (hasPoint(points, "exhausted") && isDone) step("ok", "exhausted");
}

/** Notes what the edge writes that is drawn next. */
function noteWrites({ from: { length: draft }, surely, perhaps, open }: EdgeDrafts, numbers: StateKeys["numbers"], writes: EdgeWrites): void {
  const note = (to: EdgeDrafts["surely"], keys: readonly string[]): void => {
    for (const key of keys.length < 2 ? keys : new Set(keys)) {
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

/** The ways out of a node that its author wrote. */
function drawWaysOut({ drafts, areTangled, arrival }: Canvas, node: BoundNode, points: number): void {
  const { index, targets } = node;
  const guards = guardsOf(node);
  for (let place = 0; place < targets.length; place += 1) {
    const { node: to, part: { field: { edge } } } = targets[place] as TargetSite;
    if (to === undefined || edge === "wait_for" || edge === "subject" || (edge === "join" && !areTangled)) continue;
    const lead = (from: NodePoint): void => draw(drafts, endAt(index, from), edge === "branch" ? endAt(to, "in") : arrival(index, to), place, guards[place]);
    switch (edge) {
      // Branches are entered even where the fork's own branch ends there: that is told, and harmless here.
      case "branch": case "join": lead("in"); break;
      case "timeout": lead("timeout"); break;
      case "error":
        lead("fail");
        if (hasPoint(points, "exhausted")) lead("exhausted");
        break;
      default: lead(hasPoint(points, "ok") ? "ok" : "in");
    }
  }
}

/** The ways that no author wrote as targets of the node. A budget may stop a call before it is made, or after it came out too dear. */
export function drawUnwritten({ drafts, arrival }: Canvas, { from, to, role }: FlowEdge, points: number): void {
  const after = endAt(from, hasPoint(points, "ok") ? "ok" : "in");
  if (role === "rejoin") return draw(drafts, after, arrival(from, to));
  if (role !== "feedback" && !leavesBranches(role)) return;
  if (role === "budget") draw(drafts, endAt(from, "in"), endAt(to, "in"));
  draw(drafts, after, endAt(to, "in"));
}
