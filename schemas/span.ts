/**
 * A half-open range of UTF-16 offsets within one block of a document.
 *
 * A block is the header, one entry of `nodes:`, or the rest of the file. Offsets count from the block's start, so an
 * edit in one node moves no span of another; only the edge (`compiler/source`) adds the start and makes lines.
 */
export interface Span {
  /** Identity of the block, stable under edits elsewhere: `""` for the file itself, `workflow`, `nodes/<id>`. */
  readonly block: string;
  readonly start: number;
  readonly end: number;
}

/** A value with the place where the author wrote it. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

export function located<T>(value: T, span: Span): Located<T> {
  return { value, span };
}

/** Orders spans for output: by block, then start, then end. */
export function compareSpans(a: Span, b: Span): number {
  if (a.block !== b.block) return a.block < b.block ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}
