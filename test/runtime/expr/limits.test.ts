import { expect, it } from "vitest";
import type { Json } from "../../../schemas/json.ts";
import { evaluate } from "../../../runtime/expr/evaluate.ts";
import type { Limits } from "../../../runtime/expr/scope.ts";
import { defaultLimits } from "../../../runtime/expr/scope.ts";
import { expressionIr, templateIr } from "../../support/expr.ts";

const big = "x".repeat(1 << 20);
const state: { readonly [key: string]: Json } = {
  big, zero: 0, thousand: Array.from({ length: 1000 }, (_, at) => at), million: Array.from({ length: 1_000_000 }, () => "ab"), texts: ["ab", "cd"], deep: nested(5_000), dict: { deep: nested(300) },
};

function nested(levels: number): Json {
  let value: Json = 0;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

function outcome(text: string, limits: Limits = defaultLimits): string {
  const ir = text.includes("{{") || text.includes("{%") ? templateIr(text) : expressionIr(text);
  const result = evaluate(ir, { roots: { state }, env: () => undefined }, limits);
  return result.ok ? "ok" : `${result.failure.code}: ${result.failure.message}`;
}

it.each([
  ["[x for x in range(20_000)]", "expression_error: evaluation took more than 10000 steps"],
  ["[1 for x in state.thousand for y in state.thousand]", "expression_error: evaluation took more than 10000 steps"],
  ["any(False for x in state.thousand for y in state.thousand for z in state.thousand)", "expression_error: evaluation took more than 10000 steps"],
  ["[state.big.upper() for x in state.thousand]", "expression_error: evaluation took more than 10000 steps"],
  ["[state.million == state.million + [] for x in state.thousand]", "output_limit: list would be longer than 100000 items"],
  ["[x in state.million for x in state.thousand]", "expression_error: evaluation took more than 10000 steps"],
  ["[sorted(state.thousand) for x in state.thousand]", "expression_error: evaluation took more than 10000 steps"],
  ["{% for x in state.thousand %}{% for y in state.thousand %}{% endfor %}{% endfor %}", "expression_error: evaluation took more than 10000 steps"],
])("H63: stops %s for its steps", (text, expected) => {
  expect(outcome(text)).toBe(expected);
});

it.each([
  "range(10 ** 9)", "[0] * 10 ** 9", "10 ** 9 * [0]", "state.texts * 10 ** 15", "zip(range(90_000), range(90_000), range(90_000))", "[0] * 60_000 + [0] * 60_000", "state.thousand | slice(10 ** 9)", "state.texts | batch(10 ** 9, 0)",
])("H63: refuses the list of %s", (text) => {
  expect(outcome(text)).toBe("output_limit: list would be longer than 100000 items");
});

it.each([
  "'x' * 10 ** 9", "'ab' * 10 ** 300", "state.big + 'x'", "state.big.replace('x', 'yy')", "state.big.replace('', state.big)", "state.big.join(['a', 'b', 'c'])", "state.million | join(',')", "state.big | escape | replace('x', '&') | escape",
  "state.big | indent(10 ** 9)", "('a\\n' * 1000) | indent(state.big)", "([state.big] * 1000) | tojson", "str([state.big, state.big])", "([[[0] * 1000] * 1000] * 100) | tojson(10)", "('é' * 500_000) | urlencode", "{{ state.big }}{{ state.big }}",
  "{% for x in state.thousand %}{{ state.big }}{% endfor %}", "{{ state.million }}!",
])("H63: refuses the text of %s", (text) => {
  expect(outcome(text)).toBe("output_limit: text would be longer than 1048576 characters");
});

it.each(["state.deep == [state.deep]", "{{ state.deep }}!", "state.dict | tojson", "[state.deep] | unique", "[state.deep] < [[state.deep]]"])("refuses the depth of %s", (text) => {
  expect(outcome(text)).toBe("output_limit: value is nested deeper than 200 levels");
});

it.each([
  "len(state.million)", "state.million[-1]", "sum(state.thousand)", "sorted(state.thousand, reverse=True)", "len([x for x in state.thousand if x in state.thousand])", "state.big | length", "'x' * 1048576", "range(100_000)", "state.texts | map('upper') | join",
])("lets %s pass", (text) => {
  expect(outcome(text)).toBe("ok");
});

it("stops at the same step everywhere, and one limit lower one step sooner", () => {
  const turns = (steps: number): string => outcome("[x for x in state.thousand]", { ...defaultLimits, steps });
  expect([turns(1000), turns(999)]).toEqual(["ok", "expression_error: evaluation took more than 999 steps"]);
});

it("refuses an expression that is nested too deeply instead of overflowing the stack", () => {
  let ir = expressionIr("1");
  for (let level = 0; level < 100_000; level++) ir = { op: "negate", of: ir };
  expect(evaluate(ir, { roots: {}, env: () => undefined })).toEqual({ ok: false, failure: { code: "expression_error", message: "expression is nested deeper than 1000 levels" } });
});
