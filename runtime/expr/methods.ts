import type { Json } from "../../schemas/json.ts";
import type { MethodName } from "../../schemas/expr/methods.ts";
import type { Implementation } from "./call.ts";
import type { Given } from "./expect.ts";
import { toDict, toInteger, toList, toText } from "./expect.ts";
import { fail } from "./failure.ts";
import type { Meter } from "./scope.ts";
import { admitText, own } from "./scope.ts";
import { findPart } from "./search.ts";
import type { Side } from "./text.ts";
import { capitalize, codePointIndex, codePointLength, countParts, replaceParts, splitAt, splitAtSpace, splitLines, strip, titleCase, unitOffset } from "./text.ts";
import { equal } from "./values.ts";

/** What each method does; the receiver comes first, the parameters are those of `schemas/expr/methods.ts`. */
export const methods = {
  upper: (_, text) => toText(text, "upper").toUpperCase(),
  lower: (_, text) => toText(text, "lower").toLowerCase(),
  title: (_, text) => titleCase(toText(text, "title")),
  capitalize: (_, text) => capitalize(toText(text, "capitalize")),
  strip: (_, text, chars) => stripped("strip", "both", text, chars),
  lstrip: (_, text, chars) => stripped("lstrip", "left", text, chars),
  rstrip: (_, text, chars) => stripped("rstrip", "right", text, chars),
  split: (_, text, separator, most) => pieces("split", "left", text, separator, most),
  rsplit: (_, text, separator, most) => pieces("rsplit", "right", text, separator, most),
  splitlines: (_, text) => splitLines(toText(text, "splitlines")),
  startswith: (_, text, prefix) => toText(text, "startswith").startsWith(toText(prefix, "startswith")),
  endswith: (_, text, suffix) => toText(text, "endswith").endsWith(toText(suffix, "endswith")),
  replace: (meter, text, old, by, count) => replaced(meter, toText(text, "replace"), toText(old, "replace"), toText(by, "replace"), toInteger(count, "replace")),
  find: (_, text, sub, start, end) => {
    const [subject, part] = [toText(text, "find"), toText(sub, "find")];
    const length = codePointLength(subject);
    const clamp = (bound: number): number => Math.min(Math.max(bound < 0 ? bound + length : bound, 0), length);
    const from = clamp(toInteger(start, "find"));
    const to = end === undefined ? length : clamp(toInteger(end, "find"));
    if (toInteger(start, "find") > length || from > to) return -1;
    const firstUnit = unitOffset(subject, from);
    const found = findPart(subject.slice(firstUnit, unitOffset(subject, to)), part);
    return found < 0 ? -1 : codePointIndex(subject, firstUnit + found);
  },
  join: (meter, separator, items) => joinTexts(meter, toList(items, "join").map((item) => toText(item, "join")), toText(separator, "join")),
  count: (meter, subject, sub, value) => {
    const wanted = sub ?? value ?? null;
    if (typeof subject === "string") return countParts(subject, toText(wanted, "count"));
    return toList(subject, "count").filter((item) => equal(meter, item, wanted)).length;
  },
  index: (meter, subject, value, sub) => {
    const wanted = value ?? sub ?? null;
    if (typeof subject === "string") {
      const found = findPart(subject, toText(wanted, "index"));
      return found < 0 ? fail("'index' did not find the text") : codePointIndex(subject, found);
    }
    const found = toList(subject, "index").findIndex((item) => equal(meter, item, wanted));
    return found < 0 ? fail("'index' did not find the item") : found;
  },
  keys: (_, dict) => Object.keys(toDict(dict, "keys")),
  values: (_, dict) => Object.values(toDict(dict, "values")),
  items: (_, dict) => itemsOf(dict, "items"),
  get: (_, dict, key, fallback) => {
    const found = own(toDict(dict, "get"), toText(key, "get"));
    return found === undefined ? (fallback ?? null) : found;
  },
} satisfies { readonly [N in MethodName]: Implementation };

/** `text` with the first `count` occurrences of `old` replaced; all of them if `count` is negative. */
export function replaced(meter: Meter, text: string, old: string, by: string, count: number): string {
  const cuts = Math.min(count < 0 ? Infinity : count, countParts(text, old));
  admitText(meter, text.length + cuts * (by.length - old.length));
  return replaceParts(text, old, by, cuts);
}

/** All of `texts` with `separator` between them. */
export function joinTexts(meter: Meter, texts: readonly string[], separator: string): string {
  const units = texts.reduce((total, text) => total + text.length, separator.length * Math.max(0, texts.length - 1));
  admitText(meter, units);
  return texts.join(separator);
}

/** Pairs of key and value, in the order of the dict. */
export function itemsOf(dict: Given, who: string): Json {
  return Object.entries(toDict(dict, who));
}

function stripped(who: string, side: Side, text: Given, chars: Given): string {
  return strip(toText(text, who), side, chars === undefined || chars === null ? undefined : toText(chars, who));
}

function pieces(who: string, from: "left" | "right", text: Given, separator: Given, most: Given): readonly string[] {
  const subject = toText(text, who);
  const limit = toInteger(most, who);
  const cuts = limit < 0 ? Infinity : limit;
  if (separator === undefined || separator === null) return splitAtSpace(subject, from, cuts);
  if (separator === "") return fail(`'${who}' needs a separator that is not empty`);
  return splitAt(subject, toText(separator, who), from, cuts);
}
