import type { EdgeRole } from "../../schemas/field.ts";

/** The points that a node may have, in the order in which control may come to them; a set of them is a bit for each. */
const nodePoints = ["in", "event", "ok", "timeout", "fail", "exhausted"] as const;
/** One of them. */
export type NodePoint = (typeof nodePoints)[number];

const places = { in: 0, event: 1, ok: 2, timeout: 3, fail: 4, exhausted: 5 } as const satisfies { readonly [P in NodePoint]: number };

/** The place of a point among all that a node may have. */
export function placeOf(point: NodePoint): number {
  return places[point];
}

/** Whether a point is in a set. */
export function hasPoint(set: number, point: NodePoint): boolean {
  return ((set >>> places[point]) & 1) === 1;
}

/** A set with one more point. */
export function withPoint(set: number, point: NodePoint): number {
  return set | (1 << places[point]);
}

const sets = Array.from({ length: 1 << nodePoints.length }, (_, set) => nodePoints.filter((point) => hasPoint(set, point)));

/** The points of a set, in their order. */
export function pointsIn(set: number): readonly NodePoint[] {
  return sets[set] ?? [];
}

/** How many points of a set come before a place. */
export function pointsBefore(set: number, place: number): number {
  return pointsIn(set & ((1 << place) - 1)).length;
}

/**
 * What a node is to the flow of control. Nothing in it says where something is written, or how: an edit of texts leaves it as
 * it was.
 */
export interface Wiring {
  /** The points that the node has by itself. */
  readonly points: number;
  /** The ways out that its author wrote, in the order of the text; only those to nodes. */
  readonly ways: readonly Way[];
  /** The tests that decide its route, in the order in which they are tried: places in its code. */
  readonly tests: readonly number[];
  /** What it writes when it has done its work, and when what it waits for has come. */
  readonly result: KeyWrites | undefined;
  readonly event: KeyWrites | undefined;
  /** Time may end its waiting as well. */
  readonly isClocked: boolean;
}

/** A way out of a node to another one. */
export interface Way {
  readonly role: EdgeRole;
  readonly to: number;
  /** Which of the node's targets it is. */
  readonly target: number;
  readonly guard: Guard | undefined;
}

/**
 * What is known of a node's tests when control takes a way: they are tried in order, the first `failed` of them did not
 * hold, and `holds` did. One that could not be read is left out, so what is said is true, if not all.
 */
export interface Guard {
  readonly tests: readonly number[];
  readonly failed: number;
  /** Undefined for the way that is left when no test holds. */
  readonly holds: number | undefined;
}

/** Numbers of keys, each once: those that are written whenever control comes along, and those that may be. */
export interface KeyWrites {
  readonly surely: readonly number[];
  /** Beyond those; `any` where somebody outside decides. */
  readonly perhaps: readonly number[] | "any";
}
