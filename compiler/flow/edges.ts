import type { Guard } from "../bind/wiring.ts";
import { rowsOf, rowStarts, type Rows } from "./rows.ts";

/** The edges between points, numbered by the point they leave: those of `p` are `outAt[p]` to `outAt[p + 1] - 1`. */
export interface PointEdges {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly outAt: Int32Array;
  /** By point: the edges into it, in ascending order. */
  readonly into: Rows;
  /** By edge: the keys that it writes whenever it is taken, and those that it may write beyond them. */
  readonly surely: Rows;
  readonly perhaps: Rows;
  /** 1 for an edge on which somebody outside may write any key. */
  readonly isOpen: Uint8Array;
  /** 1 for an edge that only says that control has come so far: what was written on the way there is kept apart, or lost. */
  readonly isGate: Uint8Array;
  /** What must hold for an edge to be taken; undefined where nothing is known. */
  readonly guard: readonly (Guard | undefined)[];
  /** Which of its node's targets an edge is; -1 for a step inside of a node, and for one that nobody wrote. */
  readonly target: Int32Array;
}

/** Edges while they are drawn, in any order: column by column, since objects for each of them would outlive their use. */
export interface EdgeDrafts {
  readonly from: number[];
  readonly to: number[];
  readonly target: number[];
  readonly guard: (Guard | undefined)[];
  readonly isGate: number[];
  readonly surely: DraftWrites;
  readonly perhaps: DraftWrites;
  readonly open: number[];
}

/** Which draft writes which key. */
interface DraftWrites {
  readonly drafts: number[];
  readonly keys: number[];
}

export function edgeDrafts(): EdgeDrafts {
  return { from: [], to: [], target: [], guard: [], isGate: [], surely: { drafts: [], keys: [] }, perhaps: { drafts: [], keys: [] }, open: [] };
}

/** Draws an edge between two ends, whatever these are; what follows may say what it writes. */
export function draw(drafts: EdgeDrafts, from: number, to: number, target = -1, guard?: Guard, isGate = 0): void {
  drafts.from.push(from);
  drafts.to.push(to);
  drafts.target.push(target);
  drafts.guard.push(guard);
  drafts.isGate.push(isGate);
}

/** `drafts` sorted by the points they leave, else in their order; `pointOf` tells what their ends have become. */
export function pointEdges(points: number, drafts: EdgeDrafts, pointOf: (end: number) => number): PointEdges {
  const count = drafts.from.length;
  const [leaves, comes] = [new Int32Array(count), new Int32Array(count)];
  for (let draft = 0; draft < count; draft += 1) {
    leaves[draft] = pointOf(drafts.from[draft] as number);
    comes[draft] = pointOf(drafts.to[draft] as number);
  }
  const [outAt, place] = rowStarts(points, leaves);
  const [from, to, target, edgeOf] = [new Int32Array(count), new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const isGate = new Uint8Array(count);
  const guard = new Array<Guard | undefined>(count).fill(undefined);
  for (let draft = 0; draft < count; draft += 1) {
    const point = leaves[draft] as number;
    const edge = place[point] as number;
    place[point] = edge + 1;
    edgeOf[draft] = edge;
    from[edge] = point;
    to[edge] = comes[draft] as number;
    target[edge] = drafts.target[draft] as number;
    isGate[edge] = drafts.isGate[draft] as number;
    guard[edge] = drafts.guard[draft];
  }
  const written = ({ drafts: by, keys }: DraftWrites): Rows => rowsOf(count, by.map((draft) => edgeOf[draft] as number), keys);
  const isOpen = new Uint8Array(count);
  for (const draft of drafts.open) isOpen[edgeOf[draft] as number] = 1;
  return { count, from, to, outAt, into: rowsOf(points, to), surely: written(drafts.surely), perhaps: written(drafts.perhaps), isOpen, isGate, guard, target };
}
