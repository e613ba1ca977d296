import type { ExprAst, Range } from "./ast.ts";
import type { LocalEdit, Problem } from "./problem.ts";
import { exprLimit, exprSyntax, templateInExpression } from "../diagnostics/expr.ts";
import { isShallow } from "./ast.ts";
import { buildExpression } from "./build.ts";
import { explainErrors } from "./explain.ts";
import { memoByText } from "./memo.ts";
import { parseTokens } from "./parser.ts";
import { problem } from "./problem.ts";
import { readTokens } from "./read-tokens.ts";
import { tokenize } from "./tokens.ts";

/** Longest text of one expression, in UTF-16 units. */
export const maxExpressionLength = 4096;
/** Most levels of one tree; a chain of `and` or `+` has one for each operator. */
export const maxExpressionDepth = 256;

/** What one text says as an expression. It knows no file and may be shared by all places with this text. */
export interface ParsedExpression {
  readonly text: string;
  readonly ast: ExprAst;
  readonly problems: readonly Problem[];
  /** No error was found: the tree has no holes and can be lowered once it is checked. */
  readonly isWhole: boolean;
}

/** Parses one expression. Never throws and never gives up: what is not understood is a hole, with a problem. */
export const parseExpression: (text: string) => ParsedExpression = memoByText(4096, parseText);

function parseText(text: string): ParsedExpression {
  const all = { start: 0, end: text.length };
  const given = (ast: ExprAst, problems: readonly Problem[]): ParsedExpression => {
    const sorted = [...problems].sort((a, b) => a.start - b.start || a.end - b.end);
    return { text, ast, problems: sorted, isWhole: problems.every((each) => each.severity !== "error") };
  };
  const refused = (problems: readonly Problem[]): ParsedExpression => given({ kind: "hole", ...all }, problems);

  if (text.length > maxExpressionLength) return refused([problem(exprLimit, all, { limit: `longer than ${maxExpressionLength} characters` })]);
  if (text.trim() === "") return refused([problem(exprSyntax, all, { expected: "an expression" })]);
  const bare = text.includes("{{") ? withoutBraces(text) : { text, problems: [] };
  const { tokens, problems, parseable } = readTokens(bare.text);
  if (!parseable || tokens.length === 0) return refused([...bare.problems, ...problems]);
  const { root, errors } = parseTokens(tokens);
  const found = [...bare.problems, ...problems, ...explainErrors(errors, tokens, text)];
  const ast = buildExpression(root, found);
  if (tokens.length > maxExpressionDepth && !isShallow(ast, maxExpressionDepth)) {
    return refused([...found, problem(exprLimit, all, { limit: `more than ${maxExpressionDepth} steps deep` })]);
  }
  return given(ast, found);
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
