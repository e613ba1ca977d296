import type { IToken, TokenType } from "chevrotain";
import { Lexer, createToken } from "chevrotain";

const letter = "A-Za-z_\\u00C0-\\u1FFF\\u2C00-\\u2FEF\\u3040-\\uFFFD";
const number = "(?:\\d+(?:_\\d+)*(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d+)?";

const Name = createToken({ name: "Name", pattern: new RegExp(`[${letter}][${letter}\\d]*`) });
const word = (name: string, pattern: RegExp): TokenType => createToken({ name, pattern, longer_alt: Name });
const sign = (name: string, pattern: RegExp | string): TokenType => createToken({ name, pattern });

/** The token types of the grammar. One type per role: all binary operators are `Binary`, told apart by their text. */
export const tokenTypes = {
  WhiteSpace: createToken({ name: "WhiteSpace", pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true }),
  In: word("In", /in/),
  Is: word("Is", /is/),
  If: word("If", /if/),
  Else: word("Else", /else/),
  For: word("For", /for/),
  Constant: word("Constant", /True|true|False|false|None|null/),
  /** `not` as a word, and what JavaScript writes instead. */
  Not: word("Not", /not|!(?!=)/),
  Binary: word("Binary", /and|or|&&|\|\||===|!==|==|!=|<>|<=|>=|<|>|\+|\*\*|\*|\/\/|\/|%/),
  /** Python's walrus, C's conditional and other signs that have no counterpart here. */
  Foreign: sign("Foreign", /:=|=>|->|\?\?|\?\.|\?|;|\{\{|\{%|%\}/),
  Assign: sign("Assign", "="),
  Minus: sign("Minus", "-"),
  Pipe: sign("Pipe", "|"),
  Number: sign("Number", new RegExp(number)),
  Prefix: sign("Prefix", /[fFrRbBuU]{1,2}(?=['"])/),
  Text: createToken({ name: "Text", pattern: /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/, line_breaks: true }),
  Unclosed: createToken({ name: "Unclosed", pattern: /['"][^]*/, line_breaks: true }),
  Name,
  /** A name in front of the `=` of a named argument; never made by the lexer but by `readTokens`. */
  Argument: createToken({ name: "Argument", pattern: Lexer.NA }),
  Dot: sign("Dot", "."),
  Comma: sign("Comma", ","),
  Colon: sign("Colon", ":"),
  LParen: sign("LParen", "("),
  RParen: sign("RParen", ")"),
  LSquare: sign("LSquare", "["),
  RSquare: sign("RSquare", "]"),
  LCurly: sign("LCurly", "{"),
  RCurly: sign("RCurly", "}"),
} as const;

/** In the order in which the lexer tries them. */
const lexed: TokenType[] = [
  tokenTypes.WhiteSpace, tokenTypes.In, tokenTypes.Is, tokenTypes.If, tokenTypes.Else, tokenTypes.For, tokenTypes.Constant, tokenTypes.Not,
  tokenTypes.Foreign, tokenTypes.Binary, tokenTypes.Assign, tokenTypes.Minus, tokenTypes.Pipe, tokenTypes.Number, tokenTypes.Prefix, tokenTypes.Text,
  tokenTypes.Unclosed, tokenTypes.Name, tokenTypes.Dot, tokenTypes.Comma, tokenTypes.Colon, tokenTypes.LParen, tokenTypes.RParen,
  tokenTypes.LSquare, tokenTypes.RSquare, tokenTypes.LCurly, tokenTypes.RCurly,
];

/** All types the parser may meet. */
export const vocabulary: TokenType[] = [...lexed, tokenTypes.Argument];

let lexer: Lexer | undefined;

export interface Lexed {
  readonly tokens: IToken[];
  /** Runs of characters that mean nothing here. */
  readonly unknown: readonly { readonly start: number; readonly end: number }[];
}

/** Cuts `text` into tokens. */
export function tokenize(text: string): Lexed {
  lexer ??= new Lexer(lexed, { positionTracking: "onlyOffset", ensureOptimizations: true });
  const { tokens, errors } = lexer.tokenize(text);
  return { tokens, unknown: errors.map(({ offset, length }) => ({ start: offset, end: offset + length })) };
}

/** Makes `token` be of another type; only between lexer and parser, where nobody else has seen it. */
export function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx as number;
}
