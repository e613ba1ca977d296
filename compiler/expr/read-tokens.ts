import type { IToken, TokenType } from "chevrotain";
import type { Range } from "./ast.ts";
import type { Problem } from "./problem.ts";
import { exprLimits } from "../../schemas/expr/limits.ts";
import { exprLimit, exprToken, assignment, jsOperator, templateInExpression, unsupportedConstruct } from "../diagnostics/expr.ts";
import { problem, replaceFix } from "./problem.ts";
import { retype, tokenTypes as t, tokenize } from "./tokens.ts";
import { statementWords } from "./vocabulary.ts";

/** The tokens of one expression, and what was wrong with them. */
export interface ReadTokens {
  /** Balanced, and of the types the grammar knows. */
  readonly tokens: IToken[];
  /** The text literal that never closes, if there is one: the last token. */
  readonly torn: IToken | undefined;
  readonly problems: readonly Problem[];
  /** Whether parsing makes sense: false after a construct of another language. */
  readonly parseable: boolean;
}

const closers = new Map<TokenType, TokenType>([[t.LParen, t.RParen], [t.LSquare, t.RSquare], [t.LCurly, t.RCurly]]);
const images = new Map<TokenType, string>([[t.RParen, ")"], [t.RSquare, "]"], [t.RCurly, "}"]]);

/** What authors of other languages write, and what means the same here. */
const operatorsElsewhere = new Map([["&&", "and"], ["||", "or"], ["!", "not"], ["===", "=="], ["!==", "!="], ["<>", "!="]]);

const signsElsewhere = new Map<string, { readonly spec: "operator" | "construct"; readonly help: string }>([
  ["?", { spec: "operator", help: "'a if c else b'" }],
  ["??", { spec: "operator", help: "'a | default(b)'" }],
  ["?.", { spec: "operator", help: "'.', and test with 'is not None' before" }],
  [":=", { spec: "construct", help: "write the value where it is used, or '{% set name = value %}' in a template" }],
  ["=>", { spec: "construct", help: "write a comprehension, as in 'any(x > 3 for x in state.items)'" }],
  ["->", { spec: "construct", help: "write a comprehension, as in 'any(x > 3 for x in state.items)'" }],
  [";", { spec: "construct", help: "write one expression" }],
]);

/** What reading tokens has come to. Lives for one call of `readTokens`. */
interface Reading {
  readonly text: string;
  readonly tokens: readonly IToken[];
  readonly read: IToken[];
  readonly problems: Problem[];
  /** Brackets that wait for their partner, and whether each begins the arguments of a call. */
  readonly open: IToken[];
  readonly calls: boolean[];
  torn: IToken | undefined;
  parseable: boolean;
}

/**
 * Cuts `text` into tokens and settles, in one pass, what needs no grammar: signs of other languages, brackets without
 * a partner, unclosed text, nesting. It mends what it reports, so that one slip is told once.
 */
export function readTokens(text: string): ReadTokens {
  const { tokens, unknown } = tokenize(text);
  const problems = [...unknownSigns(text, unknown)];
  const cx: Reading = { text, tokens, read: [], problems, open: [], calls: [], torn: undefined, parseable: unknown.length === 0 };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as IToken;
    if (settle(cx, token, index) === "keep") cx.read.push(token);
    if (cx.open.length > exprLimits.brackets) {
      return { tokens: [], torn: cx.torn, problems: [problem(exprLimit, rangeOf(token), { what: "expression", limit: `nested more than ${exprLimits.brackets} deep` })], parseable: false };
    }
  }
  // Text that never closes has swallowed the brackets behind it.
  for (const left of cx.open.reverse()) {
    const found = close(left, text.length, cx.read);
    if (cx.torn === undefined) problems.push(found);
  }
  return { tokens: cx.read, torn: cx.torn, problems, parseable: cx.parseable };
}

