import { cellsOf, visible } from "../../compiler/index.ts";
import type { Json } from "../../schemas/json.ts";
import { painters } from "./painters.ts";

/** The few meanings a colour may have. */
export type Tone = "good" | "bad" | "warn" | "note" | "dim" | "strong";

/** A run of characters of one line; plain where no tone is given. What is `source` keeps its tabs, for who copies it or applies it. */
export type Piece = string | { readonly tone: Tone; readonly text: string } | { readonly source: string; readonly tone?: Tone };

/** One line of output, without its line break. */
export type Line = readonly Piece[] | string;

/** Whether to paint. `never` gives the same characters without any escape sequence. */
export type Colour = "always" | "never";

/**
 * The lines as text, each with its line break. No control or bidirectional character of any piece survives: the
 * only escape sequences in the result are our own colours.
 */
export function page(lines: readonly Line[], colour: Colour): string {
  const paints = colour === "always" ? painters() : undefined;
  const paint = (piece: Piece): string => {
    if (typeof piece === "string") return visible(piece);
    const text = "source" in piece ? piece.source.split("\t").map(visible).join("\t") : visible(piece.text);
    return paints && piece.tone !== undefined ? paints[piece.tone](text) : text;
  };
  return lines.map((line) => `${typeof line === "string" ? visible(line) : line.map(paint).join("")}\n`).join("");
}

/** Indented JSON that is safe to look at: what could steer a terminal is written as an escape, which reads back the same. */
export function jsonPage(value: Json): string {
  return `${JSON.stringify(value, undefined, 2).replace(dangerousInJson, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

/** Columns that the text takes in a terminal. */
export function width(text: string): number {
  if (plain.test(text)) return text.length;
  return cellsOf(visible(text)).reduce((columns, cell) => columns + cell.width, 0);
}

/** Columns of the widest text; 0 where there is none. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, width(text)), 0);
}

/** A column for each character. */
const plain = /^[ -~]*$/;

/** What `visible` would change and JSON itself leaves as it is. */
const dangerousInJson = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
