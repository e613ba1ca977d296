import type { Range } from "../source/text.ts";
import type { Anchors } from "./anchors.ts";
import type { Findings } from "./findings.ts";
import { endOfLine, firstLine } from "./lines.ts";
import type { Repair } from "./repair.ts";
import type { SourceToken, Token } from "./tokens.ts";
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

/** What stands before a node: its indicator (`-`, `?`, `:`, `---`), anchor, tag, and white space. */
export interface Properties {
  readonly found: SourceToken | undefined;
  readonly comma: SourceToken | undefined;
  readonly anchor: SourceToken | undefined;
  readonly tag: SourceToken | undefined;
  readonly hasNewline: boolean;
  readonly newlineAfterProperty: boolean;
  /** Where the anchor or tag begins, or else `end`. */
  readonly start: number;
  readonly end: number;
}

/** The properties of a node that has none. */
export function noProperties(offset: number): Properties {
  const nothing = { found: undefined, comma: undefined, anchor: undefined, tag: undefined };
  return { ...nothing, hasNewline: false, newlineAfterProperty: false, start: offset, end: offset };
}

/** A part that was reported and has no value. */
export function hole(range: Range): YamlHole {
  return { kind: "hole", start: range.start, end: range.end };
}

/** What is written from `offset` to the end of its line, without a comment. */
export function lineFrom(c: Composing, offset: number): Range {
  return firstLine(c.text, { start: offset, end: endOfLine(c.text, offset) });
}

/** The author's words at `range`. */
export function wordsAt(c: Composing, range: Range): string {
  return c.text.slice(range.start, range.end);
}
