import type { Span } from "../../schemas/span.ts";

/**
 * The decoded text of one YAML scalar that knows, for each part of it, where the author wrote that part.
 * Offsets given to `locate` are UTF-16 offsets of `value`, half open; the answer is a span of the file, through
 * quotes, escapes, folds and block indentation.
 */
export interface ScalarText {
  readonly value: string;
  /** The whole scalar as written, quotes included; for block scalars from the indicator to the last line. */
  readonly span: Span;
  readonly locate: (start: number, end: number) => Span;
}
