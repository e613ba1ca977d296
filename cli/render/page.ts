import { Chalk, type ChalkInstance } from "chalk";
import type { Json } from "../../schemas/json.ts";

/** The few meanings a colour may have. */
export type Tone = "good" | "bad" | "warn" | "note" | "dim" | "strong";

/** A run of characters of one line; plain where no tone is given. */
export type Piece = string | { readonly tone: Tone; readonly text: string };

/** One line of output, without its line break. */
export type Line = readonly Piece[] | string;

/** Whether to paint. `never` gives the same characters without any escape sequence. */
export type Colour = "always" | "never";

/**
 * The lines as text, each with its line break. No control or bidirectional character of any piece survives: the
 * only escape sequences in the result are our own colours.
 */
export function page(lines: readonly Line[], colour: Colour): string {
  const painters = colour === "always" ? colours() : undefined;
  const paint = (piece: Piece): string => {
    if (typeof piece === "string") return visible(piece);
    const text = visible(piece.text);
    return painters ? painters[piece.tone](text) : text;
  };
  return lines.map((line) => `${typeof line === "string" ? visible(line) : line.map(paint).join("")}\n`).join("");
}

/** Indented JSON that is safe to look at: what could steer a terminal is written as an escape, which reads back the same. */
export function jsonPage(value: Json): string {
  return `${JSON.stringify(value, undefined, 2).replace(unsafeInJson, escape4)}\n`;
}

/** The text with every control, bidirectional and unpaired surrogate character written as an escape. */
export function visible(text: string): string {
  return unsafe.test(text) ? text.replace(unsafeEach, escaped) : text;
}

/** Columns that the text takes: wide East Asian characters and emoji take two, combining marks none. */
export function width(text: string): number {
  let columns = 0;
  for (const character of visible(text)) columns += mark.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

// C0, DEL, C1, soft and zero-width characters, line separators, bidirectional controls, byte order mark, lone surrogates.
const unsafeClass = "[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]|\\p{Surrogate}";
const unsafe = new RegExp(unsafeClass, "u");
const unsafeEach = new RegExp(unsafeClass, "gu");
const unsafeInJson = /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const mark = /^\p{Mark}$/u;
const wide = /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])$/u;

const shortEscapes: { readonly [character: string]: string } = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(character: string): string {
  return shortEscapes[character] ?? escape4(character);
}

function escape4(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function colours(): { readonly [T in Tone]: ChalkInstance } {
  const chalk = new Chalk({ level: 1 });
  return { good: chalk.green, bad: chalk.red, warn: chalk.yellow, note: chalk.cyan, dim: chalk.dim, strong: chalk.bold };
}
