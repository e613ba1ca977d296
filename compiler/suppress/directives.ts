import type { LineIndex, Range } from "../source/text.ts";
import { lineIndex } from "../source/text.ts";
import { ignoreWord } from "../syntax/recognise.ts";

/** A comment that takes back what is found where it points: `# jamjet-ignore <names>: <reason>`, or the same in `{# #}`. */
export interface Directive extends Range {
  readonly names: readonly (Range & { readonly text: string })[];
  readonly hasReason: boolean;
  /** The line that it speaks of, from 0. */
  readonly line: number;
  /** What goes when the comment does, so that nothing else changes; undefined where white space around it would. */
  readonly removal: Range | undefined;
}

/** The directives of a text in its order: in its YAML comments, which stand in order too, and in comments of templates. */
export function directivesIn(text: string, comments: readonly Range[]): readonly Directive[] {
  const lines = lineIndex(text);
  const found: Directive[] = [];
  for (let at = text.indexOf(ignoreWord); at !== -1; at = text.indexOf(ignoreWord, at + ignoreWord.length)) {
    if (/[\w-]/.test(text.charAt(at + ignoreWord.length))) continue;
    const comment = commentAround(comments, at);
    const directive = comment === undefined ? inTemplate(text, lines, at) : inYaml(text, lines, comments, comment, at);
    if (directive !== undefined) found.push(directive);
  }
  return found;
}

function inYaml(text: string, lines: LineIndex, comments: readonly Range[], comment: Range, at: number): Directive | undefined {
  if (!/^#+[ \t]*$/.test(text.slice(comment.start, at))) return undefined;
  const { line } = lines.positionAt(comment.start);
  const whole = lines.lineRange(line);
  const before = text.slice(whole.start, comment.start);
  const isAlone = before.trim() === "";
  const isSkipped = (next: number): boolean => {
    const { start, end } = lines.lineRange(next);
    const first = text.slice(start, end).search(/\S/);
    return first === -1 || commentAround(comments, start + first) !== undefined;
  };
  const removal = isAlone ? { start: whole.start, end: lines.offsetAt({ line: line + 1, column: 0 }) } : { start: whole.start + before.trimEnd().length, end: comment.end };
  return { start: comment.start, end: comment.end, ...contentOf(text, at + ignoreWord.length, comment.end), line: isAlone ? nextLine(lines, line, isSkipped) : line, removal };
}

function inTemplate(text: string, lines: LineIndex, at: number): Directive | undefined {
  const { line } = lines.positionAt(at);
  const whole = lines.lineRange(line);
  const opener = /\{#([-+]?)[ \t]*$/.exec(text.slice(Math.max(whole.start, at - 32), at));
  const close = text.indexOf("#}", at);
  if (opener === null || close === -1 || close > whole.end) return undefined;
  const range = { start: at - opener[0].length, end: close + 2 };
  const trims = opener[1] === "-" || text.charAt(close - 1) === "-";
  const isAlone = `${text.slice(whole.start, range.start)}${text.slice(range.end, whole.end)}`.trim() === "";
  const isSkipped = (next: number): boolean => text.slice(lines.lineRange(next).start, lines.lineRange(next).end).trim() === "";
  return { ...range, ...contentOf(text, at + ignoreWord.length, close), line: isAlone ? nextLine(lines, line, isSkipped) : line, removal: trims ? undefined : range };
}

/** The first line behind `line` that holds something. */
function nextLine(lines: LineIndex, line: number, isSkipped: (line: number) => boolean): number {
  let next = line + 1;
  while (next < lines.lineCount && isSkipped(next)) next += 1;
  return next;
}

function contentOf(text: string, start: number, end: number): Pick<Directive, "names" | "hasReason"> {
  const content = text.slice(start, end);
  const colon = content.indexOf(":");
  const listed = colon === -1 ? content : content.slice(0, colon);
  const names = [...listed.matchAll(/[\w-]*\w/g)].map((match) => ({ text: match[0], start: start + match.index, end: start + match.index + match[0].length }));
  return { names, hasReason: colon !== -1 && /\w/.test(content.slice(colon)) };
}

/** The comment that `offset` stands in. */
function commentAround(comments: readonly Range[], offset: number): Range | undefined {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const comment = comments[low];
  return comment !== undefined && comment.start <= offset ? comment : undefined;
}
