import { type Line, type Piece, type Tone, widest, width } from "./page.ts";

/** A column: its title, which way it leans, and the tone of a cell by its text. */
export interface Column {
  readonly title: string;
  readonly align?: "right";
  readonly tone?: (text: string) => Tone | undefined;
}

const gap = "  ";

/**
 * Rows under their titles, each column as wide as its widest cell; no row of titles where every title is empty. Where
 * that is wider than the screen, each row is a few short lines instead.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], screen: number | undefined = undefined): readonly Line[] {
  const widths = columns.map(({ title }, index) => widest([title, ...rows.map((row) => row[index] ?? "")]));
  if (screen !== undefined && widths.reduce((sum, each) => sum + each + gap.length, -gap.length) > screen) return rows.flatMap((row) => stacked(columns, row, screen));
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

/** A row below its first cell: the others with their titles, as many to a line as fit. */
function stacked(columns: readonly Column[], row: readonly string[], screen: number): readonly Line[] {
  const lines: Piece[][] = [[row[0] ?? ""]];
  let used = screen;
  for (const [index, column] of columns.entries()) {
    const text = row[index] ?? "";
    if (index === 0 || text === "") continue;
    const tone = column.tone?.(text);
    const title = column.title === "" || tone !== undefined ? "" : `${column.title} `;
    const isNew = used + gap.length + width(title + text) > screen;
    if (isNew) lines.push([]);
    used = (isNew ? 0 : used) + gap.length + width(title + text);
    lines.at(-1)?.push(gap, { tone: "dim", text: title }, tone === undefined ? text : { tone, text });
  }
  return lines;
}
