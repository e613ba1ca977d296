import { lineIndex, type Range } from "../source/text.ts";

/** The lines of a document, with what they hold besides content. */
export interface SourceLines {
  readonly text: string;
  readonly count: number;
  /** Without its line break. */
  readonly lineAt: (line: number) => string;
  readonly lineOf: (offset: number) => number;
  readonly columnOf: (offset: number) => number;
  /** Offset of the end of the line that `offset` stands in. */
  readonly endOf: (offset: number) => number;
  readonly startOf: (line: number) => number;
  readonly isBlank: (line: number) => boolean;
  /** The comment that stands alone in a line. */
  readonly ownComment: (line: number) => Range | undefined;
  /** The first comment that begins in the range. */
  readonly commentIn: (range: Range) => Range | undefined;
}

/** Lines of `text`, whose comments are known by its tree. */
export function sourceLines(text: string, comments: readonly Range[]): SourceLines {
  const index = lineIndex(text);
  const lineAt = (line: number): string => {
    const { start, end } = index.lineRange(line);
    return text.slice(start, end);
  };
  const lineOf = (offset: number): number => index.positionAt(offset).line;
  const commentIn = ({ start, end }: Range): Range | undefined => {
    const comment = comments[firstAtOrAfter(comments, start)];
    return comment !== undefined && comment.start < end ? comment : undefined;
  };
  return {
    text,
    count: index.lineCount,
    lineAt,
    lineOf,
    columnOf: (offset) => index.positionAt(offset).column,
    endOf: (offset) => index.lineRange(lineOf(offset)).end,
    startOf: (line) => index.lineRange(line).start,
    isBlank: (line) => isBlank(lineAt(line)),
    ownComment: (line) => {
      const range = index.lineRange(line);
      const comment = commentIn({ start: range.start, end: range.end });
      return comment !== undefined && isBlank(text.slice(range.start, comment.start)) ? comment : undefined;
    },
    commentIn,
  };
}

export function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text);
}

/** The line moved by `delta` columns, but to no column before `least`; what is blank gets no deeper than it must. */
export function shifted(line: string, delta: number, least: number): string {
  const width = /^ */.exec(line)?.[0].length ?? 0;
  if (width === line.length) return " ".repeat(width === 0 ? 0 : Math.max(0, width + delta));
  return " ".repeat(Math.max(least, width + delta)) + line.slice(width);
}

/** Index of the first of `sorted` that begins at `offset` or behind it. */
function firstAtOrAfter(sorted: readonly Range[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Range).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
