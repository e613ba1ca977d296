import { expect, it } from "vitest";
import { parseExpression } from "../../../compiler/expr/expression.ts";
import { printExpression } from "../../../compiler/expr/print.ts";
import { reportProblems } from "../../../compiler/expr/problem.ts";
import { applyFix, inPlace, renderFindings } from "../../support/problems.ts";

const diagnose = (text: string) => reportProblems(parseExpression(text).problems, inPlace);

/** All that parsing alone finds wrong. */
function check(text: string, ...expected: readonly string[]): void {
  expect(renderFindings(text, diagnose(text)), text).toEqual(expected);
}

/** The text after its fix, and that nothing is wrong with it then. */
function checkFix(text: string, expected: string): void {
  const fixed = applyFix(text, diagnose(text));
  expect(fixed).toBe(expected);
  expect(diagnose(fixed), fixed).toEqual([]);
}

it("names what is missing and what stands before it", () => {
  check("state.x >=", "JJ3001 state.x «>=»: expected an operand after '>='");
  check("state. == 3", "JJ3001 state«.» == 3: expected a name after '.'");
  check("1 +* 2", "JJ3001 1 «+»* 2: expected an operand after '+'");
  check("[1,,2]", "JJ3001 [1«,»,2]: expected a value after ','");
  check("a b", "JJ3001 a «b»: expected an operator before 'b'");
  check("f(a b)", "JJ3001 f(a «b»): expected an operator or ',' before 'b'");
  check("a == 'x' 'y'", "JJ3001 a == 'x' «'y'»: expected an operator before 'y'");
  check("== 3", "JJ3001 «==» 3: expected a value before '=='");
  check("", "JJ3001 «»: expected an expression");
  check("a if b", "JJ3001 a if «b»: expected 'else' after 'b'");
  check("a not b", "JJ3001 a «not» b: expected 'in' after 'not'");
  check("any(x for x y)", "JJ3001 any(x for «x» y): expected 'in' after 'x'");
  check("a is", "JJ3001 a «is»: expected the name of a test after 'is'");
  check("a |", "JJ3001 a «|»: expected the name of a filter after '|'");
  check("{'a' 1}", "JJ3001 {«'a'» 1}: expected ':' and a value after 'a'");
  check("xs[]", "JJ3001 xs[«]»: expected an index before ']'");
  check("a == not b", "JJ3001 a == «not b»: expected an operand before 'not'");
  check("f(a=1, b)", "JJ3001 f(a=1, «b»): expected named arguments after 'name=value'");
});

it("points at the bracket or quote without a partner, and at nothing else", () => {
  check("len(state.a", "JJ3013 len«(»state.a: '(' is never closed");
  check("f([a)", "JJ3013 f(«[»a): '[' is never closed");
  check("x[", "JJ3013 x«[»: '[' is never closed");
  check("a)", "JJ3013 a«)»: ')' closes nothing");
  check("len('abc) > 3", "JJ3013 len(«'abc) > 3»: this text is never closed");
});

it("says what to write instead of another language's sign", () => {
  check("a = 1", "JJ3002 a «=» 1: '=' is not a comparison");
  check("a && b", "JJ3003 a «&&» b: '&&' is not an operator of expressions");
  check("a ? b : c", "JJ3003 a «?» b : c: '?' is not an operator of expressions");
  check("“a” == x", "JJ3013 «“»a” == x: “ is not a quotation mark of expressions");
  check("`a` == x", "JJ3013 «`a`» == x: '`' means nothing in an expression");
  check("a.match(/x+/)", "JJ3106 a.match(«/»x+/): regular expressions are not part of the language");
  check("a++ > 3", "JJ3001 a«+»+ > 3: expected an operand after '+'");
  check("a / b / c");
  check("$x", "JJ3013 «$»x: '$' means nothing in an expression");
  check("1e999", "JJ3013 «1e999»: '1e999' is larger than any number");
  check("017", "JJ3013 «017»: a number does not begin with '0'");
});

