import type { CodeSite } from "../bind/bound.ts";
import { stateFlow } from "../check/state-flow.ts";
import type { TypedNode, TypedSite, TypedWorkflow } from "../check/typed.ts";
import { components, hasCycle } from "../flow/components.ts";
import type { FlowPoints } from "../flow/points.ts";
import { eachIn } from "../flow/rows.ts";
import { certainConditions } from "./condition-truth.ts";

/** A loop that, once it has gone round, goes round for ever: no test that leads out of it can come out differently. */
export interface StuckLoop {
  /** Its nodes, in the order of the text. */
  readonly nodes: readonly number[];
  /** The tests that could lead out. */
  readonly tests: readonly CodeSite[];
  /** The keys that they read, and nothing in the loop writes. */
  readonly keys: readonly string[];
}

/** The stuck loops among what runs; none where the graph is not known whole. */
export function stuckLoops(typed: TypedWorkflow): readonly StuckLoop[] {
  const loops = known.get(typed) ?? findStuckLoops(typed);
  known.set(typed, loops);
  return loops;
}

const known = new WeakMap<TypedWorkflow, readonly StuckLoop[]>();

function findStuckLoops(typed: TypedWorkflow): readonly StuckLoop[] {
  const { graph } = typed.bound;
  if (graph.feedback.length === 0 && !hasCycle(graph.successors)) return [];
  const { points, isReached } = stateFlow(typed);
  if (!points.isTidy) return [];
  const { nodeOf } = points;
  const steps = stepsFrom(points, isReached);
  const { of, loops } = components(steps);
  return loops.flatMap((inside): readonly StuckLoop[] => {
    if (inside.length < 2) return [];
    const tests = testsOut(typed, points, inside, of);
    const nodes = [...new Set(inside.map((point) => nodeOf[point] as number))].sort((a, b) => a - b);
    if (tests === undefined || tests.length === 0 || nodes.some((node) => isOpen(typed.nodes[node]))) return [];
    const written = writtenIn(points, inside, of);
    const keys = new Set<string>();
    for (const test of tests) {
      const reads = keysTested(test);
      if (reads === undefined || written === "any" || reads.some((key) => written.has(key))) return [];
      for (const key of reads) keys.add(key);
    }
    return keys.size === 0 ? [] : [{ nodes, tests: tests.map(({ site }) => site), keys: [...keys] }];
  });
}

/** By point: where it leads, if it is reached. */
function stepsFrom({ size, edges: { outAt, to } }: FlowPoints, isReached: Uint8Array): readonly (readonly number[])[] {
  const steps: number[][] = [];
  for (let point = 0; point < size; point += 1) {
    const next: number[] = [];
    if (isReached[point] === 1) for (let edge = outAt[point] as number; edge < (outAt[point + 1] as number); edge += 1) next.push(to[edge] as number);
    steps.push(next);
  }
  return steps;
}

/** The tests that decide on every way out of a loop; undefined where one is not decided by tests. */
function testsOut({ nodes }: TypedWorkflow, { edges, nodeOf }: FlowPoints, inside: readonly number[], of: Int32Array): readonly TypedSite[] | undefined {
  const tests = new Set<TypedSite>();
  for (const point of inside) {
    for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) {
      if (of[edges.to[edge] as number] === of[point]) continue;
      const guard = edges.guard.get(edge);
      if (guard === undefined) return undefined;
      // A guard is of tests of the node.
      for (const test of [...guard.tests.slice(0, guard.failed), ...(guard.holds === undefined ? [] : [guard.holds])]) tests.add(nodes[nodeOf[point] as number]?.sites[test] as TypedSite);
    }
  }
  return [...tests];
}

/** The keys that are written on the ways of a loop. */
function writtenIn({ edges, keys }: FlowPoints, inside: readonly number[], of: Int32Array): ReadonlySet<string> | "any" {
  const found = new Set<string>();
  for (const point of inside) {
    for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) {
      if (of[edges.to[edge] as number] !== of[point]) continue;
      if (edges.isOpen[edge] === 1) return "any";
      for (const written of [edges.surely, edges.perhaps]) eachIn(written, edge, (key) => found.add(keys[key] ?? ""));
    }
  }
  return found;
}

/** The keys that a test reads; undefined where it reads anything else that may change. */
function keysTested({ code, reads }: TypedSite): readonly string[] | undefined {
  if (code.as !== "expression" || !code.parsed.isWhole) return undefined;
  const keys = reads.flatMap(({ root, path }) => (root === "state" && path[0] !== undefined ? [path[0]] : []));
  return reads.every(({ root, path }) => root === "env" || (root === "state" && path[0] !== undefined)) ? keys : undefined;
}

/** A person who decides here may change the state, too; and of a test whose outcome is known, that is told. */
function isOpen(node: TypedNode | undefined): boolean {
  return node?.bound.spec === undefined || "on_approved" in node.bound.spec.fields || certainConditions(node).length > 0;
}
