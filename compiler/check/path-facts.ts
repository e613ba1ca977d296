import type { BoundNode, BoundWorkflow, CodeSite } from "../bind/bound.ts";
import type { Guard } from "../bind/wiring.ts";
import type { ExprAst } from "../expr/ast.ts";
import { forEachPath, forget, joinFacts, noFacts, renamed, sameFacts, type Facts, type Seeds } from "../expr/facts.ts";
import { narrow, type Sides } from "../expr/narrow.ts";
import { flowOrder } from "../flow/order.ts";
import { flowPoints, type FlowPoints } from "../flow/points.ts";
import { eachIn } from "../flow/rows.ts";

/** What conditions on the way to a node have said of the state. */
export interface PathFacts {
  /** Where a node begins; undefined where no execution comes to. */
  readonly before: (node: number) => Facts | undefined;
  /** Where it chooses its route. */
  readonly after: (node: number) => Facts | undefined;
  /** The tests by which it chooses, in the order in which they are tried. */
  readonly trials: (node: number) => readonly Trial[];
}

/** A test where it is tried: those before it did not hold. */
export interface Trial extends Sides {
  readonly site: CodeSite;
  readonly before: Facts | undefined;
}

/** What is known of the tests of a workflow before any of them is tried. */
export interface Conditions {
  /** A condition that could be read. */
  readonly astOf: (test: CodeSite) => ExprAst | undefined;
  /** What paths may be by their types in the tests of a node. */
  readonly seedsAt: (node: BoundNode) => Seeds;
}

/** A point whose facts came in so often is in a loop that brings ever new ones: what still changes is let go. */
const mostRounds = 8;

/**
 * The facts at every node: those of all ways there, joined; a write takes what was known of its key. Without conditions
 * nothing is looked at. Settled in the order of flow, so that outside of loops every edge is taken once.
 */
export function pathFacts(bound: BoundWorkflow, conditions: Conditions): PathFacts {
  const { graph, nodes } = bound;
  const guarded = nodes.filter(({ code }) => code.some((site) => site.as === "condition"));
  if (graph.start === undefined || !graph.complete || guarded.length === 0) {
    const known = new Map(guarded.map((node) => [node.index, trialsOf(testsOf(node), noFacts, conditions.astOf, conditions.seedsAt(node))]));
    return { before: () => noFacts, after: () => noFacts, trials: (node) => known.get(node) ?? [] };
  }
  const points = flowPoints(bound);
  const isWanted = wantedKeys(bound.state, guarded, conditions.astOf);
  const tried = new Map<number, readonly Trial[]>();
  const facts = settle(points, (point, known, come) => leave({ bound, points, conditions, isWanted, tried }, point, known, come));
  return {
    before: (node) => facts[points.at(node, "in") ?? -1],
    after: (node) => facts[points.afterOf(node)],
    trials: (node) => tried.get(node) ?? unreached(nodes[node]),
  };
}

function unreached(node: BoundNode | undefined): readonly Trial[] {
  return node === undefined ? [] : testsOf(node).map((site) => ({ site, before: undefined, ifTrue: undefined, ifFalse: undefined }));
}

/** The tests that decide the route of a node, in the order in which they are tried. */
export function testsOf(node: BoundNode): readonly CodeSite[] {
  return node.wiring.tests.map((test) => node.code[test] as CodeSite);
}

/** What is known where each of the tests is tried. */
export function trialsOf(tests: readonly CodeSite[], facts: Facts | undefined, astOf: Conditions["astOf"], seeds: Seeds): readonly Trial[] {
  let before = facts;
  return tests.map((site) => {
    const ast = astOf(site);
    const sides = ast === undefined ? { ifTrue: before, ifFalse: before } : narrow(ast, before, seeds);
    const trial = { site, before, ...sides };
    before = sides.ifFalse;
    return trial;
  });
}

/**
 * The keys of which facts are worth keeping from node to node: those that several nodes test, and those whose type
 * leaves something to be told.
 */
function wantedKeys(state: BoundWorkflow["state"], guarded: readonly BoundNode[], astOf: Conditions["astOf"]): (key: string) => boolean {
  const testers = new Map<string, number>();
  for (const node of guarded) {
    const own = new Set<string>();
    for (const test of testsOf(node)) forEachPath(astOf(test), ({ keys: [key] }) => key === undefined || own.add(key));
    for (const key of own) testers.set(key, (testers.get(key) ?? 0) + 1);
  }
  return (key) => {
    const kind = state.get(key)?.type.kind;
    return (testers.get(key) ?? 0) > 1 || kind === "union" || kind === "record" || kind === "any";
  };
}

