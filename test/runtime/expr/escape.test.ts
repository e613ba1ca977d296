import { expect, it } from "vitest";
import { checkExpression, parseExpression } from "../../../compiler/expr/expression.ts";
import { lowerAst } from "../../../compiler/expr/lower.ts";
import { lowerTemplate } from "../../../compiler/template/lower.ts";
import { checkTemplate, parseTemplate } from "../../../compiler/template/template.ts";
import type { Evaluation } from "../../../runtime/expr/evaluate.ts";
import { compileExpr } from "../../../runtime/expr/evaluate.ts";
import type { Json } from "../../../schemas/json.ts";
import { inPlace } from "../../support/problems.ts";
import { sprung } from "../../support/tripwires.ts";
import { sampleEnv } from "../../support/types.ts";

const subjects = ["({})", "{'a': 1}", "[]", "[1, 'x']", "''", "'abc'", "0", "1.5", "True", "None", "state", "state.x", "state.tags", "state.meta", "env", "execution", "range", "len", "str", "dict", "loop"];

/** Ways from a value to the code behind it that have worked in some template language or other. */
const ways = [
  ".constructor", "['constructor']", "['con' + 'structor']", ".constructor.constructor('return process')()", "['constructor']['constructor']('return process')()", ".constructor.prototype.x", ".__proto__", "['__proto__']['toString'].constructor('x')()",
  ".toString()", ".valueOf.call(0)", ".__defineGetter__('x', len)", ".__lookupGetter__('x')", ".__class__.__mro__[1].__subclasses__()", ".__init__.__globals__", ".get('constructor')", ".get('__proto__').get('toString')", ".keys.constructor", ".join.call([])",
  " | attr('constructor')", " | map(attribute='constructor') | list", " | map(attribute='__proto__.toString') | list", " | map('constructor') | list", " | selectattr('constructor') | list", " | groupby('constructor')", " | sort(attribute='__proto__')", " | sum(attribute='constructor')", " is constructor", ".format(1)", ".sub.constructor('return process')()",
];

/** Every place where an expression may stand, as templates (`true`) and as conditions. */
const sinks: readonly ((payload: string) => string)[] = [
  (payload) => payload, (payload) => `[${payload}]`, (payload) => `{'k': ${payload}}`, (payload) => `{'k': 1}[${payload}]`, (payload) => `str(${payload})`, (payload) => `state.tags | join(${payload})`, (payload) => `(${payload}) == 1`, (payload) => `1 if ${payload} else 2`, (payload) => `[y for y in ${payload}]`,
  (payload) => `a {{ ${payload} }} b`, (payload) => `{% if ${payload} %}x{% endif %}`, (payload) => `{% for y in ${payload} %}{{ y }}{{ y.constructor }}{% endfor %}`, (payload) => `{% set y = ${payload} %}{{ y }}{{ y['constructor'] }}`,
];

const state: Json = { x: { a: 1 }, tags: ["a", "b"], meta: JSON.parse('{"__proto__": {"x": 1}, "constructor": "mine"}') as Json, n: 1, name: "n" };

/** A text as it would run, whatever types say of it: what they would refuse is for the evaluator to refuse here. */
function runnable(text: string): ReturnType<typeof compileExpr> | undefined {
  try {
    const template = isTemplate(text) ? parseTemplate(text) : undefined;
    if (template !== undefined) return template.isWhole ? compileExpr(lowerTemplate(template)) : undefined;
    const { ast, isWhole } = parseExpression(text);
    return isWhole ? compileExpr(lowerAst(ast, new Set())) : undefined;
  } catch {
    // It calls what nobody knows, and is no program: the compiler lets none of that pass.
    expect(errorsIn(text), text).toBeGreaterThan(0);
    return undefined;
  }
}

function errorsIn(text: string): number {
  const { diagnostics } = isTemplate(text) ? checkTemplate(parseTemplate(text), sampleEnv, inPlace) : checkExpression(parseExpression(text), sampleEnv, inPlace);
  return diagnostics.filter(({ severity }) => severity === "error").length;
}

function isTemplate(text: string): boolean {
  return /\{[{%]/.test(text);
}

it("P24: no expression comes to JavaScript, from any value, by any way, in any place", () => {
  const texts = subjects.flatMap((subject) => ways.flatMap((way) => sinks.map((sink) => sink(subject + way))));
  expect(texts.length).toBeGreaterThan(300 * 12);
  const outcomes: { readonly text: string; readonly result: Evaluation }[] = [];
  let refused = 0;
  for (const text of texts) {
    const run = runnable(text);
    if (run === undefined) {
      refused += 1;
      continue;
    }
    const trips = sprung(() => outcomes.push({ text, result: run({ roots: { state, execution: { id: "e" } }, env: () => "secret" }) }));
    // The engine asks every object that it writes as JSON for `toJSON`; data never answers with a function.
    expect(trips.filter((name) => name !== "toJSON"), text).toEqual([]);
  }
  expect([refused > 1_000, outcomes.length > 1_000]).toEqual([true, true]);
  for (const { text, result } of outcomes) {
    if (!result.ok) continue;
    expect(JSON.parse(JSON.stringify(result.value)), text).toEqual(result.value);
    expect(JSON.stringify(result.value), text).not.toMatch(/native code|function|\[object/);
  }
});
