import type { Range } from "../expr/ast.ts";

/** A piece of a template between two of its signs. Comments and the tags of `{% raw %}` leave no piece. */
export type Piece =
  | ({ readonly piece: "text"; readonly text: string } & Range)
  /** `{{ … }}` or `{% … %}`: `inner` is the range between the signs, whitespace control excluded. */
  | ({ readonly piece: "out" | "tag"; readonly inner: Range } & Range)
  /** An opening sign without its closing one, and where the author's last word on it stands. */
  | ({ readonly piece: "unclosed"; readonly opener: "{{" | "{%" | "{#" | "{% raw %}"; readonly inner: Range } & Range)
  /** `}}` in text that opened no brace. */
  | ({ readonly piece: "stray" } & Range);

const closers = { "{{": "}}", "{%": "%}", "{#": "#}" } as const;
type Opener = keyof typeof closers;

/** Characters that failed searches for `}}` may cost together, so that all texts are read in linear time. */
const patience = 16_384;

const endRaw = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;

/** What scanning a template has come to. Lives for one call of `scanTemplate`. */
interface Scanning {
  readonly text: string;
  readonly pieces: Piece[];
  /** Where the text that has not been cut begins. */
  at: number;
  /** How many braces of plain text are open there. */
  depth: number;
  /** The last sign takes the white space behind it. */
  trimsNext: boolean;
  /** What searches that failed have cost. */
  wasted: number;
}

/** Cuts a template at its signs and settles whitespace control. Linear in the text, whatever it is. */
export function scanTemplate(text: string): readonly Piece[] {
  const lastClose = { "}}": text.lastIndexOf("}}"), "%}": text.lastIndexOf("%}"), "#}": text.lastIndexOf("#}") } as const;
  const cx: Scanning = { text, pieces: [], at: 0, depth: 0, trimsNext: false, wasted: 0 };
  for (let start = nextSign(text, 0); start >= 0; start = nextSign(text, cx.at)) {
    // `nextSign` stops at these three alone.
    const opener = text.slice(start, start + 2) as Opener;
    const closer = closers[opener];
    const trimsBefore = text[start + 2] === "-";
    const from = start + (trimsBefore || (text[start + 2] === "+" && opener !== "{{") ? 3 : 2);
    addText(cx, start, trimsBefore);
    const found = lastClose[closer] < from ? "torn" : opener === "{#" || cx.wasted > patience ? "nowhere" : endOfCode(text, from, closer);
    if (found === "torn") {
      addUnclosed(cx, opener, start, from);
      continue;
    }
    const again = found === "nowhere" && opener === "{{" ? nextOutput(text, from) : undefined;
    if (again !== undefined) {
      cx.pieces.push({ piece: "unclosed", opener, start, end: from, inner: { start: from, end: again } });
      cx.at = again;
      continue;
    }
    if (found === "nowhere" && opener !== "{#") cx.wasted += text.length - from;
    const close = found === "nowhere" ? text.indexOf(closer, from) : found;
    const trimsAfter = close > from && text[close - 1] === "-";
    const inner = { start: from, end: trimsAfter || (text[close - 1] === "+" && opener === "{%") ? close - 1 : close };
    cx.at = close + 2;
    cx.trimsNext = trimsAfter;
    if (opener === "{#") continue;
    if (opener === "{%" && /^\s*raw\s*$/.test(text.slice(inner.start, inner.end))) addRaw(cx, start, inner);
    else cx.pieces.push({ piece: opener === "{{" ? "out" : "tag", start, end: cx.at, inner });
  }
  addText(cx, text.length, false);
  return cx.pieces;
}

/** Adds what stands before `end` as plain text. */
function addText(cx: Scanning, end: number, trimsEnd: boolean): void {
  const { text, trimsNext } = cx;
  const { start, end: to } = trimmed(text, { start: cx.at, end }, trimsNext, trimsEnd);
  cx.trimsNext = false;
  cx.depth = addStrays(text, start, to, cx.depth, cx.pieces);
}

