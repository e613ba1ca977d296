import { trialsOf } from "../check/path-facts.ts";
import type { TypedSite } from "../check/typed.ts";
import { isRoot } from "../expr/check-access.ts";
import { factKey, forEachPath, type AccessPath, type Facts, type Seeds } from "../expr/facts.ts";
import { seedsIn } from "../expr/sides.ts";
import { both, isNothing, listed, only, type Scalar, type ValueSet } from "../expr/value-set.ts";
import { conditionAst } from "./condition-truth.ts";

/** Values of paths for which no test of a list can hold. */
export type Gap = ReadonlyMap<string, Scalar>;

/**
 * Whether one of the tests holds in every case. `open`: perhaps not. `gaps`: certainly not for these values, out of the few
 * that the types allow. A key that is merely unset is no case.
 */
export type Coverage = { readonly is: "whole" | "open" } | { readonly is: "gaps"; readonly gaps: readonly Gap[] };

/** So many combinations of values are tried; beyond, nothing is certain. */
const mostCases = 256;

/** Tries each combination of the values that the tests decide on, where those are few; `tests` is not empty. */
export function coverageOf(tests: readonly TypedSite[]): Coverage {
  const [first] = tests;
  if (first === undefined || !first.isReached) return { is: "whole" };
  const seeds = seedsIn(first.env, "given");
  const given = givenFacts(first.env.facts, seeds);
  const sites = tests.map(({ site }) => site);
  const asts = new Map(tests.map((test) => [test.site, conditionAst(test)]));
  const gaps: Gap[] = [];
  let isOpen = false;
  const cases = casesOf(tests, given, seeds);
  for (const gap of cases) {
    const facts = new Map([...given, ...[...gap].map(([path, value]) => [path, only(value)] as const)]);
    const tried = trialsOf(sites, facts, (site) => asts.get(site), seeds);
    if (tried.at(-1)?.ifFalse === undefined) continue;
    if (gap.size > 0 && tried.every(({ ifTrue }) => ifTrue === undefined)) gaps.push(gap);
    else isOpen = true;
  }
  return gaps.length > 0 ? { is: "gaps", gaps: inOnePath(gaps, cases) } : { is: isOpen ? "open" : "whole" };
}

/** The gaps that a value of one path makes, whatever the others are; where there is none such, all gaps. */
function inOnePath(gaps: readonly Gap[], cases: readonly Gap[]): readonly Gap[] {
  for (const path of gaps[0]?.keys() ?? []) {
    const count = (among: readonly Gap[], value: Scalar | undefined): number => among.filter((each) => each.get(path) === value).length;
    const values = [...new Set(gaps.map((gap) => gap.get(path)))].filter((value) => count(gaps, value) === count(cases, value));
    if (values.length > 0) return values.flatMap((value) => (value === undefined ? [] : [new Map([[path, value]])]));
  }
  return gaps;
}

/** What is known of keys that are set. */
function givenFacts(facts: Facts, seeds: Seeds): Facts {
  const given = new Map<string, ValueSet>();
  for (const [key, set] of facts) {
    const [root = "", ...keys] = key.split(".");
    const met = both(set, seeds({ root, keys }));
    if (!isNothing(met)) given.set(key, met);
  }
  return given;
}

function casesOf(tests: readonly TypedSite[], facts: Facts, seeds: Seeds): readonly Gap[] {
  let cases: readonly Gap[] = [new Map()];
  for (const [key, path] of pathsOf(tests)) {
    const known = facts.get(key) ?? seeds(path);
    const values = listed(known);
    if (values === undefined || values.length * cases.length > mostCases) continue;
    cases = cases.flatMap((each) => values.map((value) => new Map([...each, [key, value] as const])));
  }
  return cases;
}

/** The paths that the tests read, by their text. */
function pathsOf(tests: readonly TypedSite[]): ReadonlyMap<string, AccessPath> {
  const found = new Map<string, AccessPath>();
  for (const test of tests) forEachPath(conditionAst(test), (path) => isRoot(path.root) && found.set(factKey(path), path));
  return found;
}
