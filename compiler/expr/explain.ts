import type { IRecognitionException, IToken, TokenType } from "chevrotain";
import type { Problem } from "./problem.ts";
import { exprSyntax } from "../diagnostics/expr.ts";
import { helpForOperator } from "./elsewhere.ts";
import { problem, replaceFix } from "./problem.ts";
import { rangeOf } from "./read-tokens.ts";
import { tokenTypes as t } from "./tokens.ts";

/**
 * What the parser stumbled over, in the author's words. Brackets are balanced by now, so a missing bracket is never
 * the reason. A slip whose token an earlier recovery skipped is a consequence and stays untold; so is nothing in a
 * bracket that was never closed.
 */
export function explainErrors(errors: readonly IRecognitionException[], tokens: readonly IToken[], text: string): readonly Problem[] {
  const skipped = new Set<IToken>();
  const problems: Problem[] = [];
  let isInSet = false;
  for (const error of errors) {
    const { token } = error;
    const rule = error.context.ruleStack.at(-1);
    // The end of the text is a token too, but not one of `tokens`.
    const found = tokens.indexOf(token);
    const before = found < 0 ? tokens.at(-1) : tokens[found - 1];
    const isConsequence =
      skipped.has(token) ||
      (before !== undefined && isOperator(before) && skipped.has(before)) ||
      (error.name === "NotAllInputParsedException" && problems.length > 0) ||
      (rule === "entry" && isInSet) ||
      (rule === "clause" && problems.length > 0) ||
      (token.isInsertedInRecovery === true && isOpening(before));
    for (const each of error.resyncedTokens) skipped.add(each);
    skipped.add(token);
    isInSet ||= rule === "entry";
    if (!isConsequence) problems.push(explain(error, before, text, tokens[found - 2]?.tokenType === t.Pipe));
  }
  return problems;
}

function explain({ context, token, name, message: missing }: IRecognitionException, before: IToken | undefined, text: string, isFilter: boolean): Problem {
  const rule = context.ruleStack.at(-1);
  const isAtEnd = Number.isNaN(token.startOffset) || token.isInsertedInRecovery === true;
  const at = before !== undefined ? rangeOf(before) : isAtEnd ? { start: 0, end: text.length } : rangeOf(token);
  const say = (expected: string, help?: string): Problem =>
    problem(exprSyntax, at, { expected, ...(before === undefined ? {} : { after: before.image }), ...(help === undefined ? {} : { help }) });

  if (before?.tokenType === t.Dot) return say("a name");
  if (before === undefined) {
    return isAtEnd ? say("an expression") : problem(exprSyntax, at, { expected: "a value", before: token.image });
  }
  if (missing === "Else") return say("'else'", "write 'a if c else b'; for nothing, end with 'else None'");
  if (missing === "In") return say("'in'");
  switch (rule) {
    case "unit": return say(isOperator(before) ? "an operand" : "a value");
    case "test": return say("the name of a test", "write 'is None', 'is defined' or another test");
    case "filter": return say("the name of a filter");
    case "clause": return say("the name of a variable");
    case "entry": return say("':' and a value", "write a mapping as {'key': value}, a list as [1, 2]");
    default:
  }
  if (isAtEnd) return say("a value");
  if (token.tokenType === t.Number && token.image.startsWith(".")) return indexWithDot(token);
  const isTop = name === "NotAllInputParsedException" || context.ruleStack.length === 1;
  const isArgument = isFilter && (token.tokenType === t.Text || token.tokenType === t.Number);
  const help = isArgument ? `write '${before.image}(${token.image})'`.replace(/^write '(.*'.*)'$/, "write $1") : helpForOperator(token.image);
  return problem(exprSyntax, rangeOf(token), { expected: isTop ? "an operator" : "an operator or ','", before: token.image, ...(help === undefined ? {} : { help }) });
}

function isOpening(token: IToken | undefined): boolean {
  return token?.tokenType === t.LParen || token?.tokenType === t.LSquare || token?.tokenType === t.LCurly;
}

function isOperator(token: IToken | undefined): boolean {
  const operators: readonly (TokenType | undefined)[] = [t.Binary, t.Minus, t.In, t.Not];
  return operators.includes(token?.tokenType);
}

/** Jinja2 and Nunjucks read `xs.0`; here `.0` is a number. */
function indexWithDot(token: IToken): Problem {
  const index = `[${token.image.slice(1)}]`;
  return problem(exprSyntax, rangeOf(token), { expected: "an operator", before: token.image, help: `write '${index}' for an item of a list` }, {
    fixes: [replaceFix("safe", `write '${index}'`, rangeOf(token), index)],
  });
}
