import type { Span } from "../../schemas/span.ts";
import type { CodeSite } from "../bind/bound.ts";
import { fieldOfPath } from "../bind/visit.ts";
import type { Range } from "../expr/ast.ts";
import { assignment, type Assignment } from "../flow/assignment.ts";
import { flowPoints, type FlowPoints } from "../flow/points.ts";
import { guardFacts, type GuardFacts } from "./guard-facts.ts";
import type { TypedWorkflow } from "./typed.ts";

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
  /** Reads in nodes that run, in the order of the text. */
  readonly reads: readonly StateRead[];
  /** Where the state is read whole, or by a name that is not written out. */
  readonly wholeReads: ReadonlySet<number>;
  readonly outside: number;
  /** The edges on which any key may be written. */
  readonly open: readonly { readonly edge: number; readonly fact: number }[];
  readonly timeouts: readonly { readonly point: number; readonly fact: number }[];
  /** What is known where the edge was taken: what it writes, and what its guard tells. */
  readonly surely: (edge: number) => readonly number[] | "all";
  /** The edge is never taken. */
  readonly isDead: (edge: number) => boolean;
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

const nothing: readonly number[] = [];

function findFlow(typed: TypedWorkflow): StateFlow {
  const points = flowPoints(typed.bound);
  const { edges, keys, roleOf } = points;
  const guards = guardFacts(typed, points);
  const open = edges.writes.flatMap((writes, edge) => (writes?.perhaps === "any" ? [edge] : [])).map((edge, index) => ({ edge, fact: keys.length + 1 + index }));
  const timeouts = roleOf.flatMap((role, point) => (role === "timeout" ? [point] : [])).map((point, index) => ({ point, fact: keys.length + 1 + open.length + index }));
  const outside = keys.length;
  const openFact = new Map(open.map(({ edge, fact }) => [edge, fact]));
  const timeoutFact = new Map(timeouts.map(({ point, fact }) => [point, fact]));
  const sure = edges.writes.map((writes, edge): readonly number[] | "all" => {
    if (writes?.perhaps === "any") return "all";
    const told = guards.told(edges.guard[edge]);
    const timeout = timeoutFact.get(edges.to[edge] as number);
    if (timeout !== undefined) return [...told, timeout];
    return writes === undefined ? told : told.length === 0 ? writes.surely : [...writes.surely, ...told];
  });
  const perhaps = (edge: number): readonly number[] => {
    const writes = edges.writes[edge];
    if (writes === undefined) return nothing;
    if (writes.perhaps === "any") return [...writes.surely, outside, openFact.get(edge) as number];
    return writes.perhaps.length === 0 ? writes.surely : [...writes.surely, ...writes.perhaps];
  };
  const surely = (edge: number): readonly number[] | "all" => sure[edge] ?? nothing;
  const dead = Uint8Array.from(edges.guard, (guard) => (guards.isNever(guard) ? 1 : 0));
  const isDead = (edge: number): boolean => dead[edge] === 1;
  const found = assignment({ points, keys: keys.length, count: keys.length + 1 + open.length + timeouts.length, isDead, surely, perhaps });
  return { ...found, points, ...readsIn(typed, points, found, guards), outside, open, timeouts, surely, isDead };
}

function readsIn(typed: TypedWorkflow, points: FlowPoints, { isReached }: Assignment, { toldBefore }: GuardFacts): Pick<StateFlow, "reads" | "wholeReads"> {
  const { numbers } = points;
  const reads: StateRead[] = [];
  const wholeReads = new Set<number>();
  const judges = new Map(typed.bound.graph.feedback.map(({ from, to }) => [to, points.afterOf(from)]));
  for (const { bound, sites } of typed.nodes) {
    for (const { site, reads: read } of sites) {
      if (read.length === 0) continue;
      // Routes are chosen when the node has done its writing.
      const point = fieldOfPath(site.path) === "next" ? points.afterOf(bound.index) : (points.at(bound.index, "in") as number);
      if (isReached[point] === 0) continue;
      const told = toldBefore(site);
      for (const { root, path, key: at, guarded, compared, inReRun } of read) {
        if (root === "state" && path[0] === undefined) wholeReads.add(point);
        const key = root === "state" && path[0] !== undefined ? numbers.get(path[0]) : undefined;
        // What is read when an eval runs the node again, is read with what was written up to its verdict.
        const from = inReRun ? (judges.get(bound.index) ?? point) : point;
        if (key !== undefined) reads.push({ node: bound.index, point: from, key, site, at, guarded: guarded || told.includes(key), compared });
      }
    }
  }
  return { reads, wholeReads };
}
