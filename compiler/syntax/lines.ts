import type { Range } from "../source/text.ts";

/** `range` without the white space, comment and later lines at its end, but with its first character. */
export function firstLine(text: string, range: Range): Range {
  const line = /^[^\r\n]*/.exec(text.slice(range.start, range.end))?.[0] ?? "";
  const written = line.replace(/[ \t]#.*$/, "").trimEnd();
  return { start: range.start, end: range.start + Math.max(written.length, Math.min(1, range.end - range.start)) };
}

/** Whether YAML's line goes on behind `end`, where a carriage return without a line feed ends what is shown of it. */
export function goesOn(text: string, end: number): boolean {
  return /\r(?!\n)/.test(text.slice(end, endOfLine(text, end)));
}

/** The end of the line that `offset` stands on. */
export function endOfLine(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  if (feed === -1) return text.length;
  return text[feed - 1] === "\r" && feed > offset ? feed - 1 : feed;
}

/** Whether what follows the line of `offset` is indented more than that line, and so seems to belong to it. */
export function hasDeeperLines(text: string, offset: number): boolean {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const below = /\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)(?=[^\s#])/y;
  below.lastIndex = endOfLine(text, offset);
  const indent = below.exec(text)?.[1]?.length ?? 0;
  return indent > (/^[ -]*/.exec(text.slice(start, offset))?.[0].length ?? 0);
}

/** Whether the line before or behind that of `offset` is indented as it is, and so seems to stand beside it. */
export function hasLikeNeighbour(text: string, offset: number): boolean {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const indent = /^ */.exec(text.slice(start, offset))?.[0] ?? "";
  const beside = (line: number): boolean => text.startsWith(indent, line) && /[^\s#]/.test(text.charAt(line + indent.length));
  const end = text.indexOf("\n", offset);
  return (start > 0 && beside(text.lastIndexOf("\n", start - 2) + 1)) || (end !== -1 && beside(end + 1));
}

/** What a line is known by: its key, or all of it. */
export function firstWord(line: string): string {
  return /^(?:- )?(.*?)(?::(?:\s|$)|$)/.exec(line)?.[1] || line;
}
