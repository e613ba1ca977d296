import type { Entry } from "./flow.ts";
import { columnOf, lineAbove, readLine, scalarOn, type Line } from "./line.ts";

/** The entries of the mapping of lines whose keys stand in `column`, around one of its lines. */
export function entriesAround(text: string, line: Line, column: number): readonly Entry[] {
  const before: Entry[] = [];
  let isFirst = isEntered(line, column);
  for (let start = lineAbove(text, line.start, column); start !== undefined && !isFirst; start = lineAbove(text, start, column)) {
    const upper = readLine(text, start);
    if (upper.at - upper.start === column) before.push(...entryOn(text, upper));
    isFirst = (columnOf(text, start) ?? 0) < column || isBoundary(text, start);
  }
  const own = line.at - line.start === column ? entryOn(text, line) : [];
  return [...before.reverse(), ...own, ...entriesBelow(text, line.end, column)];
}

function entriesBelow(text: string, from: number, column: number): readonly Entry[] {
  const entries: Entry[] = [];
  for (let next = text.indexOf("\n", from); next >= 0; next = text.indexOf("\n", next + 1)) {
    const left = columnOf(text, next + 1);
    if (left === undefined || left > column) continue;
    if (left < column || isBoundary(text, next + 1)) break;
    const line = readLine(text, next + 1);
    if (line.dashes.length === 0) entries.push(...entryOn(text, line));
  }
  return entries;
}

/** Whether a mapping begins on its line, behind a dash. */
function isEntered({ dashes, at, start }: Line, column: number): boolean {
  return dashes.length > 0 && at - start === column;
}

function isBoundary(text: string, start: number): boolean {
  return text.startsWith("---", start) || text.startsWith("...", start);
}

function entryOn(text: string, { key, valueAt, end }: Line): readonly Entry[] {
  return key === undefined ? [] : [{ name: key.name, value: scalarOn(text, valueAt, end) }];
}
