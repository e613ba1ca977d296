import type { CstElement, CstNode, IToken } from "chevrotain";
import type { Arithmetic } from "../../schemas/expr/ir.ts";
import type { Clause, ExprAst, Link } from "./ast.ts";
import type { Building } from "./build-unit.ts";
import type { Problem } from "./problem.ts";
import { badCall, exprSyntax } from "../diagnostics/expr.ts";
import { asNode, buildArguments, buildClause, buildUnit, hole, wordOf } from "./build-unit.ts";
import { problem } from "./problem.ts";
import { endOf, rangeOf } from "./read-tokens.ts";
import { tokenTypes as t } from "./tokens.ts";
import { binaryBonds, bonds, comparisons } from "./vocabulary.ts";

/** Makes the tree of what the parser found. What is missing becomes a hole: the parser has reported it. */
export function buildExpression(root: CstNode, problems: Problem[]): ExprAst {
  return buildTernary(building(problems), root);
}

/** As `buildExpression`, for the head of a loop. */
export function buildLoop(root: CstNode, problems: Problem[]): Clause {
  return buildClause(building(problems), root);
}

function building(problems: Problem[]): Building {
  return { problems, end: 0, expression: buildTernary, chain: buildChain };
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
