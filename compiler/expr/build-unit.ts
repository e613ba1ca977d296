import type { CstElement, CstNode, IToken } from "chevrotain";
import type { Clause, ExprAst, NamedArgument, Range, Word } from "./ast.ts";
import type { Problem } from "./problem.ts";
import { badCall, exprSyntax, exprToken, unsupportedConstruct } from "../diagnostics/expr.ts";
import { numberOfLiteral, textOfLiteral } from "./literals.ts";
import { problem } from "./problem.ts";
import { endOf } from "./read-tokens.ts";
import { tokenTypes as t } from "./tokens.ts";
import { constants } from "./vocabulary.ts";

/** What every step of building a tree needs. */
export interface Building {
  readonly problems: Problem[];
  /** Where the last token that was used ended, the place of a hole. */
  end: number;
  /** The tree of a whole expression within, and of a chain of operators; here, since both hold units and units hold them. */
  readonly expression: (cx: Building, node: CstNode | undefined) => ExprAst;
  readonly chain: (cx: Building, node: CstNode | undefined) => ExprAst;
}

/** An operand without its signs: a head, and what is read or called of it. */
export function buildUnit(cx: Building, unit: CstNode | undefined): ExprAst {
  const head = unit?.children["head"]?.[0];
  if (unit === undefined || head === undefined) return hole(cx);
  const base = "children" in head ? buildBracketed(cx, head) : buildLeaf(cx, head);
  const trailers = unit.children["trailer"];
  return trailers === undefined ? base : buildTrailers(cx, base, startOf(head), trailers, (unit.children["Dot"] ?? []) as readonly IToken[]);
}

function buildLeaf(cx: Building, token: IToken): ExprAst {
  const start = token.startOffset;
  const end = endOf(token);
  cx.end = end;
  switch (token.tokenType) {
    case t.Name: return { kind: "name", start, end, name: token.image };
    case t.Text: return { kind: "literal", start, end, value: textOfLiteral(token.image) };
    case t.Constant: return { kind: "literal", start, end, value: constants[token.image] ?? null };
    default: return buildNumber(cx, token, { start, end });
  }
}

function buildNumber(cx: Building, { image }: IToken, at: Range): ExprAst {
  const value = numberOfLiteral(image);
  if (!Number.isFinite(value)) {
    cx.problems.push(problem(exprToken, at, { what: `'${image}' is larger than any number`, help: "write a number below 1.8e308" }));
    return { kind: "hole", ...at };
  }
  if (/^0\d/.test(image)) {
    cx.problems.push(problem(exprToken, at, { what: `a number does not begin with '0'`, help: `write '${value}', or quote it to mean text` }));
  }
  return { kind: "literal", ...at, value };
}

/** `.name`, `.name(…)`, `(…)` and `[…]` behind `base`, which begins at `start`. */
function buildTrailers(cx: Building, base: ExprAst, start: number, trailers: readonly CstElement[], dots: readonly IToken[]): ExprAst {
  let of = base;
  let dot = 0;
  for (let index = 0; index < trailers.length; index += 1) {
    const trailer = trailers[index] as CstElement;
    if (!("children" in trailer)) {
      const name = wordAfter(trailer, dots[dot]);
      dot += 1;
      cx.end = name.end;
      if (name.text.startsWith("_")) cx.problems.push(problem(unsupportedConstruct, name, { what: `'.${name.text}' is`, help: `write ['${name.text}'] for a key of this name` }));
      const next = trailers[index + 1];
      if (next !== undefined && "children" in next && next.name === "call") {
        index += 1;
        const called = buildArguments(cx, next);
        of = { kind: "method", start, end: cx.end, of, name, ...called };
      } else {
        of = { kind: "attribute", start, end: name.end, of, name };
      }
    } else if (trailer.name === "subscript") {
      of = buildSubscript(cx, of, start, trailer);
    } else {
      const called = buildArguments(cx, trailer);
      const end = cx.end;
      if (of.kind === "name" && index === 0) {
        of = { kind: "call", start, end, name: { text: of.name, start: of.start, end: of.end }, ...called };
      } else {
        if (of.kind !== "hole") cx.problems.push(problem(badCall, { start, end: of.end }, { what: "only functions and methods can be called", help: "remove the parentheses behind it" }));
        of = { kind: "hole", start, end };
      }
    }
  }
  return of;
}

/** The name behind a dot; empty, and right behind the dot, where recovery made it up. */
function wordAfter(token: IToken, dot: IToken | undefined): Word {
  if (token.isInsertedInRecovery !== true) return { text: token.image, start: token.startOffset, end: endOf(token) };
  const end = dot === undefined ? 0 : endOf(dot);
  return { text: "", start: end, end };
}

