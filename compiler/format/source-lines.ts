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

const [tab, space, hash] = [0x09, 0x20, 0x23];

/** Lines of `text`, whose comments are known by its tree. */
export function sourceLines(text: string, comments: readonly Range[]): SourceLines {
  const index = lineIndex(text);
  const lineAt = (line: number): string => {
    const { start, end } = index.lineRange(line);
    return text.slice(start, end);
  };
  let near = 0;
  const holds = (line: number, offset: number): boolean => index.startOf(line) <= offset && offset < index.startOf(line + 1);
  // Lines are read one after the other: the next one asked about is the last one, or the next.
  const lineOf = (offset: number): number => {
    if (!holds(near, offset)) near = holds(near + 1, offset) ? near + 1 : index.positionAt(offset).line;
    return near;
  };
  const contentOf = (line: number): number => behindBlanks(text, index.startOf(line));
  const commentIn = ({ start, end }: Range): Range | undefined => {
    const comment = comments[firstAtOrAfter(comments, start)];
    return comment !== undefined && comment.start < end ? comment : undefined;
  };
  return {
    text,
    count: index.lineCount,
    lineAt,
    lineOf,
    columnOf: (offset) => Math.max(0, offset - index.startOf(lineOf(offset))),
    endOf: (offset) => index.lineRange(lineOf(offset)).end,
    startOf: index.startOf,
    isBlank: (line) => contentOf(line) >= index.lineRange(line).end,
    ownComment: (line) => {
      const start = contentOf(line);
      return text.charCodeAt(start) === hash ? commentIn({ start, end: start + 1 }) : undefined;
    },
    commentIn,
  };
}

/** Offset of the first character from `offset` on that is neither a space nor a tab. */
export function behindBlanks(text: string, offset: number): number {
  let at = offset;
  while (text.charCodeAt(at) === space || text.charCodeAt(at) === tab) at += 1;
  return at;
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
