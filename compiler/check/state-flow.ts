import type { Span } from "../../schemas/span.ts";
import type { CodeSite } from "../bind/bound.ts";
import type { Range } from "../expr/ast.ts";
import { assignment, type Assignment } from "../flow/assignment.ts";
import { flowPoints, type FlowPoints } from "../flow/points.ts";
import { eachIn, madeRows, rowAt, type Rows } from "../flow/rows.ts";
import { guardFacts, type GuardFacts } from "./guard-facts.ts";
import type { TypedNode, TypedSite, TypedWorkflow } from "./typed.ts";

/** Where declared keys of the state are read, in the order of the text; `readOf` tells where that is written. */
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

/** A read as its author wrote it. */
export function readOf({ nodes }: TypedWorkflow, { point, key, first, isTold }: StateReads, index: number): StateRead {
  const node = rowAt(first, index);
  // It was found in this node.
  const { sites, reads } = nodes[node] as TypedNode;
  const { site, read } = reads.keys[index - (first[node] as number)] as TypedNode["reads"]["keys"][number];
  const { site: code, reads: found } = sites[site] as TypedSite;
  const { key: at, guarded, compared } = found[read] as TypedSite["reads"][number];
  return { node, point: point[index] as number, key: key[index] as number, site: code, at, guarded: guarded || isTold[index] === 1, compared };
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
  const { edges, keys, roleOf } = points;
  const guards = guardFacts(typed, points);
  const outside = keys.length;
  const open = [...edges.isOpen.keys()].filter((edge) => edges.isOpen[edge] === 1).map((edge, index) => ({ edge, fact: outside + 1 + index }));
  const timeouts = roleOf.flatMap((role, point) => (role === "timeout" ? [point] : [])).map((point, index) => ({ point, fact: outside + 1 + open.length + index }));
  const openFact = new Map(open.map(({ edge, fact }) => [edge, fact]));
  const timeoutFact = new Map(timeouts.map(({ point, fact }) => [point, fact]));
  const surely = madeRows(edges.count, (edge, add) => {
    eachIn(edges.surely, edge, add);
    for (const key of guards.told(edge)) add(key);
    if (roleOf[edges.to[edge] as number] === "timeout") add(timeoutFact.get(edges.to[edge] as number) as number);
  });
  const perhaps = madeRows(edges.count, (edge, add) => {
    eachIn(edges.surely, edge, add);
    eachIn(edges.perhaps, edge, add);
    if (edges.isOpen[edge] === 0) return;
    add(outside);
    add(openFact.get(edge) as number);
  });
  const isDead = new Uint8Array(edges.count);
  for (let edge = 0; edge < edges.count; edge += 1) if (guards.isNever(edge)) isDead[edge] = 1;
  const found = assignment({ points, keys: keys.length, count: outside + 1 + open.length + timeouts.length, isDead, surely, perhaps });
  return { ...found, points, ...readsIn(typed, points, guards), outside, open, timeouts, surely, isDead };
}

function readsIn({ bound: { graph }, nodes }: TypedWorkflow, points: FlowPoints, { toldBefore }: GuardFacts): Pick<StateFlow, "reads" | "readsWhole"> {
  const first = new Int32Array(nodes.length + 1);
  for (let node = 0; node < nodes.length; node += 1) first[node + 1] = (first[node] as number) + (nodes[node] as TypedNode).reads.keys.length;
  const count = first[nodes.length] as number;
  const [point, key, isTold] = [new Int32Array(count), new Int32Array(count), new Uint8Array(count)];
  const readsWhole = new Uint8Array(points.size);
  const judges = new Map(graph.feedback.map(({ from, to }) => [to, points.afterOf(from)]));
  for (let node = 0; node < nodes.length; node += 1) {
    const { reads: { keys, whole }, bound: { wiring: { tests } } } = nodes[node] as TypedNode;
    if (keys.length === 0 && whole.length === 0) continue;
    // Routes are chosen when the node has done its writing; what is read in another run, is read with what was written up to the verdict.
    const pointAt = { "work": points.at(node, "in") as number, "route": points.afterOf(node), "re-run": judges.get(node) ?? (points.at(node, "in") as number) };
    for (const place of whole) readsWhole[pointAt[place]] = 1;
    for (let index = 0; index < keys.length; index += 1) {
      const read = keys[index] as (typeof keys)[number];
      const at = (first[node] as number) + index;
      point[at] = pointAt[read.moment];
      key[at] = read.key;
      if (tests.length > 0 && toldBefore(node, read.site).includes(read.key)) isTold[at] = 1;
    }
  }
  return { readsWhole, reads: { count, point, key, isTold, first } };
}
