import type { Range } from "../source/text.ts";
import type { Composing, Properties } from "./composing.ts";
import { endOf } from "./tokens.ts";
import type { SourceToken, Token } from "./tokens.ts";

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

/** Reads the tokens before a node, keeps the comments and reports what cannot stand there. */
export function readProperties(c: Composing, tokens: readonly SourceToken[], context: PropertyContext): Properties {
  const { indicator, style, next } = context;
  const isBlock = style === "block" && !(indicator === "doc-start" && next?.type === "flow-collection");
  let atNewline = context.startOnNewline;
  let hasSpace = context.startOnNewline;
  let hasNewline = false;
  let newlineAfterProperty = false;
  let needsSpace: SourceToken | undefined;
  let tab: SourceToken | undefined;
  let found: SourceToken | undefined;
  let comma: SourceToken | undefined;
  let anchor: SourceToken | undefined;
  let tag: SourceToken | undefined;

  for (const token of tokens) {
    if (needsSpace && token.type !== "space" && token.type !== "newline" && token.type !== "comma") {
      c.findings.syntax("missing-space", rangeOf(token), token.source);
    }
    needsSpace = undefined;
    if (tab && atNewline && token.type !== "comment" && token.type !== "newline") wantTab(c, tab);
    tab = undefined;
    switch (token.type) {
      case "space":
        if (isBlock && token.source.includes("\t")) tab = token;
        hasSpace = true;
        break;
      case "comment":
        if (!hasSpace) c.findings.syntax("missing-space", { start: token.offset, end: token.offset + 1 }, "#");
        c.comments.push(rangeOf(token));
        atNewline = false;
        break;
      case "newline":
        newlineAfterProperty ||= anchor !== undefined || tag !== undefined;
        atNewline = true;
        hasNewline = true;
        hasSpace = true;
        break;
      case "anchor":
      case "tag":
        if (token.type === "anchor" ? anchor : tag) c.findings.syntax("property-twice", rangeOf(token), token.source);
        if (token.type === "anchor") anchor = token;
        else tag = token;
        needsSpace = token;
        atNewline = false;
        hasSpace = false;
        break;
      case "comma":
        if (style === "block") reportUnexpected(c, token);
        else if (comma) c.findings.syntax("extra-comma", rangeOf(token), ",");
        comma = token;
        atNewline = false;
        hasSpace = false;
        break;
      case indicator: {
        const early = anchor ?? tag;
        if (early) c.findings.syntax("property-misplaced", rangeOf(early), early.source);
        if (found) reportUnexpected(c, token);
        found = token;
        atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
        hasSpace = false;
        break;
      }
      default:
        reportUnexpected(c, token);
        atNewline = false;
        hasSpace = false;
    }
  }

  if (needsSpace && next && isVisible(next)) {
    c.findings.syntax("missing-space", { start: next.offset, end: next.offset + 1 }, c.text.charAt(next.offset));
  }
  const beforeBlock = next?.type === "block-map" || next?.type === "block-seq";
  if (tab && ((atNewline && tab.indent <= context.parentIndent) || beforeBlock)) wantTab(c, tab);
  const last = tokens.at(-1);
  const end = last ? endOf(last) : context.offset;
  const start = anchor || tag ? Math.min(anchor?.offset ?? end, tag?.offset ?? end) : end;
  return { found, comma, anchor, tag, hasNewline, newlineAfterProperty, start, end };
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
