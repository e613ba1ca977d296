import type { Guard } from "../bind/wiring.ts";
import { asArray, noNumbers, noPairs, push, type Numbers, type Pairs } from "./numbers.ts";
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
  /** What must hold for an edge to be taken, where something is known. */
  readonly guard: ReadonlyMap<number, Guard>;
  /** Which of its node's targets an edge is; -1 for a step inside of a node, and for one that nobody wrote. */
  readonly target: Int32Array;
}

/** Edges while they are drawn, in any order: column by column, since objects for each of them would outlive their use. */
export interface EdgeDrafts {
  readonly from: Numbers;
  readonly to: Numbers;
  readonly target: Numbers;
  readonly guards: Map<number, Guard>;
  readonly gates: Numbers;
  readonly open: Numbers;
  /** Which draft writes which key. */
  readonly surely: Pairs;
  readonly perhaps: Pairs;
}

/** An empty sheet. */
export function edgeDrafts(): EdgeDrafts {
  return { from: noNumbers(), to: noNumbers(), target: noNumbers(), guards: new Map(), gates: noNumbers(), open: noNumbers(), surely: noPairs(), perhaps: noPairs() };
}

/** Draws an edge between two ends, whatever these are; its number among the drafts. */
export function draw(drafts: EdgeDrafts, from: number, to: number, target = -1): number {
  push(drafts.from, from);
  push(drafts.to, to);
  push(drafts.target, target);
  return drafts.from.count - 1;
}

/** `drafts` sorted by the points they leave, else in their order; `pointOf` tells what their ends have become. */
export function pointEdges(points: number, drafts: EdgeDrafts, pointOf: (end: number) => number): PointEdges {
  const count = drafts.from.count;
  const leaves = asArray(drafts.from).map(pointOf);
  const [outAt, place] = rowStarts(points, leaves);
  const [from, to, target, edgeOf] = [new Int32Array(count), new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  for (let draft = 0; draft < count; draft += 1) {
    const point = leaves[draft] as number;
    const edge = place[point] as number;
    place[point] = edge + 1;
    edgeOf[draft] = edge;
    from[edge] = point;
    to[edge] = pointOf(drafts.to.of[draft] as number);
    target[edge] = drafts.target.of[draft] as number;
  }
  const edgesOf = (numbers: Numbers): Int32Array => asArray(numbers).map((draft) => edgeOf[draft] as number);
  const written = ({ rows, values }: Pairs): Rows => rowsOf(count, edgesOf(rows), asArray(values));
  const marked = (numbers: Numbers): Uint8Array => {
    const marks = new Uint8Array(count);
    for (const edge of edgesOf(numbers)) marks[edge] = 1;
    return marks;
  };
  const guard = new Map<number, Guard>();
  for (const [draft, each] of drafts.guards) guard.set(edgeOf[draft] as number, each);
  return { count, from, to, outAt, into: rowsOf(points, to), surely: written(drafts.surely), perhaps: written(drafts.perhaps), isOpen: marked(drafts.open), isGate: marked(drafts.gates), guard, target };
}
