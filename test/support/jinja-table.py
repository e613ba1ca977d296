#!/usr/bin/env python3
"""What Jinja2 makes of templates: writes test/runtime/expr/jinja.json.

    python3 test/support/jinja-table.py > test/runtime/expr/jinja.json

Values become text by our rule (`finalize`), because Python's `None`, `True`, `2.0` and `['a']` are the one difference
that was meant. Everything else is Jinja2's own.
"""
import json
from types import SimpleNamespace

from jinja2 import Environment, Undefined

STATE = {
    "n": 3, "x": 1.5, "none": None, "yes": True, "no": False, "empty": "", "text": "Hello, World", "names": ["bob", "Ann", "cy"], "items": [3, 1, 2], "nothing": [],
    "people": [{"name": "bob", "age": 30, "admin": True}, {"name": "Ann", "age": 25, "admin": False}, {"name": "cy", "age": 30, "admin": False}],
    "d": {"a": 1, "b": [1, 2]}, "rows": [[1, 2], [3, 4]], "html": "<p class=\"x\">Hi   <b>you</b></p><!-- a > b --> & me", "lines": "one\ntwo\n\nthree", "long": "The quick brown fox jumps over the lazy dog",
}

CONTROL = [
    "", "plain", "{{ state.n }}", "a{{ state.n }}b", "{{ state.none }}|{{ state.yes }}|{{ state.d }}|{{ 4 / 2 }}", "{{ '{{' }} x {{ '}}' }}", "$ {{ state.n }} ${{ state.n }}",
    "{% if state.yes %}a{% endif %}", "{% if state.no %}a{% else %}b{% endif %}", "{% if state.no %}a{% elif state.n > 2 %}b{% elif state.yes %}c{% else %}d{% endif %}", "{% if state.nothing %}a{% endif %}.",
    "{% for x in state.items %}{{ x }},{% endfor %}", "{% for x in state.nothing %}a{% else %}none{% endfor %}", "{% for x in state.items %}{% else %}none{% endfor %}.", "{% for c in 'a😀' %}[{{ c }}]{% endfor %}",
    "{% for x in state.items %}{{ loop.index }}/{{ loop.length }} {{ loop.index0 }}{% if loop.first %}F{% endif %}{% if loop.last %}L{% endif %};{% endfor %}",
    "{% for x in state.items if x > 1 %}{{ loop.index }}:{{ x }}/{{ loop.length }} {% endfor %}", "{% for x in state.items if x > 9 %}a{% else %}none{% endfor %}", "{% for a, b in state.rows %}{{ a }}-{{ b }};{% endfor %}",
    "{% for k, v in state.d.items() %}{{ k }}={{ v }};{% endfor %}", "{% for k in state.d %}{{ k }}{% endfor %}", "{% for r in state.rows %}{% for x in r %}{{ loop.index }}{{ x }}{% endfor %}{{ loop.index }};{% endfor %}",
    "{% for r in state.rows %}{% set outer = loop.index %}{% for x in r %}{{ outer }}.{{ loop.index }} {% endfor %}{% endfor %}",
    "{% set x = 1 %}{{ x }}{% set x = x + 1 %}{{ x }}", "{% set x = 0 %}{% for i in state.items %}{{ x }}{% set x = i %}{{ x }}{% endfor %}{{ x }}", "{% if state.yes %}{% set y = 2 %}{% endif %}{{ y }}",
    "{% set y = 1 %}{% if state.yes %}{% set y = 2 %}{% endif %}{{ y }}", "{% set y = 1 %}{% for i in state.nothing %}{% else %}{% set y = 2 %}{{ y }}{% endfor %}{{ y }}", "{% set x = 9 %}{% for x in state.items %}{{ x }}{% endfor %}{{ x }}",
    "{% for i in state.items %}{% if i == 1 %}{% set hit = i %}{% endif %}{{ hit }}.{% endfor %}", "{% set xs = state.items %}{% for x in xs %}{{ x }}{% endfor %}", "{% for x in state.items %}{% for x in 'ab' %}{{ x }}{% endfor %}{{ x }};{% endfor %}",
    "a{# comment {{ state.n }} #}b", "{% raw %}{{ state.n }}{% if %}{% endraw %}", "a  {{- state.n }}  b", "a  {{ state.n -}}  b", "a\n  {%- if state.yes -%}\n  b\n  {%- endif -%}\n  c", "{% for x in state.items -%}\n  {{ x }}\n{%- endfor %}", "a {#- c -#} b",
    "x\n{% if state.yes %}\ny\n{% endif %}\nz", "{{ state.text if state.yes else 'no' }}", "{{ state.none or 'default' }}", "{% for x in range(3) %}{{ x }}{% endfor %}", "{{ \"it's\" }} {{ 'say \"hi\"' }}",
]
FILTERS = [
    "state.items|join(', ')", "state.people|join('; ', attribute='name')", "state.text|upper", "state.text|lower", "\"they're a-b (c) [d] x<y\"|title", "'hELLO wORLD'|capitalize", "'  a '|trim", "'xxaxx'|trim('x')",
    "state.text|replace('l', 'L')", "state.text|replace('l', 'L', 1)", "state.long|truncate(20)", "state.long|truncate(20, true)", "state.long|truncate(20, false, '…')", "state.long|truncate(40)", "state.long|truncate(40, leeway=0)", "state.long|truncate",
    "state.long|truncate(3)", "'abcdefghijkl'|truncate(5, leeway=0)", "state.missing|default('x')", "state.missing|default", "state.empty|default('x')", "state.empty|default('x', true)", "state.n|default(0)", "state.items|length", "'a😀'|length", "state.d|length",
    "state.items|first", "state.items|last", "state.nothing|first", "'abc'|last", "state.items|reverse|list", "'abc'|reverse", "state.items|sort", "state.items|sort(reverse=true)", "state.names|sort", "state.names|sort(case_sensitive=true)", "state.people|sort(attribute='age')|map(attribute='name')|list",
    "state.people|sort(true, attribute='name')|map(attribute='name')|list", "['b', 'A', 'a', 'B']|unique|list", "['b', 'A', 'a', 'B']|unique(true)|list", "state.people|unique(attribute='age')|map(attribute='name')|list", "2.567|round(2)", "2.5|round", "3.5|round", "2.1|round(method='ceil')", "2.19|round(1, 'floor')", "1234.5|round(-2)",
    "-3|abs", "'42'|int", "'3.7'|int", "'x'|int", "'x'|int(7)", "3.9|int", "'1.5'|float", "'x'|float(0.5)", "state.n|string|length", "'abc'|list", "state.d|list", "[1, {'a': None}]|tojson", "{'b': [true, 1.5]}|tojson", "state.lines|indent", "state.lines|indent(2, true)", "state.lines|indent(2, false, true)", "state.lines|indent('> ')",
    "'a b  c.d_e é'|wordcount", "state.html|striptags", "'a < b'|striptags", "'<<a>>b'|striptags", "'a b/ü?&=~!*()'|urlencode", "{'a b': 1, 'c': 'x/&'}|urlencode", "state.html|escape", "state.people|map(attribute='name')|list", "state.names|map('upper')|list", "state.names|map('replace', 'b', 'B')|list", "state.people|map(attribute='nick', default='-')|list",
    "[0, 1, '', 'a', None]|select|list", "[0, 1, '', 'a', None]|reject|list", "state.items|select('odd')|list", "state.items|reject('gt', 1)|list", "state.items|select('in', [1, 2])|list", "state.people|selectattr('admin')|map(attribute='name')|list", "state.people|selectattr('age', 'eq', 30)|map(attribute='name')|list", "state.people|rejectattr('age', 'eq', 30)|map(attribute='name')|list",
    "state.people|groupby('age')|list", "state.people|groupby('name')|map('first')|list", "[{'k': 'b'}, {'k': 'B'}, {'k': 'a'}]|groupby('k')|list", "[1, 2, 3, 4, 5]|batch(2)|list", "[1, 2, 3, 4, 5]|batch(2, 'z')|list", "[1, 2, 3, 4, 5]|slice(2)|list", "[1, 2, 3, 4, 5, 6, 7]|slice(3)|list", "[1, 2, 3, 4, 5, 6, 7]|slice(3, 'z')|list", "[1, 2]|slice(3)|list",
    "state.items|sum", "state.people|sum('age')", "state.people|sum(attribute='age', start=5)", "state.items|min", "state.names|max", "(state.people|min(attribute='age')).name", "state.names|min(case_sensitive=true)", "state.nothing|max", "state.d|items|list",
    "state.n is defined", "state.missing is defined", "state.missing is undefined", "state.none is none", "state.n is odd", "state.n is divisibleby 3", "state.text is string", "state.d is mapping", "'abc' is lower", "'ABC1' is upper", "'1' is lower", "3 is in [1, 2, 3]", "state.n is not none", "state.n is eq 3", "state.n is gt 2", "[1] is sequence", "state.n is iterable",
    "1 + 2 * 3", "7 // 2", "-7 % 3", "2 ** 3", "'a' in state.text", "1 < 2 < 3", "not state.nothing", "state.n == 3 and state.x < 2", "state.items[0]", "state.items[-1]", "state.text[1:4]", "state.text[::-1]", "state.d['a']", "state.d.get('z', 0)", "state.text.split(', ')", "state.text.upper()",
]


def text(value):
    if value is None or isinstance(value, Undefined):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))
    return value


def plain(value):
    if isinstance(value, Undefined):
        return None
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


environment = Environment(finalize=text, keep_trailing_newline=True)
environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
templates = CONTROL + [f" {{{{ {each} }}}}" for each in FILTERS]
cases = [[source, environment.from_string(source).render(state=SimpleNamespace(**STATE))] for source in templates]
rows = ",\n".join("    " + json.dumps(case, ensure_ascii=False) for case in cases)
print(f'{{\n  "state": {json.dumps(STATE, ensure_ascii=False)},\n  "cases": [\n{rows}\n  ]\n}}')
