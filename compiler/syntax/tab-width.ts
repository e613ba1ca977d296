import type { Range } from "../source/text.ts";

/** How far editors let tabs reach, those that fit most lines first where several fit. */
const widths = [4, 8, 2] as const;

/**
 * How many columns each of `tabs` was meant to take, in a text that is indented by spaces elsewhere: as many as put most of
 * their lines in a column of the line above or below them. Two, where no neighbour tells.
 */
export function tabWidth(text: string, tabs: readonly Range[]): number {
  let [best, most] = [2, 0];
  for (const width of widths) {
    const fitting = tabs.filter((tab) => fits(text, tab, width)).length;
    if (fitting > most) [best, most] = [width, fitting];
  }
  return best;
}

function fits(text: string, { start, end }: Range, width: number): boolean {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const column = start - line + width * (end - start) + spacesAt(text, end);
  const below = text.indexOf("\n", end);
  return column === columnAbove(text, line) || (below !== -1 && column === columnBelow(text, below + 1));
}

/** The column of what stands in the next line above that is not empty; undefined where that is indented by tabs. */
function columnAbove(text: string, line: number): number | undefined {
  for (let end = line - 1; end >= 0; ) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    if (!isBlank(text, start)) return columnAt(text, start);
    end = start - 1;
  }
  return undefined;
}

function columnBelow(text: string, line: number): number | undefined {
  for (let start = line; start < text.length; ) {
    if (!isBlank(text, start)) return columnAt(text, start);
    const feed = text.indexOf("\n", start);
    start = feed === -1 ? text.length : feed + 1;
  }
  return undefined;
}

function columnAt(text: string, line: number): number | undefined {
  const column = spacesAt(text, line);
  return text.charAt(line + column) === "\t" ? undefined : column;
}

function spacesAt(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === " ") at += 1;
  return at - from;
}

function isBlank(text: string, line: number): boolean {
  return /[\r\n]|^$/.test(text.charAt(line + spacesAt(text, line)));
}
