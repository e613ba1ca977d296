/**
 * The short way to the tree of an expression: precedence climbing over plain tokens, for the forms that authors mostly
 * write. It gives exactly what the grammar in `parser.ts` and `build.ts` give, or nothing.
 *
 * P1. What would be reported, mended or recovered from is not plain: the grammar is asked instead, and it alone knows
 *     what to say. A test holds both against each other on mutated texts.
 * P2. It needs no parser to be built, which takes a cold process longer than all else that it does with a small document.
 */
import type { Arithmetic } from "../../schemas/expr/ir.ts";
import type { Clause, ExprAst, Link, NamedArgument, Range, Word } from "./ast.ts";
import type { PlainToken } from "./scan-plain.ts";
import { exprLimits } from "../../schemas/expr/limits.ts";
import { compact } from "../source/compact.ts";
import { numberOfLiteral, textOfLiteral } from "./literals.ts";
import { scanPlain } from "./scan-plain.ts";
import { binaryBonds, bonds, comparisons, constants } from "./vocabulary.ts";

/** The tree of an expression without a flaw; nothing for all others, and for some without. */
export function parsePlainExpression(text: string): ExprAst | undefined {
  return parse(text, expression);
}

/** As `parsePlainExpression`, for the head of a loop, from its `for` on. */
export function parsePlainLoop(text: string): Clause | undefined {
  return parse(text, clause);
}

/** What is being read. Once it turns out not to be plain, all that is left reads as the end, so that no loop goes on. */
interface Reading {
  readonly tokens: readonly PlainToken[];
  at: number;
  isPlain: boolean;
  /** Brackets that are open. */
  depth: number;
}

function parse<T>(text: string, rule: (cx: Reading) => T): T | undefined {
  const tokens = scanPlain(text);
  if (tokens === undefined) return undefined;
  const cx: Reading = { tokens, at: 0, isPlain: true, depth: 0 };
  const found = rule(cx);
  return cx.isPlain && peek(cx).kind === "end" ? found : undefined;
}

function peek(cx: Reading): PlainToken {
  return cx.tokens[cx.at] as PlainToken;
}

function take(cx: Reading): PlainToken {
  const token = peek(cx);
  if (token.kind !== "end") cx.at += 1;
  return token;
}

/** Takes the next token if it is of this kind. */
function takes(cx: Reading, kind: PlainToken["kind"]): boolean {
  if (peek(cx).kind !== kind) return false;
  cx.at += 1;
  return true;
}

/** Takes the next token, which must be of this kind. */
function need(cx: Reading, kind: PlainToken["kind"]): PlainToken {
  const token = peek(cx);
  if (token.kind !== kind) refuse(cx);
  return take(cx);
}

function refuse(cx: Reading): ExprAst {
  cx.isPlain = false;
  cx.at = cx.tokens.length - 1;
  return { kind: "hole", start: 0, end: 0 };
}

/** Where the last token that was taken ends. */
function endOf(cx: Reading): number {
  return cx.tokens[cx.at - 1]?.end ?? 0;
}

function wordOf({ image, start, end }: PlainToken): Word {
  return { text: image, start, end };
}

function expression(cx: Reading): ExprAst {
  const then = chain(cx);
  if (!takes(cx, "if")) return then;
  const test = chain(cx);
  need(cx, "else");
  const rest = expression(cx);
  return { kind: "if", start: then.start, end: rest.end, test, then, else: rest };
}

function chain(cx: Reading): ExprAst {
  return climb(cx, operand(cx, 0), 0);
}

/** Takes all operators that bind at least as tightly as `least`. */
function climb(cx: Reading, first: ExprAst, least: number): ExprAst {
  let left = first;
  let isChained = false;
  for (;;) {
    const operator = peek(cx);
    const bond = bondOf(operator);
    if (bond === undefined || bond < least) return left;
    cx.at += 1;
    if (operator.kind === "is" || operator.kind === "|") {
      left = operator.kind === "is" ? test(cx, left) : filter(cx, left);
      isChained = false;
      continue;
    }
    if (operator.kind === "not") need(cx, "in");
    const right = climb(cx, operand(cx, bond), bond === bonds.power ? bonds.filter : bond + 1);
    const { start } = left;
    const { end } = right;
    const at: Range = { start: operator.start, end: operator.end };
    if (bond === bonds.comparison) {
      const link: Link = { cmp: comparisons[operator.image] ?? "==", at, to: right };
      left = isChained && left.kind === "compare" ? { ...left, end, links: [...left.links, link] } : { kind: "compare", start, end, first: left, links: [link] };
      isChained = true;
    } else if (operator.kind === "and" || operator.kind === "or") {
      left = { kind: operator.kind, start, end, left, right };
    } else {
      // Every other operator computes: the table of bonds has no more.
      left = { kind: "arithmetic", start, end, fn: operator.image as Arithmetic, at, left, right };
    }
  }
}

