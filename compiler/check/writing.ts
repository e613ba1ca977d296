import { types } from "../../schemas/type.ts";
import { exprEnv, rootTypes, type ExprEnv } from "../expr/env.ts";
import { placeRoots, stateType } from "./roots.ts";
import type { TypedWorkflow } from "./typed.ts";

/**
 * What names mean under a key of a node, as far as nobody has tested anything: for code that could not be read. A node
 * that could not be read either may have every root.
 */
export function namesUnder(typed: TypedWorkflow | undefined, node: number | undefined, key: string): ExprEnv {
  const bound = typed?.bound;
  const found = node === undefined ? undefined : bound?.nodes[node];
  const state = bound === undefined ? types.hole : stateType(bound);
  const more = bound === undefined || found === undefined ? { output: types.hole, event: types.hole } : placeRoots(bound, found, key === "next" ? "route" : "work");
  return exprEnv(rootTypes(state, more));
}
