import type { ExprIr } from "../../schemas/expr/ir.ts";
import { parseExpression } from "../../compiler/expr/expression.ts";
import { lowerAst } from "../../compiler/expr/lower.ts";
import { lowerTemplate } from "../../compiler/template/lower.ts";
import { parseTemplate } from "../../compiler/template/template.ts";

/** The IR of an expression, without a type check: what types would refuse is for the evaluator to refuse here. */
export function expressionIr(text: string): ExprIr {
  const { ast, isWhole, problems } = parseExpression(text);
  if (!isWhole) throw new Error(`${text}: ${JSON.stringify(problems)}`);
  return lowerAst(ast, new Set());
}

/** The IR of a template, likewise. */
export function templateIr(text: string): ExprIr {
  const parsed = parseTemplate(text);
  if (!parsed.isWhole) throw new Error(`${text}: ${JSON.stringify(parsed.problems)}`);
  return lowerTemplate(parsed);
}
