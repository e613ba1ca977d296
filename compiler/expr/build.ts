import type { CstElement, CstNode, IToken } from "chevrotain";
import type { Arithmetic, Comparison } from "../../schemas/expr/ir.ts";
import type { Clause, ExprAst, Link, NamedArgument, Range, Word } from "./ast.ts";
import type { Problem } from "./problem.ts";
import { badCall, exprSyntax, exprToken, unsupportedConstruct } from "../diagnostics/expr.ts";
import { numberOfLiteral, textOfLiteral } from "./literals.ts";
import { problem } from "./problem.ts";
import { endOf, rangeOf } from "./read-tokens.ts";
import { tokenTypes as t } from "./tokens.ts";

/** What every step needs: where problems go, and where the last token that was used ended, the place of a hole. */
interface Building {
  readonly problems: Problem[];
  end: number;
}

/** Makes the tree of what the parser found. What is missing becomes a hole: the parser has reported it. */
export function buildExpression(root: CstNode, problems: Problem[]): ExprAst {
  return buildTernary({ problems, end: 0 }, root);
}

/** As `buildExpression`, for the head of a loop. */
export function buildLoop(root: CstNode, problems: Problem[]): Clause {
  return buildClause({ problems, end: 0 }, root);
}

function buildTernary(cx: Building, node: CstNode | undefined): ExprAst {
  const { chain, test: tests, other: others } = node?.children ?? {};
  const first = buildChain(cx, asNode(chain?.[0]));
  if (tests === undefined) return first;
  const conditions: ExprAst[] = [];
  const values = [first];
  for (const [index, test] of tests.entries()) {
    conditions.push(buildChain(cx, asNode(test)));
    values.push(buildChain(cx, asNode(others?.[index])));
  }
  return conditions.reduceRight<ExprAst>((rest, test, index) => {
    const then = values[index] as ExprAst;
    return { kind: "if", start: then.start, end: rest.end, test, then, else: rest };
  }, values.at(-1) as ExprAst);
}

/**
 * How tightly operators bind. A filter binds tighter than unary minus and looser than a power, as in Jinja2; the rest
 * is Python's order.
 */
const bonds = { or: 1, and: 2, comparison: 4, sum: 5, product: 6, filter: 8, power: 9 } as const;

const binaryBonds: { readonly [image: string]: number } = {
  or: bonds.or, "||": bonds.or, and: bonds.and, "&&": bonds.and,
  "+": bonds.sum, "*": bonds.product, "/": bonds.product, "//": bonds.product, "%": bonds.product, "**": bonds.power,
};

const comparisons: { readonly [image: string]: Comparison } = {
  "==": "==", "===": "==", "=": "==", "!=": "!=", "!==": "!=", "<>": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", in: "in", not: "not in", "!": "not in",
};

/** A chain as the parser left it, and the next item to read: an operator at odd places, an operand at even ones. */
interface Cursor {
  readonly items: readonly CstElement[];
  next: number;
}

function buildChain(cx: Building, node: CstNode | undefined): ExprAst {
  const items = node?.children["item"];
  if (items === undefined) return hole(cx);
  const cursor: Cursor = { items, next: 0 };
  return climb(cx, cursor, buildOperand(cx, cursor, 0), 0);
}

/** Precedence climbing: takes all operators that bind at least as tightly as `least`. Source: Pratt, "Top down operator precedence", 1973. */
function climb(cx: Building, cursor: Cursor, first: ExprAst, least: number): ExprAst {
  let left = first;
  let isChained = false;
  for (;;) {
    const operator = cursor.items[cursor.next];
    if (operator === undefined || "children" in operator) return left;
    const bond = bondOf(operator);
    if (bond < least) return left;
    cursor.next += 1;
    cx.end = endOf(operator);
    if (operator.tokenType === t.Is || operator.tokenType === t.Pipe) {
      const item = asNode(cursor.items[cursor.next]);
      cursor.next += 1;
      left = operator.tokenType === t.Is ? buildTest(cx, left, item) : buildFilter(cx, left, item);
      isChained = false;
      continue;
    }
    // A power takes the filters behind its exponent, and is the only operator that groups to the right.
    const right = climb(cx, cursor, buildOperand(cx, cursor, bond), bond === bonds.power ? bonds.filter : bond + 1);
    const { start } = left;
    const { end } = right;
    if (bond === bonds.comparison) {
      const link: Link = { cmp: comparisons[operator.image] ?? "==", at: rangeOf(operator), to: right };
      left = isChained && left.kind === "compare" ? { ...left, end, links: [...left.links, link] } : { kind: "compare", start, end, first: left, links: [link] };
      isChained = true;
    } else if (bond === bonds.and || bond === bonds.or) {
      left = { kind: bond === bonds.or ? "or" : "and", start, end, left, right };
    } else {
      left = { kind: "arithmetic", start, end, fn: operator.image as Arithmetic, at: rangeOf(operator), left, right };
    }
  }
}

function bondOf(operator: IToken): number {
  switch (operator.tokenType) {
    case t.Minus: return bonds.sum;
    case t.Pipe: return bonds.filter;
    case t.Binary: return binaryBonds[operator.image] ?? bonds.comparison;
    default: return bonds.comparison;
  }
}

