import { expect, it } from "vitest";
import type { Json } from "../../../schemas/json.ts";
import { evaluate } from "../../../runtime/expr/evaluate.ts";
import { expressionIr, templateIr } from "../../support/expr.ts";

const state: { readonly [key: string]: Json } = {
  user: "{{ env.API_KEY }}", tool: "{% for x in state.tags %}{{ x }}{% endfor %}", tags: ["a", "b"], one: "1", n: 1, yes: true, nothing: null,
  keys: JSON.parse('{"a.b": "dotted", "caf\u00e9": "one code point", "toString": "own", "__proto__": "own too"}') as Json,
};

/** What a text comes to, or how it fails. */
function check(text: string, expected: Json | { readonly fails: string }): void {
  const result = evaluate(/\{[{%]/.test(text) ? templateIr(text) : expressionIr(text), { roots: { state }, env: () => "secret" });
  expect(result.ok ? result.value : { fails: `${result.failure.code}: ${result.failure.message}` }, text).toEqual(expected);
}

it("H62: inserts what looks like a template as it stands", () => {
  check("Hi {{ state.user }}", "Hi {{ env.API_KEY }}");
  check("{{ state.tool }}{{ state.user | upper }}", `${String(state["tool"])}{{ ENV.API_KEY }}`);
  check("{% set x = state.user %}{{ [x] | join }}", "{{ env.API_KEY }}");
});

it("H67: fails where Python fails, and is never silently false", () => {
  check("1 / 0", { fails: "expression_error: cannot divide by zero" });
  check("0 % 0", { fails: "expression_error: cannot take the remainder of a division by zero" });
  check("'a' < 1", { fails: "expression_error: cannot compare 'a' < 1" });
  check("state.nothing.x", { fails: "expression_error: cannot read '.x' of None (state.nothing)" });
  check("len(5)", { fails: "expression_error: 'len' needs a list, a dict or a str, not int" });
  check("not (state.nothing > 1)", { fails: "expression_error: cannot compare None (state.nothing) > 1" });
});

it("H68: takes values of different kinds for different", () => {
  for (const text of ["state.one == 1", "state.yes == 1", "state.n == True", "[1] == ['1']", "{'a': 1} == {'a': True}", "state.nothing == 0", "'' == None"]) check(text, false);
  for (const text of ["1 == 1.0", "[1, [2.0]] == [1.0, [2]]", "{'a': 1, 'b': 2} == {'b': 2, 'a': 1}", "state.nothing == None", "state.one != 1"]) check(text, true);
});

it("H70: reads keys by their exact code points, and nothing inherited", () => {
  check("state.keys['a.b']", "dotted");
  check("state.keys['caf\u00e9']", "one code point");
  check("state.keys.get('cafe\u0301')", null);
  check("state.keys['toString']", "own");
  check("state.keys['__proto__']", "own too");
  check("state.keys.get('constructor', 'none')", "none");
  check("state.tags[-1]", "b");
  check("state.tags[1000000000]", { fails: "expression_error: no item 1000000000 in list (state.tags) of length 2" });
  check("state.tags[-3]", { fails: "expression_error: no item -3 in list (state.tags) of length 2" });
  check("state['caf\u00e9']", null);
});
