import type { Position, Range } from "vscode-languageserver";

/** How the client counts the columns of a line; `utf-16` unless both agreed on another. */
export type Encoding = "utf-8" | "utf-16" | "utf-32";

/** The encodings the server speaks, the one that costs nothing first. */
export const encodings: readonly Encoding[] = ["utf-16", "utf-8", "utf-32"];

/** Turns UTF-16 offsets of one text into places of the protocol and back. The only place of the server that knows lines. */
export interface Places {
  readonly lineCount: number;
  /** Offsets outside the text are moved to its nearest end. */
  readonly positionAt: (offset: number) => Position;
  /** Places outside the text are moved into it: a column behind the end of its line to that end, before the line break. */
  readonly offsetAt: (position: Position) => number;
  readonly rangeOf: (range: { readonly start: number; readonly end: number }) => Range;
}

/** Lines end as the protocol says: at LF, CRLF, or a lone CR. */
export function placesOf(text: string, encoding: Encoding = "utf-16"): Places {
  const starts = lineStarts(text);
  const startOf = (line: number): number => starts[line] ?? text.length;
  const endOf = (line: number): number => {
    let end = startOf(line + 1);
    while (end > startOf(line) && isLineBreak(text.charCodeAt(end - 1))) end -= 1;
    return end;
  };
  const positionAt = (offset: number): Position => {
    const at = Math.min(Math.max(offset, 0), text.length);
    const line = lastAtMost(starts, at);
    const start = startOf(line);
    return { line, character: encoding === "utf-16" ? at - start : unitsIn(text.slice(start, at), encoding) };
  };
  const offsetAt = ({ line, character }: Position): number => {
    if (line < 0 || character < 0) return startOf(Math.max(line, 0));
    const start = startOf(line);
    const end = endOf(line);
    return encoding === "utf-16" ? Math.min(start + character, end) : start + offsetOf(text.slice(start, end), character, encoding);
  };
  return { lineCount: starts.length, positionAt, offsetAt, rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }) };
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function isLineBreak(unit: number): boolean {
  return unit === lineFeed || unit === carriageReturn;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes("\r")) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
    return starts;
  }
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function unitsIn(text: string, encoding: "utf-8" | "utf-32"): number {
  let units = 0;
  for (const character of text) units += widthOf(character, encoding);
  return units;
}

/** The UTF-16 offset at which `units` of the encoding are over; within a character, where it begins. */
function offsetOf(text: string, units: number, encoding: "utf-8" | "utf-32"): number {
  let left = units;
  let offset = 0;
  for (const character of text) {
    left -= widthOf(character, encoding);
    if (left < 0) break;
    offset += character.length;
  }
  return offset;
}

function widthOf(character: string, encoding: "utf-8" | "utf-32"): number {
  if (encoding === "utf-32") return 1;
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
}
