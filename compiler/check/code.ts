import type { CodeSite } from "../bind/bound.ts";
import type { ExprEnv } from "../expr/env.ts";
import { checkExpression, parseExpression, type Checked, type ParsedExpression } from "../expr/expression.ts";
import { collectMentions, noVariables, type Mention } from "../expr/mentions.ts";
import type { Locate } from "../expr/problem.ts";
import { emptyScope, readsOf, type Read } from "../expr/reads.ts";
import { collectTemplateMentions } from "../template/mentions.ts";
import { checkTemplate, parseTemplate, readsOfTemplate, type ParsedTemplate } from "../template/template.ts";

/** An expression or a template, parsed. Both are one language: what follows asks for neither. */
export type Code =
  | { readonly as: "expression"; readonly parsed: ParsedExpression }
  | { readonly as: "template"; readonly parsed: ParsedTemplate };

export function readCode(text: string, as: CodeSite["as"]): Code {
  return as === "template" ? { as, parsed: parseTemplate(text) } : { as: "expression", parsed: parseExpression(text) };
}

/** The type of a piece of code where its names mean what `env` says, and all that is wrong with it. */
export function checkCode(code: Code, env: ExprEnv, locate: Locate): Checked {
  return code.as === "template" ? checkTemplate(code.parsed, env, locate) : checkExpression(code.parsed, env, locate);
}

/** Where it reads roots, in the order of evaluation. What a condition reads bare, it tests. */
export function readsOfCode(code: Code, as?: CodeSite["as"]): readonly Read[] {
  return code.as === "template" ? readsOfTemplate(code.parsed) : readsOf(code.parsed.ast, emptyScope, as === "condition" ? "test" : "value");
}

/** Every word of it that names a root, a part of one or a variable, with its range in the text. */
export function mentionsOfCode(code: Code): readonly Mention[] {
  const found: Mention[] = [];
  if (code.as === "template") collectTemplateMentions(code.parsed.parts, noVariables, found);
  else collectMentions(code.parsed.ast, noVariables, { found, offset: 0 });
  return found;
}
