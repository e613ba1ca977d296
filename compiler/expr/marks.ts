import { unreachable } from "../../schemas/bug.ts";
import type { Clause, ExprAst, Range } from "./ast.ts";
import { childrenOf } from "./ast.ts";
import { isRoot } from "./check-access.ts";
import { scanPlain } from "./scan-plain.ts";
import { tokenize, tokenTypes as t } from "./tokens.ts";
import { constants } from "./vocabulary.ts";

/** What a word or a sign of the expression language is. `key` is one of the state; `field` is one of any other value. */
export type MarkKind = "root" | "key" | "field" | "variable" | "argument" | "function" | "method" | "filter" | "test" | "keyword" | "constant" | "operator" | "number" | "text";

/** A piece of code that is worth its own colour. */
export interface CodeMark extends Range {
  readonly as: MarkKind;
  /** A variable that is named here for the first time. */
  readonly isNew?: true;
}

/** The marks of words and signs that are what they are wherever they stand: all but names. Ranges are moved by `offset`. */
export function lexicalMarks(text: string, offset = 0): readonly CodeMark[] {
  const mark = (start: number, end: number, as: MarkKind | undefined): readonly CodeMark[] => (as === undefined ? [] : [{ start: start + offset, end: end + offset, as }]);
  const plain = scanPlain(text);
  if (plain !== undefined) return plain.flatMap(({ kind, start, end }) => mark(start, end, plainKinds.get(kind)));
  const { tokens } = tokenize(text);
  return tokens.flatMap(({ tokenType, image, startOffset }, index) => {
    const isName = tokens[index - 1]?.tokenType === t.Dot;
    return isName ? [] : mark(startOffset, startOffset + image.length, /^(?:and|or)$/.test(image) ? "keyword" : tokenKinds.get(tokenType));
  });
}

const plainKinds: ReadonlyMap<string, MarkKind> = new Map<string, MarkKind>([
  ...(["and", "or", "not", "in", "is", "if", "else", "for"] as const).map((word) => [word, "keyword"] as const),
  ...(["**", "//", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "<", ">", "=", "|"] as const).map((sign) => [sign, "operator"] as const),
  ["number", "number"], ["text", "text"], ["constant", "constant"],
]);

const tokenKinds = new Map<unknown, MarkKind>([
  ...[t.In, t.Is, t.If, t.Else, t.For, t.Not].map((type) => [type, "keyword"] as const),
  ...[t.Binary, t.Assign, t.Minus, t.Pipe].map((type) => [type, "operator"] as const),
  [t.Number, "number"], [t.Text, "text"], [t.Unclosed, "text"], [t.Constant, "constant"],
]);

/** Adds a mark for every name in `ast`, which means what it means where `locals` are known. Ranges are moved by `offset`. */
export function markNames(ast: ExprAst, locals: ReadonlySet<string>, offset: number, marks: CodeMark[]): void {
  const add = ({ start, end }: Range, as: MarkKind): void => void (end > start && marks.push({ start: start + offset, end: end + offset, as }));
  const rest = (): void => childrenOf(ast).forEach((part) => markNames(part, locals, offset, marks));
  switch (ast.kind) {
    case "name":
      if (locals.has(ast.name)) add(ast, "variable");
      else if (isRoot(ast.name)) add(ast, "root");
      return;
    case "attribute": add(ast.name, isState(ast.of, locals) ? "key" : "field"); break;
    case "call": add(ast.name, "function"); break;
    case "method": add(ast.name, "method"); break;
    case "filter": add(ast.name, "filter"); break;
    case "is": add(ast.test, Object.hasOwn(constants, ast.test.text) ? "constant" : "test"); break;
    case "comprehension": {
      const within = ast.clauses.reduce((known, clause) => markClause(clause, known, offset, marks), locals);
      markNames(ast.body, within, offset, marks);
      return;
    }
    case "hole": case "literal": case "index": case "slice": case "not": case "negate": case "and": case "or": case "if": case "compare": case "arithmetic":
    case "list": case "dict":
      break;
    default: return unreachable(ast, "markNames");
  }
  if (ast.kind === "call" || ast.kind === "method" || ast.kind === "filter") for (const { name } of ast.named) add(name, "argument");
  rest();
}

/** As `markNames`, for one `for … in …`; gives the variables that are known behind it. */
export function markClause(clause: Clause, locals: ReadonlySet<string>, offset: number, marks: CodeMark[]): ReadonlySet<string> {
  markNames(clause.in, locals, offset, marks);
  for (const { start, end } of clause.names) if (end > start) marks.push({ start: start + offset, end: end + offset, as: "variable", isNew: true });
  const within = new Set([...locals, ...clause.names.map(({ text }) => text)]);
  for (const test of clause.if) markNames(test, within, offset, marks);
  return within;
}

function isState(ast: ExprAst, locals: ReadonlySet<string>): boolean {
  return ast.kind === "name" && ast.name === "state" && !locals.has("state");
}

/** The marks in the order of the text, none over another: a name wins over what it looks like. */
export function inOrderOfText(lexical: readonly CodeMark[], names: readonly CodeMark[]): readonly CodeMark[] {
  const taken = new Set(names.map(({ start }) => start));
  return [...names, ...lexical.filter(({ start }) => !taken.has(start))].sort((a, b) => a.start - b.start);
}
