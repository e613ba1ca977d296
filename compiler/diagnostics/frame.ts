import type { Span } from "../../schemas/span.ts";
import { blockTable, lineIndex } from "../source/text.ts";
import type { BlockTable, LineIndex, Range, SourceText } from "../source/text.ts";
import type { Diagnostic, Severity } from "./define.ts";
import { cellsOf, visible } from "./visible.ts";
import type { Cell } from "./visible.ts";

/** Colours, as functions from plain to painted text. They change nothing but looks. */
export interface Paint {
  readonly severity: (text: string, severity: Severity) => string;
  readonly message: (text: string) => string;
  readonly gutter: (text: string) => string;
  readonly caret: (text: string, severity: Severity) => string;
  readonly note: (text: string) => string;
}

export const plainPaint: Paint = {
  severity: (text) => text,
  message: (text) => text,
  gutter: (text) => text,
  caret: (text) => text,
  note: (text) => text,
};

/** What frames of one file have in common; made once per file. */
export interface FrameContext {
  readonly source: SourceText;
  readonly lines: LineIndex;
  readonly blocks: BlockTable;
  /** Columns of source and gutter; longer lines show the part around the caret. Messages are never cut. */
  readonly width: number;
  readonly paint: Paint;
}

export interface FrameOptions {
  readonly blocks?: BlockTable;
  /** All findings of the file: what one of them conceals, no frame shows. */
  readonly diagnostics?: readonly Diagnostic[];
  readonly width?: number;
  readonly paint?: Paint;
}

/** The context of the frames of `source`; plain text of 80 columns unless the options say otherwise. */
export function frameContext(source: SourceText, options: FrameOptions = {}): FrameContext {
  const blocks = options.blocks ?? blockTable(source.text.length);
  return {
    source: { ...source, text: concealed(source.text, blocks, options.diagnostics ?? []) },
    lines: lineIndex(source.text),
    blocks,
    width: options.width ?? 80,
    paint: options.paint ?? plainPaint,
  };
}

/** `text` with a `*` for each character that nobody may read. */
function concealed(text: string, blocks: BlockTable, diagnostics: readonly Diagnostic[]): string {
  return diagnostics.filter((diagnostic) => diagnostic.conceals).reduce((shown, { span }) => {
    const { start, end } = blocks.absolute(span);
    return shown.slice(0, start) + shown.slice(start, end).replace(/[^\r\n]/g, "*") + shown.slice(end);
  }, text);
}

/**
 * A diagnostic with the lines it speaks of, without a line break at the end:
 *
 * ```text
 * error[JJ1002] duplicate-key: key 'search' is defined twice
 *   --> research.yaml:14:3
 * 14 |   search:
 *    |   ^^^^^^
 * note: first defined here
 *   --> research.yaml:9:3
 *  9 |   search:
 *    |   ------
 * help: rename or delete one 'search'
 * ```
 */
export function renderFrame(context: FrameContext, diagnostic: Diagnostic): string {
  const { code, slug, severity, message } = diagnostic;
  return rendered(context, diagnostic, `${context.paint.severity(`${severity}[${code}]`, severity)} ${context.paint.message(`${slug}: ${visible(message)}`)}`);
}

/** What is wrong at a place of a file that has no codes of its own, such as the project's. */
export type Flaw = Pick<Diagnostic, "message" | "help" | "span" | "related">;

/** As `renderFrame`, for an error without a code. */
export function renderFlaw(context: FrameContext, flaw: Flaw): string {
  return rendered(context, { ...flaw, severity: "error" }, `${context.paint.severity("error", "error")}: ${context.paint.message(visible(flaw.message))}`);
}

function rendered(context: FrameContext, { span, severity, help, related }: Flaw & Pick<Diagnostic, "severity">, head: string): string {
  const { paint } = context;
  const gutter = gutterWidth(context, [span, ...related.map((it) => it.span)]);
  const lines = [head, ...excerpt(context, span, gutter, "^", (text) => paint.caret(text, severity))];
  for (const note of related) {
    lines.push(`${paint.note("note:")} ${visible(note.message)}`, ...excerpt(context, note.span, gutter, "-", paint.note));
  }
  if (help !== undefined) lines.push(`${paint.note("help:")} ${visible(help)}`);
  return lines.join("\n");
}

/** The frames of several diagnostics, in their order, with an empty line between two. */
export function renderFrames(context: FrameContext, diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => renderFrame(context, diagnostic)).join("\n\n");
}

/** The file that a place is in, and where it is there. */
function shownAt({ blocks, source, lines }: FrameContext, span: Span): Pick<FrameContext, "source" | "lines"> & { readonly range: Range } {
  const file = blocks.fileOf(span);
  return file === undefined ? { source, lines, range: blocks.absolute(span) } : { source: file.source, lines: file.lines, range: span };
}

