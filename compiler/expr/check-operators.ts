import type { Arithmetic, Comparison } from "../../schemas/expr/ir.ts";
import type { TypeScheme } from "../../schemas/expr/signature.ts";
import type { Type } from "../../schemas/type.ts";
import type { ExprAst, ExprOf, Link } from "./ast.ts";
import type { Problem } from "./problem.ts";
import type { Bindings, Fit } from "./types.ts";
import { negations, operators } from "../../schemas/expr/operators.ts";
import { types, unionOf } from "../../schemas/type.ts";
import { alwaysFalseEquality, incompatibleOperands, zeroDivisor } from "../diagnostics/expr.ts";
import { problem } from "./problem.ts";
import { clash, fits, join, kindOf, membersOf, named, substitute } from "./types.ts";

/** An expression and the type it was found to have. */
export interface Typed {
  readonly ast: ExprAst;
  readonly type: Type;
}

/** One way to take the operands: each with the type it is wanted to have. */
export interface Choice {
  readonly pairs: readonly (readonly [given: Type, wanted: TypeScheme])[];
  readonly returns: TypeScheme;
}

/**
 * The result of the first choice that surely fits, together with those before it that may; `undefined` if none does.
 * Where a hole leaves several results open, the result is a hole too.
 */
export function resolve(choices: readonly Choice[]): Type | undefined {
  const results: Type[] = [];
  for (const { pairs, returns } of choices) {
    const bindings: Bindings = {};
    const found = pairs.map(([given, wanted]): Fit => fits(given, wanted, bindings));
    if (found.includes("no")) continue;
    results.push(substitute(returns, bindings));
    if (!found.includes("maybe")) break;
  }
  const isOpen = results.length > 1 && choices.some(({ pairs }) => pairs.some(([given]) => given.kind === "hole"));
  return results.length === 0 ? undefined : isOpen ? types.hole : join(results);
}

/** The type of `left fn right`. */
export function typeOfArithmetic(ast: ExprOf<"arithmetic">, left: Type, right: Type, problems: Problem[]): Type {
  const divides = ast.fn === "/" || ast.fn === "//" || ast.fn === "%";
  if (divides && ast.right.kind === "literal" && ast.right.value === 0) problems.push(problem(zeroDivisor, { start: ast.at.start, end: ast.right.end }, { operator: ast.fn }));
  const found = resolveOperator(ast.fn, left, right);
  if (found !== undefined) return found;
  const isMixed = isText(left) !== isText(right) && (isNumber(left) || isNumber(right));
  const help = isMixed ? "convert one side: 'str(…)' makes text of a number, 'int(…)' or 'float(…)' a number of text" : undefined;
  problems.push(problem(incompatibleOperands, ast, { what: `cannot ${operators[ast.fn].verb} ${named(left)} and ${named(right)}`, help }));
  return types.hole;
}

function resolveOperator(operator: Arithmetic | Comparison, left: Type, right: Type): Type | undefined {
  return resolve(operators[operator].overloads.map((each) => ({ pairs: [[left, each.left], [right, each.right]], returns: each.returns })));
}

/** Complains about one link of a comparison: kinds that have no order, or that are never equal. */
export function checkLink(first: Typed, { cmp, to }: Link, second: Type, problems: Problem[]): void {
  const at = { start: first.ast.start, end: to.end };
  if (resolveOperator(cmp, first.type, second) === undefined) {
    const [left, right] = [named(first.type), named(second)];
    const isIn = cmp === "in" || cmp === "not in";
    const what = isIn ? `cannot look for ${left} in ${right}` : `cannot compare ${left} and ${right}`;
    const help = isIn ? "look for text in text, for an item in a list, or for a key in a mapping" : "compare numbers with numbers and text with text";
    problems.push(problem(incompatibleOperands, at, { what, help }));
    return;
  }
  const other = cmp === "==" || cmp === "!=" ? second : cmp === "in" || cmp === "not in" ? searched(second) : undefined;
  const found = other === undefined ? undefined : clash(first.type, other);
  if (found === undefined || other === undefined) return;
  // Of two literals it is no slip but a constant, which is another rule's business.
  if (found === "value" && isConstant(first.ast) === isConstant(to)) return;
  const outcome = cmp === "!=" || cmp === "not in" ? "true" : "false";
  const params = { left: named(first.type), right: named(second), operator: cmp, outcome, ...(found === "value" ? { value: describeValue(isConstant(to) ? to : first.ast) } : {}) } as const;
  problems.push(problem(alwaysFalseEquality, at, params, { severity: found === "kind" ? "error" : "warning" }));
}

/** What `in` compares items with; text in text and keys of mappings are settled by kind alone. */
function searched(type: Type): Type | undefined {
  const lists = membersOf(type);
  if (!lists.every((member) => member.kind === "list")) return undefined;
  return unionOf(lists.map((member) => (member.kind === "list" ? member.of : member)));
}

function isConstant(ast: ExprAst): boolean {
  return ast.kind === "literal" || (ast.kind === "list" && ast.items.every(isConstant));
}

function describeValue(ast: ExprAst): string {
  return ast.kind === "literal" ? JSON.stringify(ast.value) : "that list";
}

/** The type of `-of`. */
export function typeOfNegation(ast: ExprAst, of: Type, problems: Problem[]): Type {
  const found = resolve(negations.map((each) => ({ pairs: [[of, each.of]], returns: each.returns })));
  if (found !== undefined) return found;
  problems.push(problem(incompatibleOperands, ast, { what: `cannot negate ${named(of)}`, help: kindOf(of) === "bool" ? "write 'not'" : undefined }));
  return types.hole;
}

function isText(type: Type): boolean {
  return membersOf(type).some((member) => kindOf(member) === "str");
}

function isNumber(type: Type): boolean {
  return membersOf(type).some((member) => kindOf(member) === "int" || kindOf(member) === "float");
}
