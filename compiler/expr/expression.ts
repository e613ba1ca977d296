import type { CstNode } from "chevrotain";
import type { ExprIr } from "../../schemas/expr/ir.ts";
import type { Type } from "../../schemas/type.ts";
import type { Diagnostic } from "../diagnostics/define.ts";
import type { Clause, ExprAst, Range } from "./ast.ts";
import type { ExprEnv } from "./env.ts";
import type { LocalEdit, Locate, Problem } from "./problem.ts";
import { exprLimits } from "../../schemas/expr/limits.ts";
import { exprLimit, exprSyntax, templateInExpression } from "../diagnostics/expr.ts";
import { isShallow } from "./ast.ts";
import { buildExpression, buildLoop } from "./build.ts";
import { typeOf } from "./check.ts";
import { explainErrors } from "./explain.ts";
import { lowerAst } from "./lower.ts";
import { memoByText } from "./memo.ts";
import { parseTokens } from "./parser.ts";
import { isSound, problem, reportProblems, sortProblems } from "./problem.ts";
import { readTokens } from "./read-tokens.ts";
import { tokenize } from "./tokens.ts";

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

/** An expression without variables of its own as the runtime evaluates it. It must have been checked without errors. */
export function lowerExpression({ ast }: ParsedExpression): ExprIr {
  return lowerAst(ast, new Set());
}

/** What differs between the texts the grammar can begin with. */
interface Form<Ast> {
  readonly rule: "expression" | "clause";
  readonly build: (root: CstNode, problems: Problem[]) => Ast;
  /** What stands for a text that says nothing. */
  readonly nothing: (at: Range) => Ast;
  readonly parts: (ast: Ast) => readonly ExprAst[];
  /** What of a tree with errors can be relied on. */
  readonly mend: (ast: Ast) => Ast;
}

const expressionForm: Form<ExprAst> = { rule: "expression", build: buildExpression, nothing: hole, parts: (ast) => [ast], mend: (ast) => ast };
const loopForm: Form<Clause> = {
  rule: "clause",
  build: buildLoop,
  nothing: (at) => ({ names: [], in: hole(at), if: [] }),
  parts: (clause) => [clause.in, ...clause.if],
  mend: (clause) => ({ names: clause.names, in: hole(clause.in), if: [] }),
};

function hole({ start, end }: Range): ExprAst {
  return { kind: "hole", start, end };
}

function parse<Ast>(text: string, { rule, build, nothing, parts, mend }: Form<Ast>): Parsed<Ast> {
  const all = { start: 0, end: text.length };
  const given = (ast: Ast, problems: readonly Problem[]): Parsed<Ast> => ({ text, ast, problems: sortProblems(problems), isWhole: isSound(problems) });

  if (text.length > exprLimits.length) return given(nothing(all), [problem(exprLimit, all, { what: "expression", limit: `longer than ${exprLimits.length} characters` })]);
  if (text.trim() === "") return given(nothing(all), [problem(exprSyntax, all, { expected: "an expression" })]);
  const bare = text.includes("{{") ? withoutBraces(text) : { text, problems: [] };
  const { tokens, torn, problems, parseable } = readTokens(bare.text);
  if (!parseable || tokens.length === 0) return given(nothing(all), [...bare.problems, ...problems]);
  const { root, errors } = parseTokens(tokens, rule);
  const found = [...bare.problems, ...problems, ...explainErrors(errors.filter((error) => error.token !== torn), tokens, text)];
  const built = build(root, found);
  const ast = errors.length === 0 ? built : mend(built);
  // A tree has at most as many levels as tokens.
  const isDeep = tokens.length > exprLimits.depth && !isShallow(parts(ast), exprLimits.depth);
  return isDeep ? given(nothing(all), [...found, problem(exprLimit, all, { what: "expression", limit: `more than ${exprLimits.depth} steps deep` })]) : given(ast, found);
}

/** `text` with `{{ }}` reported and blanked out, so that what stands inside is still read, at its own place. */
function withoutBraces(text: string): { readonly text: string; readonly problems: readonly Problem[] } {
  const { tokens } = tokenize(text);
  const problems: Problem[] = [];
  const blanks: Range[] = [];
  const open: { readonly at: number; curlies: number }[] = [];
  let closed = -1;
  for (const [index, { image, startOffset: at }] of tokens.entries()) {
    const top = open.at(-1);
    if (index === closed) continue;
    if (image === "{{") {
      open.push({ at, curlies: 0 });
      blanks.push({ start: at, end: at + 2 });
    } else if (image === "{" && top !== undefined) {
      top.curlies += 1;
    } else if (image === "}" && top !== undefined && top.curlies > 0) {
      top.curlies -= 1;
    } else if (image === "}" && top !== undefined && tokens[index + 1]?.image === "}" && tokens[index + 1]?.startOffset === at + 1) {
      open.pop();
      closed = index + 1;
      blanks.push({ start: at, end: at + 2 });
      problems.push(problem(templateInExpression, { start: top.at, end: at + 2 }, { found: "{{ }}" }, { fixes: [unwrap(text, top.at, at + 2)] }));
    }
  }
  for (const { at } of open) problems.push(problem(templateInExpression, { start: at, end: at + 2 }, { found: "{{ }}" }));
  let blank = "";
  let from = 0;
  for (const { start, end } of blanks.sort((a, b) => a.start - b.start)) {
    blank += `${text.slice(from, start)}${" ".repeat(end - start)}`;
    from = end;
  }
  return { text: blank + text.slice(from), problems };
}

function unwrap(text: string, start: number, end: number) {
  const inner = text.slice(start + 2, end - 2);
  const before = inner.length - inner.trimStart().length;
  const after = inner.length - inner.trimEnd().length;
  const edits: readonly LocalEdit[] = [{ start, end: start + 2 + before, text: "" }, { start: end - 2 - after, end, text: "" }];
  return { title: "remove the braces", safety: "safe", edits } as const;
}
