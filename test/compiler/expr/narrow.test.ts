import fc from "fast-check";
import { expect, it } from "vitest";
import { exprEnv, rootTypes } from "../../../compiler/expr/env.ts";
import { parseExpression } from "../../../compiler/expr/expression.ts";
import { noFacts, type Facts } from "../../../compiler/expr/facts.ts";
import { narrow } from "../../../compiler/expr/narrow.ts";
import { numbersAt } from "../../../compiler/expr/number-set.ts";
import { seedsIn } from "../../../compiler/expr/sides.ts";
import { anyDict, anyList, both, isNothing, listed, only, withLength, type Scalar, type ValueSet } from "../../../compiler/expr/value-set.ts";
import { evaluate } from "../../../runtime/expr/evaluate.ts";
import { isJsonObject, type Json, type JsonObject } from "../../../schemas/json.ts";
import { expressionIr } from "../../support/expr.ts";
import { anyRuns } from "../../support/random.ts";
import { anyGuard, anyGuardedState, guardedState } from "../../support/random-guards.ts";

const env = exprEnv(rootTypes(guardedState));
const seeds = seedsIn(env);

function truthOf(text: string, state: JsonObject): boolean | undefined {
  const truth = evaluate(expressionIr(`True if (${text}) else False`), { roots: { state }, env: () => undefined });
  return truth.ok ? truth.value === true : undefined;
}

function valueAt(state: JsonObject, path: string): Json | undefined {
  let value: Json = state;
  for (const key of path.split(".").slice(1)) {
    if (!isJsonObject(value)) return undefined;
    value = value[key] ?? null;
  }
  return value;
}

function admits(set: ValueSet, value: Json): boolean {
  const exact = Array.isArray(value) ? withLength(anyList, numbersAt(value.length)) : isJsonObject(value) ? withLength(anyDict, numbersAt(Object.keys(value).length)) : only(value as Scalar);
  return !isNothing(both(set, exact));
}

function expectAdmitted(facts: Facts | undefined, state: JsonObject, story: string): void {
  if (facts === undefined) throw new Error(`${story} comes to a side that is never taken`);
  for (const [path, set] of facts) {
    const value = valueAt(state, path);
    if (value === undefined || !admits(set, value)) throw new Error(`${story}: '${path}' is ${JSON.stringify(value)}, not one of ${JSON.stringify(set)}`);
  }
}

/** What a condition says of a path on one of its sides: its values, if they are few. */
function values(condition: string, truth: boolean, path: string): readonly Scalar[] | "never" | undefined {
  const sides = narrow(parseExpression(condition).ast, noFacts, seeds);
  const facts = truth ? sides.ifTrue : sides.ifFalse;
  if (facts === undefined) return "never";
  const set = facts.get(path);
  return set === undefined ? undefined : listed(set);
}

it("says nothing of a condition that the evaluator disproves", () => {
  fc.assert(
    fc.property(anyGuard, anyGuardedState, (condition, state) => {
      const truth = truthOf(condition, state);
      if (truth === undefined) return;
      const sides = narrow(parseExpression(condition).ast, noFacts, seeds);
      expectAdmitted(truth ? sides.ifTrue : sides.ifFalse, state, `${condition} is ${truth} of ${JSON.stringify(state)}`);
    }),
    anyRuns(6000),
  );
});

it("says nothing of a list of conditions, tried in order, that the evaluator disproves", () => {
  fc.assert(
    fc.property(fc.array(anyGuard, { maxLength: 5 }), anyGuardedState, (conditions, state) => {
      let facts: Facts | undefined = noFacts;
      for (const condition of conditions) {
        const truth = truthOf(condition, state);
        if (truth === undefined) return;
        const sides = narrow(parseExpression(condition).ast, facts, seeds);
        facts = truth ? sides.ifTrue : sides.ifFalse;
        expectAdmitted(facts, state, `${conditions.join("; ")}: ${condition} is ${truth} of ${JSON.stringify(state)}`);
      }
    }),
    anyRuns(2000),
  );
});

it("knows the literals that are left", () => {
  expect(values("state.mode == 'a'", true, "state.mode")).toEqual(["a"]);
  expect(values("state.mode == 'a'", false, "state.mode")).toEqual(["b", "c", null]);
  expect(values("state.mode in ['a', 'b']", true, "state.mode")).toEqual(["a", "b"]);
  expect(values("state.mode not in ['a', 'b'] and state.mode is not None", true, "state.mode")).toEqual(["c"]);
  expect(values("state.mode == 'a' or state.mode == 'c'", true, "state.mode")).toEqual(["a", "c"]);
  expect(values("not state.b", true, "state.b")).toEqual([false, null]);
  expect(values("state.step is defined", true, "state.step")).toEqual([1, 2.5]);
});

it("knows the numbers that are left, whole ones as such", () => {
  expect(values("2 < state.n < 5", true, "state.n")).toEqual(undefined);
  expect(values("2 < state.n <= 3", true, "state.n")).toEqual([3]);
  expect(values("2 < state.n < 3", true, "state.n")).toBe("never");
  expect(values("state.n >= 3 and state.n not in [4, 5] and state.n < 7 and state.n != 3", true, "state.n")).toEqual([6]);
  expect(values("state.f >= 0.9 or state.f < 0.9", false, "state.f")).toBe("never");
  expect(values("len(state.s) < 0", true, "state.s")).toBe("never");
  expect(values("len(state.s) == 1 and state.s in ['', 'a', 'ab']", true, "state.s")).toEqual(["a"]);
});

it("knows that what has parts is there, but not of what is only looked for", () => {
  expect(values("state.d.k == 1 and state.d is None", true, "state.d")).toBe("never");
  expect(values("state.d.k is defined and state.d is None", true, "state.d")).toBe("never");
  expect(values("state.d.k is not defined and state.d is None", true, "state.d")).toEqual([null]);
});

it("knows of a mapping that was asked for a key whether it has it", () => {
  expect(values("'k' in state.m and state.m.k is None", true, "state.m.k")).toBe("never");
  expect(values("'k' not in state.m", true, "state.m.k")).toEqual([null]);
  expect(values("'k' in state.m", false, "state.m.k")).toEqual([null]);
  expect(values("'o' in state.d and state.d.o in ['', 'a']", false, "state.d.o")).toBe(undefined);
  expect(values("'k' not in state.d", true, "state.d.k")).toBe("never");
  expect(values("'k' in state.x", false, "state.x.k")).toBe(undefined);
});
