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
  return linesOf([text]).places(encoding);
}

/** The lines of a text in parts. */
export interface Lines {
  readonly places: (encoding: Encoding) => Places;
  /** The lines of another text, of which only the parts that this one does not have are looked at. */
  readonly of: (parts: readonly string[]) => Lines;
}

/** A part of a text, and where its lines begin in it. */
interface Part {
  readonly text: string;
  readonly starts: readonly number[];
}

/** The lines of `parts`, which end with a line break, but for the last one. */
export function linesOf(parts: readonly string[]): Lines {
  return linesFrom(parts.map(partOf));
}

function partOf(text: string): Part {
  return { text, starts: lineStarts(text) };
}

function linesFrom(parts: readonly Part[]): Lines {
  return {
    places: (encoding) => placesIn(parts, encoding),
    of: (texts) => {
      let same = 0;
      while (same < texts.length && parts[same]?.text === texts[same]) same += 1;
      const later = parts.length - texts.length;
      let end = texts.length;
      while (end > same && end + later > same && parts[end + later - 1]?.text === texts[end - 1]) end -= 1;
      return linesFrom([...parts.slice(0, same), ...texts.slice(same, end).map(partOf), ...parts.slice(end + later)]);
    },
  };
}

function placesIn(parts: readonly Part[], encoding: Encoding): Places {
  const [offsets, lines] = [new Int32Array(parts.length + 1), new Int32Array(parts.length + 1)];
  for (let index = 0; index < parts.length; index += 1) {
    const { text, starts } = parts[index] as Part;
    const isLast = index === parts.length - 1;
    offsets[index + 1] = (offsets[index] as number) + text.length;
    // What follows the last line break of a part is the first line of the next one.
    lines[index + 1] = (lines[index] as number) + starts.length - (isLast ? 0 : 1);
  }
  const [length, lineCount] = [offsets[parts.length] as number, lines[parts.length] as number];
  const at = (index: number): Part => parts[index] as Part;
  const lineAt = (line: number): { readonly part: number; readonly start: number; readonly end: number } => {
    const part = Math.min(lastAtMost(lines, line), parts.length - 1);
    const { text, starts } = at(part);
    const own = line - (lines[part] as number);
    const start = starts[own] ?? text.length;
    let end = starts[own + 1] ?? text.length;
    while (end > start && isLineBreak(text.charCodeAt(end - 1))) end -= 1;
    return { part, start, end };
  };
  const positionAt = (offset: number): Position => {
    const whole = Math.min(Math.max(offset, 0), length);
    const part = Math.min(lastAtMost(offsets, whole), parts.length - 1);
    const { text, starts } = at(part);
    const own = whole - (offsets[part] as number);
    const line = lastAtMost(starts, own);
    const start = starts[line] as number;
    return { line: line + (lines[part] as number), character: encoding === "utf-16" ? own - start : unitsIn(text.slice(start, own), encoding) };
  };
  const offsetAt = ({ line, character }: Position): number => {
    if (line >= lineCount) return length;
    const { part, start, end } = lineAt(Math.max(line, 0));
    const before = (offsets[part] as number) + start;
    if (line < 0 || character < 0) return before;
    return encoding === "utf-16" ? Math.min(before + character, (offsets[part] as number) + end) : before + offsetOf(at(part).text.slice(start, end), character, encoding);
  };
  return { lineCount, positionAt, offsetAt, rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }) };
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

function lastAtMost(starts: ArrayLike<number>, offset: number): number {
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
