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
  const outAt = rowsOf(points, drafts, "from");
  const inAt = rowsOf(points, drafts, "to");
  const place = outAt.slice();
  const sorted = new Array<DraftEdge>(drafts.length);
  for (const draft of drafts) sorted[(place[draft.from] as number)++] = draft;
  const arrival = inAt.slice();
  const into = new Int32Array(drafts.length);
  for (const [edge, { to }] of sorted.entries()) into[(arrival[to] as number)++] = edge;
  return {
    count: drafts.length,
    from: Int32Array.from(sorted, (edge) => edge.from),
    to: Int32Array.from(sorted, (edge) => edge.to),
    outAt,
    inAt,
    into,
    isGate: Uint8Array.from(sorted, (edge) => (edge.isGate === true ? 1 : 0)),
    guard: sorted.map((edge) => edge.guard),
    writes: sorted.map((edge) => edge.writes),
    target: sorted.map((edge) => edge.target),
  };
}

/** Where the row of each point begins, and behind the last one the number of edges. */
function rowsOf(points: number, drafts: readonly DraftEdge[], end: "from" | "to"): Int32Array {
  const at = new Int32Array(points + 1);
  for (const draft of drafts) at[draft[end] + 1] = (at[draft[end] + 1] as number) + 1;
  for (let point = 0; point < points; point += 1) at[point + 1] = (at[point + 1] as number) + (at[point] as number);
  return at;
}
