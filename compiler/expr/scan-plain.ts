import { spelled } from "./spelled.ts";
import { constants, statementWords } from "./vocabulary.ts";

/** A token of a plain expression. A sign goes by itself: its kind is its text. */
export interface PlainToken {
  readonly kind: "name" | "number" | "text" | "constant" | Keyword | Sign | "end";
  readonly image: string;
  readonly start: number;
  readonly end: number;
}

const keywords = ["and", "or", "not", "in", "is", "if", "else", "for"] as const;
type Keyword = (typeof keywords)[number];

const pairs = ["**", "//", "==", "!=", "<=", ">="] as const;
const singles = ["+", "-", "*", "/", "%", "<", ">", "=", "|", ".", ",", ":", "(", ")", "[", "]", "{", "}"] as const;
type Sign = (typeof pairs)[number] | (typeof singles)[number];

/** What begins like signs of ours and is something else, to be reported by those who know. */
const foreign: ReadonlySet<string> = new Set(["||", "<>", ":=", "=>", "->", "{{", "{%", "%}"]);

/**
 * Cuts `text` into tokens, of which the last is `end`; nothing if there is anything in it that would have to be
 * reported, or a letter beyond ASCII outside of quotes.
 */
export function scanPlain(text: string): readonly PlainToken[] | undefined {
  const tokens: PlainToken[] = [];
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const token = tokenAt(text, at, tokens.at(-1)?.kind === ".");
    if (token === undefined) return undefined;
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: "end", image: "", start: text.length, end: text.length });
  return tokens;
}

function tokenAt(text: string, start: number, isKey: boolean): PlainToken | undefined {
  const code = text.charCodeAt(start);
  if (isLetter(code)) return wordAt(text, start, isKey);
  if (isDigit(code) || (code === dot && isDigit(text.charCodeAt(start + 1)))) {
    const end = endOfNumber(text, start);
    return { kind: "number", image: text.slice(start, end), start, end };
  }
  if (code === quote || code === doubleQuote) {
    const end = endOfText(text, start, code);
    return end === undefined ? undefined : { kind: "text", image: text.slice(start, end), start, end };
  }
  return signAt(text, start);
}

/** Behind a dot, every word is a name. */
function wordAt(text: string, start: number, isKey: boolean): PlainToken | undefined {
  let end = start + 1;
  while (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) end += 1;
  const image = spelled(text.slice(start, end));
  if (isKey) return { kind: "name", image, start, end };
  return statementWords.has(image) ? undefined : { kind: wordKinds.get(image) ?? "name", image, start, end };
}

const wordKinds: ReadonlyMap<string, PlainToken["kind"]> = new Map([
  ...keywords.map((word) => [word, word] as const),
  ...Object.keys(constants).map((word) => [word, "constant"] as const),
]);

function signAt(text: string, start: number): PlainToken | undefined {
  const two = text.slice(start, start + 2);
  if (foreign.has(two)) return undefined;
  const pair = pairs.find((each) => each === two);
  if (pair !== undefined) {
    // `===` and `!==` belong to another language.
    const isForeign = (pair === "==" || pair === "!=") && text[start + 2] === "=";
    return isForeign ? undefined : { kind: pair, image: pair, start, end: start + 2 };
  }
  const single = singles.find((each) => each === text[start]);
  return single === undefined ? undefined : { kind: single, image: single, start, end: start + 1 };
}

function endOfNumber(text: string, start: number): number {
  let end = skipDigits(text, start);
  while (text[end] === "_" && end > start && isDigit(text.charCodeAt(end + 1))) end = skipDigits(text, end + 1);
  if (text[end] === "." && isDigit(text.charCodeAt(end + 1))) end = skipDigits(text, end + 1);
  if (text[end] !== "e" && text[end] !== "E") return end;
  const sign = text[end + 1] === "-" || text[end + 1] === "+" ? 1 : 0;
  return isDigit(text.charCodeAt(end + 1 + sign)) ? skipDigits(text, end + 1 + sign) : end;
}

function endOfText(text: string, start: number, delimiter: number): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === delimiter) return at + 1;
    if (code === backslash) at += 1;
  }
  return undefined;
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 0x20 || (code >= 0x09 && code <= 0x0d); code = text.charCodeAt(at)) at += 1;
  return at;
}

const dot = 0x2e;
const quote = 0x27;
const doubleQuote = 0x22;
const backslash = 0x5c;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}
