import { expect, it } from "vitest";
import { checkTemplate, parseTemplate, readsOfTemplate } from "../../../compiler/template/template.ts";
import { describeType } from "../../../schemas/type.ts";
import { applyFix, inPlace, renderFindings } from "../../support/problems.ts";
import { sampleEnv } from "../../support/types.ts";

const diagnose = (text: string) => checkTemplate(parseTemplate(text), sampleEnv, inPlace);

/** All that is wrong with a template about the sample state. */
function check(text: string, ...expected: readonly string[]): void {
  expect(renderFindings(text, diagnose(text).diagnostics), text).toEqual(expected);
}

it("gives text, or the type of the only output", () => {
  expect(describeType(diagnose("{{ state.n + 1 }}").type)).toBe("int");
  expect(describeType(diagnose("n: {{ state.n + 1 }}").type)).toBe("str");
});

it("points into the code, wherever it stands", () => {
  check("a {{ state.nmae }} b", "JJ2002 a {{ state.«nmae» }} b: 'nmae' is not declared in 'state_schema'");
  check("a {% if state.n > 'x' %}b{% endif %}", "JJ5006 a {% if «state.n > 'x'» %}b{% endif %}: cannot compare int and str");
  check("{% for x in state.tags if x > 1 %}{% endfor %}", "JJ5006 {% for x in state.tags if «x > 1» %}{% endfor %}: cannot compare str and int");
  check("{% set a = state.n + 'b' %}", "JJ5006 {% set a = «state.n + 'b'» %}: cannot add int and str");
  check("é{{ state.x >= }}", "JJ3001 é{{ state.x «>=» }}: expected an operand after '>='");
  check("{{ }}", "JJ3001 {{« »}}: expected an expression");
  check("{{ {{ state.x }} }}", "JJ3010 {{ «{{ state.x }}» }}: '{{ }}' is not allowed inside an expression");
  check("{{ state.name | join(',') }}", "JJ3103 {{ state.name | «join»(',') }}: 'join' needs list, not str");
});

it("knows the types of variables", () => {
  check("{% for s in state.plan.steps %}{{ s.nam }}{% endfor %}", "JJ2003 {% for s in state.plan.steps %}{{ s.«nam» }}{% endfor %}: 's' has no 'nam'");
  check("{% set a = 1 %}{{ a.b }}", "JJ2003 {% set a = 1 %}{{ a.«b» }}: 'a' has no 'b'");
  check("{% for t in state.tags %}{{ loop.inde }}{% endfor %}", "JJ2003 {% for t in state.tags %}{{ loop.«inde» }}{% endfor %}: 'loop' has no 'inde'");
  check("{% if state.n %}{% set a = 1 %}{% else %}{% set a = 'b' %}{% endif %}{{ a + 1 }}");
  check("{% for t in state.tags %}{% endfor %}{{ t }}", "JJ3005 {% for t in state.tags %}{% endfor %}{{ «t» }}: 't' is not a variable");
  check("{{ loop.index }}", "JJ2004 {{ «loop».index }}: unknown variable 'loop'");
});

it("reports signs without a partner", () => {
  check("a {{ state.n }", "JJ3101 a «{{ state.n }»: expected '}}'");
  check("{{ state.n } and {{ state.name }}", "JJ3101 «{{ state.n }» and {{ state.name }}: expected '}}'");
  check("{{ state.n", "JJ3101 «{{» state.n: expected '}}'");
  check("{% if state.n", "JJ3101 «{%» if state.n: expected '%}'");
  check("state.n }}", "JJ3101 state.n «}}»: '}}' closes nothing");
  check("{# a", "JJ3104 «{#» a: '{#' is never closed");
  check("{% raw %} {{", "JJ3104 «{% raw %}» {{: '{% raw %}' is never closed");
  check("{% if state.n %}a", "JJ3104 «{% if state.n %}»a: '{% if state.n %}' is never closed");
  check("{% if state.n %}{% for t in state.tags %}{% endif %}", "JJ3104 {% if state.n %}«{% for t in state.tags %}»{% endif %}: '{% for t in state.tags %}' is never closed");
});

it("reports tags that mean nothing where they stand", () => {
  check("{% endif %}", "JJ3101 «{% endif %}»: '{% endif %}' closes nothing");
  check("{% else %}", "JJ3101 «{% else %}»: '{% else %}' belongs to no block");
  check("{% if state.n %}{% else b %}{% endif %}", "JJ3101 {% if state.n %}{% else «b» %}{% endif %}: 'else' takes nothing behind it");
  check("{% iff state.n %}a{% endif %}", "JJ3101 {% «iff» state.n %}a{% endif %}: unknown tag 'iff'");
  check("{% set x %}a{% endset %}", "JJ3101 «{% set x %}»a{% endset %}: '{% set %}' needs one name, '=' and a value");
  check("{% %}", "JJ3101 {% «%»}: a tag begins with a name");
  check("{% for a b in state.tags %}{% endfor %}", "JJ3001 {% for «a» b in state.tags %}{% endfor %}: expected 'in' after 'a'");
});

it("refuses Jinja2's statements by name, once for each block (H60)", () => {
  check("{% include '/etc/passwd' %}", "JJ3106 {% «include» '/etc/passwd' %}: '{% include %}' is not part of the language");
  check("{% import 'os' as os %}", "JJ3106 {% «import» 'os' as os %}: '{% import %}' is not part of the language");
  check("{% macro f() %}a{% endmacro %}", "JJ3106 {% «macro» f() %}a{% endmacro %}: '{% macro %}' is not part of the language");
  check("{% for i in range(1e9) %}{% endfor %}", "JJ5008 {% for i in «range(1e9)» %}{% endfor %}: 'range' would have 1000000000 items");
});

it("warns of what other tools would insert", () => {
  check("${API_KEY}", "JJ3109 warning «${API_KEY}»: '${API_KEY}' is plain text in a template");
  check("{state.name}", "JJ3109 warning «{state.name}»: '{state.name}' is plain text in a template");
  check("{name} $ {1}");
  expect(applyFix("${API_KEY}", diagnose("${API_KEY}").diagnostics)).toBe("{{ env.API_KEY }}");
  check("{% for state in state.tags %}{% endfor %}", "JJ3110 warning {% for «state» in state.tags %}{% endfor %}: the variable 'state' hides the root 'state'");
});

it("lists its reads with their guards", () => {
  const text = "{{ state.a }}{% if state.b %}{{ state.b.c }}{% else %}{{ state.d }}{% endif %}{% for state in state.xs %}{{ state.z }}{% endfor %}{{ env.KEY | default('') }}";
  const found = readsOfTemplate(parseTemplate(text)).map((read) => `${[read.root, ...read.path].join(".")}${read.guarded ? " ?" : ""} ${text.slice(read.start, read.end)}`);
  expect(found).toEqual(["state.a state.a", "state.b ? state.b", "state.b.c ? state.b.c", "state.d state.d", "state.xs state.xs", "env.KEY ? env.KEY"]);
});