/** Absent where a token is no operator. */
function bondOf({ kind }: PlainToken): number | undefined {
  switch (kind) {
    case "|": return bonds.filter;
    case "is": case "in": case "not": case "==": case "!=": case "<": case "<=": case ">": case ">=": return bonds.comparison;
    default: return binaryBonds[kind];
  }
}

/** The next operand, its signs included. `around` is the bond of the operator in front of it. */
function operand(cx: Reading, around: number): ExprAst {
  const { kind, start } = peek(cx);
  if (kind === "-") {
    cx.at += 1;
    const of = climb(cx, operand(cx, bonds.power), bonds.power);
    return { kind: "negate", start, end: of.end, of };
  }
  if (kind === "not") {
    if (around > bonds.and) return refuse(cx);
    cx.at += 1;
    const of = climb(cx, operand(cx, bonds.and), bonds.comparison);
    return { kind: "not", start, end: of.end, of };
  }
  return unit(cx);
}

/** An operand without its signs: a head, and what is read or called of it. */
function unit(cx: Reading): ExprAst {
  const { start } = peek(cx);
  const head = headOf(cx);
  let of = head;
  for (;;) {
    switch (peek(cx).kind) {
      case ".": of = member(cx, of, start); break;
      case "[": of = subscript(cx, of, start); break;
      case "(":
        if (of !== head || of.kind !== "name") return refuse(cx);
        of = called(cx, { text: of.name, start: of.start, end: of.end });
        break;
      default: return of;
    }
  }
}

function headOf(cx: Reading): ExprAst {
  const { kind, image, start, end } = take(cx);
  switch (kind) {
    case "name": return { kind: "name", start, end, name: image };
    case "text": return { kind: "literal", start, end, value: textOfLiteral(image) };
    case "constant": return { kind: "literal", start, end, value: constants[image] ?? null };
    case "number": {
      const value = numberOfLiteral(image);
      return Number.isFinite(value) && !(image.startsWith("0") && /^0\d/.test(image)) ? { kind: "literal", start, end, value } : refuse(cx);
    }
    case "(": return within(cx, () => group(cx, start));
    case "[": return within(cx, () => list(cx, start));
    case "{": return within(cx, () => dict(cx, start));
    default: return refuse(cx);
  }
}

function within<T>(cx: Reading, read: () => T): T {
  cx.depth += 1;
  if (cx.depth > exprLimits.brackets) refuse(cx);
  const found = read();
  cx.depth -= 1;
  return found;
}

/** Parentheses leave no trace; what would be a tuple is refused. */
function group(cx: Reading, start: number): ExprAst {
  const body = expression(cx);
  const clauses = clausesOf(cx);
  need(cx, ")");
  return clauses.length === 0 ? body : { kind: "comprehension", start, end: endOf(cx), body, clauses, isGenerator: true };
}

function list(cx: Reading, start: number): ExprAst {
  const items: ExprAst[] = [];
  while (!takes(cx, "]")) {
    const body = expression(cx);
    const clauses = items.length === 0 ? clausesOf(cx) : [];
    if (clauses.length > 0) {
      need(cx, "]");
      return { kind: "comprehension", start, end: endOf(cx), body, clauses, isGenerator: false };
    }
    items.push(body);
    if (!separates(cx, "]")) break;
  }
  return { kind: "list", start, end: endOf(cx), items };
}

function dict(cx: Reading, start: number): ExprAst {
  const entries: (readonly [ExprAst, ExprAst])[] = [];
  while (!takes(cx, "}")) {
    const key = expression(cx);
    need(cx, ":");
    entries.push([key, expression(cx)]);
    if (!separates(cx, "}")) break;
  }
  return { kind: "dict", start, end: endOf(cx), entries };
}

