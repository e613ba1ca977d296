import { type Line, type Piece, type Tone, width } from "./page.ts";

/** A column: its title, which way it leans, and the tone of a cell by its text. */
export interface Column {
  readonly title: string;
  readonly align?: "right";
  readonly tone?: (text: string) => Tone | undefined;
}

const gap = "  ";

/** Rows under their titles, each column as wide as its widest cell; no row of titles where every title is empty. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly Line[] {
  const widths = columns.map(({ title }, index) => Math.max(width(title), ...rows.map((row) => width(row[index] ?? ""))));
  const draw = (cells: readonly string[], toneOf: (column: Column, text: string) => Tone | undefined): Line =>
    columns.flatMap((column, index): readonly Piece[] => {
      const text = cells[index] ?? "";
      const tone = toneOf(column, text);
      const piece: Piece = tone === undefined ? text : { tone, text };
      const fill = " ".repeat((widths[index] ?? 0) - width(text));
      const isLast = index === columns.length - 1;
      if (column.align === "right") return [fill, piece, isLast ? "" : gap];
      return [piece, isLast ? "" : fill + gap];
    });
  const body = rows.map((row) => draw(row, (column, text) => column.tone?.(text)));
  if (columns.every(({ title }) => title === "")) return body;
  return [draw(columns.map(({ title }) => title), () => "dim"), ...body];
}
