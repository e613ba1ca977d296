import fc from "fast-check";
import { expect, it } from "vitest";
import type { ExprIr } from "../../../schemas/expr/ir.ts";
import type { Json } from "../../../schemas/json.ts";
import { compileExpr } from "../../../runtime/expr/evaluate.ts";
import type { Limits } from "../../../runtime/expr/scope.ts";
import { anyExpression, anyTemplate, anyValue } from "../../support/random-expr.ts";
import { anyRuns } from "../../support/random.ts";

const tight: Limits = { steps: 200, text: 2_000, items: 200, depth: 20 };

function run(ir: ExprIr, [state, output]: readonly [Json, Json]) {
  return compileExpr(ir, tight)({ roots: { state, output }, env: () => "secret" });
}

/** Whether `value` is plain data that JSON can write down: no `undefined`, no function, no number that is none. */
function isPlain(value: unknown): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  const prototype: unknown = Object.getPrototypeOf(value);
  return typeof value === "object" && (prototype === null || prototype === Object.prototype) && Object.values(value).every(isPlain);
}

const scopes = fc.tuple(anyValue, anyValue);

it("gives plain data or a failure for any expression", () => {
  fc.assert(fc.property(anyExpression(3), scopes, (ir, values) => {
    const result = run(ir, values);
    if (result.ok) expect(isPlain(result.value)).toBe(true);
    else expect(result.failure.message).not.toBe("");
  }), anyRuns(3_000));
});

it("gives bounded text or a failure for any template", () => {
  fc.assert(fc.property(anyTemplate(3), scopes, (ir, values) => {
    const result = run(ir, values);
    if (!result.ok) return;
    expect(typeof result.value).toBe("string");
    expect((result.value as string).length).toBeLessThanOrEqual(tight.text);
  }), anyRuns(3_000));
});

it("gives the same for the same, and changes nothing it was given", () => {
  fc.assert(fc.property(anyExpression(3), scopes, (ir, values) => {
    const before = JSON.stringify([ir, values]);
    const first = run(ir, values);
    expect(run(ir, values)).toEqual(first);
    expect(JSON.stringify([ir, values])).toBe(before);
  }), anyRuns(1_000));
});

it("never tells the content of a value in a message", () => {
  const secret = "hunter2-hunter2";
  fc.assert(fc.property(anyExpression(2, []), (ir) => {
    const result = compileExpr(ir, tight)({ roots: { state: { a: secret, b: [secret], items: { a: secret } }, output: secret }, env: () => secret });
    if (!result.ok) expect(result.failure.message).not.toContain(secret);
  }), anyRuns(3_000));
});
