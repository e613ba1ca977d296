import type { TargetSite } from "../bind/bound.ts";
import type { Guard } from "./guards.ts";
import type { EdgeWrites } from "./writes.ts";

/** An edge between two points, before all of them are known. */
export interface DraftEdge {
  readonly from: number;
  readonly to: number;
  /** What must hold for it to be taken; undefined where nothing is known. */
  readonly guard?: Guard | undefined;
  readonly writes?: EdgeWrites | undefined;
  /** Where the author wrote it; undefined for a step inside of a node, and for one that nobody wrote. */
  readonly target?: TargetSite;
  /** It only says that control has come so far: what was written on the way there is kept apart, or lost. */
  readonly isGate?: true;
}

/** The edges between points, numbered by the point they leave: those of `p` are `outAt[p]` to `outAt[p + 1] - 1`. */
export interface PointEdges {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly outAt: Int32Array;
  /** The numbers of the edges into `p` are `into[inAt[p]]` to `into[inAt[p + 1] - 1]`, in ascending order. */
  readonly inAt: Int32Array;
  readonly into: Int32Array;
  readonly isGate: Uint8Array;
  readonly guard: readonly (Guard | undefined)[];
  readonly writes: readonly (EdgeWrites | undefined)[];
  readonly target: readonly (TargetSite | undefined)[];
}

/** `drafts` as compressed rows: sorted by the points they leave, else in their order. */
export function pointEdges(points: number, drafts: readonly DraftEdge[]): PointEdges {
  const count = drafts.length;
  const [outAt, inAt] = rowsOf(points, drafts);
  const [from, to, into, isGate] = [new Int32Array(count), new Int32Array(count), new Int32Array(count), new Uint8Array(count)];
  const guard = new Array<Guard | undefined>(count).fill(undefined);
  const writes = new Array<EdgeWrites | undefined>(count).fill(undefined);
  const target = new Array<TargetSite | undefined>(count).fill(undefined);
  const place = outAt.slice();
  for (const draft of drafts) {
    const edge = place[draft.from] as number;
    place[draft.from] = edge + 1;
    from[edge] = draft.from;
    to[edge] = draft.to;
    isGate[edge] = draft.isGate === true ? 1 : 0;
    guard[edge] = draft.guard;
    writes[edge] = draft.writes;
    target[edge] = draft.target;
  }
  const arrival = inAt.slice();
  for (let edge = 0; edge < count; edge += 1) {
    const at = arrival[to[edge] as number] as number;
    arrival[to[edge] as number] = at + 1;
    into[at] = edge;
  }
  return { count, from, to, outAt, inAt, into, isGate, guard, writes, target };
}

/** Where the rows of edges out of each point and into it begin, and behind the last one the number of edges. */
function rowsOf(points: number, drafts: readonly DraftEdge[]): readonly [Int32Array, Int32Array] {
  const outAt = new Int32Array(points + 1);
  const inAt = new Int32Array(points + 1);
  for (const { from, to } of drafts) {
    outAt[from + 1] = (outAt[from + 1] as number) + 1;
    inAt[to + 1] = (inAt[to + 1] as number) + 1;
  }
  for (let point = 0; point < points; point += 1) {
    outAt[point + 1] = (outAt[point + 1] as number) + (outAt[point] as number);
    inAt[point + 1] = (inAt[point + 1] as number) + (inAt[point] as number);
  }
  return [outAt, inAt];
}
