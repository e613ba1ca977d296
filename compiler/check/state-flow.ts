import type { Span } from "../../schemas/span.ts";
import type { CodeSite } from "../bind/bound.ts";
import type { Range } from "../expr/ast.ts";
import { assignment, type Assignment } from "../flow/assignment.ts";
import { flowPoints, type FlowPoints } from "../flow/points.ts";
import { eachIn, madeRows, type Rows } from "../flow/rows.ts";
import { guardFacts, type GuardFacts } from "./guard-facts.ts";
import { wholeState } from "./read-keys.ts";
import type { TypedNode, TypedSite, TypedWorkflow } from "./typed.ts";

/**
 * Where declared keys of the state are read in nodes that run, in the order of the text; column by column. `readOf` tells
 * where that is written.
 */
export interface StateReads {
  readonly count: number;
  readonly point: readonly number[];
  readonly key: readonly number[];
  /** The node, the place in its code, and the place among what is read there. */
  readonly node: readonly number[];
  readonly site: readonly number[];
  readonly read: readonly number[];
  /** 1 for one of a key that is set there, since the tests before it have failed. */
  readonly isTold: readonly number[];
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
export function readOf({ nodes }: TypedWorkflow, { point, key, node, site, read, isTold }: StateReads, index: number): StateRead {
  // Reads were found in these nodes.
  const typed = (nodes[node[index] as number] as TypedNode).sites[site[index] as number] as TypedSite;
  const { key: at, guarded, compared } = typed.reads[read[index] as number] as TypedSite["reads"][number];
  return { node: node[index] as number, point: point[index] as number, key: key[index] as number, site: typed.site, at, guarded: guarded || isTold[index] === 1, compared };
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
  return { ...found, points, ...readsIn(typed, points, found, guards), outside, open, timeouts, surely, isDead };
}

function readsIn({ bound: { graph }, nodes }: TypedWorkflow, points: FlowPoints, { isReached }: Assignment, { toldBefore }: GuardFacts): Pick<StateFlow, "reads" | "readsWhole"> {
  const columns = { point: [] as number[], key: [] as number[], node: [] as number[], site: [] as number[], read: [] as number[], isTold: [] as number[] };
  const readsWhole = new Uint8Array(points.size);
  const judges = new Map(graph.feedback.map(({ from, to }) => [to, points.afterOf(from)]));
  for (let node = 0; node < nodes.length; node += 1) {
    const { sites } = nodes[node] as TypedNode;
    for (let site = 0; site < sites.length; site += 1) {
      const { keys, reads, place } = sites[site] as TypedSite;
      if (keys.length === 0) continue;
      // Routes are chosen when the node has done its writing.
      const point = place === "route" ? points.afterOf(node) : (points.at(node, "in") as number);
      if (isReached[point] === 0) continue;
      const told = toldBefore(node, site);
      for (let read = 0; read < keys.length; read += 1) {
        const key = keys[read] as number;
        if (key === wholeState) readsWhole[point] = 1;
        if (key < 0) continue;
        columns.key.push(key);
        // What is read when an eval runs the node again, is read with what was written up to its verdict.
        columns.point.push(reads[read]?.inReRun === true ? (judges.get(node) ?? point) : point);
        columns.node.push(node);
        columns.site.push(site);
        columns.read.push(read);
        columns.isTold.push(told.includes(key) ? 1 : 0);
      }
    }
  }
  const { key, point, node, site, read, isTold } = columns;
  return { readsWhole, reads: { count: key.length, key, point, node, site, read, isTold } };
}
