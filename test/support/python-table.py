#!/usr/bin/env python3
"""What CPython makes of expressions: writes test/runtime/expr/python.json.

    python3 test/support/python-table.py > test/runtime/expr/python.json

Each entry is an expression over `state.a`, `state.b`, ... and cases [input, ..., outcome]; an outcome is [value], or []
where CPython raises or gives what is no JSON value.
"""
import itertools
import json
import math
from types import SimpleNamespace

VALUES = [0, 1, -1, 2, 7, -7, 3.5, -2.5, 0.1, "", "a", "ab", "aba", "é😀", "1", [], [1], [1, 2], ["a"], [[1], 2], {}, {"a": 1}, True, False, None]
SMALL = [0, 1, -2, 7, -2.5, 0.1, "", "a", "ab", [], [1, 2], ["a"], {"a": 1}, True, None]
TEXTS = ["", "a", "ab c", "  a  b\tc \n", "Hello, World", "they're BILL's", "naïve é😀x", "a,b,,c", "x\ny\r\nz\n", "ﬁn straße", "aaa", "\u2003t\x1f\ufeff", "ǅ ΑΣ"]
NUMBERS = [0, 0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 0.125, 0.375, -0.125, 1234.5678, 1e15 + 0.3, 5e-324, 15, 25, 1e22, -7, 3.14159]


def plain(value):
    """The value as JSON data, or ValueError: lazy sequences are lists, tuples are lists."""
    if isinstance(value, (bool, str)) or value is None:
        return value
    if isinstance(value, int):
        if abs(value) > 2**53:
            raise ValueError("not exact")
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError("not finite")
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, range, enumerate, zip)) or hasattr(value, "__iter__"):
        return [plain(item) for item in value]
    raise ValueError(type(value))


def outcome(code, inputs):
    state = SimpleNamespace(**dict(zip("abcd", inputs)))
    try:
        return [plain(eval(code, {"state": state}))]
    except Exception:
        return []


def entry(text, *pools):
    code = compile(text, text, "eval")
    return [text, [[*inputs, outcome(code, inputs)] for inputs in itertools.product(*pools)]]


def entries():
    for operator in ["+", "-", "*", "/", "//", "%", "**", "==", "!=", "<", "<=", ">", ">=", "in", "not in", "and", "or"]:
        yield entry(f"state.a {operator} state.b", SMALL, SMALL)
    for text in ["not state.a", "-state.a", "bool(state.a)", "len(state.a)", "int(state.a)", "float(state.a)", "abs(state.a)", "round(state.a)", "sum(state.a)",
                 "min(state.a)", "max(state.a)", "any(state.a)", "all(state.a)", "sorted(state.a)", "list(state.a)", "enumerate(state.a)", "range(state.a)",
                 "[x for x in state.a]", "1 if state.a else 2", "state.a is None", "state.a < 2 < 3", "state.a[0]", "state.a[-1]", "state.a['a']", "state.a * 2 == state.a + state.a"]:
        yield entry(text, VALUES)
    for step in ["", ":1", ":2", ":-1", ":-2", ":3"]:
        yield entry(f"state.a[state.b:state.c{step}]", ["abcdé😀", [0, 1, 2, 3, 4]], [None, -7, -3, 0, 2, 9], [None, -7, -2, 0, 3, 9])
    for method in ["upper()", "lower()", "title()", "capitalize()", "strip()", "lstrip()", "rstrip()", "split()", "rsplit()", "splitlines()", "strip('a x')", "split(',')", "split(None, 1)",
                   "rsplit(None, 1)", "split(' ', 1)", "rsplit(' ', 1)", "rsplit('aa')", "split('aa')", "replace('they', '')", "split('Hello, Wor')", "split(None, 0)", "find('a')", "find('')", "find('a', 1)", "find('', 3)", "find('a', -2)", "find('x', 0, -1)", "count('a')", "count('')",
                   "count('aa')", "replace('a', 'é')", "replace('', '-')", "replace('', '-', 2)", "replace('a', '', 1)", "replace('a', 'b', -1)", "startswith('a')", "endswith('c')", "join(['1', '2'])", "index('a')"]:
        yield entry(f"state.a.{method}", TEXTS)
    yield entry("int(state.a)", ["42", " 7 ", "-3", "+5", "1_000", "_1", "1__0", "1.5", "", "x", "0x1A", "٣", "1e3", "- 3", "007"])
    yield entry("float(state.a)", ["42", " 7.5 ", "-3", "+.5", "1.", "1_0.5", "1e3", "1E-2", ".", "e3", "nan", "inf", "1e999", "", "1 2"])
    yield entry("round(state.a, state.b)", NUMBERS, [0, 1, 2, 3, 16, -1, -2])
    yield entry("round(state.a)", NUMBERS)
    yield entry("state.a // state.b", NUMBERS, [1, -1, 0.1, 3, -2.5])
    yield entry("state.a % state.b", NUMBERS, [1, -1, 0.1, 3, -2.5])
    yield entry("state.a < state.b", ["a", "Z", "é", "\uff5e", "😀", "ab"], ["a", "Z", "é", "\uff5e", "😀", "ab"])
    yield entry("[sorted(state.a), sorted(state.a, reverse=True), min(state.a), max(state.a)]", [[3, 1, 2], ["b", "a", "Z"], [[2], [1, 5], [1]], [1, 1.0, 0.5], [1, "a"]])
    yield entry("[[x, y] for x in state.a if x > 1 for y in range(x) if y]", [[1, 2, 3], []])
    for quantifier in ["any(x > 3 for x in state.a)", "all(x > 3 for x in state.a)", "any([x > 3 for x in state.a])", "all([x > 3 for x in state.a])", "any((x > 3 for x in state.a if x))",
                       "any(x > y for x in state.a for y in state.a)", "all(x < y + 1 for x in state.a for y in state.a)", "not any(x > 3 for x in state.a)"]:
        yield entry(quantifier, [[], [5, None], [None, 5], [1, None], [1, 5], [5, 6], [0, None, 5], [4, 4]])
    yield entry("[a * b for a, b in zip(state.a, state.b)]", [[1, 2, 3], []], [[4, 5], [6, 7, 8]])
    yield entry("dict(zip(state.a, state.b)).get('x', 'none')", [["x", "y"], []], [[4, 5], [6]])
    yield entry("state.a.index(state.b)", [[1, "a", None, [1]]], [1, "a", None, [1], 2])
    yield entry("state.a.count(state.b)", [[1, "a", None, [1], 1.0]], [1, "a", None, [1], 2])
    yield entry("range(state.a, state.b, state.c)", [0, 3, -2], [0, 5, -4], [1, 2, -1, -3, 0])


print("[\n" + ",\n".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in entries()) + "\n]")
