import type { Range } from "../../source/text.ts";

/**
 * Where the reading of a plain document stands.
 *
 * P1. What is read is what the package `yaml` reads, with nothing to report. At the least doubt a reader gives
 *     `undefined`, which ends the whole reading: the document is then read by the package.
 * P2. The text holds neither tabs nor carriage returns nor control characters; so a line ends at a line feed only.
 */
export interface Scan {
  readonly text: string;
  readonly comments: Range[];
  /** How deep collections may nest. */
  readonly nesting: number;
  /** The character to be read next. */
  at: number;
  /** The column of the first thing on this line that is no dash; -1 behind the last line. */
  indent: number;
}

/** The characters that mean something to YAML, as UTF-16 units. */
export const code = {
  feed: 0x0a, space: 0x20, doubleQuote: 0x22, hash: 0x23, singleQuote: 0x27, openParen: 0x28, closeParen: 0x29, plus: 0x2b, comma: 0x2c, dash: 0x2d,
  colon: 0x3a, greater: 0x3e, openBracket: 0x5b, backslash: 0x5c, closeBracket: 0x5d, openBrace: 0x7b, bar: 0x7c, closeBrace: 0x7d,
} as const;

/** Whether the text ends or the line breaks at `at`. */
export function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) === code.feed;
}

/** The offset of the first character from `at` on that is no space. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === code.space) end += 1;
  return end;
}

/** Whether `indicator` stands at `at` as one: before a space or the end of the line. */
export function isIndicator(text: string, at: number, indicator: number): boolean {
  return text.charCodeAt(at) === indicator && (text.charCodeAt(at + 1) === code.space || isLineEnd(text, at + 1));
}

/** The end of the line that `at` stands on. */
export function lineEnd(text: string, at: number): number {
  const feed = text.indexOf("\n", at);
  return feed === -1 ? text.length : feed;
}

/**
 * Goes on to what stands on the next line that is neither empty nor a comment. `false` where something is left on this
 * line, which begins at `lineStart` if nothing of it was read.
 */
export function nextLine(scan: Scan, lineStart = -1): boolean {
  const { text, comments } = scan;
  let start = lineStart;
  for (let at = scan.at; ; at += 1) {
    const from = at;
    at = skipSpaces(text, at);
    if (text.charCodeAt(at) === code.hash && (at > from || start === from)) {
      const end = lineEnd(text, at);
      comments.push({ start: at, end });
      at = end;
    }
    const isRead = isLineEnd(text, at);
    if (!isRead && start === -1) return false;
    if (!isRead || at >= text.length) {
      scan.at = at;
      scan.indent = isRead ? -1 : at - start;
      return true;
    }
    start = at + 1;
  }
}
