import type { BoundNode, BoundWorkflow, CodeSite } from "../bind/bound.ts";
import type { ExprAst } from "../expr/ast.ts";
import { forget, joinFacts, noFacts, renamed, sameFacts, type Facts, type Seeds } from "../expr/facts.ts";
import { narrow } from "../expr/narrow.ts";
import { components } from "../flow/components.ts";
import { guardsOf, type Guard } from "../flow/guards.ts";
import { flowPoints, type FlowPoints } from "../flow/points.ts";
import { readCode } from "./code.ts";

/** What conditions on the way to a node have said of the state. */
export interface PathFacts {
  /** Where a node begins; undefined where no execution comes to. */
  readonly before: (node: number) => Facts | undefined;
  /** Where it chooses its route. */
  readonly after: (node: number) => Facts | undefined;
}

/** What paths may be by their types in one of the tests of a node. */
export type SeedsAt = (node: BoundNode, site: CodeSite) => Seeds;

/** A point whose facts came in so often is in a loop that brings ever new ones: what still changes is let go. */
const mostRounds = 8;

const unknown: PathFacts = { before: () => noFacts, after: () => noFacts };

/**
 * The facts at every node: those of all ways there, joined; a write takes what was known of its key. Without conditions
 * nothing is looked at. Settled component by component, in the order of flow, so that outside of loops every edge is
 * taken once.
 */
export function pathFacts(bound: BoundWorkflow, seedsAt: SeedsAt): PathFacts {
  const { graph, nodes } = bound;
  if (graph.start === undefined || !graph.complete || !nodes.some(hasTests)) return unknown;
  const points = flowPoints(bound);
  const facts = settle(points, (point, known) => leave(bound, points, point, known, seedsAt));
  return {
    before: (node) => facts[points.at(node, "in") ?? -1],
    after: (node) => facts[points.afterOf(node)],
  };
}

/** The tests that decide the route of a node, in the order in which they are tried. */
export function testsOf(node: BoundNode): readonly CodeSite[] {
  if (!hasTests(node)) return [];
  const guardOf = guardsOf(node);
  return node.targets.flatMap((target) => guardOf(target)?.holds ?? []);
}

/** What is known where each of the tests is tried, and behind the last of them: those before it did not hold. */
export function* trials(tests: readonly CodeSite[], facts: Facts | undefined, seedsOf: (site: CodeSite) => Seeds): Generator<Trial> {
  let known = facts;
  for (const site of tests) {
    const ast = conditionOf(site);
    const sides = ast === undefined ? { ifTrue: known, ifFalse: known } : narrow(ast, known, seedsOf(site));
    yield { site, before: known, ...sides };
    known = sides.ifFalse;
  }
}

export interface Trial {
  readonly site: CodeSite;
  readonly before: Facts | undefined;
  readonly ifTrue: Facts | undefined;
  readonly ifFalse: Facts | undefined;
}

function hasTests({ code }: BoundNode): boolean {
  return code.some((site) => site.as === "condition");
}

/** A condition that could be read. */
function conditionOf(site: CodeSite): ExprAst | undefined {
  const code = readCode(site.text.value, site.as);
  return code.as === "expression" && code.parsed.isWhole ? code.parsed.ast : undefined;
}

interface Arrival {
  readonly to: number;
  readonly facts: Facts;
}

type Leave = (point: number, facts: Facts) => Iterable<Arrival>;

function settle({ size, start, edges }: FlowPoints, leave: Leave): readonly (Facts | undefined)[] {
  const facts = new Array<Facts | undefined>(size).fill(undefined);
  const rounds = new Uint8Array(size);
  if (start !== undefined) facts[start] = noFacts;
  /** Takes in what comes to `to`; true if that is news. */
  const come = (to: number, news: Facts): boolean => {
    const known = facts[to];
    const all = joinFacts(known, news) ?? news;
    if (known !== undefined && sameFacts(known, all)) return false;
    rounds[to] = Math.min(255, (rounds[to] as number) + 1);
    facts[to] = known !== undefined && (rounds[to] as number) > mostRounds ? new Map([...all].filter(([path, set]) => known.get(path) === set)) : all;
    return true;
  };
  const successors = Array.from({ length: size }, (_, point) => [...edges.to.subarray(edges.outAt[point], edges.outAt[point + 1])]);
  const { of, members } = components(successors);
  for (let component = members.length - 1; component >= 0; component -= 1) {
    const queue = (members[component] as readonly number[]).filter((point) => facts[point] !== undefined);
    const waiting = new Set(queue);
    // The queue grows while it is read: a loop comes round until nothing in it changes.
    for (const point of queue) {
      waiting.delete(point);
      for (const { to, facts: news } of leave(point, facts[point] as Facts)) {
        if (!come(to, news) || of[to] !== component || waiting.has(to)) continue;
        waiting.add(to);
        queue.push(to);
      }
    }
  }
  return facts;
}

/** What is known behind each edge that can be taken out of a point. */
function* leave(bound: BoundWorkflow, { edges, nodeOf, keys }: FlowPoints, point: number, facts: Facts, seedsAt: SeedsAt): Generator<Arrival> {
  const node = bound.nodes[nodeOf[point] as number] as BoundNode;
  let tried: { readonly tests: readonly CodeSite[]; readonly list: readonly Trial[] } | undefined;
  for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) {
    // What was written on the way to a gate is kept apart: the state is another one.
    if (edges.isGate[edge] === 1) continue;
    const guard = edges.guard[edge];
    if (guard !== undefined && tried?.tests !== guard.tests) tried = { tests: guard.tests, list: [...trials(guard.tests, facts, (site) => seedsAt(node, site))] };
    const known = guard === undefined || tried === undefined ? facts : behindGuard(guard, tried.list, facts);
    if (known === undefined) continue;
    const own = guard === undefined ? known : stateFacts(known, node);
    const writes = edges.writes[edge];
    const left = writes === undefined ? own : writes.perhaps === "any" ? noFacts : [...writes.surely, ...writes.perhaps].reduce((all, key) => forget(all, `state.${keys[key]}`), own);
    yield { to: edges.to[edge] as number, facts: left };
  }
}

function behindGuard({ failed, holds }: Guard, list: readonly Trial[], facts: Facts): Facts | undefined {
  if (holds !== undefined) return list[failed]?.ifTrue;
  const last = list[failed - 1];
  return last === undefined ? facts : last.ifFalse;
}

/** What goes on with control: facts of the state, those of what the node has just written among them. */
function stateFacts(facts: Facts, { writes, spec }: BoundNode): Facts {
  const isOwn = spec?.traits.roots?.includes("output") !== true;
  const written = new Set(isOwn ? writes.map(({ key }) => key) : []);
  return renamed(facts, (path) => {
    if (path.startsWith("state.")) return path;
    const [root, key] = path.split(".", 2);
    return root === "output" && key !== undefined && written.has(key) ? `state.${path.slice("output.".length)}` : undefined;
  });
}