/** The place, and the first and the last line of what stands there, marked. */
function excerpt(
  context: FrameContext,
  span: Span,
  gutter: number,
  mark: string,
  paintMark: (text: string) => string,
): readonly string[] {
  const { paint } = context;
  const shown = shownAt(context, span);
  const { lines, source } = shown;
  const range = withoutLastBreak(source.text, shown.range);
  const first = lines.positionAt(range.start);
  const last = lines.positionAt(range.end).line;
  const marked = (line: number): readonly string[] => {
    const { text, marks } = markedLine({ ...context, lines, source }, line, range, gutter, mark);
    const number = `${line + 1}`.padStart(gutter);
    const blank = " ".repeat(gutter);
    return [
      `${paint.gutter(`${number} |`)} ${text}`.trimEnd(),
      `${paint.gutter(`${blank} |`)} ${marks.indent}${paintMark(marks.text)}`,
    ];
  };
  return [
    `${paint.gutter(`${" ".repeat(gutter)}-->`)} ${visible(source.uri)}:${first.line + 1}:${first.column + 1}`,
    ...marked(first.line),
    ...(last > first.line + 1 ? [paint.gutter("...")] : []),
    ...(last > first.line ? marked(last) : []),
  ];
}

interface MarkedLine {
  readonly text: string;
  readonly marks: { readonly indent: string; readonly text: string };
}

function markedLine(context: FrameContext, line: number, range: Range, gutter: number, mark: string): MarkedLine {
  const whole = context.lines.lineRange(line);
  const { start, end } = nearby(context, whole, range);
  const cells = cellsOf(context.source.text.slice(start, end));
  const indent = cells.findIndex((cell) => cell.text.trim() !== "");
  const from = range.start >= start ? cellAt(cells, range.start - start) : Math.max(indent, 0);
  const to = Math.max(range.end < end ? cellAt(cells, range.end - start) : cells.length, from + 1);
  const { first, last } = windowOf(cells, from, to, Math.max(context.width - gutter - 3, 20));
  const cutLeft = first > 0 || start > whole.start ? "…" : "";
  const cutRight = last < cells.length || end < whole.end ? "…" : "";
  const text = cutLeft + cells.slice(first, last).map((cell) => cell.text).join("") + cutRight;
  const before = cutLeft.length + widthOf(cells.slice(first, from));
  const width = Math.max(widthOf(cells.slice(from, Math.min(to, last))), 1);
  return { text, marks: { indent: " ".repeat(before), text: mark.repeat(width) } };
}

/** The part of a line that can come into view, so that a line of a megabyte costs no more than a short one. */
function nearby(context: FrameContext, line: Range, range: Range): Range {
  const reach = context.width * 4;
  if (line.end - line.start <= reach) return line;
  const anchor = Math.max(range.start, line.start);
  let start = Math.max(line.start, Math.min(anchor, line.end) - context.width);
  if (start > line.start && /[\udc00-\udfff]/.test(context.source.text.charAt(start))) start += 1;
  return { start, end: Math.min(line.end, start + reach) };
}

/** Index of the cell that holds the character at `offset`; one behind the last for the end of the line. */
function cellAt(cells: readonly Cell[], offset: number): number {
  const next = cells.findIndex((cell) => cell.offset > offset);
  if (next !== -1) return Math.max(next - 1, 0);
  const last = cells.at(-1);
  return last && offset < last.offset + last.length ? cells.length - 1 : cells.length;
}

/** Indices of the first cell to show and of the one behind the last. */
interface Window {
  readonly first: number;
  readonly last: number;
}

/** The cells to show, so that they and the signs of a cut fit `columns`: the marked ones, and what is around them. */
function windowOf(cells: readonly Cell[], from: number, to: number, columns: number): Window {
  if (widthOf(cells) <= columns) return { first: 0, last: cells.length };
  let first = Math.min(from, cells.length);
  let last = first;
  let left = columns - 2;
  const takeRight = (until: number): void => {
    for (let cell = cells[last]; cell && last < until && cell.width <= left; cell = cells[last]) {
      left -= cell.width;
      last += 1;
    }
  };
  const takeLeft = (share: number): void => {
    const least = left - share;
    for (let cell = cells[first - 1]; cell && left - cell.width >= least; cell = cells[first - 1]) {
      left -= cell.width;
      first -= 1;
    }
  };
  takeRight(Math.min(to, cells.length));
  takeLeft(Math.floor(left / 2));
  takeRight(cells.length);
  takeLeft(left);
  return { first, last };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** A range that ends with a line break would mark the empty start of the next line. */
function withoutLastBreak(text: string, range: Range): Range {
  let { end } = range;
  if (end > range.start && text[end - 1] === "\n") end -= 1;
  if (end > range.start && end < range.end && text[end - 1] === "\r") end -= 1;
  return { start: range.start, end };
}

function gutterWidth(context: FrameContext, spans: readonly Span[]): number {
  const numbers = spans.map((span) => {
    const { lines, range } = shownAt(context, span);
    return lines.positionAt(range.end).line + 1;
  });
  return `${Math.max(...numbers)}`.length;
}
