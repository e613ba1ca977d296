import { unreachable } from "../../schemas/bug.ts";
import { decodeBlock } from "./scalar-block.ts";
import type { Complain, Emit } from "./scalar-pieces.ts";
import type { ScalarStyle } from "./tree.ts";

/**
 * Decodes one scalar as written; what it complains about is emitted as it stands. `indent` is the column of the parent
 * and matters to block scalars only.
 */
export function decodeScalar(style: ScalarStyle, raw: string, indent: number, emit: Emit, complain: Complain): void {
  switch (style) {
    case "plain":
      return unfold(raw, 0, raw.length, emit);
    case "single":
      return unfold(raw, 1, endOfQuoted(raw), (text, start, end) => emitUndoubled(text, start, end, emit));
    case "double":
      return decodeDouble(raw, endOfQuoted(raw), emit, complain);
    case "literal":
    case "folded":
      return decodeBlock(style, raw, indent, emit, complain);
    default:
      return unreachable(style, "decodeScalar");
  }
}

/** Whether a quoted scalar ends with its quote, and not with one that is part of the text; the parser also gives us those that do not. */
export function isClosed(raw: string): boolean {
  const quote = raw.charAt(0);
  if (raw.length < 2 || !raw.endsWith(quote)) return false;
  const escape = quote === '"' ? "\\" : quote;
  let before = raw.length - 2;
  while (before > 0 && raw.charAt(before) === escape) before -= 1;
  return (raw.length - 2 - before) % 2 === 0;
}

function endOfQuoted(raw: string): number {
  return isClosed(raw) ? raw.length - 1 : raw.length;
}

/**
 * Line folding of plain and single-quoted scalars: white space around a line break goes, one break is a space, and of
 * n + 1 breaks n stay. Source: YAML 1.2.2, 6.5.
 */
function unfold(raw: string, from: number, to: number, emit: Emit): void {
  let lineStart = from;
  let pieceEnd = from;
  let breaks = 0;
  while (lineStart <= to) {
    const feed = raw.indexOf("\n", lineStart);
    const last = feed === -1 || feed >= to;
    let end = last ? to : feed;
    if (!last && end > lineStart && raw[end - 1] === "\r") end -= 1;
    if (!last) while (end > lineStart && isBlank(raw[end - 1])) end -= 1;
    let start = lineStart;
    if (lineStart > from) while (start < end && isBlank(raw[start])) start += 1;
    if (start < end || last || lineStart === from) {
      if (lineStart > from) emit(breaks > 1 ? "\n".repeat(breaks - 1) : " ", pieceEnd, start);
      if (start < end) emit(raw.slice(start, end), start, end);
      pieceEnd = end;
      breaks = 0;
    }
    if (last) return;
    breaks += 1;
    lineStart = feed + 1;
  }
}

function emitUndoubled(text: string, start: number, end: number, emit: Emit): void {
  // A folded line break has another length than its source and holds no quote.
  let from = 0;
  for (let at = text.indexOf("''"); at !== -1; at = text.indexOf("''", from)) {
    if (at > from) emit(text.slice(from, at), start + from, start + at);
    emit("'", start + at, start + at + 2);
    from = at + 2;
  }
  if (from === 0) emit(text, start, end);
  else if (from < text.length) emit(text.slice(from), start + from, end);
}

/** Source: YAML 1.2.2, 5.7. */
const escapes = new Map([
  ["0", "\0"], ["a", "\x07"], ["b", "\b"], ["t", "\t"], ["\t", "\t"], ["n", "\n"], ["v", "\v"], ["f", "\f"],
  ["r", "\r"], ["e", "\x1b"], [" ", " "], ['"', '"'], ["/", "/"], ["\\", "\\"], ["N", "\u0085"], ["_", "\u00a0"],
  ["L", "\u2028"], ["P", "\u2029"],
]);
const escapeDigits = new Map([["x", 2], ["u", 4], ["U", 8]]);

function decodeDouble(raw: string, to: number, emit: Emit, complain: Complain): void {
  let verbatim = 1;
  const flush = (end: number): void => {
    if (end > verbatim) emit(raw.slice(verbatim, end), verbatim, end);
  };
  if (!raw.includes("\\") && !raw.includes("\n")) return flush(to);
  const special = /[ \t]*\r?\n|\\/g;
  special.lastIndex = 1;
  for (let match = special.exec(raw); match && match.index < to; match = special.exec(raw)) {
    const at = match.index;
    flush(at);
    if (raw[at] === "\\") {
      verbatim = emitEscape(raw, at, to, emit, complain);
    } else {
      verbatim = skipBlankLines(raw, special.lastIndex, to);
      const breaks = countFeeds(raw, special.lastIndex, verbatim);
      emit(breaks > 0 ? "\n".repeat(breaks) : " ", at, verbatim);
    }
    special.lastIndex = verbatim;
  }
  flush(to);
}

/** Emits the escape at `at` and says where the text goes on. */
function emitEscape(raw: string, at: number, to: number, emit: Emit, complain: Complain): number {
  const letter = raw[at + 1] ?? "";
  if (letter === "\n" || (letter === "\r" && raw[at + 2] === "\n")) {
    let next = at + (letter === "\n" ? 2 : 3);
    while (next < to && isBlank(raw[next])) next += 1;
    return next;
  }
  const digits = escapeDigits.get(letter);
  const end = Math.min(at + 2 + (digits ?? 0), to);
  const text = digits === undefined ? escapes.get(letter) : characterOf(raw.slice(at + 2, end), digits);
  if (text === undefined) complain("bad-escape", at, end);
  emit(text ?? raw.slice(at, end), at, end);
  return end;
}

function characterOf(hex: string, digits: number): string | undefined {
  if (hex.length !== digits || !/^[0-9a-fA-F]+$/.test(hex)) return undefined;
  const code = Number.parseInt(hex, 16);
  return code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

function skipBlankLines(raw: string, from: number, to: number): number {
  let at = from;
  while (at < to && (isBlank(raw[at]) || raw[at] === "\n" || (raw[at] === "\r" && raw[at + 1] === "\n"))) at += 1;
  return at;
}

function countFeeds(raw: string, from: number, to: number): number {
  let feeds = 0;
  for (let at = raw.indexOf("\n", from); at !== -1 && at < to; at = raw.indexOf("\n", at + 1)) feeds += 1;
  return feeds;
}

function isBlank(char: string | undefined): boolean {
  return char === " " || char === "\t";
}
