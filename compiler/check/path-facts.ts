import type { BoundNode, BoundWorkflow, CodeSite } from "../bind/bound.ts";
import type { Guard } from "../bind/wiring.ts";
import type { ExprAst } from "../expr/ast.ts";
import { forEachPath, forget, noFacts, renamed, type Facts, type Seeds } from "../expr/facts.ts";
import { narrow, type Sides } from "../expr/narrow.ts";
import { flowPoints, type FlowPoints } from "../flow/points.ts";
import { redrawn } from "../flow/redraw.ts";
import { eachIn } from "../flow/rows.ts";
import { settleFacts, type SettledFacts, type Spread } from "./settle-facts.ts";

/** What conditions on the way to a node have said of the state. */
export interface PathFacts {
  /** Where a node begins; undefined where no execution comes to. */
  readonly before: (node: number) => Facts | undefined;
  /** Where it chooses its route. */
  readonly after: (node: number) => Facts | undefined;
  /** The tests by which it chooses, in the order in which they are tried. */
  readonly trials: (node: number) => readonly Trial[];
  /** The nodes at which something else is known than before; undefined where that is not known itself. */
  readonly news: readonly number[] | undefined;
  /** Undefined where nothing was looked at. */
  readonly known: Known | undefined;
}

/** A test where it is tried: those before it did not hold. */
export interface Trial extends Sides {
  readonly site: CodeSite;
  readonly before: Facts | undefined;
}

/** What is known of the tests of a workflow before any of them is tried. */
export interface Conditions {
  /** A condition that could be read, by its place in the code of its node. */
  readonly astOf: (node: BoundNode, place: number) => ExprAst | undefined;
  /** What paths may be by their types in the tests of a node. */
  readonly seedsAt: (node: BoundNode) => Seeds;
}

/** What was known of an earlier text, with the same names and as many nodes, and the nodes that are other ones now. */
export interface FactsBefore {
  readonly bound: BoundWorkflow;
  readonly facts: PathFacts;
  readonly changed: readonly number[];
}

/** All that goes over to a later text. */
interface Known {
  readonly settled: SettledFacts;
  readonly isWanted: (key: string) => boolean;
  /** By node: its tests as they were tried last, which is when all was known. */
  readonly tried: readonly (readonly Trial[] | undefined)[];
}

/**
 * The facts at every node: those of all ways there, joined; a write takes what was known of its key. Without conditions
 * nothing is looked at. Of `before`, what no change comes to stays as it is.
 */
export function pathFacts(bound: BoundWorkflow, conditions: Conditions, before?: FactsBefore): PathFacts {
  const { graph, nodes } = bound;
  const kept = before && keptFacts(bound, before);
  const isTold = graph.start !== undefined && graph.complete;
  const guarded = kept === undefined ? nodes.filter(({ code }) => code.some((site) => site.as === "condition")) : [];
  if (!isTold || (kept === undefined && guarded.length === 0)) {
    const known = new Map(guarded.map((node) => [node.index, trialsOf(testsOf(node), noFacts, astsIn(node, conditions), conditions.seedsAt(node))]));
    return untold(known, before !== undefined && before.facts.known === undefined ? [] : undefined);
  }
  const points = flowPoints(bound);
  const isWanted = kept?.isWanted ?? wantedKeys(bound.state, guarded, conditions);
  const tried = kept?.tried.slice() ?? new Array<readonly Trial[] | undefined>(nodes.length).fill(undefined);
  const settled = settleFacts(points, spreadIn({ bound, points, conditions, isWanted, tried }), kept && before && { settled: kept.settled, changed: before.changed });
  return told(nodes, { settled, isWanted, tried }, kept && newsIn(settled));
}

/*
 * Both are made apart from what finds the facts: functions keep all alive that any function beside them captures, and
 * there the text before this one is captured, which would keep the one before it.
 */

function untold(trials: ReadonlyMap<number, readonly Trial[]>, news: PathFacts["news"]): PathFacts {
  return { before: () => noFacts, after: () => noFacts, trials: (node) => trials.get(node) ?? [], news, known: undefined };
}

function told(nodes: readonly BoundNode[], known: Known, news: PathFacts["news"]): PathFacts {
  const { settled: { points, facts }, tried } = known;
  return {
    before: (node) => facts[points.at(node, "in") ?? -1],
    after: (node) => facts[points.afterOf(node)],
    trials: (node) => tried[node] ?? unreached(nodes[node]),
    news,
    known,
  };
}

function newsIn({ isNews, points: { nodeOf } }: SettledFacts): readonly number[] {
  const nodes: number[] = [];
  for (let point = isNews.indexOf(1); point !== -1; point = isNews.indexOf(1, point + 1)) nodes.push(nodeOf[point] as number);
  return nodes;
}

