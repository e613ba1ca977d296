import { cellsOf, visible } from "../../compiler/index.ts";
import { type Line, type Piece, width } from "./page.ts";

/**
 * The lines for a screen of `columns`: longer ones are broken between words and go on below, two columns further in than
 * they began; a word that is longer than a line is cut. Without a screen they stay as they are.
 */
export function fitted(lines: readonly Line[], columns: number | undefined): readonly Line[] {
  return columns === undefined ? lines : lines.flatMap((line) => fit(line, Math.max(columns, narrowest)));
}

/** Screens are taken to be no narrower: what is left would not be worth reading. */
const narrowest = 20;

interface Word {
  /** The white space before it. */
  readonly space: string;
  readonly pieces: Piece[];
}

function fit(line: Line, columns: number): readonly Line[] {
  const pieces = typeof line === "string" ? [line] : line;
  if (widthOf(pieces) <= columns) return [line];
  const words = wordsOf(pieces);
  const indent = " ".repeat(Math.min((words[0]?.space.length ?? 0) + 2, columns >> 1));
  const rows: Piece[][] = [[]];
  let used = 0;
  const put = (piece: Piece): void => {
    rows.at(-1)?.push(piece);
    used += widthOf([piece]);
  };
  const breakLine = (): void => {
    rows.push([]);
    used = 0;
    put(indent);
  };
  for (const [index, word] of words.entries()) {
    const fits = used + width(word.space) + widthOf(word.pieces) <= columns;
    if (index > 0 && !fits) breakLine();
    else put(word.space);
    for (const piece of word.pieces) {
      const [head, ...tails] = cut(piece, columns - used, columns - indent.length);
      put(head);
      for (const tail of tails) {
        breakLine();
        put(tail);
      }
    }
  }
  return rows;
}

/** Words with the tones of their parts: a tone that changes inside a word does not break it. */
function wordsOf(pieces: readonly Piece[]): readonly Word[] {
  const words: Word[] = [];
  let space = "";
  let isOpen = false;
  for (const piece of pieces) {
    for (const part of textOf(piece).split(/(\s+)/)) {
      if (part === "") continue;
      if (part.trim() === "") {
        space += part;
        isOpen = false;
        continue;
      }
      const toned = saying(piece, part);
      if (isOpen) words.at(-1)?.pieces.push(toned);
      else words.push({ space, pieces: [toned] });
      space = "";
      isOpen = true;
    }
  }
  return words;
}

/** A piece in parts, the first for `first` columns and the others for `others`; where that is too little, of one character each. */
function cut(piece: Piece, first: number, others: number): readonly [Piece, ...Piece[]] {
  if (widthOf([piece]) <= first) return [piece];
  const text = visible(textOf(piece));
  const ends: number[] = [];
  let start = 0;
  let taken = 0;
  for (const cell of cellsOf(text)) {
    if (cell.offset > start && taken + cell.width > (ends.length === 0 ? first : others)) {
      ends.push(cell.offset);
      start = cell.offset;
      taken = 0;
    }
    taken += cell.width;
  }
  const head = saying(piece, text.slice(0, ends[0]));
  return [head, ...ends.map((end, index) => saying(piece, text.slice(end, ends[index + 1])))];
}

/** Other words in the tone of a piece. */
function saying(piece: Piece, part: string): Piece {
  if (typeof piece === "string") return part;
  return "source" in piece ? { ...piece, source: part } : { ...piece, text: part };
}

function textOf(piece: Piece): string {
  if (typeof piece === "string") return piece;
  return "source" in piece ? piece.source : piece.text;
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + width(textOf(piece)), 0);
}
