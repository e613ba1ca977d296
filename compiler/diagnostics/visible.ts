import { columnsOf } from "./columns.ts";

/** One character of a source line as a terminal shows it. */
export interface Cell {
  readonly text: string;
  /** Columns it takes. */
  readonly width: number;
  /** UTF-16 offset and length in the line. */
  readonly offset: number;
  readonly length: number;
}

const tabStop = 4;

/** What must not reach a terminal: control, bidirectional and line-breaking characters, halves of characters. */
const dangerous = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/u;

/** `text` with every dangerous character written as `<U+XXXX>`, and so safe to print on one line. */
export function visible(text: string): string {
  if (!dangerous.test(text)) return text;
  return Array.from(text, (character) => (dangerous.test(character) ? named(character) : character)).join("");
}

/** The cells of one line of source. A tab takes the columns up to the next multiple of four. */
export function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let offset = 0;
  let column = 0;
  for (const character of line) {
    const text = character === "\t" ? " ".repeat(tabStop - (column % tabStop)) : visible(character);
    const width = text === character ? (character < "\x7f" ? 1 : columnsOf(character)) : text.length;
    cells.push({ text, width, offset, length: character.length });
    offset += character.length;
    column += width;
  }
  return cells;
}

function named(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}
