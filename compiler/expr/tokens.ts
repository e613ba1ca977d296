import type { IToken, ITokenConfig, TokenType } from "chevrotain";
import { Lexer, createToken } from "chevrotain";

const letter = "A-Za-z_\\u00C0-\\u1FFF\\u2C00-\\u2FEF\\u3040-\\uFFFD";
const number = "(?:\\d+(?:_\\d+)*(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d+)?";
const digits = "0123456789";
const latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";

/** One character of each run of 256 beyond ASCII in which names may begin: the lexer sorts tokens by such runs. */
const beyondLatin = Array.from({ length: 256 - 1 }, (_, run) => (run === 0 ? 0xc0 : run * 256));
const upperLatin = Array.from({ length: 0x100 - 0xc0 }, (_, at) => 0xc0 + at);

/**
 * Every pattern comes with the characters it can begin with. The lexer could work them out, but that takes longer than
 * reading a whole workflow: 13 ms of a cold start against 6.
 */
const token = (name: string, starts: string | (string | number)[], pattern: RegExp, config: Partial<ITokenConfig> = {}): TokenType =>
  createToken({ name, pattern, start_chars_hint: [...starts], ...config });
const sign = (name: string, pattern: string): TokenType => createToken({ name, pattern });

const Name = token("Name", [...latin, ...upperLatin, ...beyondLatin], new RegExp(`[${letter}][${letter}\\d]*`));
const word = (name: string, starts: string, pattern: RegExp): TokenType => token(name, starts, pattern, { longer_alt: Name });

/** The token types of the grammar. One type per role: all binary operators are `Binary`, told apart by their text. */
export const tokenTypes = {
  WhiteSpace: token("WhiteSpace", [..." \t\n\r\v\f\u00A0\uFEFF\u1680\u2000\u2028\u3000"], /\s+/, { group: Lexer.SKIPPED, line_breaks: true }),
  In: word("In", "i", /in/),
  Is: word("Is", "i", /is/),
  If: word("If", "i", /if/),
  Else: word("Else", "e", /else/),
  For: word("For", "f", /for/),
  Constant: word("Constant", "TtFfNn", /True|true|False|false|None|null/),
  /** `not` as a word, and what JavaScript writes instead. */
  Not: word("Not", "n!", /not|!(?!=)/),
  Binary: word("Binary", "ao&|=!<>+*/%", /and|or|&&|\|\||===|!==|==|!=|<>|<=|>=|<|>|\+|\*\*|\*|\/\/|\/|%/),
  /** Python's walrus, C's conditional and other signs that have no counterpart here. */
  Foreign: token("Foreign", ":=-?;{%", /:=|=>|->|\?\?|\?\.|\?|;|\{\{|\{%|%\}/),
  Assign: sign("Assign", "="),
  Minus: sign("Minus", "-"),
  Pipe: sign("Pipe", "|"),
  Number: token("Number", `${digits}.`, new RegExp(number)),
  Prefix: token("Prefix", "fFrRbBuU", /[fFrRbBuU]{1,2}(?=['"])/),
  Text: token("Text", "'\"", /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/, { line_breaks: true }),
  Unclosed: token("Unclosed", "'\"", /['"][^]*/, { line_breaks: true }),
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

/** A lexer of its own. `trust` leaves out checks of the patterns that cost start-up time; a test makes them. */
export function buildLexer(patterns: "validate" | "trust"): Lexer {
  return new Lexer(lexed, { positionTracking: "onlyOffset", ensureOptimizations: true, skipValidations: patterns === "trust" });
}

export interface Lexed {
  readonly tokens: IToken[];
  /** Runs of characters that mean nothing here. */
  readonly unknown: readonly { readonly start: number; readonly end: number }[];
}

/** Cuts `text` into tokens. */
export function tokenize(text: string): Lexed {
  lexer ??= buildLexer("trust");
  const { tokens, errors } = lexer.tokenize(text);
  return { tokens, unknown: errors.map(({ offset, length }) => ({ start: offset, end: offset + length })) };
}

/** Makes `token` be of another type; only between lexer and parser, where nobody else has seen it. */
export function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx as number;
}