/** Tells of everything that is known behind a point, edge by edge. */
type Leave = (point: number, facts: Facts, come: (to: number, facts: Facts) => void) => void;

/** Each pass looks at the points that news came to, in the order of flow: loops aside, one pass does it. */
function settle(points: FlowPoints, leave: Leave): readonly (Facts | undefined)[] {
  const { size, start } = points;
  const facts = new Array<Facts | undefined>(size).fill(undefined);
  const rounds = new Uint8Array(size);
  const hasNews = new Uint8Array(size);
  const come = (to: number, news: Facts): void => {
    const known = facts[to];
    const all = joinFacts(known, news) ?? news;
    if (known !== undefined && sameFacts(known, all)) return;
    rounds[to] = Math.min(mostRounds + 1, (rounds[to] as number) + 1);
    facts[to] = known !== undefined && (rounds[to] as number) > mostRounds ? new Map([...all].filter(([path, set]) => known.get(path) === set)) : all;
    hasNews[to] = 1;
  };
  if (start !== undefined) come(start, noFacts);
  const { order } = flowOrder(points);
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const point of order) {
      const known = facts[point];
      if (hasNews[point] === 0 || known === undefined) continue;
      hasNews[point] = 0;
      isSettled = false;
      leave(point, known, come);
    }
  }
  return facts;
}

interface Walk {
  readonly bound: BoundWorkflow;
  readonly points: FlowPoints;
  readonly conditions: Conditions;
  readonly isWanted: (key: string) => boolean;
  /** The tests of each node as they were tried last, which is when all was known. */
  readonly tried: Map<number, readonly Trial[]>;
}

/** What is known behind each edge that can be taken out of a point. */
function leave(walk: Walk, point: number, facts: Facts, come: (to: number, facts: Facts) => void): void {
  const { edges, nodeOf } = walk.points;
  const node = walk.bound.nodes[nodeOf[point] as number] as BoundNode;
  let trials: readonly Trial[] | undefined;
  for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) {
    // What was written on the way to a gate is kept apart: the state is another one.
    if (edges.isGate[edge] === 1) continue;
    const guard = edges.guard.get(edge);
    if (guard !== undefined && trials === undefined) {
      trials = trialsOf(testsOf(node), facts, walk.conditions.astOf, walk.conditions.seedsAt(node));
      walk.tried.set(node.index, trials);
    }
    const known = guard === undefined || trials === undefined ? facts : behindGuard(guard, trials, facts);
    if (known === undefined) continue;
    const own = guard === undefined ? known : stateFacts(known, node, walk.isWanted);
    come(edges.to[edge] as number, edges.isOpen[edge] === 1 ? noFacts : withoutWritten(walk.points, edge, own));
  }
}

function withoutWritten({ edges: { surely, perhaps }, keys }: FlowPoints, edge: number, facts: Facts): Facts {
  let left = facts;
  if (facts.size > 0) for (const written of [surely, perhaps]) eachIn(written, edge, (key) => (left = forget(left, `state.${keys[key]}`)));
  return left;
}

function behindGuard({ failed, holds }: Guard, list: readonly Trial[], facts: Facts): Facts | undefined {
  if (holds !== undefined) return list[failed]?.ifTrue;
  const last = list[failed - 1];
  return last === undefined ? facts : last.ifFalse;
}

/** What goes on with control: facts of the state, those of what the node has just written among them. */
function stateFacts(facts: Facts, { writes, spec }: BoundNode, isWanted: (key: string) => boolean): Facts {
  const isOwn = spec?.traits.roots?.includes("output") !== true;
  return renamed(facts, (path) => {
    const [dot, end] = [path.indexOf("."), path.indexOf(".", path.indexOf(".") + 1)];
    const [root, key] = [path.slice(0, dot), path.slice(dot + 1, end === -1 ? undefined : end)];
    if (dot === -1 || !isWanted(key)) return undefined;
    if (root === "state") return path;
    return root === "output" && isOwn && writes.some((write) => write.key === key) ? `state.${path.slice("output.".length)}` : undefined;
  });
}
