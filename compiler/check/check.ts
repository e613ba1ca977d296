import type { Diagnostic, Staged } from "../diagnostics/define.ts";
import { resultTypeOf } from "../bind/bind.ts";
import type { BoundNode, BoundWorkflow, CodeSite } from "../bind/bound.ts";
import { withDeclareFix } from "../bind/state.ts";
import { fieldOfPath } from "../bind/visit.ts";
import { exprEnv, rootTypes, type ExprEnv } from "../expr/env.ts";
import type { Facts, Seeds } from "../expr/facts.ts";
import { seedsIn } from "../expr/sides.ts";
import { checkCode, readCode } from "./code.ts";
import { pathFacts, testsOf, trials, type PathFacts } from "./path-facts.ts";
import { placeRoots, stateType } from "./roots.ts";
import type { TypedNode, TypedSite, TypedWorkflow } from "./typed.ts";

/** Parses and types every expression and template of a workflow. */
export function checkWorkflow(bound: BoundWorkflow): Staged<TypedWorkflow> {
  const found: Diagnostic[] = [];
  const envAt = placeEnvs(bound);
  const facts = pathFacts(bound, (node, site) => seedsIn(envAt(node, site)));
  const nodes = bound.nodes.map((node): TypedNode => {
    const factsAt = siteFacts(node, facts, (site) => seedsIn(envAt(node, site)));
    const sites = node.code.map((site): TypedSite => {
      const known = factsAt(site);
      const plain = envAt(node, site);
      const env = known === undefined || known.size === 0 ? plain : { ...plain, facts: known };
      const code = readCode(site.text.value, site.as);
      const { type, diagnostics } = checkCode(code, env, site.text.locate);
      // A long template may have more mistakes than a call takes arguments.
      for (const each of diagnostics) found.push(withDeclareFix(bound.ast, each));
      return { site, code, type, env, isReached: known !== undefined, isSound: diagnostics.length === 0 };
    });
    return { bound: node, sites, result: resultTypeOf(node) };
  });
  return { value: { bound, nodes }, diagnostics: found };
}

/** What names stand for at each place, before anything is known of the way there. */
function placeEnvs(bound: BoundWorkflow): (node: BoundNode, site: CodeSite) => ExprEnv {
  const state = stateType(bound);
  const everywhere = exprEnv(rootTypes(state));
  return (node, site) => {
    const more = placeRoots(bound, node, site);
    return more.output === undefined && more.event === undefined ? everywhere : exprEnv(rootTypes(state, more));
  };
}

/** What is known at each place of a node; undefined where no execution comes to. Routes are chosen when its work is done. */
function siteFacts(node: BoundNode, { before, after }: PathFacts, seedsOf: (site: CodeSite) => Seeds): (site: CodeSite) => Facts | undefined {
  const tests = testsOf(node);
  if (tests.length === 0) return () => before(node.index);
  const trialOf = new Map([...trials(tests, after(node.index), seedsOf)].map((trial) => [trial.site, trial]));
  return (site) => {
    const trial = trialOf.get(site);
    return trial !== undefined ? trial.before : fieldOfPath(site.path) === "next" ? after(node.index) : before(node.index);
  };
}
