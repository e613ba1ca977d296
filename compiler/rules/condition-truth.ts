import type { TypedNode, TypedSite } from "../check/typed.ts";
import type { ExprAst } from "../expr/ast.ts";
import { constantTruth } from "../expr/constant.ts";
import { noFacts, type Facts } from "../expr/facts.ts";
import { narrow, type Sides } from "../expr/narrow.ts";
import { seedsIn } from "../expr/sides.ts";
import { findAll } from "../source/find-all.ts";

/**
 * What is certain of a condition before anything runs. `constant`: it is always so, here or wherever else. `never`: it
 * could hold, but not behind what was tested on the way; `behind` is the test of the same list that leaves nothing for it.
 */
export type Certainty = { readonly is: "constant"; readonly truth: boolean } | { readonly is: "never"; readonly behind: TypedSite | undefined };

/** A condition that could be read. */
export function conditionAst({ site, code }: TypedSite): ExprAst | undefined {
  return site.as === "condition" && code.as === "expression" && code.parsed.isWhole ? code.parsed.ast : undefined;
}

/** The tests that decide a route, in order. */
export function typedTests({ bound, sites }: TypedNode): readonly TypedSite[] {
  // Each piece of code has its site.
  return bound.wiring.tests.map((test) => sites[test] as TypedSite);
}

export interface CertainCondition {
  readonly typed: TypedSite;
  readonly found: Certainty;
}

const nothing: readonly CertainCondition[] = [];
const noTests: ReadonlyMap<string, TypedSite> = new Map();
const judged = new WeakMap<TypedNode, readonly CertainCondition[]>();

/** The conditions of a node of which something is certain, in the order of the text. */
export function certainConditions(node: TypedNode): readonly CertainCondition[] {
  // Most nodes have no conditions, and are not worth a memory of their own.
  if (!node.sites.some(isCondition)) return nothing;
  const known = judged.get(node);
  if (known !== undefined) return known;
  const conditions = node.sites.filter(isCondition);
  const tests = typedTests(node);
  const firsts = tests.length < 2 ? noTests : new Map(tests.toReversed().map((test) => [test.site.text.value, test]));
  const certain = findAll(conditions, (typed): readonly CertainCondition[] => {
    const found = certainty(typed, tests) ?? repetition(typed, tests, firsts);
    return found === undefined ? nothing : [{ typed, found }];
  });
  judged.set(node, certain);
  return certain;
}

function isCondition({ site }: TypedSite): boolean {
  return site.as === "condition";
}

function certainty(typed: TypedSite, tests: readonly TypedSite[]): Certainty | undefined {
  const ast = conditionAst(typed);
  if (ast === undefined) return undefined;
  const written = constantTruth(ast);
  if (written !== undefined) return { is: "constant", truth: written };
  // Whatever was said of it may be the reason.
  if (!typed.isSound) return undefined;
  const seeds = seedsIn(typed.env);
  const sides = (facts: Facts): Sides => narrow(ast, facts, seeds);
  const here = typed.sides ?? sides(typed.env.facts);
  // Whatever is certain without knowing the way is certain here.
  if (here.ifTrue !== undefined && here.ifFalse !== undefined) return undefined;
  const alone = sides(noFacts);
  if (isNever(alone) || isAlways(alone)) return { is: "constant", truth: isAlways(alone) };
  const place = tests.indexOf(typed);
  const [first] = place === -1 ? [typed] : tests;
  if (first === undefined || !first.isReached) return undefined;
  // The last of several tests may well be all that is left; what the way to the node leaves is another matter.
  if (isAlways(sides(first.env.facts))) return { is: "constant", truth: true };
  const isNeverBehind = (test: TypedSite): boolean => !test.isReached || isNever(sides(test.env.facts));
  if (!isNeverBehind(typed)) return undefined;
  return { is: "never", behind: place === -1 ? undefined : tests[firstOf(tests, place, isNeverBehind) - 1] };
}

/** A test that stands a second time finds nothing that the first one left, whatever it asks. */
function repetition(typed: TypedSite, tests: readonly TypedSite[], firsts: ReadonlyMap<string, TypedSite>): Certainty | undefined {
  const first = firsts.get(typed.site.text.value);
  return first === undefined || first === typed || !typed.isSound || !tests.includes(typed) ? undefined : { is: "never", behind: first };
}

/** It holds nowhere, and does not hold somewhere. */
export function isNever({ ifTrue, ifFalse }: Sides): boolean {
  return ifTrue === undefined && ifFalse !== undefined;
}

/** The other way round. */
export function isAlways({ ifTrue, ifFalse }: Sides): boolean {
  return ifFalse === undefined && ifTrue !== undefined;
}

/** The first of the tests up to `last` for which `holds`, as it does for all from there on. */
function firstOf(tests: readonly TypedSite[], last: number, holds: (test: TypedSite) => boolean): number {
  let [low, high] = [0, last];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(tests[middle] as TypedSite)) high = middle;
    else low = middle + 1;
  }
  return low;
}