/** The next operand, its prefixes included. `around` is the bond of the operator in front of it. */
function buildOperand(cx: Building, cursor: Cursor, around: number): ExprAst {
  const unit = asNode(cursor.items[cursor.next]);
  cursor.next += 1;
  const prefixes = unit?.children["prefix"];
  if (prefixes === undefined) return buildUnit(cx, unit);
  return buildPrefixed(cx, cursor, unit, prefixes as readonly IToken[], around);
}

function buildPrefixed(cx: Building, cursor: Cursor, unit: CstNode | undefined, [prefix, ...others]: readonly IToken[], around: number): ExprAst {
  if (prefix === undefined) return buildUnit(cx, unit);
  cx.end = endOf(prefix);
  const start = prefix.startOffset;
  if (prefix.tokenType === t.Minus) {
    const of = climb(cx, cursor, buildPrefixed(cx, cursor, unit, others, bonds.power), bonds.power);
    return { kind: "negate", start, end: of.end, of };
  }
  const of = climb(cx, cursor, buildPrefixed(cx, cursor, unit, others, bonds.and), bonds.comparison);
  if (around > bonds.and) {
    cx.problems.push(problem(exprSyntax, { start, end: of.end }, { expected: "an operand", before: prefix.image, help: "put the part that begins with 'not' in parentheses" }));
  }
  return { kind: "not", start, end: of.end, of };
}

function buildUnit(cx: Building, unit: CstNode | undefined): ExprAst {
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

const constants: { readonly [image: string]: boolean | null } = { True: true, true: true, False: false, false: false, None: null, null: null };

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
    if ("children" in part) parts[parts.length - 1] = buildTernary(cx, part);
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
      return [buildTernary(cx, asNode(key)), buildTernary(cx, asNode(value))] as const;
    });
    return { kind: "dict", start, end: finish(cx, node, "RCurly"), entries };
  }
  const closer = node.name === "list" ? "RSquare" : "RParen";
  if (clause !== undefined) {
    const body = buildTernary(cx, asNode(expression[0]));
    const clauses = clause.map((each) => buildClause(cx, asNode(each)));
    return { kind: "comprehension", start, end: finish(cx, node, closer), body, clauses, isGenerator: node.name === "group" };
  }
  const items = expression.map((each) => buildTernary(cx, asNode(each)));
  const end = finish(cx, node, closer);
  if (node.name === "group" && comma === undefined) return items[0] ?? hole(cx);
  if (node.name === "group") {
    const edits = [{ start, end: start + 1, text: "[" }, { start: end - 1, end, text: "]" }];
    cx.problems.push(problem(unsupportedConstruct, { start, end }, { what: "a tuple is", help: "write a list, in square brackets" }, { fixes: [{ title: "make it a list", safety: "safe", edits }] }));
  }
  return { kind: "list", start, end, items };
}

function buildClause(cx: Building, node: CstNode | undefined): Clause {
  const { Name: names = [], chain, test = [] } = node?.children ?? {};
  return {
    names: (names as readonly IToken[]).filter((each) => each.isInsertedInRecovery !== true).map(wordOf),
    in: buildChain(cx, asNode(chain?.[0])),
    if: test.map((each) => buildChain(cx, asNode(each))),
  };
}

interface Arguments {
  readonly args: readonly ExprAst[];
  readonly named: readonly NamedArgument[];
}

function buildArguments(cx: Building, node: CstNode | undefined): Arguments {
  const args: ExprAst[] = [];
  const named: NamedArgument[] = [];
  for (const element of node?.children["argument"] ?? []) {
    const { Argument: name, expression, clause } = asNode(element)?.children ?? {};
    const value = buildTernary(cx, asNode(expression?.[0]));
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

function buildTest(cx: Building, of: ExprAst, node: CstNode | undefined): ExprAst {
  const word = node?.children["name"]?.[0] as IToken | undefined;
  const negated = node?.children["Not"] !== undefined;
  if (node === undefined || word === undefined || word.isInsertedInRecovery === true) return { kind: "hole", start: of.start, end: cx.end };
  const test = wordOf(word);
  cx.end = test.end;
  const { call, bare } = node.children;
  const args = bare === undefined ? buildArguments(cx, asNode(call?.[0])) : { args: [buildUnit(cx, asNode(bare[0]))], named: [] };
  for (const { name } of args.named) cx.problems.push(problem(badCall, name, { what: `tests take no named arguments`, help: `write only the value of '${name.text}'` }));
  return { kind: "is", start: of.start, end: cx.end, of, test, args: args.args, negated };
}

function buildFilter(cx: Building, of: ExprAst, node: CstNode | undefined): ExprAst {
  const word = node?.children["name"]?.[0] as IToken | undefined;
  const name = word === undefined || word.isInsertedInRecovery === true ? { text: "", start: cx.end, end: cx.end } : wordOf(word);
  cx.end = name.end;
  const called = buildArguments(cx, asNode(node?.children["call"]?.[0]));
  return { kind: "filter", start: of.start, end: cx.end, of, name, ...called };
}

function hole(cx: Building): ExprAst {
  return { kind: "hole", start: cx.end, end: cx.end };
}

function asNode(element: CstElement | undefined): CstNode | undefined {
  return element !== undefined && "children" in element ? element : undefined;
}

function wordOf(token: IToken): Word {
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
