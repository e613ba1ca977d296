import type { Complain, Emit } from "./scalar-pieces.ts";

/** What stands behind `|` or `>`. */
export interface BlockHeader {
  readonly chomp: "clip" | "strip" | "keep";
  /** The indentation indicator, 0 where there is none. */
  readonly indent: number;
  /** Offset of the first content line. */
  readonly length: number;
}

/** Offsets of a line, of its first character that is no space, and of its line break. */
interface Line {
  readonly start: number;
  readonly content: number;
  readonly end: number;
  readonly next: number;
}

/** Reads the header of a block scalar as written. */
function blockHeader(raw: string): BlockHeader {
  if (raw.charAt(1) === "\n") return { chomp: "clip", indent: 0, length: 2 };
  const indicators = /^[|>]([-+0-9]*)/.exec(raw)?.[1] ?? "";
  const digit = /[1-9]/.exec(indicators)?.[0];
  const sign = /[-+]/.exec(indicators)?.[0];
  const feed = raw.indexOf("\n");
  return {
    chomp: sign === "-" ? "strip" : sign === "+" ? "keep" : "clip",
    indent: digit === undefined ? 0 : Number(digit),
    length: feed === -1 ? raw.length : feed + 1,
  };
}

/** Decodes a literal or folded block scalar whose parent stands in column `indent`. Source: YAML 1.2.2, 8.1. */
export function decodeBlock(
  style: "literal" | "folded",
  raw: string,
  indent: number,
  emit: Emit,
  complain: Complain,
): void {
  const header = blockHeader(raw);
  const lines = linesOf(raw, header.length);
  const emitBreak = (line: Line | undefined): void => {
    if (line) emit("\n", line.next > line.end ? line.next - 1 : line.end, line.next);
  };
  const first = lines.findIndex((line) => line.content < line.end);
  if (first === -1) {
    if (header.chomp === "keep") lines.slice(0, Math.max(1, lines.length - 1)).forEach(emitBreak);
    return;
  }

  const trim = contentColumn(lines.slice(0, first + 1), indent, header, complain);
  const emitText = (line: Line, end: number): void => {
    const from = Math.min(line.start + trim, line.content);
    if (from < end) emit(raw.slice(from, end), from, end);
  };
  const isMoreIndented = (line: Line): boolean => line.content - line.start > trim || raw[line.content] === "\t";

  for (const line of lines.slice(0, first)) {
    emitText(line, line.content);
    emitBreak(line);
  }
  const last = lines.findLastIndex((line) => line.content < line.end || isMoreIndented(line));
  let before = first;
  for (let at = first; at <= last; at += 1) {
    const line = lines[at];
    const previous = lines[before];
    if (!line || !previous) break;
    const moreIndented = isMoreIndented(line);
    if (style === "folded" && line.content === line.end && !moreIndented) continue;
    if (line.content < line.end && line.content - line.start < trim) complain("block-indent", line.content, line.end);
    const keepsFirstBreak = style === "literal" || moreIndented || isMoreIndented(previous);
    if (at > first && at - before === 1 && !keepsFirstBreak) emit(" ", previous.end, previous.next);
    else lines.slice(keepsFirstBreak ? before : before + 1, at).forEach(emitBreak);
    emitText(line, line.end);
    before = at;
  }
  if (header.chomp === "clip" || (header.chomp === "keep" && last === lines.length - 1)) emitBreak(lines[last]);
  else if (header.chomp === "keep") {
    for (let at = last + 1; at < lines.length; at += 1) {
      emitBreak(lines[at - 1]);
      emitText(lines[at] as Line, (lines[at] as Line).content);
    }
  }
}

function linesOf(raw: string, from: number): readonly Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start < raw.length || (start > from && lines.at(-1)?.next === start && raw[start - 1] === "\n")) {
    const feed = raw.indexOf("\n", start);
    const next = feed === -1 ? raw.length : feed + 1;
    let end = feed === -1 ? raw.length : feed;
    if (feed > start && raw[feed - 1] === "\r") end -= 1;
    let content = start;
    while (content < end && raw[content] === " ") content += 1;
    lines.push({ start, content, end, next });
    if (feed === -1) break;
    start = next;
  }
  return lines;
}

/** The column where the content begins, from the header or from `lines`: empty ones and the first with content. */
function contentColumn(lines: readonly Line[], indent: number, header: BlockHeader, complain: Complain): number {
  const widths = lines.map((line) => line.content - line.start);
  const width = widths.at(-1) ?? 0;
  const least = header.indent > 0 ? indent + header.indent : Math.max(indent, ...widths.slice(0, -1));
  const line = lines.at(-1);
  if (line && width < least) complain("block-indent", line.content, line.end);
  return header.indent > 0 ? least : width;
}
