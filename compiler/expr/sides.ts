import type { ExprAst } from "./ast.ts";
import type { ExprEnv } from "./env.ts";
import type { Bounds, Seeds } from "./facts.ts";
import { isRoot } from "./check-access.ts";
import { seedsOf } from "./facts.ts";
import { narrow } from "./narrow.ts";
import { anything } from "./value-set.ts";

/** `env` on the two sides of a condition; on a side that is never taken, as it was before. */
export function besides(condition: ExprAst, env: ExprEnv): { readonly ifTrue: ExprEnv; readonly ifFalse: ExprEnv } {
  const { ifTrue, ifFalse } = narrow(condition, env.facts, seedsIn(env));
  return { ifTrue: ifTrue === undefined ? env : { ...env, facts: ifTrue }, ifFalse: ifFalse === undefined ? env : { ...env, facts: ifFalse } };
}

/** What paths may be by the types of an environment; keys of the state may be unset, unless they are said to be `"given"`. */
export function seedsIn({ locals, roots, bounds }: ExprEnv, state: "given" | "maybe-unset" = "maybe-unset"): Seeds {
  const ofRoots: Bounds | undefined = bounds && ((path) => (locals.has(path.root) ? anything : bounds(path)));
  return seedsOf((name) => locals.get(name) ?? (isRoot(name) ? roots.get(name) : undefined), ofRoots, state);
}
