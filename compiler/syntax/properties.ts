import type { Range } from "../source/text.ts";
import type { Composing, Properties } from "./composing.ts";
import { endOf } from "./tokens.ts";
import type { SourceToken, Token } from "./tokens.ts";

/** Where properties stand, and what they belong to. */
export interface PropertyContext {
  readonly indicator: "explicit-key-ind" | "map-value-ind" | "seq-item-ind" | "doc-start";
  readonly style: "block" | "flow";
  /** What the properties belong to. */
  readonly next: Token | null | undefined;
  /** Where they begin, should there be none. */
  readonly offset: number;
  readonly parentIndent: number;
  readonly startOnNewline: boolean;
}

/** What reading the tokens before a node has come to. */
interface Reading {
  found: SourceToken | undefined;
  comma: SourceToken | undefined;
  anchor: SourceToken | undefined;
  tag: SourceToken | undefined;
  hasNewline: boolean;
  newlineAfterProperty: boolean;
  /** Nothing but white space stands between the start of the line and here. */
  atNewline: boolean;
  hasSpace: boolean;
  /** An anchor or tag that ends here. */
  glued: SourceToken | undefined;
  /** White space with a tab that ends here. */
  tab: SourceToken | undefined;
}

/** Reads the tokens before a node, keeps the comments and reports what cannot stand there. */
export function readProperties(c: Composing, tokens: readonly SourceToken[], context: PropertyContext): Properties {
  const { next } = context;
  const r: Reading = {
    found: undefined, comma: undefined, anchor: undefined, tag: undefined,
    hasNewline: false, newlineAfterProperty: false, atNewline: context.startOnNewline, hasSpace: context.startOnNewline, glued: undefined, tab: undefined,
  };
  for (const token of tokens) {
    if (r.glued && token.type !== "space" && token.type !== "newline" && token.type !== "comma") c.findings.syntax("missing-space", rangeOf(token), token.source);
    if (r.tab && r.atNewline && token.type !== "comment" && token.type !== "newline") wantTab(c, r.tab);
    r.glued = undefined;
    r.tab = undefined;
    readProperty(c, r, token, context);
  }
  if (r.glued && next && isVisible(next)) {
    c.findings.syntax("missing-space", { start: next.offset, end: next.offset + 1 }, c.text.charAt(next.offset));
  }
  const beforeBlock = next?.type === "block-map" || next?.type === "block-seq";
  if (r.tab && ((r.atNewline && r.tab.indent <= context.parentIndent) || beforeBlock)) wantTab(c, r.tab);
  const { found, comma, anchor, tag, hasNewline, newlineAfterProperty } = r;
  const last = tokens.at(-1);
  const end = last ? endOf(last) : context.offset;
  const start = anchor || tag ? Math.min(anchor?.offset ?? end, tag?.offset ?? end) : end;
  return { found, comma, anchor, tag, hasNewline, newlineAfterProperty, start, end };
}

function readProperty(c: Composing, r: Reading, token: SourceToken, { indicator, style, next }: PropertyContext): void {
  switch (token.type) {
    case "space":
      if (style === "block" && !(indicator === "doc-start" && next?.type === "flow-collection") && token.source.includes("\t")) r.tab = token;
      r.hasSpace = true;
      return;
    case "newline":
      r.newlineAfterProperty ||= r.anchor !== undefined || r.tag !== undefined;
      r.atNewline = true;
      r.hasNewline = true;
      r.hasSpace = true;
      return;
    case "comment":
      if (!r.hasSpace) c.findings.syntax("missing-space", { start: token.offset, end: token.offset + 1 }, "#");
      c.comments.push(rangeOf(token));
      r.atNewline = false;
      return;
    case "anchor":
    case "tag":
      if (r[token.type]) c.findings.syntax("property-twice", rangeOf(token), token.source);
      r[token.type] = token;
      r.glued = token;
      break;
    case "comma":
      if (style === "block") reportUnexpected(c, token);
      else if (r.comma) c.findings.syntax("extra-comma", rangeOf(token), ",");
      r.comma = token;
      break;
    case indicator: {
      const early = r.anchor ?? r.tag;
      if (early) c.findings.syntax("property-misplaced", rangeOf(early), early.source);
      if (r.found) reportUnexpected(c, token);
      r.found = token;
      break;
    }
    default:
      reportUnexpected(c, token);
  }
  r.atNewline = token.type === indicator && (indicator === "seq-item-ind" || indicator === "explicit-key-ind");
  r.hasSpace = false;
}

/** Keeps the comments behind a node or a document; gives the range of whatever else stands there. */
export function readEnd(
  c: Composing,
  tokens: readonly SourceToken[] | undefined,
  behind: "node" | "document" = "node",
): Range | undefined {
  if (!tokens) return undefined;
  let stray: Range | undefined;
  let hasSpace = behind === "document";
  for (const token of tokens) {
    if (token.type === "space" || token.type === "newline") {
      hasSpace = true;
    } else if (token.type === "comment") {
      if (!hasSpace) c.findings.syntax("missing-space", { start: token.offset, end: token.offset + 1 }, "#");
      c.comments.push(rangeOf(token));
    } else {
      stray = { start: stray?.start ?? token.offset, end: endOf(token) };
    }
  }
  return stray;
}

/** Where the text of the last line of a token begins. */
export function lastLineOf({ offset, source }: { readonly offset: number; readonly source: string }): number {
  const start = source.lastIndexOf("\n") + 1;
  return offset + start + (/^[ \t]*/.exec(source.slice(start))?.[0].length ?? 0);
}

/** The range of a token. */
export function rangeOf(token: { readonly offset: number; readonly source: string }): Range {
  return { start: token.offset, end: endOf(token) };
}

/** Reports a token that YAML has no use for at its place. */
export function reportUnexpected(c: Composing, token: { readonly offset: number; readonly source: string }): void {
  const { source } = token;
  if (source === "]" || source === "}") c.findings.syntax("stray-bracket", rangeOf(token), source);
  else c.findings.syntax("unexpected-text", rangeOf(token), `'${source}'`);
}

/** Asks for a tab to be overwritten and reported: see `repair.ts`. */
export function wantTab(c: Composing, token: { readonly offset: number; readonly source: string }): void {
  const first = token.offset + token.source.indexOf("\t");
  const end = token.offset + token.source.lastIndexOf("\t") + 1;
  c.wanted.push({ kind: "tab", start: first, end });
}

function isVisible(token: Token): boolean {
  if (token.type === "space" || token.type === "newline" || token.type === "comma") return false;
  return token.type !== "scalar" || token.source !== "";
}
