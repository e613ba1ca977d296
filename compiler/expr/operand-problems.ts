import type { Type } from "../../schemas/type.ts";
import type { ExprAst, ExprOf, Link } from "./ast.ts";
import type { Problem } from "./problem.ts";
import { operators } from "../../schemas/expr/operators.ts";
import { alwaysFalseEquality, incompatibleOperands } from "../diagnostics/expr.ts";
import { problem } from "./problem.ts";
import { kindOf, membersOf, named } from "./types.ts";

/** Of arithmetic that no values of these types take. */
export function arithmeticProblem(ast: ExprOf<"arithmetic">, left: Type, right: Type): Problem {
  const isMixed = isText(left) !== isText(right) && (isNumber(left) || isNumber(right));
  const help = isMixed ? "convert one side: 'str(…)' makes text of a number, 'int(…)' or 'float(…)' a number of text" : undefined;
  return problem(incompatibleOperands, ast, { what: `cannot ${operators[ast.fn].verb} ${named(left)} and ${named(right)}`, help });
}

/** A side of a comparison. */
interface Side {
  readonly ast: ExprAst;
  readonly type: Type;
}

/** Of a comparison that no values of these types take. */
export function comparisonProblem(first: Side, { cmp, to }: Link, second: Type): Problem {
  const [left, right] = [named(first.type), named(second)];
  const isIn = cmp === "in" || cmp === "not in";
  const what = isIn ? `cannot look for ${left} in ${right}` : `cannot compare ${left} and ${right}`;
  const help = isIn ? "look for text in text, for an item in a list, or for a key in a mapping" : "compare numbers with numbers and text with text";
  return problem(incompatibleOperands, { start: first.ast.start, end: to.end }, { what, help });
}

/** Of values that are never equal: not even their kinds are, or `found` is `"value"`, and one of them is `constant`. */
export function equalityProblem(first: Side, { cmp, to }: Link, second: Type, found: "kind" | "value", constant: ExprAst): Problem {
  const outcome = cmp === "!=" || cmp === "not in" ? "true" : "false";
  const params = { left: named(first.type), right: named(second), operator: cmp, outcome, ...(found === "value" ? { value: describeValue(constant) } : {}) } as const;
  return problem(alwaysFalseEquality, { start: first.ast.start, end: to.end }, params, { severity: found === "kind" ? "error" : "warning" });
}

/** Of a negation that no value of this type takes. */
export function negationProblem(ast: ExprAst, of: Type): Problem {
  return problem(incompatibleOperands, ast, { what: `cannot negate ${named(of)}`, help: kindOf(of) === "bool" ? "write 'not'" : undefined });
}

function describeValue(ast: ExprAst): string {
  return ast.kind === "literal" ? JSON.stringify(ast.value) : "that list";
}

function isText(type: Type): boolean {
  return membersOf(type).some((member) => kindOf(member) === "str");
}

function isNumber(type: Type): boolean {
  return membersOf(type).some((member) => kindOf(member) === "int" || kindOf(member) === "float");
}
