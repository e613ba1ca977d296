/** One line of YAML as far as its own characters tell: where entries and items begin, whatever stands around it. */
export interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** Columns of the dashes at its beginning. */
  readonly dashes: readonly number[];
  /** Where the first thing behind the dashes begins; the end of a line that has none. */
  readonly at: number;
  /** The key that begins there, if one does. */
  readonly key: { readonly name: string; readonly end: number; readonly colon: number } | undefined;
  /** Where the value of the key begins, or what is no key: anchors and tags are left out. */
  readonly valueAt: number;
}

/** How a value begins, on its line. */
export type ValueForm = "nothing" | "plain" | "single" | "double" | "block" | "flow";

export function lineStart(text: string, offset: number): number {
  const start = offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  // A byte order mark takes no column.
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

const lineFeed = 0x0a;
const space = 0x20;
const tab = 0x09;
const hash = 0x23;
const carriageReturn = 0x0d;

/**
 * The beginning of the nearest line above the one at `start` that begins at `column` or left of it; blank lines and
 * comments do not count. One pass over the text: with ten thousand nodes above, each call of a string's method shows.
 */
export function lineAbove(text: string, start: number, column: number): number | undefined {
  if (column < 0) return undefined;
  const first = lineStart(text, 0);
  for (let at = start - 2; at >= first - 1; at -= 1) {
    if (at >= first && text.charCodeAt(at) !== lineFeed) continue;
    const begin = at + 1;
    let sign = begin;
    while (sign - begin <= column && (text.charCodeAt(sign) === space || text.charCodeAt(sign) === tab)) sign += 1;
    const code = text.charCodeAt(sign);
    if (sign - begin <= column && code !== lineFeed && code !== carriageReturn && code !== hash) return begin;
  }
  return undefined;
}

export function lineEnd(text: string, offset: number): number {
  const next = text.indexOf("\n", offset);
  const end = next < 0 ? text.length : next;
  return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

export function readLine(text: string, start: number): Line {
  const end = lineEnd(text, start);
  const dashes: number[] = [];
  let at = skipBlanks(text, start, end);
  while (text[at] === "-" && (at + 1 === end || isBlank(text[at + 1]))) {
    dashes.push(at - start);
    at = skipBlanks(text, at + 1, end);
  }
  const from = skipProperties(text, at, end);
  const key = keyAt(text, from, end);
  const valueAt = key === undefined ? from : skipProperties(text, skipBlanks(text, key.colon + 1, end), end);
  return { start, end, dashes, at, key, valueAt };
}

/** The column of the first sign of a line, without reading more of it; undefined for one that is blank or a comment. */
export function columnOf(text: string, start: number): number | undefined {
  let at = start;
  while (isBlank(text[at])) at += 1;
  const first = text[at];
  return first === undefined || first === "\n" || first === "\r" || first === "#" ? undefined : at - start;
}

export function formOf(text: string, at: number, end: number): ValueForm {
  const first = at < end ? text[at] : undefined;
  switch (first) {
    case undefined: case "#": return "nothing";
    case '"': return "double";
    case "'": return "single";
    case "[": return "flow";
    // Templates that nobody has put in quotes are meant as texts.
    case "{": return text[at + 1] === "{" || text[at + 1] === "%" ? "plain" : "flow";
    case "|": case ">": return /^[|>][-+\d]*[ \t]*(?:#.*)?$/.test(text.slice(at, end)) ? "block" : "plain";
    default: return "plain";
  }
}

/** Where a text in quotes ends, before the closing one; undefined where nothing closes it. */
export function closingQuote(text: string, open: number): number | undefined {
  const quote = text[open];
  for (let at = open + 1; at < text.length; at += 1) {
    if (quote === '"' && text[at] === "\\") at += 1;
    else if (text[at] !== quote) continue;
    else if (quote === "'" && text[at + 1] === "'") at += 1;
    else return at;
  }
  return undefined;
}

/** Where a comment begins on a line, outside of quotes. */
export function commentOn(text: string, from: number, end: number): number | undefined {
  // Of the line alone: a text without another '#' is long.
  const line = text.slice(from, end);
  for (let at = line.indexOf("#"); at >= 0; at = line.indexOf("#", at + 1)) {
    if (at === 0 || isBlank(line[at - 1])) return from + at;
  }
  return undefined;
}

/** Where a plain text on one line ends: before a comment and the blanks in front of it. */
export function plainEnd(text: string, at: number, end: number): number {
  let last = commentOn(text, at, end) ?? end;
  while (last > at && isBlank(text[last - 1])) last -= 1;
  return last;
}

/** A value on one line, as the text it most likely means. */
export function scalarOn(text: string, at: number, end: number): string {
  switch (formOf(text, at, end)) {
    case "single": case "double": return text.slice(at + 1, Math.min(closingQuote(text, at) ?? end, end));
    case "plain": return text.slice(at, plainEnd(text, at, end));
    case "nothing": case "block": case "flow": return "";
  }
}

export function isBlank(sign: string | undefined): boolean {
  return sign === " " || sign === "\t";
}

export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text[at])) at += 1;
  return at;
}

function skipProperties(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === "&" || text[at] === "!")) {
    while (at < end && !isBlank(text[at])) at += 1;
    at = skipBlanks(text, at, end);
  }
  return at;
}

function keyAt(text: string, at: number, end: number): Line["key"] {
  const first = text[at];
  if (at >= end || first === "#" || first === "[" || first === "{" || first === "|" || first === ">" || first === "%" || first === "@") return undefined;
  if (first === '"' || first === "'") {
    const close = closingQuote(text, at);
    const colon = close === undefined || close >= end ? end : skipBlanks(text, close + 1, end);
    return close !== undefined && isColon(text, colon, end) ? { name: text.slice(at + 1, close), end: close + 1, colon } : undefined;
  }
  const stop = commentOn(text, at, end) ?? end;
  for (let colon = text.indexOf(":", at); colon >= 0 && colon < stop; colon = text.indexOf(":", colon + 1)) {
    if (!isColon(text, colon, end)) continue;
    const name = text.slice(at, colon).trimEnd();
    return { name, end: at + name.length, colon };
  }
  return undefined;
}

function isColon(text: string, at: number, end: number): boolean {
  return at < end && text[at] === ":" && (at + 1 === end || isBlank(text[at + 1]));
}
