import { expect, it } from "vitest";
import { checkExpression, parseExpression } from "../../../compiler/expr/expression.ts";
import { inPlace } from "../../support/problems.ts";
import { sampleEnv } from "../../support/types.ts";

/** The codes of all errors; an expression with one never compiles. */
function check(text: string, ...codes: readonly string[]): void {
  const { diagnostics } = checkExpression(parseExpression(text), sampleEnv, inPlace);
  expect(diagnostics.filter((each) => each.severity === "error").map((each) => each.code), text.slice(0, 60)).toEqual(codes);
}

it("refuses every way to the constructor (H55 to H59)", () => {
  check("({}).constructor.constructor('return process')()", "JJ5008");
  check("({}).constructor", "JJ2003");
  check("range.constructor('return process')", "JJ5008");
  check("state['__proto__']['toString'].constructor('x')", "JJ2002");
  check("''.__class__.__mro__", "JJ3106", "JJ3106");
  check("state.constructor.prototype.x", "JJ2002");
  check("state.x.constructor('x')", "JJ3004");
  check("toString", "JJ3005");
  check("constructor()", "JJ3004");
  check("state.name | constructor", "JJ3102");
  check("state.name is constructor", "JJ3004");
  check("state.tags | map('constructor')", "JJ3102");
  check("{'__proto__': 1}.toString", "JJ2003");
});

it("refuses what only looks like an expression (H69)", () => {
  check("__import__('os')", "JJ3106");
  check("lambda: 1", "JJ3106");
  check("(y := 5)", "JJ3106");
  check("f'{state.name}'", "JJ3106");
  check("1; 2", "JJ3106");
});

it("bounds length, nesting and chains (H66)", () => {
  check(`${"(".repeat(10_000)}1${")".repeat(10_000)}`, "JJ3012");
  check(`${"(".repeat(65)}1${")".repeat(65)}`, "JJ3012");
  check(`${"(".repeat(64)}1${")".repeat(64)}`);
  check(`'${"a".repeat(1_000_000)}'`, "JJ3012");
  check(`state.x${".c".repeat(10_000)}`, "JJ3012");
  check(`state.x${".c".repeat(1_000)}`, "JJ3012");
  check(`${"not ".repeat(900)}True`, "JJ3012");
  check(`${"-".repeat(2000)}1`, "JJ3012");
  check(`1${" ** 1".repeat(700)}`, "JJ3012");
  check(`1${" if 1 else 1".repeat(300)}`, "JJ3012");
  check(`state.n == 1${" or state.n == 2".repeat(100)}`);
});
