import type { Range } from "../source/text.ts";
import type { Anchors } from "./anchors.ts";
import type { Findings } from "./findings.ts";
import type { Properties } from "./properties.ts";
import type { Repair } from "./repair.ts";
import type { Token } from "./tokens.ts";
import type { YamlHole, YamlNode } from "./tree.ts";

/** What the composition of one document carries through its recursion. */
export interface Composing {
  /** The text as the author wrote it; tokens come from a text of equal length, see `repair.ts`. */
  readonly text: string;
  readonly findings: Findings;
  readonly anchors: Anchors;
  readonly comments: Range[];
  /** Quoted and block scalars of several lines. */
  readonly verbatim: Range[];
  /** Quoted scalars without their closing quote. */
  readonly openQuotes: Range[];
  /** Places mended before this pass, and places this pass wants mended before the next. */
  readonly repaired: readonly Repair[];
  readonly wanted: Repair[];
  /** The node of `token`; here, so that mappings and lists can hold each other without a cycle of imports. */
  readonly node: (token: Token, properties: Properties) => YamlNode;
  /** The `null` of a value that was left out at `offset`. */
  readonly empty: (offset: number, properties: Properties) => YamlNode;
}

export function hole(range: Range): YamlHole {
  return { kind: "hole", start: range.start, end: range.end };
}

/** `range` without the white space, comment and later lines at its end. */
export function firstLine(text: string, range: Range): Range {
  const line = /^[^\r\n]*/.exec(text.slice(range.start, range.end))?.[0] ?? "";
  const written = line.replace(/[ \t]#.*$/, "").trimEnd();
  return { start: range.start, end: range.start + Math.max(written.length, Math.min(1, range.end - range.start)) };
}

/** What is written from `offset` to the end of its line, without a comment. */
export function lineFrom(c: Composing, offset: number): Range {
  return firstLine(c.text, { start: offset, end: endOfLine(c.text, offset) });
}

/** The author's words at `range`. */
export function wordsAt(c: Composing, range: Range): string {
  return c.text.slice(range.start, range.end);
}

/** The end of the line that `offset` stands on. */
export function endOfLine(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  if (feed === -1) return text.length;
  return text[feed - 1] === "\r" && feed > offset ? feed - 1 : feed;
}

/** What a line is known by: its key, or all of it. */
export function firstWord(line: string): string {
  return /^(?:- )?(.*?)(?::(?:\s|$)|$)/.exec(line)?.[1] || line;
}