function settle(cx: Reading, token: IToken, index: number): "keep" | "drop" {
  const { problems } = cx;
  const before = cx.read.at(-1);
  if (before?.tokenType === t.Dot && token.tokenType !== t.Name && /^[^\W\d]/.test(token.image)) retype(token, t.Name);
  switch (token.tokenType) {
    case t.Name:
      if (statementWords.has(token.image) && before?.tokenType !== t.Dot) {
        problems.push(problem(unsupportedConstruct, rangeOf(token), { what: `'${token.image}' is`, help: statementWords.get(token.image) as string }));
        cx.parseable = false;
      } else if (isNamedArgument(before, cx.tokens[index + 1], cx.calls.at(-1) ?? false)) {
        retype(token, t.Argument);
      }
      return "keep";
    case t.Assign:
      if (before?.tokenType === t.Argument) return "keep";
      problems.push(problem(assignment, rangeOf(token), {}, { fixes: [replaceFix("safe", "write '=='", rangeOf(token), "==")] }));
      retype(token, t.Binary);
      return "keep";
    case t.Binary: case t.Not:
      if (isRegExp(before, token)) {
        // The slash at its end is no second mistake.
        if (cx.parseable) problems.push(problem(unsupportedConstruct, rangeOf(token), { what: "regular expressions are", help: "write 'x in a', 'a.startswith(x)' or 'a.endswith(x)'" }));
        cx.parseable = false;
        return "keep";
      }
      if (operatorsElsewhere.has(token.image)) problems.push(operatorElsewhere(cx.text, cx.tokens, index));
      return "keep";
    case t.Foreign:
      problems.push(foreignSign(token));
      cx.parseable = false;
      return "keep";
    case t.Prefix:
      problems.push(textPrefix(token));
      return "drop";
    case t.Unclosed:
      if (isApostrophe(before, cx.read.at(-2), token)) token.startOffset = (cx.read.pop() as IToken).startOffset;
      problems.push(unclosedText(cx.text, token));
      retype(token, t.Text);
      cx.torn = token;
      return "keep";
    case t.LParen: case t.LSquare: case t.LCurly:
      cx.calls.push(token.tokenType === t.LParen && before !== undefined && (before.tokenType === t.Name || before.tokenType === t.RParen || before.tokenType === t.RSquare));
      cx.open.push(token);
      return "keep";
    case t.RParen: case t.RSquare: case t.RCurly: return closeBracket(cx, token);
    default: return "keep";
  }
}

/** Whether a slash stands where a value must begin. */
function isRegExp(before: IToken | undefined, { image }: IToken): boolean {
  return (image === "/" || image === "//") && (before === undefined || before.tokenType === t.LParen || before.tokenType === t.Comma || before.tokenType === t.Binary && before.image !== "/");
}

/** Closes the partner of `token`, and reports the brackets within that have none. */
function closeBracket(cx: Reading, token: IToken): "keep" | "drop" {
  const partner = cx.open.findLastIndex((each) => closers.get(each.tokenType) === token.tokenType);
  if (partner < 0) {
    cx.problems.push(problem(exprToken, rangeOf(token), { what: `'${token.image}' closes nothing`, help: "remove it, or open the bracket before" }));
    return "drop";
  }
  for (const left of cx.open.splice(partner).slice(1).reverse()) cx.problems.push(close(left, token.startOffset, cx.read));
  cx.calls.length = cx.open.length;
  return "keep";
}

/** The place of a token in the expression. */
export function rangeOf(token: IToken): Range {
  return { start: token.startOffset, end: endOf(token) };
}

/** Where a token ends; one that was made up takes no room. */
export function endOf(token: IToken): number {
  return token.isInsertedInRecovery === true ? token.startOffset : token.startOffset + token.image.length;
}

/** In `f(name=1)`, but not in `f(state.name = 1)`: there the `=` is a slip for `==`. */
function isNamedArgument(before: IToken | undefined, after: IToken | undefined, inCall: boolean): boolean {
  return inCall && after?.tokenType === t.Assign && (before?.tokenType === t.LParen || before?.tokenType === t.Comma);
}

/** Reports a bracket without a partner and makes one up at `offset`. */
function close(left: IToken, offset: number, read: IToken[]): Problem {
  const type = closers.get(left.tokenType) as TokenType;
  const image = images.get(type) as string;
  read.push({ ...left, image, tokenType: type, tokenTypeIdx: type.tokenTypeIdx as number, startOffset: offset, isInsertedInRecovery: true });
  return problem(exprToken, rangeOf(left), { what: `'${left.image}' is never closed`, help: `add '${image}'` });
}

