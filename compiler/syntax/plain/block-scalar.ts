import type { YamlScalar } from "../tree.ts";
import { decodedText } from "./scalar.ts";
import { code, isLineEnd, lineEnd, skipSpaces } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** Lines that belong to a block of text: it ends at `end`, its last line with content at `written`. */
interface Lines {
  readonly written: number;
  readonly end: number;
}

/**
 * A literal or folded text whose parent stands in column `parent`; what comes next is the end of its last line. Not for
 * us: an indentation indicator, a text without content, white space that is indented more than the text.
 */
export function readBlockScalar(scan: Scan, parent: number): YamlScalar | undefined {
  const { text, at: start } = scan;
  const style = text.charCodeAt(start) === code.bar ? "literal" : "folded";
  const chomp = text.charCodeAt(start + 1);
  const behindHeader = chomp === code.dash || chomp === code.plus ? start + 2 : start + 1;
  const lines = endHeader(scan, behindHeader) ? linesOf(text, scan.at + 1, parent, chomp === code.plus ? "keep" : "drop") : undefined;
  if (lines === undefined) return undefined;
  const { written, end } = lines;
  const raw = text.slice(start, end);
  const value = decodedText(style, raw, parent);
  if (value === undefined) return undefined;
  scan.at = text.charCodeAt(end - 1) === code.feed ? end - 1 : end;
  return { kind: "scalar", style, value, raw, indent: parent, start, end: written };
}

/** Goes to the end of the line whose indicators end at `from`; `false` where more than a comment stands behind them. */
function endHeader(scan: Scan, from: number): boolean {
  const { text, comments } = scan;
  const behind = skipSpaces(text, from);
  const isComment = text.charCodeAt(behind) === code.hash && behind > from;
  scan.at = isComment ? lineEnd(text, behind) : behind;
  if (isComment) comments.push({ start: behind, end: scan.at });
  return isLineEnd(text, scan.at);
}

/** The lines from `from` on that are indented as the first one with content; empty ones at the end as `chomp` says. */
function linesOf(text: string, from: number, parent: number, chomp: "keep" | "drop"): Lines | undefined {
  let column: number | undefined;
  let written = from;
  let start = from;
  while (start < text.length) {
    const at = skipSpaces(text, start);
    const width = at - start;
    if (isLineEnd(text, at)) {
      if (at === text.length || (column !== undefined && width > column)) return undefined;
      start = at + 1;
      continue;
    }
    column ??= width;
    if (width < column) break;
    written = lineEnd(text, at);
    start = written + 1;
  }
  if (column === undefined || column <= parent) return undefined;
  return { written, end: Math.min(chomp === "keep" ? start : written + 1, text.length) };
}
