import type { Span } from "../../schemas/span.ts";
import type { CodeSite } from "../bind/bound.ts";
import type { Range } from "../expr/ast.ts";
import { assignment, type Assignment } from "../flow/assignment.ts";
import { flowPoints, type FlowPoints } from "../flow/points.ts";
import { joined, rowsOf, type Rows } from "../flow/rows.ts";
import { guardFacts, type GuardFacts } from "./guard-facts.ts";
import { moments, perRead } from "./node-reads.ts";
import { isToldAlike, readsAlike } from "./same-reads.ts";
import type { TypedNode, TypedWorkflow } from "./typed.ts";

/** Where declared keys of the state are read, in the order of the text; `judgedReads` tells where that is written. */
export interface StateReads {
  readonly count: number;
  readonly point: Int32Array;
  readonly key: Int32Array;
  /** 1 for one of a key that is set there, since the tests before it have failed. */
  readonly isTold: Uint8Array;
  /** By node: the number of its first one. */
  readonly first: Int32Array;
}

/** A place where a declared key of the state is read. */
export interface StateRead {
  readonly node: number;
  readonly point: number;
  readonly key: number;
  readonly site: CodeSite;
  /** The key, in the text of the site. */
  readonly at: Range;
  /** It copes with an unset key: it tests it, stands behind such a test, or names a default. */
  readonly guarded: boolean;
  /** It is compared for equality, and may be unset as well as different. */
  readonly compared: boolean;
}

/**
 * What is known of the state on the way. Facts are numbered: the keys of the state; then, that somebody outside may have
 * written any key, on whatever edge; for each such edge, that it was taken; for each `timeout`, that control came there.
 */
export interface StateFlow extends Assignment {
  readonly points: FlowPoints;
  readonly reads: StateReads;
  /** 1 for a point where the state is read whole, or by a name that is not written out. */
  readonly readsWhole: Uint8Array;
  readonly outside: number;
  /** The edges on which any key may be written. */
  readonly open: readonly { readonly edge: number; readonly fact: number }[];
  readonly timeouts: readonly { readonly point: number; readonly fact: number }[];
  /** By edge: what is known where it was taken: what it writes, and what its guard tells. */
  readonly surely: Rows;
  /** 1 for an edge that is never taken. */
  readonly isDead: Uint8Array;
}

/** Where a key is read: found when somebody is told of it, since most reads are none of anybody's concern. */
export function spanOfRead({ site, at }: StateRead): Span {
  return site.text.locate(at.start, at.end);
}

const flows = new WeakMap<TypedWorkflow, StateFlow>();

/** The flow of a workflow's state; found when it is first asked for. */
export function stateFlow(typed: TypedWorkflow): StateFlow {
  const flow = flows.get(typed) ?? findFlow(typed);
  flows.set(typed, flow);
  return flow;
}

function findFlow(typed: TypedWorkflow): StateFlow {
  const points = flowPoints(typed.bound);
  const { edges, keys: { length: outside }, roleOf } = points;
  const guards = guardFacts(typed, points);
  const open: { readonly edge: number; readonly fact: number }[] = [];
  for (let edge = edges.isOpen.indexOf(1); edge !== -1; edge = edges.isOpen.indexOf(1, edge + 1)) open.push({ edge, fact: outside + 1 + open.length });
  const timeouts: { readonly point: number; readonly fact: number }[] = [];
  for (let point = roleOf.indexOf("timeout"); point !== -1; point = roleOf.indexOf("timeout", point + 1)) timeouts.push({ point, fact: outside + 1 + open.length + timeouts.length });
  // One edge leads to a timeout.
  const waited = rowsOf(edges.count, timeouts.map(({ point }) => edges.into.of[edges.into.at[point] as number] as number), timeouts.map(({ fact }) => fact));
  const opened = rowsOf(edges.count, open.flatMap(({ edge }) => [edge, edge]), open.flatMap(({ fact }) => [outside, fact]));
  const surely = joined(joined(edges.surely, guards.told), waited);
  const perhaps = joined(joined(edges.surely, edges.perhaps), opened);
  const found = assignment({ points, keys: outside, count: outside + 1 + open.length + timeouts.length, isDead: guards.isDead, surely, perhaps });
  return { ...found, points, ...placedReads(typed, points, guards), outside, open, timeouts, surely, isDead: guards.isDead };
}

/** What is read where, and what that follows from beside the points. */
interface Placed {
  readonly typed: TypedWorkflow;
  readonly toldBefore: GuardFacts["toldBefore"];
  readonly found: Pick<StateFlow, "reads" | "readsWhole">;
}

/** The last that was found, by what points have in common that were drawn again. */
const placed = new WeakMap<FlowPoints["nodeOf"], Placed>();

/** What `readsIn` gives; found again only where nodes read something else than those that were looked at last. */
function placedReads(typed: TypedWorkflow, points: FlowPoints, { toldBefore }: GuardFacts): Placed["found"] {
  const last = placed.get(points.nodeOf);
  const isSame = last !== undefined && readsAlike(last.typed, typed) && isToldAlike(last.toldBefore, toldBefore);
  const found = isSame ? last.found : readsIn(typed, points, toldBefore);
  placed.set(points.nodeOf, { typed, toldBefore, found });
  return found;
}

function readsIn({ bound: { graph }, nodes }: TypedWorkflow, points: FlowPoints, toldBefore: GuardFacts["toldBefore"]): Placed["found"] {
  const first = new Int32Array(nodes.length + 1);
  for (let node = 0; node < nodes.length; node += 1) first[node + 1] = (first[node] as number) + (nodes[node] as TypedNode).reads.keys.length / perRead;
  const count = first[nodes.length] as number;
  const [point, key, isTold] = [new Int32Array(count), new Int32Array(count), new Uint8Array(count)];
  const readsWhole = new Uint8Array(points.size);
  const judges = new Map(graph.feedback.map(({ from, to }) => [to, points.afterOf(from)]));
  let at = 0;
  for (let node = 0; node < nodes.length; node += 1) {
    const { keys, whole } = (nodes[node] as TypedNode).reads;
    if (keys.length === 0 && whole.length === 0) continue;
    // Routes are chosen when the node has done its writing.
    const [work, route] = [points.at(node, "in") as number, points.afterOf(node)];
    const told = toldBefore.get(node);
    for (const place of whole) readsWhole[place === "work" ? work : route] = 1;
    for (let index = 0; index < keys.length; index += perRead, at += 1) {
      const [read, moment] = [keys[index] as number, keys[index + 1]];
      key[at] = read;
      // What is read in another run, is read with what was written up to the verdict.
      point[at] = moment === moments.work ? work : moment === moments.route ? route : (judges.get(node) ?? work);
      if (told?.get(keys[index + 2] as number)?.includes(read) === true) isTold[at] = 1;
    }
  }
  return { readsWhole, reads: { count, point, key, isTold, first } };
}
