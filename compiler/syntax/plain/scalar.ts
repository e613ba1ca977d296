import { differingReadings, resolvePlain } from "../core-schema.ts";
import { decodeScalar } from "../scalar-decode.ts";
import type { ScalarStyle, ScalarValue, YamlScalar } from "../tree.ts";
import { code, isLineEnd } from "./scan.ts";
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

/** The scalar written at `start`; what comes next stands at `end`. */
export function scalarAt(scan: Scan, style: ScalarStyle, value: ScalarValue, start: number, end: number): YamlScalar {
  scan.at = end;
  return { kind: "scalar", style, value, raw: scan.text.slice(start, end), indent: scan.indent, start, end };
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
  const { text, at: start } = scan;
  const first = text.charCodeAt(start);
  const isMarker = first === code.dash ? !/[\w.]/.test(text.charAt(start + 1)) : text.startsWith("...", start);
  if (isMarker || reserved.has(first)) return undefined;
  const end = within === "block" ? endInBlock(text, start) : endInFlow(text, start);
  if (end === undefined || end === start) return undefined;
  const raw = text.slice(start, end);
  if (isText(first)) return scalarAt(scan, "plain", raw, start, end);
  const value = resolvePlain(raw);
  // A long number may lose digits.
  const isDoubtful = differingReadings(raw) !== undefined || (typeof value === "number" && (raw.length > 15 || !Number.isFinite(value)));
  return isDoubtful ? undefined : scalarAt(scan, "plain", value, start, end);
}

/** Whether a text that begins like this is nothing but a text. */
function isText(first: number): boolean {
  const letter = first | 0x20;
  return letter >= 0x61 && letter <= 0x7a && !wordStarts.has(first);
}

function endInBlock(text: string, start: number): number {
  let end = start;
  for (let at = start; !isLineEnd(text, at); at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === code.space) {
      if (text.charCodeAt(at + 1) === code.hash) break;
    } else if (unit === code.colon && (text.charCodeAt(at + 1) === code.space || isLineEnd(text, at + 1))) {
      break;
    } else {
      end = at + 1;
    }
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
    end = at + 1;
  }
  return calls === 0 ? end : undefined;
}

function isFlowIndicator(unit: number): boolean {
  return unit === code.comma || unit === code.openBracket || unit === code.closeBracket || unit === code.openBrace || unit === code.closeBrace;
}

function readSingle(scan: Scan): YamlScalar | undefined {
  const { text, at: start } = scan;
  let isDoubled = false;
  for (let at = start + 1; !isLineEnd(text, at); at += 1) {
    if (text.charCodeAt(at) !== code.singleQuote) continue;
    if (text.charCodeAt(at + 1) !== code.singleQuote) {
      const inner = text.slice(start + 1, at);
      return scalarAt(scan, "single", isDoubled ? inner.replaceAll("''", "'") : inner, start, at + 1);
    }
    isDoubled = true;
    at += 1;
  }
  return undefined;
}

function readDouble(scan: Scan): YamlScalar | undefined {
  const { text, at: start } = scan;
  let isEscaped = false;
  for (let at = start + 1; !isLineEnd(text, at); at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === code.doubleQuote) {
      const value = isEscaped ? decodedText("double", text.slice(start, at + 1), scan.indent) : text.slice(start + 1, at);
      // An escape can make half of a character.
      return value === undefined || (isEscaped && /[\ud800-\udfff]/u.test(value)) ? undefined : scalarAt(scan, "double", value, start, at + 1);
    }
    if (unit !== code.backslash) continue;
    isEscaped = true;
    at += 1;
    if (isLineEnd(text, at)) return undefined;
  }
  return undefined;
}
