import type { Json } from "../../schemas/json.ts";
import type { ExprIr } from "../../schemas/expr/ir.ts";
import { closureOf } from "./closure.ts";
import type { ExprFailure } from "./failure.ts";
import { Stop } from "./failure.ts";
import { noNames } from "./names.ts";
import type { Frame, Limits, Scope } from "./scope.ts";
import { defaultLimits, fuelPerStep, isPolluted } from "./scope.ts";

/*
 * E1. An evaluation sees the plain data of its scope and nothing else: own properties only, no function, no prototype.
 * E2. It always ends: every loop and every call pays from a meter, every text and list is measured before it is made.
 * E3. It is a function of IR, scope and limits; no clock, no locale, no identity of objects.
 * E4. It never throws for what an expression does; only a `Bug` in the IR is thrown, by `compileExpr`.
 */

export type Evaluation = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly failure: ExprFailure };

/** An expression or template that is ready to run any number of times. */
export type Evaluate = (scope: Scope) => Evaluation;

/** Compiles `ir` to closures. A template (`text`) gives a string; everything else gives what it computes. */
export function compileExpr(ir: ExprIr, limits: Limits = defaultLimits): Evaluate {
  const names = noNames();
  const run = closureOf(ir, names);
  const slots = names.used.count;
  return (scope) => {
    const frame: Frame = {
      fuel: limits.steps * fuelPerStep,
      limits,
      roots: scope.roots,
      env: scope.env,
      isPolluted: isPolluted(),
      locals: slots === 0 ? none : new Array<Json>(slots).fill(null),
    };
    try {
      return { ok: true, value: run(frame) };
    } catch (thrown) {
      if (thrown instanceof Stop) return { ok: false, failure: thrown.failure };
      throw thrown;
    }
  };
}

/** Never written to: an expression without variables has no slot. */
const none: Json[] = [];

/** Evaluates `ir` once. Whoever evaluates it again keeps what `compileExpr` gives. */
export function evaluate(ir: ExprIr, scope: Scope, limits: Limits = defaultLimits): Evaluation {
  return compileExpr(ir, limits)(scope);
}
