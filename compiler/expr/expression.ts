import type { Type } from "../../schemas/type.ts";
import type { Diagnostic } from "../diagnostics/define.ts";
import type { Clause, ExprAst, Range } from "./ast.ts";
import type { ExprEnv } from "./env.ts";
import type { Locate, Problem } from "./problem.ts";
import type { Recovered } from "./recover.ts";
import { exprLimits } from "../../schemas/expr/limits.ts";
import { exprLimit, exprSyntax } from "../diagnostics/expr.ts";
import { isShallow } from "./ast.ts";
import { typeOf } from "./check.ts";
import { memoByText } from "./memo.ts";
import { parsePlainExpression, parsePlainLoop } from "./parse-plain.ts";
import { isSound, problem, reportProblems, sortProblems } from "./problem.ts";
import { recoverExpression, recoverLoop } from "./recover.ts";

/** What one text says. It knows no file and may be shared by all places with this text. */
export interface Parsed<Ast> {
  readonly text: string;
  readonly ast: Ast;
  readonly problems: readonly Problem[];
  /** No error was found: the tree has no holes and can be lowered once it is checked. */
  readonly isWhole: boolean;
}

export type ParsedExpression = Parsed<ExprAst>;

/** Parses one expression. Never throws and never gives up: what is not understood is a hole, with a problem. */
export const parseExpression: (text: string) => ParsedExpression = memoByText(128, (text) => parse(text, expressionForm));

/** Parses the head of a loop, from its `for` on: `for a, b in xs if c`. */
export const parseLoop: (text: string) => Parsed<Clause> = memoByText(128, (text) => parse(text, loopForm));

export interface Checked {
  readonly type: Type;
  readonly diagnostics: readonly Diagnostic[];
}

/** The type of an expression where names mean what `env` says, and all that is wrong with it, parsing included. */
export function checkExpression({ ast, problems }: ParsedExpression, env: ExprEnv, locate: Locate): Checked {
  const found = [...problems];
  const type = typeOf(ast, env, found);
  return { type, diagnostics: reportProblems(sortProblems(found), locate) };
}

/** What differs between the texts the grammar can begin with. */
interface Form<Ast> {
  /** Gives what `recover` gives, without a problem, or nothing. */
  readonly plain: (text: string) => Ast | undefined;
  readonly recover: (text: string) => Recovered<Ast>;
  /** What stands for a text that says nothing. */
  readonly nothing: (at: Range) => Ast;
  readonly parts: (ast: Ast) => readonly ExprAst[];
}

const expressionForm: Form<ExprAst> = { plain: parsePlainExpression, recover: recoverExpression, nothing: hole, parts: (ast) => [ast] };
const loopForm: Form<Clause> = {
  plain: parsePlainLoop,
  recover: recoverLoop,
  nothing: (at) => ({ names: [], in: hole(at), if: [] }),
  parts: (clause) => [clause.in, ...clause.if],
};

function hole({ start, end }: Range): ExprAst {
  return { kind: "hole", start, end };
}

function parse<Ast>(text: string, { plain, recover, nothing, parts }: Form<Ast>): Parsed<Ast> {
  const all = { start: 0, end: text.length };
  const given = (ast: Ast, problems: readonly Problem[]): Parsed<Ast> => ({ text, ast, problems: sortProblems(problems), isWhole: isSound(problems) });

  if (text.length > exprLimits.length) return given(nothing(all), [problem(exprLimit, all, { what: "expression", limit: `longer than ${exprLimits.length} characters` })]);
  if (text.trim() === "") return given(nothing(all), [problem(exprSyntax, all, { expected: "an expression" })]);
  const known = plain(text);
  const { ast = nothing(all), problems } = known === undefined ? recover(text) : { ast: known, problems: [] };
  // A tree has at most as many levels as its text has characters.
  const isDeep = text.length > exprLimits.depth && !isShallow(parts(ast), exprLimits.depth);
  return isDeep ? given(nothing(all), [...problems, problem(exprLimit, all, { what: "expression", limit: `more than ${exprLimits.depth} steps deep` })]) : given(ast, problems);
}
