import type { Range } from "../source/text.ts";
import { endOfLine } from "./lines.ts";

/*
 * Inside brackets, YAML ends an unquoted text at the next bracket and can read nothing behind it: `{tags: list[str]}` is
 * no YAML, and neither is `{when: state.items[0], to: b}`. Since no other reading exists, we read it as the one text it
 * is meant as, and say that other tools cannot.
 */

/** An unquoted text behind a bracket, a comma or a colon, up to the bracket that it holds; or else a quoted one, whose commas begin nothing. */
const beginning = /"(?<=(?:[[{,]|: ) *")(?:[^"\\\r\n]|\\[^\r\n])*"|'(?<=(?:[[{,]|: ) *')(?:[^'\r\n]|'')*'|(?:[[{,]|:(?= )) *([A-Za-z_(](?:[^\r\n,:[\]{}#]|:(?! ))*)[[{]/g;

/** No type and no expression is longer. */
const longest = 4096;

const closers: ReadonlyMap<string, string> = new Map([["[", "]"], ["{", "}"], ["(", ")"]]);

/** Where unquoted texts with brackets of their own seem to be, in the order of the text. Outside of brackets they mean no harm. */
export function bracketTexts(text: string): readonly Range[] {
  const found: Range[] = [];
  const next = new RegExp(beginning);
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    if (match[1] === undefined) continue;
    const bracket = next.lastIndex - 1;
    const start = bracket - match[1].length;
    const end = endOfText(text, bracket);
    // On a line that makes no sense we look no further: so each line is read at most twice.
    if (end !== undefined) found.push({ start, end });
    next.lastIndex = end ?? endOfLine(text, bracket);
  }
  return found;
}

/** The end of a text that has a bracket at `from`: all its brackets are closed on that line. */
export function endOfText(text: string, from: number): number | undefined {
  const open: string[] = [];
  for (let at = from; at < text.length && at - from <= longest; at += 1) {
    const character = text.charAt(at);
    const isOutside = open.length === 0;
    if (isOutside && (/[,\]}\r\n]/.test(character) || text.startsWith(" #", at))) return from + text.slice(from, at).trimEnd().length;
    if (/[\r\n]/.test(character) || (isOutside && text.startsWith(": ", at))) return undefined;
    const closer = closers.get(character);
    if (closer !== undefined) open.push(closer);
    else if (character === open.at(-1)) open.pop();
    else if (!isOutside && /[\])}]/.test(character)) return undefined;
    else if (/["']/.test(character) && /\W/.test(text.charAt(at - 1))) {
      const close = text.indexOf(character, at + 1);
      if (close === -1 || close > endOfLine(text, at)) return undefined;
      at = close;
    }
  }
  return undefined;
}
