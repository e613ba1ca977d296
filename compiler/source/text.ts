import { Bug } from "../../schemas/bug.ts";
import type { Span } from "../../schemas/span.ts";

/** The text of one file as the caller gave it; nothing in the compiler changes it. */
export interface SourceText {
  readonly uri: string;
  readonly text: string;
}

/** A place as people and editors count it: zero-based line, zero-based UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A half-open range of UTF-16 offsets in the whole file. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Turns offsets of one text into lines and columns and back. Lines end at LF or CRLF. */
export interface LineIndex {
  readonly lineCount: number;
  /** Offset of the first character of a line; the length of the text for a line that does not exist. */
  readonly startOf: (line: number) => number;
  /** Offsets outside the text are moved to its nearest end. */
  readonly positionAt: (offset: number) => Position;
  /** Columns behind the end of a line are moved to that end. */
  readonly offsetAt: (position: Position) => number;
  /** The line's characters, without its line break; an empty range for a line that does not exist. */
  readonly lineRange: (line: number) => Range;
}

const byteOrderMark = 0xfeff;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Index of `text`. A byte order mark at the very start takes no column: editors do not show it. */
export function lineIndex(text: string): LineIndex {
  const starts = [text.charCodeAt(0) === byteOrderMark ? 1 : 0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);

  const startOf = (line: number): number => starts[line] ?? text.length;
  const lineRange = (line: number): Range => {
    const start = startOf(line);
    let end = line + 1 < starts.length ? startOf(line + 1) : text.length;
    if (end > start && text.charCodeAt(end - 1) === lineFeed) end -= 1;
    if (end > start && text.charCodeAt(end - 1) === carriageReturn && text.charCodeAt(end) === lineFeed) end -= 1;
    return { start, end };
  };
  const positionAt = (offset: number): Position => {
    const at = Math.min(Math.max(offset, startOf(0)), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: at - startOf(low) };
  };
  const offsetAt = ({ line, column }: Position): number => {
    if (line < 0) return startOf(0);
    const { start, end } = lineRange(line);
    return Math.min(start + Math.max(column, 0), end);
  };
  return { lineCount: starts.length, startOf, positionAt, offsetAt, lineRange };
}

/** A part of a file that keeps its own offsets: `start` and `end` are offsets of the file. */
export interface Block extends Range {
  /** `""` for the file itself, `workflow`, `nodes/<id>`: see `Span`. */
  readonly id: string;
}

/** Another file whose text belongs to the document, such as a prompt. Its offsets are its own. */
export interface IncludedFile {
  /** `file:` and the path as the document writes it. */
  readonly id: string;
  readonly path: string;
  /** Called by where the document is and the path from there. */
  readonly source: SourceText;
  readonly lines: LineIndex;
  /** Where the document names it. */
  readonly named: Span;
}

/** The blocks of one version of one file. The file itself is always among them, under the id `""`. */
export interface BlockTable {
  readonly blocks: readonly Block[];
  /** Of the file. */
  readonly length: number;
  /**
   * Offsets in the file. Places in an included file come behind its end, in the order of the files: whoever shows a place
   * asks `fileOf` first. A span of a block that the table does not know is our mistake.
   */
  readonly absolute: (span: Span) => Range;
  /** The included file that a span is of; `undefined` for one of the file itself. */
  readonly fileOf: (span: Span) => IncludedFile | undefined;
  /** In the order in which the document names them. */
  readonly files: readonly IncludedFile[];
  /** The span of a range of the file, in the innermost block that covers all of it. */
  readonly relative: (range: Range) => Span;
}

/** The table of `blocks`, which must not overlap, in a text of `length` UTF-16 units. */
export function blockTable(length: number, blocks: readonly Block[] = []): BlockTable {
  const file: Block = { id: "", start: 0, end: length };
  const inOrder = [...blocks].sort((a, b) => a.start - b.start);
  const byId = new Map([file, ...inOrder].map((block) => [block.id, block]));

  const absolute = (span: Span): Range => {
    const block = byId.get(span.block);
    if (!block) throw new Bug(`no block is called '${span.block}'`);
    return { start: block.start + span.start, end: block.start + span.end };
  };
  const relative = ({ start, end }: Range): Span => {
    const block = lastStartingAt(inOrder, start);
    const covers = block && end <= block.end ? block : file;
    return { block: covers.id, start: start - covers.start, end: end - covers.start };
  };
  return { blocks: [file, ...inOrder], length, absolute, relative, fileOf: () => undefined, files: [] };
}

/** `table` with other files that belong to the document. */
export function withFiles(table: BlockTable, files: readonly IncludedFile[]): BlockTable {
  if (files.length === 0) return table;
  const byId = new Map<string, { readonly file: IncludedFile; readonly start: number }>();
  let start = table.length + 1;
  for (const file of files) {
    byId.set(file.id, { file, start });
    start += file.source.text.length + 1;
  }
  return {
    get blocks() {
      return table.blocks;
    },
    length: table.length,
    relative: table.relative,
    files,
    absolute: (span) => {
      const placed = byId.get(span.block);
      return placed === undefined ? table.absolute(span) : { start: placed.start + span.start, end: placed.start + span.end };
    },
    fileOf: (span) => byId.get(span.block)?.file,
  };
}

/** A whole included file as the text that its places are told in. */
export function textOfFile({ id, source }: IncludedFile): { readonly value: string; readonly span: Span; readonly locate: (start: number, end: number) => Span } {
  const locate = (start: number, end: number): Span => ({ block: id, start, end });
  return { value: source.text, span: locate(0, source.text.length), locate };
}

function lastStartingAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && block.start <= offset) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}
