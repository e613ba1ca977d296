import { expect, it } from "vitest";
import type { ExprIr, TextPart } from "../../../schemas/expr/ir.ts";
import { lowerTemplate } from "../../../compiler/template/lower.ts";
import { parseTemplate } from "../../../compiler/template/template.ts";

/** The lowered template in short: texts quoted, code as its operation and names. */
function outline(text: string): string {
  const { isWhole } = parseTemplate(text);
  expect(isWhole, text).toBe(true);
  const ir = lowerTemplate(parseTemplate(text));
  return ir.op === "text" ? ir.parts.map(part).join(" ") : `value ${code(ir)}`;
}

function code(ir: ExprIr): string {
  switch (ir.op) {
    case "lit": return JSON.stringify(ir.value);
    case "root": case "local": return `${ir.op} ${ir.name}`;
    case "get": return `${code(ir.of)}.${ir.key}`;
    case "filter": return `${code(ir.of)} | ${ir.name}`;
    case "and": return `${code(ir.left)} and ${code(ir.right)}`;
    default: return ir.op;
  }
}

function part(of: TextPart): string {
  const body = (parts: readonly TextPart[]): string => `{${parts.map(part).join(" ")}}`;
  switch (of.part) {
    case "text": return JSON.stringify(of.text);
    case "out": return `<${code(of.of)}>`;
    case "set": return `set ${of.name} = ${code(of.to)}`;
    case "if": return `if ${of.arms.map((arm) => `${code(arm.when)} ${body(arm.body)}`).join(" elif ")} else ${body(of.else)}`;
    default: return `for ${of.names.join(", ")} in ${code(of.in)}${of.if === undefined ? "" : ` if ${code(of.if)}`} ${body(of.body)} else ${body(of.else)}`;
  }
}

function check(text: string, expected: string): void {
  expect(outline(text), text).toBe(expected);
}

it("keeps the type of a text that is one output, and no other", () => {
  check("{{ state.n }}", "value root state.n");
  check("{{- state.n -}}", "value root state.n");
  check(" {{ state.n }}", '" " <root state.n>');
  check("{{ state.n }}\n", '<root state.n> "\\n"');
  check("{{ state.n }}{{ state.n }}", "<root state.n> <root state.n>");
});

it("lowers a text without code to itself", () => {
  check("", 'value ""');
  check("plain $ { } % text", 'value "plain $ { } % text"');
  check('{"a": {"b": 1}}', 'value "{\\"a\\": {\\"b\\": 1}}"');
  check("a{# no #}b", 'value "ab"');
  check("{% raw %}{{ a }} {% if %}{% endraw %}", 'value "{{ a }} {% if %}"');
});

it("finds the end of code behind braces and quotes", () => {
  check("{{ '}}' }}", 'value "}}"');
  check("{{ '{{' }}", 'value "{{"');
  check("{{ {'a': {'b': 1}} }}", "value dict");
  check("{% if state.a == '%}' %}x{% endif %}", 'if compare {"x"} else {}');
  check("{{ 'it\\'s }}' }}!", '<"it\'s }}"> "!"');
  check("${{ state.n }}", '"$" <root state.n>');
});

it("nests blocks", () => {
  check(
    "{% if state.a %}A{% elif state.b %}B{% else %}C{% endif %}",
    'if root state.a {"A"} elif root state.b {"B"} else {"C"}',
  );
  check(
    "{% for a, b in state.xs if a if b %}{{ loop.index }}{{ a }}{% else %}none{% endfor %}",
    'for a, b in root state.xs if local a and local b {<local loop.index> <local a>} else {"none"}',
  );
  check(
    "{% for x in state.xs %}{% if x %}{{ x }}{% endif %}{% endfor %}",
    "for x in root state.xs {if local x {<local x>} else {}} else {}",
  );
});

it("knows a variable from where it is set", () => {
  check("{{ state.a }}{% set state = 1 %}{{ state.a }}", "<root state.a> set state = 1 <local state.a>");
  check("{% if state.a %}{% set x = 1 %}{% endif %}{{ x }}", "if root state.a {set x = 1} else {} <local x>");
});

it("trims white space where a sign asks for it, and nowhere else", () => {
  check("a {{- state.n -}} b", '"a" <root state.n> "b"');
  check("a \n{%- if state.a -%}\n b \n{%- endif -%}\n c", '"a" if root state.a {"b"} else {} "c"');
  check("a {#- no -#} b", 'value "ab"');
  check("{% if state.a %}\nb\n{% endif %}\n", 'if root state.a {"\\nb\\n"} else {} "\\n"');
  check("a {%- raw -%} b {%- endraw -%} c", 'value "abc"');
});
