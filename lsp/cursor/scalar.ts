import { columnOf, lineEnd } from "./line.ts";

/** How a text is written. */
export type Style = "plain" | "single" | "double" | "block";

/** A text without its YAML, and where the cursor is in it. */
export interface ReadText {
  readonly text: string;
  readonly at: number;
}

/** What stands between `start` and `end` of a document as the author means it; indentation and folds stay as they are. */
export function readText(document: string, { start, end }: { readonly start: number; readonly end: number }, style: Style, offset: number): ReadText {
  const raw = document.slice(start, end);
  const inside = Math.min(Math.max(offset - start, 0), raw.length);
  if (style === "plain" || style === "block" || (style === "single" && !raw.includes("''")) || (style === "double" && !raw.includes("\\"))) return { text: raw, at: inside };
  const before = unescaped(raw.slice(0, inside), style);
  return { text: before + unescaped(raw.slice(inside), style), at: before.length };
}

const escapes: { readonly [sign: string]: string } = { n: "\n", t: "\t", r: "\r", "0": "\0", "/": "/", '"': '"', "\\": "\\", " ": " " };

function unescaped(raw: string, style: "single" | "double"): string {
  if (style === "single") return raw.replaceAll("''", "'");
  return raw.replace(/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^])/g, (all) => escapes[all[1] as string] ?? characterOf(all) ?? all.slice(1));
}

function characterOf(escape: string): string | undefined {
  const point = /^\\[xuU]/.test(escape) ? Number.parseInt(escape.slice(2), 16) : Number.NaN;
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** Where the lines end that begin behind `from` and stand deeper than `column`; blank ones between them count. */
export function endOfDeeper(text: string, from: number, column: number): number {
  let end = lineEnd(text, from);
  for (let next = text.indexOf("\n", end); next >= 0; next = text.indexOf("\n", next + 1)) {
    const start = next + 1;
    const found = columnOfAny(text, start);
    if (found !== undefined && found <= column) break;
    if (found !== undefined) end = lineEnd(text, start);
  }
  return end;
}

/** The column of the first sign of a line, which may be that of a comment: in a block it is text. */
function columnOfAny(text: string, start: number): number | undefined {
  const column = columnOf(text, start);
  if (column !== undefined) return column;
  const [blanks = ""] = /^[ \t]*/.exec(text.slice(start, lineEnd(text, start))) ?? [];
  return text[start + blanks.length] === "#" ? blanks.length : undefined;
}
