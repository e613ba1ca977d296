import type { Arithmetic, Comparison } from "../../schemas/expr/ir.ts";
import type { TypeScheme } from "../../schemas/expr/signature.ts";
import type { Type } from "../../schemas/type.ts";
import type { ExprAst, ExprOf, Link } from "./ast.ts";
import type { Problem } from "./problem.ts";
import type { Bindings, Fit } from "./types.ts";
import { negations, operators } from "../../schemas/expr/operators.ts";
import { types, unionOf } from "../../schemas/type.ts";
import { zeroDivisor } from "../diagnostics/expr.ts";
import { arithmeticProblem, comparisonProblem, equalityProblem, negationProblem } from "./operand-problems.ts";
import { problem } from "./problem.ts";
import { clash, fits, join, membersOf, substitute } from "./types.ts";

/** An expression and the type it was found to have. */
export interface Typed {
  readonly ast: ExprAst;
  readonly type: Type;
}

/** One of several ways to take what is given. */
interface Choice {
  readonly returns: TypeScheme;
}

/**
 * The result of the first choice that surely fits, together with those before it that may; `undefined` if none does.
 * Where a hole is given, which leaves several results open, the result is a hole too.
 */
export function resolve<C extends Choice>(choices: readonly C[], fitOf: (choice: C, bindings: Bindings) => Fit, isHoley: () => boolean): Type | undefined {
  let results: readonly Type[] = [];
  for (const choice of choices) {
    const bindings: Bindings = {};
    const found = fitOf(choice, bindings);
    if (found === "no") continue;
    results = [...results, substitute(choice.returns, bindings)];
    if (found === "yes") break;
  }
  return results.length === 0 ? undefined : results.length > 1 && isHoley() ? types.hole : join(results);
}

/** What two of them come to. */
export function worse(one: Fit, other: Fit): Fit {
  return one === "no" || other === "no" ? "no" : one === "maybe" ? one : other;
}

/** The type of `left fn right`. */
export function typeOfArithmetic(ast: ExprOf<"arithmetic">, left: Type, right: Type, problems: Problem[]): Type {
  const divides = ast.fn === "/" || ast.fn === "//" || ast.fn === "%";
  if (divides && ast.right.kind === "literal" && ast.right.value === 0) problems.push(problem(zeroDivisor, { start: ast.at.start, end: ast.right.end }, { operator: ast.fn }));
  const found = resolveOperator(ast.fn, left, right);
  if (found !== undefined) return found;
  if (left.kind !== "hole" && right.kind !== "hole") problems.push(arithmeticProblem(ast, left, right));
  return types.hole;
}

type Operands = (typeof operators)[keyof typeof operators]["overloads"][number];

function resolveOperator(operator: Arithmetic | Comparison, left: Type, right: Type): Type | undefined {
  const fitOf = (each: Operands, bindings: Bindings): Fit => worse(fits(left, each.left, bindings), fits(right, each.right, bindings));
  return resolve(operators[operator].overloads, fitOf, () => left.kind === "hole" || right.kind === "hole");
}

/** Complains about one link of a comparison: kinds that have no order, or that are never equal. Gives its type: a hole where it has no result. */
export function checkLink(first: Typed, link: Link, second: Type, problems: Problem[]): Type {
  const { cmp, to } = link;
  if (resolveOperator(cmp, first.type, second) === undefined) {
    problems.push(comparisonProblem(first, link, second));
    return types.hole;
  }
  const other = cmp === "==" || cmp === "!=" ? second : cmp === "in" || cmp === "not in" ? searched(second) : undefined;
  const found = other === undefined ? undefined : clash(first.type, other);
  if (found === undefined || other === undefined) return types.bool;
  // Of two literals it is no slip but a constant, which is another rule's business.
  if (found === "kind" || isConstant(first.ast) !== isConstant(to)) problems.push(equalityProblem(first, link, second, found, isConstant(to) ? to : first.ast));
  return types.bool;
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

/** The type of `-of`. */
export function typeOfNegation(ast: ExprAst, of: Type, problems: Problem[]): Type {
  const found = resolve(negations, (each, bindings) => fits(of, each.of, bindings), () => of.kind === "hole");
  if (found !== undefined) return found;
  problems.push(negationProblem(ast, of));
  return types.hole;
}
