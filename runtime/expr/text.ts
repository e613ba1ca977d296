import { findParts } from "./search.ts";

/** Text as Python sees it: code points, not UTF-16 units, and Python's white space. */

const surrogate = /[\ud800-\udfff]/;

/** How many code points `text` has. */
export function codePointLength(text: string): number {
  if (!surrogate.test(text)) return text.length;
  let count = 0;
  for (let at = 0; at < text.length; at += unitsAt(text, at)) count++;
  return count;
}

/** The code points of `text`, as one string each. */
export function codePoints(text: string): readonly string[] {
  return Array.from(text);
}

/** The unit offset of code point `index`, which lies between 0 and the length. */
export function unitOffset(text: string, index: number): number {
  if (!surrogate.test(text)) return index;
  let at = 0;
  for (let left = index; left > 0; left--) at += unitsAt(text, at);
  return at;
}

/** The number of code points before unit `offset`. */
export function codePointIndex(text: string, offset: number): number {
  return codePointLength(text.slice(0, offset));
}

function unitsAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

// Source: `str.isspace` of CPython; JavaScript's `\s` lacks the separators and has U+FEFF.
const space = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const wordsBetweenSpaces = new RegExp(`[^${space}]+`, "g");
const isSpace = new RegExp(`[${space}]`);
const lineEnd = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;

export type Side = "left" | "right" | "both";

/** `strip`, `lstrip` and `rstrip`: without `chars` all white space goes, else every code point of `chars`. */
export function strip(text: string, side: Side, chars?: string): string {
  const set = chars === undefined ? undefined : new Set(codePoints(chars));
  const goes = (point: string): boolean => (set === undefined ? isSpace.test(point) : set.has(point));
  let start = 0;
  let end = text.length;
  if (side !== "right") {
    while (start < end && goes(pointAt(text, start))) start += unitsAt(text, start);
  }
  if (side !== "left") {
    while (end > start && goes(pointBefore(text, end))) end -= pointBefore(text, end).length;
  }
  return text.slice(start, end);
}

function pointAt(text: string, at: number): string {
  return text.slice(at, at + unitsAt(text, at));
}

function pointBefore(text: string, end: number): string {
  const pair = end >= 2 && unitsAt(text, end - 2) === 2;
  return text.slice(pair ? end - 2 : end - 1, end);
}

/** `split` and `rsplit` at white space; at most `most` cuts, from the left or the right. */
export function splitAtSpace(text: string, from: "left" | "right", most: number): readonly string[] {
  const words = Array.from(text.matchAll(wordsBetweenSpaces), (word) => ({ text: word[0], start: word.index, end: word.index + word[0].length }));
  const chosen = from === "left" ? words.slice(0, most) : words.slice(Math.max(0, words.length - most));
  const texts = chosen.map((word) => word.text);
  if (chosen.length === words.length) return texts;
  // What lies beyond the last cut keeps its white space at the far end.
  if (from === "left") return [...texts, text.slice(words[most]?.start)];
  return [text.slice(0, words[words.length - most - 1]?.end), ...texts];
}

/** `split` and `rsplit` at a separator that is not empty; at most `most` cuts, from the left or the right. */
export function splitAt(text: string, separator: string, from: "left" | "right", most: number): readonly string[] {
  const found = from === "left" ? findParts(text, separator, most) : findFromRight(text, separator, most);
  const starts = [0, ...found.map((at) => at + separator.length)];
  return starts.map((start, index) => text.slice(start, found[index]));
}

/** The offsets of the last `most` occurrences, without overlap as seen from the right; ascending. */
function findFromRight(text: string, part: string, most: number): readonly number[] {
  const found = findParts(reversedUnits(text), reversedUnits(part), most);
  return found.map((at) => text.length - at - part.length).reverse();
}

function reversedUnits(text: string): string {
  return text.split("").reverse().join("");
}

/** `splitlines`: a final line end makes no empty last line. */
export function splitLines(text: string): readonly string[] {
  const lines = text.split(lineEnd);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** `str.title`: every run of letters that have a case is capitalized. */
export function titleCase(text: string): string {
  return text.replace(/\p{Cased}+/gu, capitalize);
}

/** `str.capitalize`: the first code point upper, the rest lower. */
export function capitalize(text: string): string {
  const first = pointAt(text, 0);
  const upper = first.toUpperCase();
  const lead = pointAt(upper, 0);
  return lead + upper.slice(lead.length).toLowerCase() + text.toLowerCase().slice(first.toLowerCase().length);
}

/** How often `part` occurs without overlap; an empty part occurs around every code point. */
export function countParts(text: string, part: string): number {
  return part === "" ? codePointLength(text) + 1 : findParts(text, part).length;
}

/** Replaces the first `most` occurrences of `part`; an empty part stands around every code point. */
export function replaceParts(text: string, part: string, by: string, most: number): string {
  if (part !== "") return splitAt(text, part, "left", most).join(by);
  const points = ["", ...codePoints(text), ""];
  const cuts = Math.min(most, points.length - 1);
  return [...points.slice(0, cuts), points.slice(cuts).join("")].join(by);
}
