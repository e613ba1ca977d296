import type { ExprAst } from "../expr/ast.ts";
import { constantTruth } from "../expr/constant.ts";
import type { FlowPoints } from "../flow/points.ts";
import { keysTold, theEvent } from "./told-keys.ts";
import type { TypedNode, TypedWorkflow } from "./typed.ts";

/** What the tests on the way tell of the state. */
export interface GuardFacts {
  /** The keys that are set where an edge is taken. */
  readonly told: (edge: number) => readonly number[];
  /** The keys that are set where a test is tried, which is a place in the code of its node: those before it have failed. */
  readonly toldBefore: (node: number, test: number) => readonly number[];
  /** No execution takes the edge: its test is always false, or one before it always true, which is told at the test. */
  readonly isNever: (edge: number) => boolean;
}

/** What is known of the tests of one node. */
interface Tests {
  /** By test: the keys that are set where it is tried. */
  readonly before: ReadonlyMap<number, readonly number[]>;
  /** By number: the keys that are set where so many of them, from the first, have failed. */
  readonly failing: readonly (readonly number[])[];
  /** By number: the keys that are set where it holds. */
  readonly holding: readonly (readonly number[])[];
  /** How many can fail. */
  readonly canFail: number;
  readonly truths: readonly (boolean | undefined)[];
}

const nothing: readonly number[] = [];

/** Looks at the tests of a workflow's edges; those of a node are looked at once. */
export function guardFacts({ nodes }: TypedWorkflow, { edges, nodeOf, numbers }: FlowPoints): GuardFacts {
  const known = new Map<number, Tests>();
  for (let edge = 0; edge < edges.count; edge += 1) {
    const guard = edges.guard[edge];
    const node = nodeOf[edges.from[edge] as number] as number;
    if (guard !== undefined && !known.has(node)) known.set(node, testsIn(nodes[node] as TypedNode, guard.tests, numbers));
  }
  // The node of every guard was looked at.
  const testsAt = (edge: number): Tests => known.get(nodeOf[edges.from[edge] as number] as number) as Tests;
  return {
    told: (edge) => {
      const guard = edges.guard[edge];
      if (guard === undefined) return nothing;
      const { failing, holding } = testsAt(edge);
      const failed = failing[guard.failed] ?? nothing;
      return guard.holds === undefined ? failed : [...failed, ...(holding[guard.failed] ?? nothing)];
    },
    toldBefore: (node, test) => known.get(node)?.before.get(test) ?? nothing,
    isNever: (edge) => {
      const guard = edges.guard[edge];
      return guard !== undefined && (guard.failed > testsAt(edge).canFail || (guard.holds !== undefined && testsAt(edge).truths[guard.failed] === false));
    },
  };
}

function testsIn({ bound, sites }: TypedNode, tests: readonly number[], numbers: FlowPoints["numbers"]): Tests {
  const asts = tests.map((test): ExprAst | undefined => {
    const code = sites[test]?.code;
    return code?.as === "expression" && code.parsed.isWhole ? code.parsed.ast : undefined;
  });
  const brought = bound.wiring.event?.surely ?? [];
  const toldBy = (ast: ExprAst | undefined, truth: boolean): readonly number[] =>
    ast === undefined ? nothing : keysTold(ast, truth).flatMap((key) => (key === theEvent ? brought : [key])).flatMap((key) => numbers.get(key) ?? []);
  const failing = [nothing];
  for (const ast of asts) {
    const told = toldBy(ast, false);
    failing.push(told.length === 0 ? (failing.at(-1) ?? nothing) : [...(failing.at(-1) ?? nothing), ...told]);
  }
  const truths = asts.map((ast) => ast && constantTruth(ast));
  const certain = truths.indexOf(true);
  return {
    before: new Map(tests.map((test, number) => [test, failing[number] ?? nothing])),
    failing,
    holding: asts.map((ast) => toldBy(ast, true)),
    canFail: certain === -1 ? tests.length : certain,
    truths,
  };
}
