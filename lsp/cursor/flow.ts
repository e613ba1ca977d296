import { closingQuote, isBlank, lineEnd, skipBlanks } from "./line.ts";

/** A name in a mapping and its value, as far as that is one text. */
export interface Entry {
  readonly name: string;
  readonly value: string;
}

/** One of the brackets that are open around a cursor. */
export interface Frame {
  readonly kind: "mapping" | "sequence";
  /** Of a mapping, in its order; those behind the cursor only where the bracket is closed. */
  readonly entries: readonly Entry[];
  /** The key whose value is being written. */
  readonly key: string | undefined;
}

/** Where a cursor is between brackets. */
export interface FlowPlace {
  /** From the outermost to the innermost; at least one. */
  readonly frames: readonly Frame[];
  readonly style: "plain" | "single" | "double";
  /** The content of the text at the cursor; empty where there is none. */
  readonly start: number;
  readonly end: number;
  readonly hasColon: boolean;
  readonly isComment: boolean;
}

interface Token {
  readonly kind: "open" | "close" | "comma" | "colon" | "comment" | "text";
  readonly start: number;
  readonly end: number;
}

interface OpenFrame {
  readonly kind: Frame["kind"];
  readonly entries: Entry[];
  key: string | undefined;
  /** The text read last. */
  word: string | undefined;
}

/** So many characters behind a cursor are looked at for the end of its brackets. */
const farthest = 20_000;

/** Where `offset` is in what begins with a bracket at `from`; undefined behind the end of that. */
export function flowAt(text: string, from: number, offset: number): FlowPlace | undefined {
  const frames: OpenFrame[] = [];
  let at = from;
  for (;;) {
    const token = tokenAt(text, at);
    if (token === undefined || token.start >= offset) break;
    if (token.kind === "comment" && offset <= token.end) return place(text, frames, { start: offset, end: offset, isComment: true }, token.end);
    if (token.kind === "text" && offset <= token.end && !isAfterQuotes(text, token, offset)) return place(text, frames, contentOf(text, token), token.end);
    if (isBeingWritten(text, frames, token, offset)) return place(text, frames, { start: token.start, end: offset }, offset);
    take(text, frames, token);
    if (frames.length === 0) return undefined;
    at = token.end;
  }
  const next = tokenAt(text, at);
  const here = next?.kind === "text" && next.start === offset ? contentOf(text, next) : { start: offset, end: offset };
  return frames.length === 0 ? undefined : place(text, frames, here, next?.kind === "text" && next.start === offset ? next.end : at);
}

/** A plain value goes on behind its blanks: code may be half written there. */
function isBeingWritten(text: string, frames: readonly OpenFrame[], { kind, start, end }: Token, offset: number): boolean {
  const isPlain = kind === "text" && text[start] !== '"' && text[start] !== "'";
  return isPlain && frames.at(-1)?.key !== undefined && skipBlanks(text, end, offset) === offset;
}

type Here = { readonly start: number; readonly end: number; readonly style?: FlowPlace["style"]; readonly isComment?: true };

function place(text: string, frames: readonly OpenFrame[], here: Here, behind: number): FlowPlace {
  const inner = frames.at(-1);
  const rest = inner?.kind === "mapping" ? entriesBehind(text, behind, inner) : [];
  const shown = frames.map((frame) => ({ kind: frame.kind, entries: frame === inner ? [...frame.entries, ...rest] : frame.entries, key: frame.key }));
  return { frames: shown, style: here.style ?? "plain", start: here.start, end: here.end, hasColon: tokenAt(text, behind)?.kind === "colon", isComment: here.isComment === true };
}

function contentOf(text: string, { start, end }: Token): Here {
  const style = text[start] === '"' ? "double" : text[start] === "'" ? "single" : "plain";
  if (style === "plain") return { start, end, style };
  const close = closingQuote(text, start);
  return { start: start + 1, end: close === undefined || close >= end ? end : close, style };
}

function isAfterQuotes(text: string, { start, end }: Token, offset: number): boolean {
  return offset === end && (text[start] === '"' || text[start] === "'") && closingQuote(text, start) === end - 1;
}