it("refuses what is not part of the language by its name", () => {
  check("lambda x: x", "JJ3106 «lambda» x: x: 'lambda' is not part of the language");
  check("__import__('os')", "JJ3106 «__import__»('os'): '__import__' is not part of the language");
  check("(n := 3)", "JJ3106 (n «:=» 3): ':=' is not part of the language");
  check("f'{a}'", "JJ3106 «f»'{a}': f-strings are not part of the language");
  check("a; b", "JJ3106 a«;» b: ';' is not part of the language");
  check("a.__class__", "JJ3106 a.«__class__»: '.__class__' is not part of the language");
  check("(1, 2)", "JJ3106 «(1, 2)»: a tuple is not part of the language");
  check("a[0](1)", "JJ5008 «a[0]»(1): only functions and methods can be called");
});

it("finds braces of templates inside expressions and reads what they hold", () => {
  check("{{ a }} > 3", "JJ3010 «{{ a }}» > 3: '{{ }}' is not allowed inside an expression");
  check("{{ a", "JJ3010 «{{» a: '{{ }}' is not allowed inside an expression");
  check("{% if a %}", "JJ3010 «{%» if a %}: '{% %}' is not allowed inside an expression", "JJ3010 {% if a «%}»: '{% %}' is not allowed inside an expression");
  expect(printExpression(parseExpression("{{ a.b }} > 3").ast)).toBe("(a.b > 3)");
  check("a == '{{'");
});

it("mends what has one right edit", () => {
  checkFix("state.a = 3", "state.a == 3");
  checkFix("a && b", "a and b");
  checkFix("a&&b", "a and b");
  checkFix("!a", "not a");
  checkFix("(!a)", "(not a)");
  checkFix("a === 'x'", "a == 'x'");
  checkFix("a !== 'x'", "a != 'x'");
  checkFix("{{ a }} > 3", "a > 3");
  checkFix("a in ('x', 'y')", "a in ['x', 'y']");
  checkFix("xs.0", "xs[0]");
});

it("reports several slips of one text, each once", () => {
  check(
    "(1 2) + a = 3 && [",
    "JJ3001 (1 «2») + a = 3 && [: expected an operator or ',' before '2'",
    "JJ3002 (1 2) + a «=» 3 && [: '=' is not a comparison",
    "JJ3003 (1 2) + a = 3 «&&» [: '&&' is not an operator of expressions",
    "JJ3013 (1 2) + a = 3 && «[»: '[' is never closed",
  );
});

it("keeps what it understood of broken text", () => {
  const read = (text: string): string => printExpression(parseExpression(text).ast);
  expect(read("len(state.a")).toBe("len(state.a)");
  expect(read("state. == 3")).toBe("(state. == 3)");
  expect(read("state.x >= and state.y")).toBe("((state.x >= ) and state.y)");
  expect(read("a = 3 || !b")).toBe("((a == 3) or (not b))");
});

it("takes a word with an apostrophe for a text, not for a name", () => {
  check("it's", "JJ3013 «it's»: this text is never closed");
  check("state.a's ", "JJ3013 state.a«'s» : this text is never closed");
  check("f(it's)", "JJ3013 f(«it's)»: this text is never closed");
});

it("puts 'not' for '!' in silence only where it negates the same", () => {
  const safety = (text: string): readonly string[] => diagnose(text).flatMap(({ fixes }) => fixes.map((fix) => fix.safety));
  for (const text of ["!a", "!a.b(1)[0]", "f(!a, 1)", "b and !a or c", "!(a == b)", "[!a]", "1 if !a else 2", "!a && b"]) expect(safety(text).at(0), text).toBe("safe");
  for (const text of ["!a == b", "!a + 1", "!a | length", "!a in b", "!a is none", "!a.b(1) < 2"]) expect(safety(text), text).toEqual(["unsafe"]);
});
