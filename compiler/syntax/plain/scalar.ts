import { differingReadings, resolvePlain } from "../core-schema.ts";
import { decodeScalar } from "../scalar-decode.ts";
import type { ScalarStyle, ScalarValue, YamlScalar } from "../tree.ts";
import { code, isLineEnd, lineEnd } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** What an unquoted text does not begin with, or not always. */
const reserved: ReadonlySet<number> = new Set([...",[]{}#&*!|>%@`?:\"'"].map((character) => character.charCodeAt(0)));

/** First letters of what is no text, to us or to YAML 1.1: null, true, false, yes, no, on, off. */
const wordStarts: ReadonlySet<number> = new Set([..."nNtTfFyYoO"].map((character) => character.charCodeAt(0)));

/** A text, quoted or not, that ends on its line. Quoted texts end behind their quote, others before white space. */
export function readText(scan: Scan, within: "block" | "flow"): YamlScalar | undefined {
  switch (scan.text.charCodeAt(scan.at)) {
    case code.singleQuote: return readSingle(scan);
    case code.doubleQuote: return readDouble(scan);
    default: return readUnquoted(scan, within);
  }
}

/** What is left out at `offset`. */
export function nothingAt(offset: number): YamlScalar {
  return { kind: "scalar", style: "plain", value: null, raw: "", indent: 0, start: offset, end: offset };
}

/** The text of a scalar as written; undefined where something is wrong with it. */
export function decodedText(style: ScalarStyle, raw: string, indent: number): string | undefined {
  let text = "";
  let isSound = true;
  const emit = (piece: string): void => {
    text += piece;
  };
  decodeScalar(style, raw, indent, emit, () => {
    isSound = false;
  });
  return isSound ? text : undefined;
}

function readUnquoted(scan: Scan, within: "block" | "flow"): YamlScalar | undefined {
  const { text, at: start, indent } = scan;
  const first = text.charCodeAt(start);
  const isText = beginsText(first);
  if (!isText && !mayBegin(text, start, first)) return undefined;
  const end = within === "block" ? endInBlock(text, start) : endInFlow(text, start);
  if (end === undefined || end === start) return undefined;
  const raw = text.slice(start, end);
  const value = isText ? raw : resolved(raw);
  if (value === undefined) return undefined;
  scan.at = end;
  return { kind: "scalar", style: "plain", value, raw, indent, start, end };
}

/** Whether what begins with `first` is a text and nothing else. */
function beginsText(first: number): boolean {
  const letter = first | 0x20;
  return letter >= 0x61 && letter <= 0x7a && !wordStarts.has(first);
}

/** Whether something unquoted may begin here: no indicator, and no end of a document. */
function mayBegin(text: string, start: number, first: number): boolean {
  if (first === code.dash) return /[\w.]/.test(text.charAt(start + 1));
  return !reserved.has(first) && !text.startsWith("...", start);
}

/** What `raw` is if that is beyond doubt: YAML 1.1 agrees, and no digit is lost. */
function resolved(raw: string): ScalarValue | undefined {
  if (differingReadings(raw) !== undefined) return undefined;
  const value = resolvePlain(raw);
  const isDoubtful = typeof value === "number" && (raw.length > 15 || !Number.isFinite(value));
  return isDoubtful ? undefined : value;
}

/** Where a text ends: before ': ' or ' #', or with its line, and in any case before white space. */
function endInBlock(text: string, start: number): number {
  let end = start;
  for (let at = start; !isLineEnd(text, at); at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === code.space) continue;
    if (unit === code.hash && end < at) break;
    if (unit === code.colon && (text.charCodeAt(at + 1) === code.space || isLineEnd(text, at + 1))) break;
    end = at + 1;
  }
  return end;
}

/** As in a block, but brackets and commas end it; undefined where a comma may be meant as part of a call. */
function endInFlow(text: string, start: number): number | undefined {
  let end = start;
  let calls = 0;
  for (let at = start; !isLineEnd(text, at); at += 1) {
    const unit = text.charCodeAt(at);
    if (isFlowIndicator(unit)) break;
    if (unit === code.space) continue;
    if (unit === code.hash && end < at) break;
    const next = text.charCodeAt(at + 1);
    if (unit === code.colon && (next === code.space || isLineEnd(text, at + 1) || isFlowIndicator(next))) break;
    if (unit === code.openParen) calls += 1;
    else if (unit === code.closeParen) calls -= 1;
    if (calls < 0) return undefined;
    end = at + 1;
  }
  return calls === 0 ? end : undefined;
}

function isFlowIndicator(unit: number): boolean {
  return unit === code.comma || unit === code.openBracket || unit === code.closeBracket || unit === code.openBrace || unit === code.closeBrace;
}

function readSingle(scan: Scan): YamlScalar | undefined {
  const { text, at: start, indent } = scan;
  let close = text.indexOf("'", start + 1);
  while (close !== -1 && text.charCodeAt(close + 1) === code.singleQuote) close = text.indexOf("'", close + 2);
  if (close === -1) return undefined;
  const end = close + 1;
  const raw = text.slice(start, end);
  if (raw.includes("\n")) return undefined;
  scan.at = end;
  return { kind: "scalar", style: "single", value: raw.slice(1, -1).replaceAll("''", "'"), raw, indent, start, end };
}

function readDouble(scan: Scan): YamlScalar | undefined {
  const { text, at: start, indent } = scan;
  const line = text.slice(start, lineEnd(text, start));
  const end = start + lengthOfDouble(line);
  if (end === start) return undefined;
  const raw = text.slice(start, end);
  const isEscaped = raw.includes("\\");
  const value = isEscaped ? decodedText("double", raw, indent) : raw.slice(1, -1);
  // An escape can make half of a character.
  if (value === undefined || (isEscaped && /[\ud800-\udfff]/u.test(value))) return undefined;
  scan.at = end;
  return { kind: "scalar", style: "double", value, raw, indent, start, end };
}

/** The length of the text in double quotes that `line` begins with; 0 where it is not closed. */
function lengthOfDouble(line: string): number {
  for (let close = line.indexOf('"', 1); close !== -1; close = line.indexOf('"', close + 1)) {
    let escapes = 0;
    while (line.charCodeAt(close - 1 - escapes) === code.backslash) escapes += 1;
    if (escapes % 2 === 0) return close + 1;
  }
  return 0;
}
