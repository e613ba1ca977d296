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
