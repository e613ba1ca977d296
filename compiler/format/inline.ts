import type { YamlNode, YamlScalar } from "../syntax/tree.ts";
import { isBlank, shifted, type SourceLines } from "./source-lines.ts";

/** A value that begins on the line of its key or dash: the lines it takes, and the last line it was written on. */
export interface Inline {
  readonly lines: readonly string[];
  readonly lastLine: number;
  /** Blank lines behind it would become a part of it. */
  readonly isOpen: boolean;
}

/** Where the entry or item stood, and where it goes. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

/** The value as it is written: nothing changes but the depth of its later lines, and quotes that need not be single. */
export function inlineValue(source: SourceLines, node: YamlNode, { from, to }: Move): Inline {
  if (isBlockText(node)) return blockText(source, node, to);
  const range = node.alias ?? node;
  const text = source.text.slice(range.start, range.end);
  const [first = "", ...later] = text.split(/\r?\n/);
  const lines = later.map((line) => (isBlank(line) ? "" : shifted(line, to - from, to + 1)));
  const quoted = node.alias === undefined && node.kind === "scalar" && lines.length === 0 ? requoted(node.style, first) : first;
  return { lines: [quoted, ...lines], lastLine: source.lineOf(range.end), isOpen: false };
}

/** Whether it is a literal or folded text that is written here. */
export function isBlockText(node: YamlNode): node is YamlScalar & { readonly style: "literal" | "folded" } {
  return node.alias === undefined && node.kind === "scalar" && (node.style === "literal" || node.style === "folded");
}

/** Double quotes where single ones have no advantage: where nothing inside would need a backslash. */
export function requoted(style: YamlScalar["style"], raw: string): string {
  if (style !== "single" || /["\\]/.test(raw)) return raw;
  return `"${raw.slice(1, -1).replaceAll("''", "'")}"`;
}

/** A literal or folded text: each of its lines keeps what stands behind the column where the text begins. */
function blockText(source: SourceLines, node: YamlScalar, to: number): Inline {
  const header = node.raw.slice(0, endOfFirstLine(node.raw)).trimEnd();
  const indicators = /^[|>][-+0-9]*/.exec(header)?.[0] ?? "";
  const keeps = indicators.includes("+");
  const firstLine = source.lineOf(node.start);
  const written = writtenLines(source, node, firstLine);
  const counted = /\d/.exec(indicators)?.[0];
  const column = written.find((line) => !isSpaces(line))?.search(/[^ ]/);
  const contentFrom = counted === undefined ? (column ?? Infinity) : node.indent + Number(counted);
  const count = keeps ? written.length : lastWith(written, (line) => !isSpaces(line) || line.length > contentFrom) + 1;
  const contentTo = to + Number(counted ?? 2);
  const lines = written.slice(0, count).map((line) => (line.length > contentFrom || !isSpaces(line) ? " ".repeat(contentTo) + line.slice(contentFrom) : ""));
  return { lines: [header, ...lines], lastLine: firstLine + count, isOpen: keeps };
}

/** The lines below the header that the scalar's text reaches. */
function writtenLines(source: SourceLines, { start, raw }: YamlScalar, firstLine: number): readonly string[] {
  const end = start + raw.length;
  const last = source.lineOf(end);
  const until = source.startOf(last) === end ? last : last + 1;
  return Array.from({ length: Math.max(0, until - firstLine - 1) }, (_, index) => source.lineAt(firstLine + 1 + index));
}

function endOfFirstLine(raw: string): number {
  const end = raw.search(/\r?\n/);
  return end === -1 ? raw.length : end;
}

/** Of a block of text only spaces are indentation: a tab is content. */
function isSpaces(line: string): boolean {
  return /^ *$/.test(line);
}

function lastWith(lines: readonly string[], holds: (line: string) => boolean): number {
  for (let index = lines.length - 1; index >= 0; index -= 1) if (holds(lines[index] as string)) return index;
  return -1;
}
