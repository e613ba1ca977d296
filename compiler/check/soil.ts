import type { FlowPoints } from "../flow/points.ts";
import { pointsOf } from "../flow/redraw.ts";
import { sameRow } from "../flow/rows.ts";

/** Marks the points of the nodes that are `changed`, and all that is led to otherwise than from the same points of an `old` text. */
export function soil(points: FlowPoints, old: FlowPoints, changed: readonly number[], isDirty: Uint8Array): void {
  const soilBehind = (point: number): void => {
    for (const { edges: { outAt, to } } of [points, old]) for (let edge = outAt[point] as number; edge < (outAt[point + 1] as number); edge += 1) isDirty[to[edge] as number] = 1;
  };
  for (const node of changed) for (const point of pointsOf(points, node)) {
    isDirty[point] = 1;
    soilBehind(point);
  }
  // Where the old points were drawn again, no other node leads elsewhere.
  if (points.edges.outAt === old.edges.outAt) return;
  for (let point = 0; point < points.size; point += 1) if (!leadsAlike(points, old, point)) soilBehind(point);
}

/** Whether the edges out of a point lead and write as they did. */
function leadsAlike({ edges: now }: FlowPoints, { edges: old }: FlowPoints, point: number): boolean {
  const [first, before] = [now.outAt[point] as number, old.outAt[point] as number];
  const count = (now.outAt[point + 1] as number) - first;
  if (count !== (old.outAt[point + 1] as number) - before) return false;
  for (let place = 0; place < count; place += 1) {
    const [edge, was] = [first + place, before + place];
    if (now.to[edge] !== old.to[was] || now.isGate[edge] !== old.isGate[was] || now.isOpen[edge] !== old.isOpen[was]) return false;
    if (!sameRow(now.surely, edge, old.surely, was) || !sameRow(now.perhaps, edge, old.perhaps, was)) return false;
  }
  return true;
}