function buildSubscript(cx: Building, of: ExprAst, start: number, node: CstNode): ExprAst {
  const parts: (ExprAst | undefined)[] = [undefined];
  for (const part of node.children["part"] ?? []) {
    if ("children" in part) parts[parts.length - 1] = cx.expression(cx, part);
    else parts.push(undefined);
  }
  const [from, to, step, extra] = parts;
  const end = finish(cx, node, "RSquare");
  if (parts.length === 1) {
    const isClosed = node.children["RSquare"]?.some((token) => !("children" in token) && token.isInsertedInRecovery !== true) ?? false;
    if (from === undefined && isClosed) cx.problems.push(problem(exprSyntax, { start: end - 1, end }, { expected: "an index", before: "]" }));
    return { kind: "index", start, end, of, at: from ?? { kind: "hole", start: end - 1, end: end - 1 } };
  }
  if (extra !== undefined || parts.length > 3) {
    cx.problems.push(problem(exprSyntax, { start: end - 1, end }, { expected: "']'", after: "[from:to:step", help: "write at most two colons" }));
  }
  return { kind: "slice", start, end, of, from, to, step };
}

function buildBracketed(cx: Building, node: CstNode): ExprAst {
  const start = startOf(node);
  cx.end = start + 1;
  const { expression = [], clause, entry = [], Comma: comma } = node.children;
  if (node.name === "dict") {
    const entries = entry.map((each) => {
      const [key, value] = asNode(each)?.children["expression"] ?? [];
      return [cx.expression(cx, asNode(key)), cx.expression(cx, asNode(value))] as const;
    });
    return { kind: "dict", start, end: finish(cx, node, "RCurly"), entries };
  }
  const closer = node.name === "list" ? "RSquare" : "RParen";
  if (clause !== undefined) {
    const body = cx.expression(cx, asNode(expression[0]));
    const clauses = clause.map((each) => buildClause(cx, asNode(each)));
    return { kind: "comprehension", start, end: finish(cx, node, closer), body, clauses, isGenerator: node.name === "group" };
  }
  const items = expression.map((each) => cx.expression(cx, asNode(each)));
  const end = finish(cx, node, closer);
  if (node.name === "group" && comma === undefined) return items[0] ?? hole(cx);
  if (node.name === "group") {
    const edits = [{ start, end: start + 1, text: "[" }, { start: end - 1, end, text: "]" }];
    cx.problems.push(problem(unsupportedConstruct, { start, end }, { what: "a tuple is", help: "write a list, in square brackets" }, { fixes: [{ title: "make it a list", safety: "safe", edits }] }));
  }
  return { kind: "list", start, end, items };
}

/** One `for … in … if …`. */
export function buildClause(cx: Building, node: CstNode | undefined): Clause {
  const { Name: names = [], chain, test = [] } = node?.children ?? {};
  return {
    names: (names as readonly IToken[]).filter((each) => each.isInsertedInRecovery !== true).map(wordOf),
    in: cx.chain(cx, asNode(chain?.[0])),
    if: test.map((each) => cx.chain(cx, asNode(each))),
  };
}

/** What a call was given: arguments by place, then by name. */
export interface Arguments {
  readonly args: readonly ExprAst[];
  readonly named: readonly NamedArgument[];
}

/** The arguments of a call; none for `undefined`. */
export function buildArguments(cx: Building, node: CstNode | undefined): Arguments {
  const args: ExprAst[] = [];
  const named: NamedArgument[] = [];
  for (const element of node?.children["argument"] ?? []) {
    const { Argument: name, expression, clause } = asNode(element)?.children ?? {};
    const value = cx.expression(cx, asNode(expression?.[0]));
    const clauses = clause?.map((each) => buildClause(cx, asNode(each)));
    const written: ExprAst = clauses === undefined ? value : { kind: "comprehension", start: value.start, end: cx.end, body: value, clauses, isGenerator: true };
    if (name !== undefined) {
      named.push({ name: wordOf(name[0] as IToken), value: written });
    } else {
      if (named.length > 0) cx.problems.push(problem(exprSyntax, written, { expected: "named arguments", after: "name=value", help: "put arguments without a name first" }));
      args.push(written);
    }
  }
  if (node !== undefined) finish(cx, node, "RParen");
  return { args, named };
}

/** What the parser missed: it has reported it. */
export function hole(cx: Building): ExprAst {
  return { kind: "hole", start: cx.end, end: cx.end };
}

/** The element as the node of a rule; absent for a token. */
export function asNode(element: CstElement | undefined): CstNode | undefined {
  return element !== undefined && "children" in element ? element : undefined;
}

/** A token as a name with its place. */
export function wordOf(token: IToken): Word {
  return { text: token.image, start: token.startOffset, end: endOf(token) };
}

/** Brackets are rules of their own, so the first token of one is its opening bracket. */
function startOf(head: CstElement): number {
  if (!("children" in head)) return head.startOffset;
  const opening = (head.children["LParen"] ?? head.children["LSquare"] ?? head.children["LCurly"])?.[0];
  return opening === undefined || "children" in opening ? 0 : opening.startOffset;
}

/** Moves behind the closing bracket of `node`, if it has one. */
function finish(cx: Building, node: CstNode, closer: "RParen" | "RSquare" | "RCurly"): number {
  const token = node.children[closer]?.[0];
  if (token !== undefined && !("children" in token) && token.isInsertedInRecovery !== true) cx.end = endOf(token);
  return cx.end;
}