function operatorElsewhere(text: string, tokens: readonly IToken[], index: number): Problem {
  const token = tokens[index] as IToken;
  const at = rangeOf(token);
  const instead = operatorsElsewhere.get(token.image) as string;
  const isWord = /\w/.test(instead);
  const left = isWord && /\S/.test(text[at.start - 1] ?? " ") && !/[([{]/.test(text[at.start - 1] ?? "") ? " " : "";
  const right = isWord && /\S/.test(text[at.end] ?? " ") ? " " : "";
  const isSame = token.tokenType !== t.Not || negatesAllOf(tokens, index);
  const fixes = [replaceFix(isSame ? "safe" : "unsafe", `write '${instead}'`, at, `${left}${instead}${right}`)];
  return problem(jsOperator, at, { found: token.image, instead: `'${instead}'` }, { fixes });
}

/** Whether `not` in place of the `!` at `index` negates the same: `!a == b` is `(not a) == b`, and `not a == b` is not. */
function negatesAllOf(tokens: readonly IToken[], index: number): boolean {
  let depth = 0;
  for (const { tokenType, image } of tokens.slice(index + 1)) {
    if (closers.has(tokenType)) depth += 1;
    else if (images.has(tokenType)) depth -= 1;
    if (depth < 0) return true;
    if (depth > 0) continue;
    if (tokenType === t.Binary) return /^(?:and|or|&&|\|\|)$/.test(image);
    if (tokenType === t.Minus || tokenType === t.In || tokenType === t.Is || tokenType === t.Pipe) return false;
    if (tokenType === t.Comma || tokenType === t.If || tokenType === t.Else || tokenType === t.For || tokenType === t.Colon) return true;
  }
  return true;
}

function foreignSign(token: IToken): Problem {
  const at = rangeOf(token);
  const known = signsElsewhere.get(token.image);
  if (known === undefined) return problem(templateInExpression, at, { found: token.image === "{{" ? "{{ }}" : "{% %}" });
  if (known.spec === "operator") return problem(jsOperator, at, { found: token.image, instead: known.help });
  return problem(unsupportedConstruct, at, { what: `'${token.image}' is`, help: known.help });
}

/** Whether a quote stands inside a word, as in `it's`: then the word is no name. */
function isApostrophe(before: IToken | undefined, ahead: IToken | undefined, { startOffset }: IToken): boolean {
  return before?.tokenType === t.Name && ahead?.tokenType !== t.Dot && endOf(before) === startOffset;
}

function unclosedText(text: string, { startOffset: start, image }: IToken): Problem {
  const end = text.trimEnd().length;
  const isQuoted = text[start] === image[0];
  return problem(exprToken, { start, end }, { what: "this text is never closed", help: isQuoted ? `close it with ${image[0]}` : "put all of it in quotes of the other kind" });
}

function textPrefix(token: IToken): Problem {
  const isFormatted = /f/i.test(token.image);
  const help = isFormatted ? "put texts together with '+', or write a template" : "remove the letter before the quote";
  return problem(unsupportedConstruct, rangeOf(token), { what: isFormatted ? "f-strings are" : `the prefix '${token.image}' is`, help });
}

/** What is said of signs that mean nothing here; those that stand in pairs, such as the quotes of word processors, are one mistake. */
function unknownSigns(text: string, unknown: readonly Range[]): readonly Problem[] {
  const quotes = unknown.filter((at) => straightQuotes(text.slice(at.start, at.end)) !== undefined);
  const ticks = unknown.filter((at) => /^`+$/.test(text.slice(at.start, at.end)));
  const others = unknown.filter((at) => !quotes.includes(at) && !ticks.includes(at));
  return [...curlyQuotes(text, quotes), ...backticks(ticks), ...others.map((at) => unknownSign(text, at))].sort((a, b) => a.start - b.start);
}

const straight: ReadonlyMap<string, string> = new Map([..."‘’‚‛“”„‟«»"].map((quote) => [quote, "‘’‚‛".includes(quote) ? "'" : '"']));

/** The same quotes as expressions know them; `undefined` where `signs` holds anything else. */
function straightQuotes(signs: string): string | undefined {
  return [...signs].every((sign) => straight.has(sign)) ? [...signs].map((sign) => straight.get(sign)).join("") : undefined;
}

function curlyQuotes(text: string, quotes: readonly Range[]): readonly Problem[] {
  const [first] = quotes;
  if (first === undefined) return [];
  const sign = [...text.slice(first.start, first.end)][0] ?? "";
  const edits = quotes.map(({ start, end }) => ({ start, end, text: straightQuotes(text.slice(start, end)) ?? "" }));
  const at = { start: first.start, end: first.start + sign.length };
  return [problem(exprToken, at, { what: `${sign} is not a quotation mark of expressions`, help: `write ${straight.get(sign) ?? ""}${quotes.length > 1 ? ", and straight quotes in all of it" : ""}` }, { fixes: [{ title: "write straight quotes", safety: "unsafe", edits }] })];
}

function backticks([first, ...more]: readonly Range[]): readonly Problem[] {
  if (first === undefined) return [];
  const at = { start: first.start, end: (more.at(-1) ?? first).end };
  return [problem(exprToken, at, { what: "'`' means nothing in an expression", help: more.length === 0 ? "remove it, or put text in quotes" : "put text in quotes: ' or \"" })];
}

function unknownSign(text: string, at: Range): Problem {
  const sign = text.slice(at.start, at.end);
  const dollar = text[at.end] === "." ? "write 'state' for '$'" : "write 'env.NAME' for the environment, 'state.key' for state";
  const help = sign === "~" ? "write '+' between texts; 'str(…)' makes one of anything else" : sign.startsWith("$") ? dollar : "remove it, or put text in quotes";
  return problem(exprToken, at, { what: `'${sign}' means nothing in an expression`, help });
}