/** An opening sign without its closing one takes the rest of its line, or what is left up to a `}` there. */
function addUnclosed(cx: Scanning, opener: Opener, start: number, from: number): void {
  const { text } = cx;
  const line = text.indexOf("\n", from);
  const lineEnd = line < 0 ? text.length : line;
  const brace = text.indexOf("}", from);
  const isTorn = brace >= 0 && brace < lineEnd;
  const end = isTorn ? brace : lineEnd;
  cx.pieces.push({ piece: "unclosed", opener, start, end: isTorn ? end + 1 : start + opener.length, inner: { start: from, end } });
  cx.at = isTorn ? end + 1 : lineEnd;
}

/** Adds what stands between `{% raw %}`, which has been read, and `{% endraw %}` as it is. */
function addRaw(cx: Scanning, start: number, inner: Range): void {
  const { text, at } = cx;
  endRaw.lastIndex = at;
  const found = endRaw.exec(text);
  if (found === null) {
    cx.pieces.push({ piece: "unclosed", opener: "{% raw %}", start, end: at, inner });
    cx.at = text.length;
    return;
  }
  const raw = trimmed(text, { start: at, end: found.index }, cx.trimsNext, found[0][2] === "-");
  if (raw.end > raw.start) cx.pieces.push({ piece: "text", ...raw, text: text.slice(raw.start, raw.end) });
  cx.trimsNext = found[0].at(-3) === "-";
  cx.at = found.index + found[0].length;
}

function trimmed(text: string, { start, end }: Range, trimsStart: boolean, trimsEnd: boolean): Range {
  let [from, to] = [start, end];
  if (trimsStart) while (from < to && isSpace(text, from)) from += 1;
  if (trimsEnd) while (to > from && isSpace(text, to - 1)) to -= 1;
  return { start: from, end: to };
}

function nextSign(text: string, from: number): number {
  for (let at = text.indexOf("{", from); at >= 0; at = text.indexOf("{", at + 1)) {
    const next = text[at + 1];
    if (next === "{" || next === "%" || next === "#") return at;
  }
  return -1;
}

/** Where `closer` stands outside of text literals and mappings; `nowhere`, or `torn` at a `}` that cannot be meant otherwise. */
function endOfCode(text: string, from: number, closer: "}}" | "%}" | "#}"): number | "nowhere" | "torn" {
  const [first] = closer;
  let open = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "'" || sign === '"') {
      at = endOfLiteral(text, at, sign);
    } else if (sign === first && open === 0 && text[at + 1] === "}") {
      return at;
    } else if (sign === "{") {
      open += 1;
    } else if (sign === "}" && open > 0) {
      open -= 1;
    } else if (sign === "}" && closer === "}}") {
      return "torn";
    }
  }
  return "nowhere";
}

/** Where the next output or tag begins, if it does before anything is closed and behind something that is no white space. */
function nextOutput(text: string, from: number): number | undefined {
  const [output, tag] = [text.indexOf("{{", from), text.indexOf("{%", from)];
  const next = output < 0 || tag < 0 ? Math.max(output, tag) : Math.min(output, tag);
  return next < 0 || next > text.indexOf("}}", from) || text.slice(from, next).trim() === "" ? undefined : next;
}

function endOfLiteral(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === quote) return at;
  }
  return text.length;
}

const [openBrace, closeBrace] = [0x7b, 0x7d];

/** Adds plain text, split at each `}}` that closes nothing; gives how many braces are open behind it. */
function addStrays(text: string, start: number, end: number, before: number, pieces: Piece[]): number {
  let depth = before;
  let from = start;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === openBrace) {
      depth += 1;
    } else if (unit !== closeBrace) {
      continue;
    } else if (depth > 0) {
      depth -= 1;
    } else if (at + 1 < end && text.charCodeAt(at + 1) === closeBrace) {
      if (at > from) pieces.push({ piece: "text", start: from, end: at, text: text.slice(from, at) });
      pieces.push({ piece: "stray", start: at, end: at + 2 });
      from = at + 2;
      at += 1;
    }
  }
  if (end > from) pieces.push({ piece: "text", start: from, end, text: text.slice(from, end) });
  return depth;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? "");
}
