import type { Span } from "../../schemas/span.ts";

/** A few words that are shown behind a place of the document, and are no part of it. */
export interface Hint {
  /** Offset in the document. */
  readonly at: number;
  readonly kind: "type" | "other";
  readonly words: readonly HintWord[];
}

/** Words of a hint: what they stand for in full, and where it is written. */
export interface HintWord {
  readonly text: string;
  readonly full?: string;
  readonly from?: Span;
}

const longest = 48;

/** Words that may be too long to show: what is cut stands in `full`. */
export function word(before: string, text: string, from?: Span): HintWord {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const isCut = line.length > longest;
  return { text: `${before}${isCut ? `${line.slice(0, longest - 1)}…` : line}`, ...(isCut ? { full: `${before}${line}` } : {}), ...(from === undefined ? {} : { from }) };
}