/** Whether items go on: behind a comma they may, otherwise `closer` must follow. It is taken only behind a comma's lack. */
function separates(cx: Reading, closer: ")" | "]" | "}"): boolean {
  if (takes(cx, ",")) return true;
  need(cx, closer);
  return false;
}

function clausesOf(cx: Reading): readonly Clause[] {
  const clauses: Clause[] = [];
  while (peek(cx).kind === "for") clauses.push(clause(cx));
  return clauses;
}

function clause(cx: Reading): Clause {
  need(cx, "for");
  const names = [wordOf(need(cx, "name"))];
  while (takes(cx, ",")) names.push(wordOf(need(cx, "name")));
  need(cx, "in");
  const over = chain(cx);
  const tests: ExprAst[] = [];
  while (takes(cx, "if")) tests.push(chain(cx));
  return { names, in: over, if: tests };
}

function member(cx: Reading, of: ExprAst, start: number): ExprAst {
  need(cx, ".");
  const name = wordOf(need(cx, "name"));
  if (name.text.startsWith("_")) return refuse(cx);
  if (peek(cx).kind !== "(") return { kind: "attribute", start, end: name.end, of, name };
  const { args, named } = call(cx);
  return { kind: "method", start, end: endOf(cx), of, name, args, named };
}

function called(cx: Reading, name: Word): ExprAst {
  const { args, named } = call(cx);
  return { kind: "call", start: name.start, end: endOf(cx), name, args, named };
}

interface Arguments {
  readonly args: readonly ExprAst[];
  readonly named: readonly NamedArgument[];
}

const nothing: Arguments = { args: [], named: [] };

function call(cx: Reading): Arguments {
  need(cx, "(");
  return within(cx, () => {
    const args: ExprAst[] = [];
    const named: NamedArgument[] = [];
    while (!takes(cx, ")")) {
      const name = cx.tokens[cx.at + 1]?.kind === "=" ? wordOf(need(cx, "name")) : undefined;
      if (name !== undefined) need(cx, "=");
      else if (named.length > 0) refuse(cx);
      const body = expression(cx);
      const clauses = clausesOf(cx);
      const value: ExprAst = clauses.length === 0 ? body : { kind: "comprehension", start: body.start, end: endOf(cx), body, clauses, isGenerator: true };
      if (name === undefined) args.push(value);
      else named.push({ name, value });
      if (!separates(cx, ")")) break;
    }
    return { args: compact(args), named: compact(named) };
  });
}

function subscript(cx: Reading, of: ExprAst, start: number): ExprAst {
  need(cx, "[");
  return within(cx, () => {
    const parts: (ExprAst | undefined)[] = [undefined];
    while (!takes(cx, "]") && cx.isPlain) {
      if (takes(cx, ":")) parts.push(undefined);
      else if (parts.at(-1) === undefined) parts[parts.length - 1] = expression(cx);
      else refuse(cx);
    }
    const [from, to, step] = parts;
    const end = endOf(cx);
    if (parts.length > 3) return refuse(cx);
    if (parts.length > 1) return { kind: "slice", start, end, of, from, to, step };
    return from === undefined ? refuse(cx) : { kind: "index", start, end, of, at: from };
  });
}

/** The argument of a test may stand without parentheses. */
function test(cx: Reading, of: ExprAst): ExprAst {
  const negated = takes(cx, "not");
  const word = take(cx);
  if (word.kind !== "name" && word.kind !== "constant" && word.kind !== "in") return refuse(cx);
  const args = argumentsOfTest(cx);
  return { kind: "is", start: of.start, end: endOf(cx), of, test: wordOf(word), args, negated };
}

function argumentsOfTest(cx: Reading): readonly ExprAst[] {
  switch (peek(cx).kind) {
    case "(": {
      const { args, named } = call(cx);
      if (named.length > 0) refuse(cx);
      return args;
    }
    case "name": case "number": case "text": case "constant": case "[": case "{": return [unit(cx)];
    default: return [];
  }
}

function filter(cx: Reading, of: ExprAst): ExprAst {
  const name = wordOf(need(cx, "name"));
  const { args, named } = peek(cx).kind === "(" ? call(cx) : nothing;
  return { kind: "filter", start: of.start, end: endOf(cx), of, name, args, named };
}
