import type { Diagnostic, Staged } from "../diagnostics/define.ts";
import { resultTypeOf } from "../bind/bind.ts";
import type { BoundWorkflow } from "../bind/bound.ts";
import { withDeclareFix } from "../bind/state.ts";
import { exprEnv, rootTypes } from "../expr/env.ts";
import { checkCode, readCode } from "./code.ts";
import { placeRoots, stateType } from "./roots.ts";
import type { TypedNode, TypedWorkflow } from "./typed.ts";

/** Parses and types every expression and template of a workflow. */
export function checkWorkflow(bound: BoundWorkflow): Staged<TypedWorkflow> {
  const found: Diagnostic[] = [];
  const state = stateType(bound);
  const everywhere = exprEnv(rootTypes(state));
  const nodes = bound.nodes.map((node): TypedNode => {
    const sites = node.code.map((site) => {
      const more = placeRoots(bound, node, site);
      const env = more.output === undefined && more.event === undefined ? everywhere : exprEnv(rootTypes(state, more));
      const code = readCode(site.text.value, site.as);
      const { type, diagnostics } = checkCode(code, env, site.text.locate);
      // A long template may have more mistakes than a call takes arguments.
      for (const each of diagnostics) found.push(withDeclareFix(bound.ast, each));
      return { site, code, type };
    });
    return { bound: node, sites, result: resultTypeOf(node) };
  });
  return { value: { bound, nodes }, diagnostics: found };
}
