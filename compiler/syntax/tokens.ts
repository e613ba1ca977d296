import { Lexer, Parser } from "yaml";
import type { CST } from "yaml";

/** The tokens of the package `yaml`, which is the authority on where each begins and ends. */
export type Token = CST.Token;
export type SourceToken = CST.SourceToken;
export type DocumentToken = CST.Document;
export type ScalarToken = CST.FlowScalar | CST.BlockScalar;
export type FlowScalarToken = CST.FlowScalar;
export type BlockScalarToken = CST.BlockScalar;
export type BlockMapToken = CST.BlockMap;
export type BlockSequenceToken = CST.BlockSequence;
export type FlowToken = CST.FlowCollection;
export type ItemToken = CST.CollectionItem;

export interface TokenStream {
  /** Documents, directives and what stands between them. */
  readonly tokens: readonly Token[];
  /** Where reading stopped because collections nest more than `nesting` deep. */
  readonly tooDeep?: number;
}

/**
 * Reads `text` up to the first collection that nests too deeply: 50,000 open brackets cost as much as 64.
 * The parser keeps on its stack the document, the open collections and the scalar it is in.
 */
export function readTokens(text: string, nesting: number): TokenStream {
  const parser = new Parser();
  const tokens: Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > nesting + 1 && isCollection(parser.stack[nesting + 1])) {
      return { tokens, tooDeep: parser.offset - lexeme.length };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

export function isCollection(token: Token | null | undefined): boolean {
  return token?.type === "block-map" || token?.type === "block-seq" || token?.type === "flow-collection";
}

/** First and last offset of what the author wrote for `token`, without white space and comments around it. */
export function endOf(token: { readonly offset: number; readonly source: string }): number {
  return token.offset + token.source.length;
}