/** What can be taken over: the points have the same numbers, and the nodes that are other ones test what they tested. */
function keptFacts(bound: BoundWorkflow, { bound: { nodes: old }, facts: { known }, changed }: FactsBefore): Known | undefined {
  if (known === undefined) return undefined;
  const { points } = known.settled;
  if (!isNumberedAlike(points, flowPoints(bound, redrawn(bound, points, changed)))) return undefined;
  const textsOf = ({ code, wiring: { tests } }: BoundNode): string => code.map(({ as, text }, place) => (as === "condition" ? `${tests.indexOf(place)} ${text.value}\n` : "")).join("");
  return changed.every((node) => textsOf(old[node] as BoundNode) === textsOf(bound.nodes[node] as BoundNode)) ? known : undefined;
}

function isNumberedAlike(one: FlowPoints, other: FlowPoints): boolean {
  if (one.nodeOf === other.nodeOf) return true;
  if (one.size !== other.size || one.start !== other.start) return false;
  for (let point = 0; point < one.size; point += 1) if (one.nodeOf[point] !== other.nodeOf[point] || one.roleOf[point] !== other.roleOf[point]) return false;
  return true;
}

function unreached(node: BoundNode | undefined): readonly Trial[] {
  return node === undefined ? [] : testsOf(node).map((site) => ({ site, before: undefined, ifTrue: undefined, ifFalse: undefined }));
}

/** The tests that decide the route of a node, in the order in which they are tried. */
function testsOf(node: BoundNode): readonly CodeSite[] {
  return node.wiring.tests.map((test) => node.code[test] as CodeSite);
}

/** What is known where each of the tests is tried. */
export function trialsOf(tests: readonly CodeSite[], facts: Facts | undefined, astOf: (test: CodeSite) => ExprAst | undefined, seeds: Seeds): readonly Trial[] {
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
function wantedKeys(state: BoundWorkflow["state"], guarded: readonly BoundNode[], conditions: Conditions): (key: string) => boolean {
  const testers = new Map<string, number>();
  for (const node of guarded) {
    const own = new Set<string>();
    for (const test of testsOf(node)) forEachPath(astsIn(node, conditions)(test), ({ keys: [key] }) => key === undefined || own.add(key));
    for (const key of own) testers.set(key, (testers.get(key) ?? 0) + 1);
  }
  return (key) => {
    const kind = state.get(key)?.type.kind;
    return (testers.get(key) ?? 0) > 1 || kind === "union" || kind === "record" || kind === "any";
  };
}

interface Walk {
  readonly bound: BoundWorkflow;
  readonly points: FlowPoints;
  readonly conditions: Conditions;
  readonly isWanted: (key: string) => boolean;
  readonly tried: (readonly Trial[] | undefined)[];
}

/** Tests are tried where control has come to the point from which they lead on. */
function spreadIn({ bound, points, conditions, isWanted, tried }: Walk): Spread {
  const { edges, nodeOf } = points;
  const nodeFrom = (point: number): BoundNode => bound.nodes[nodeOf[point] as number] as BoundNode;
  return {
    arrive: (point, facts) => {
      const node = nodeFrom(point);
      if (node.wiring.tests.length === 0 || points.afterOf(node.index) !== point) return;
      tried[node.index] = facts && trialsOf(testsOf(node), facts, astsIn(node, conditions), conditions.seedsAt(node));
    },
    behind: (edge, facts) => {
      // What was written on the way to a gate is kept apart: the state is another one.
      if (edges.isGate[edge] === 1) return undefined;
      const node = nodeFrom(edges.from[edge] as number);
      const guard = edges.guard.get(edge);
      const known = guard === undefined ? facts : behindGuard(guard, tried[node.index] ?? [], facts);
      if (known === undefined || edges.isOpen[edge] === 1) return known && noFacts;
      return withoutWritten(points, edge, guard === undefined ? known : stateFacts(known, node, isWanted));
    },
  };
}

/** The conditions of a node, by where they stand. */
function astsIn(node: BoundNode, { astOf }: Conditions): (test: CodeSite) => ExprAst | undefined {
  return (test) => astOf(node, node.code.indexOf(test));
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
  const whole = writes.find(({ field }) => field === undefined)?.key;
  return renamed(facts, (path) => {
    const [root = "", key = "", ...rest] = path.split(".");
    if (key === "" || (root !== "state" && (root !== "output" || !isOwn))) return undefined;
    const isKey = root === "state" || writes.some((write) => write.key === key);
    // What is no key is a field of the result, and stands where that was written whole.
    const keys = isKey ? [key, ...rest] : whole === undefined ? [] : [whole, key, ...rest];
    return keys[0] !== undefined && isWanted(keys[0]) ? `state.${keys.join(".")}` : undefined;
  });
}