function take(text: string, frames: OpenFrame[], token: Token): void {
  const top = frames.at(-1);
  switch (token.kind) {
    case "open": frames.push({ kind: text[token.start] === "{" ? "mapping" : "sequence", entries: [], key: undefined, word: undefined }); return;
    case "close": {
      if (top !== undefined) endEntry(top);
      frames.pop();
      return;
    }
    case "comma":
      if (top !== undefined) endEntry(top);
      return;
    case "colon":
      if (top === undefined || top.key !== undefined) return;
      top.key = top.word ?? "";
      top.word = undefined;
      return;
    case "text":
      if (top !== undefined) top.word = wordOf(text, token);
      return;
    case "comment": return;
  }
}

function endEntry(frame: OpenFrame): void {
  const name = frame.key ?? frame.word;
  if (name !== undefined) frame.entries.push({ name, value: frame.key === undefined ? "" : (frame.word ?? "") });
  frame.key = undefined;
  frame.word = undefined;
}

/** What the mapping holds behind the cursor; nothing, where it is never closed. */
function entriesBehind(text: string, from: number, { key }: OpenFrame): readonly Entry[] {
  const frames: OpenFrame[] = [{ kind: "mapping", entries: [], key, word: undefined }];
  const [own] = frames;
  let at = from;
  for (let token = tokenAt(text, at); token !== undefined && at - from < farthest; token = tokenAt(text, at)) {
    take(text, frames, token);
    at = token.end;
    // The first is what the cursor stands in.
    if (frames.length === 0) return own?.entries.filter(({ name }) => name !== key && name !== "") ?? [];
  }
  return [];
}

function wordOf(text: string, token: Token): string {
  const { start, end } = contentOf(text, token);
  return text.slice(start, end);
}

function tokenAt(text: string, from: number): Token | undefined {
  let at = from;
  while (at < text.length && (isBlank(text[at]) || text[at] === "\n" || text[at] === "\r")) at += 1;
  const sign = text[at];
  const single = (kind: Token["kind"]): Token => ({ kind, start: at, end: at + 1 });
  switch (sign) {
    case undefined: return undefined;
    case ",": return single("comma");
    case "]": case "}": return single("close");
    case "[": return single("open");
    case "{": return isTemplate(text, at) ? textAt(text, at) : single("open");
    // An anchor or a tag belongs to what follows it.
    case "&": case "!": return tokenAt(text, endOfWord(text, at));
    case "#": return { kind: "comment", start: at, end: lineEnd(text, at) };
    case ":": return isColon(text, at) ? single("colon") : textAt(text, at);
    case '"': case "'": {
      const close = closingQuote(text, at);
      return { kind: "text", start: at, end: close === undefined ? lineEnd(text, at) : close + 1 };
    }
    default: return textAt(text, at);
  }
}

function endOfWord(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && !/[\s,[\]{}]/.test(text[at] as string)) at += 1;
  return at;
}

/** A plain text; what stands in the braces of a template belongs to it, whatever it is. */
function textAt(text: string, start: number): Token {
  const end = lineEnd(text, start);
  let at = start;
  while (at < end) {
    if (isTemplate(text, at)) {
      const close = text.indexOf(text[at + 1] === "{" ? "}}" : "%}", at + 2);
      at = close < 0 || close > end ? end : close + 2;
    } else if (/[,[\]{}]/.test(text[at] as string) || isColon(text, at) || (text[at] === "#" && isBlank(text[at - 1]))) {
      break;
    } else {
      at += 1;
    }
  }
  let last = Math.max(at, start + 1);
  while (last > start + 1 && isBlank(text[last - 1])) last -= 1;
  return { kind: "text", start, end: last };
}

function isTemplate(text: string, at: number): boolean {
  return text[at] === "{" && (text[at + 1] === "{" || text[at + 1] === "%");
}

function isColon(text: string, at: number): boolean {
  if (text[at] !== ":") return false;
  const next = text[at + 1];
  return next === undefined || isBlank(next) || next === "\n" || next === "\r" || next === "," || next === "]" || next === "}";
}
