/**
 * The long way to the tree of an expression: by the grammar, which recovers and can say what is wrong. It alone needs
 * the parser generator, whose start takes longer than a whole small document: the executable loads this file when
 * something is asked of it.
 */
import type { CstNode } from "chevrotain";
import type { Clause, ExprAst, Range } from "./ast.ts";
import type { LocalEdit, Problem } from "./problem.ts";
import { templateInExpression } from "../diagnostics/expr.ts";
import { buildExpression, buildLoop } from "./build.ts";
import { explainErrors } from "./explain.ts";
import { parseTokens } from "./parser.ts";
import { problem } from "./problem.ts";
import { readTokens } from "./read-tokens.ts";
import { tokenize } from "./tokens.ts";

/** What the grammar makes of a text. The tree is absent where nothing in it could be read. */
export interface Recovered<Ast> {
  readonly ast: Ast | undefined;
  readonly problems: readonly Problem[];
}

/** The tree of any text that should be an expression, with holes for what is wrong. */
export function recoverExpression(text: string): Recovered<ExprAst> {
  return recover(text, "expression", buildExpression, (ast) => ast);
}

/** As `recoverExpression`, for the head of a loop; of one with errors only the names can be relied on. */
export function recoverLoop(text: string): Recovered<Clause> {
  return recover(text, "clause", buildLoop, ({ names, in: { start, end } }) => ({ names, in: { kind: "hole", start, end }, if: [] }));
}

function recover<Ast>(text: string, rule: "expression" | "clause", build: (root: CstNode, problems: Problem[]) => Ast, mend: (ast: Ast) => Ast): Recovered<Ast> {
  const bare = text.includes("{{") ? withoutBraces(text) : { text, problems: [] };
  const { tokens, torn, problems, parseable } = readTokens(bare.text);
  if (!parseable || tokens.length === 0) return { ast: undefined, problems: [...bare.problems, ...problems] };
  const { root, errors } = parseTokens(tokens, rule);
  const found = [...bare.problems, ...problems, ...explainErrors(errors.filter((error) => error.token !== torn), tokens, text)];
  const built = build(root, found);
  return { ast: errors.length === 0 ? built : mend(built), problems: found };
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
