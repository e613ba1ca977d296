import { expect, it } from "vitest";
import type { ExprAst } from "../../../compiler/expr/ast.ts";
import { childrenOf } from "../../../compiler/expr/ast.ts";
import { parseExpression } from "../../../compiler/expr/expression.ts";
import { printExpression } from "../../../compiler/expr/print.ts";

/** The expression with all its parentheses. */
function check(text: string, expected: string): void {
  const { ast, problems } = parseExpression(text);
  expect(problems, text).toEqual([]);
  expect(printExpression(ast), text).toBe(expected);
}

/** Every node with the text that it covers, one level of indentation for each level of the tree. */
function outline(text: string): string {
  const lines = (ast: ExprAst, depth: number): readonly string[] => [
    `${"  ".repeat(depth)}${ast.kind} ${text.slice(ast.start, ast.end)}`,
    ...childrenOf(ast).flatMap((child) => lines(child, depth + 1)),
  ];
  return lines(parseExpression(text).ast, 0).join("\n");
}

it("reads literals as Python does", () => {
  check("'a'", "'a'");
  check('"it\'s"', "'it\\'s'");
  check("1_000", "1000");
  check("1.5e3", "1500");
  check(".5", "0.5");
  check("[True, true, False, false, None, null]", "[True, True, False, False, None, None]");
  check("{'a': 1, 'b': [2,],}", "{'a': 1, 'b': [2]}");
});

it("decodes Python's string escapes and leaves unknown ones alone", () => {
  const texts = [String.raw`'\n\t\\\'\"'`, String.raw`'\x41\u00e9\U0001F600\101'`, String.raw`'\d\q'`, "'a\\\nb'"];
  const values = texts.map((text) => {
    const { ast } = parseExpression(text);
    return ast.kind === "literal" ? ast.value : ast.kind;
  });
  expect(values).toEqual(["\n\t\\'\"", "Aé😀A", "\\d\\q", "ab"]);
});

it("binds operators in Python's order", () => {
  check("a or b and not c == d", "(a or (b and (not (c == d))))");
  check("a + b * c ** d", "(a + (b * (c ** d)))");
  check("-a ** -b", "(-(a ** (-b)))");
  check("2 ** 3 ** 4", "(2 ** (3 ** 4))");
  check("a - b - c", "((a - b) - c)");
  check("a < b <= c != d", "(a < b <= c != d)");
  check("a not in b and c in d", "((a not in b) and (c in d))");
  check("a if b else c if d else e", "(a if b else (c if d else e))");
  check("(a if b else c) + 1", "((a if b else c) + 1)");
  check("not a in b", "(not (a in b))");
  check("- - a", "(-(-a))");
});

it("binds filters tighter than operators, as Jinja2 does", () => {
  check("a + b | round", "(a + (b | round))");
  check("-a | abs", "((-a) | abs)");
  check("a ** b | f", "(a ** (b | f))");
  check("xs | join(', ') | upper == 'A'", "(((xs | join(', ')) | upper) == 'A')");
  check("s | truncate(9, end='…')", "(s | truncate(9, end='…'))");
});

it("reads tests with and without parentheses", () => {
  check("a is None", "(a is None)");
  check("a is not defined and b", "((a is not defined) and b)");
  check("a + b is divisibleby 3", "((a + b) is divisibleby(3))");
  check("a is eq(b) or c", "((a is eq(b)) or c)");
  check("a is in ['x']", "(a is in(['x']))");
});

it("reads paths, slices, calls and methods", () => {
  check("state.plan['steps'][0].name", "state.plan['steps'][0].name");
  check("xs[1:] + xs[:-1] + xs[::2] + xs[:]", "(((xs[1:] + xs[:(-1)]) + xs[::2]) + xs[:])");
  check("a.b(1).c(d, 'e')[0]", "a.b(1).c(d, 'e')[0]");
  check("sorted(xs, reverse=True,)", "sorted(xs, reverse=True)");
  check("state.if.in.not.None", "state.if.in.not.None");
});

it("reads comprehensions, and generators by their missing brackets", () => {
  check("any(x.score > 3 for x in state.items)", "any(((x.score > 3) for x in state.items))");
  check("[a + b for a, b in pairs if a if b for c in a]", "[(a + b) for a, b in pairs if a if b for c in a]");
  check("', '.join(x for x in xs)", "', '.join((x for x in xs))");
});

it("knows the range of every part", () => {
  expect(outline("len(state.xs) > 0 or state.m in ['a']")).toBe(
    [
      "or len(state.xs) > 0 or state.m in ['a']",
      "  compare len(state.xs) > 0",
      "    call len(state.xs)",
      "      attribute state.xs",
      "        name state",
      "    literal 0",
      "  compare state.m in ['a']",
      "    attribute state.m",
      "      name state",
      "    list ['a']",
      "      literal 'a'",
    ].join("\n"),
  );
  expect(outline("(a + b).c if -x | f(1) else y[1:2]")).toBe(
    [
      "if (a + b).c if -x | f(1) else y[1:2]",
      "  attribute (a + b).c",
      "    arithmetic a + b",
      "      name a",
      "      name b",
      "  filter -x | f(1)",
      "    negate -x",
      "      name x",
      "    literal 1",
      "  slice y[1:2]",
      "    name y",
      "    literal 1",
      "    literal 2",
    ].join("\n"),
  );
});

it("gives one tree for one text", () => {
  expect(parseExpression("state.same + 1")).toBe(parseExpression("state.same + 1"));
});
