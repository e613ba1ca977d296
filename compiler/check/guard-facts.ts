import type { CodeSite } from "../bind/bound.ts";
import type { ExprAst } from "../expr/ast.ts";
import { constantTruth } from "../expr/constant.ts";
import type { Guard } from "../flow/guards.ts";
import type { FlowPoints } from "../flow/points.ts";
import { eventWrites } from "../flow/writes.ts";
import { keysTold, theEvent } from "./told-keys.ts";
import type { TypedWorkflow } from "./typed.ts";

/** What the tests on the way tell of the state. */
export interface GuardFacts {
  /** The keys that are set where the edge with this guard is taken. */
  readonly told: (guard: Guard | undefined) => readonly number[];
  /** The keys that are set where a test is tried: those before it have failed. */
  readonly toldBefore: (test: CodeSite) => readonly number[];
  /** No execution takes the edge: its test is always false, or one before it always true, which is told at the test. */
  readonly isNever: (guard: Guard | undefined) => boolean;
}

/** What is known of the tests of one node. */
interface Tests {
  /** By number: the keys that are set where so many of them, from the first, have failed. */
  readonly failing: readonly (readonly number[])[];
  /** How many can fail. */
  readonly canFail: number;
}

const nothing: readonly number[] = [];

/** Looks at the tests of a workflow's edges; those of a node are looked at once. */
export function guardFacts(typed: TypedWorkflow, { edges, numbers }: Pick<FlowPoints, "edges" | "numbers">): GuardFacts {
  const codes = new Map<CodeSite, ExprAst>();
  for (const { sites } of typed.nodes) for (const { site, code } of sites) if (site.as === "condition" && code.as === "expression" && code.parsed.isWhole) codes.set(site, code.parsed.ast);
  const brought = new Map(typed.nodes.filter(({ bound }) => bound.spec?.traits.event !== undefined).flatMap(({ bound, sites }) => {
    const writes = eventWrites(bound, (key) => numbers.get(key));
    return writes === undefined ? [] : sites.map(({ site }) => [site, writes.surely] as const);
  }));
  const toldBy = (test: CodeSite, truth: boolean): readonly number[] => {
    const ast = codes.get(test);
    return ast === undefined ? nothing : keysTold(ast, truth).flatMap((key) => (key === theEvent ? (brought.get(test) ?? []) : (numbers.get(key) ?? [])));
  };
  const truths = new Map<CodeSite, boolean | undefined>();
  const truthOf = (test: CodeSite): boolean | undefined => {
    const ast = codes.get(test);
    if (ast !== undefined && !truths.has(test)) truths.set(test, constantTruth(ast));
    return truths.get(test);
  };
  const known = new Map<readonly CodeSite[], Tests>();
  const before = new Map<CodeSite, readonly number[]>();
  for (const guard of edges.guard) {
    if (guard === undefined || known.has(guard.tests)) continue;
    const failing = [nothing];
    for (const test of guard.tests) {
      const so = failing.at(-1) ?? nothing;
      before.set(test, so);
      const told = toldBy(test, false);
      failing.push(told.length === 0 ? so : [...so, ...told]);
    }
    const certain = guard.tests.findIndex((test) => truthOf(test) === true);
    known.set(guard.tests, { failing, canFail: certain === -1 ? guard.tests.length : certain });
  }
  // Every guard of an edge was looked at.
  const testsOf = (guard: Guard): Tests => known.get(guard.tests) as Tests;
  return {
    told: (guard) => {
      if (guard === undefined) return nothing;
      const failed = testsOf(guard).failing[guard.failed] ?? nothing;
      return guard.holds === undefined ? failed : [...failed, ...toldBy(guard.holds, true)];
    },
    toldBefore: (test) => before.get(test) ?? nothing,
    isNever: (guard) => guard !== undefined && (guard.failed > testsOf(guard).canFail || (guard.holds !== undefined && truthOf(guard.holds) === false)),
  };
}
