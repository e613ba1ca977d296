import type { ExprAst } from "./ast.ts";
import type { ExprEnv } from "./env.ts";
import type { Bounds, Facts, Seeds } from "./facts.ts";
import { isRoot } from "./check-access.ts";
import { seedsOf } from "./facts.ts";
import { narrow, type Sides } from "./narrow.ts";
import { anything } from "./value-set.ts";

/** `env` on the two sides of a condition; on a side that is never taken, as it was before. */
export function besides(condition: ExprAst, env: ExprEnv): { readonly ifTrue: ExprEnv; readonly ifFalse: ExprEnv } {
  const { ifTrue, ifFalse } = narrow(condition, env.facts, seedsIn(env));
  return { ifTrue: ifTrue === undefined ? env : { ...env, facts: ifTrue }, ifFalse: ifFalse === undefined ? env : { ...env, facts: ifFalse } };
}

/** The same of one side, for the parts of one expression: what is known there is found when it is asked for, which few types do. */
export function beside(side: keyof Sides, condition: ExprAst, env: ExprEnv): ExprEnv {
  const { roots, locals, bounds } = env;
  let known: Facts | undefined;
  return {
    roots,
    locals,
    bounds,
    get facts() {
      return (known ??= narrow(condition, env.facts, seedsIn(env))[side] ?? env.facts);
    },
  };
}

/** What paths may be by the types of an environment; keys of the state may be unset, unless they are said to be `"given"`. */
export function seedsIn(env: ExprEnv, state: "given" | "maybe-unset" = "maybe-unset"): Seeds {
  if (state === "given") return seedsWith(env, state);
  // Environments that differ by their facts alone, as those of most places do, have these in common.
  const found = known.get(env.locals);
  if (found?.roots === env.roots && found.bounds === env.bounds) return found.seeds;
  const seeds = seedsWith(env, state);
  known.set(env.locals, { roots: env.roots, bounds: env.bounds, seeds });
  return seeds;
}

const known = new WeakMap<ExprEnv["locals"], Pick<ExprEnv, "roots" | "bounds"> & { readonly seeds: Seeds }>();

function seedsWith({ locals, roots, bounds }: ExprEnv, state: "given" | "maybe-unset"): Seeds {
  const ofRoots: Bounds | undefined = bounds && ((path) => (locals.has(path.root) ? anything : bounds(path)));
  return seedsOf((name) => locals.get(name) ?? (isRoot(name) ? roots.get(name) : undefined), ofRoots, state);
}
