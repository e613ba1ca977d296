import type { Type } from "../../schemas/type.ts";
import { unreachable } from "../../schemas/bug.ts";
import { allNumbers, bothNumbers, eitherNumbers, noNumbers, numbersAt, numbersWhere, numbersWithout, onlyNumber, sameNumbers, wholeNumbers, type NumberSet } from "./number-set.ts";

/**
 * What a value may be, kind by kind: a set that holds at least all values that can occur. Only what a condition can say
 * is kept: the literals of texts and the lengths of lists, not what is in them.
 */
export interface ValueSet {
  readonly none: boolean;
  readonly yes: boolean;
  readonly no: boolean;
  readonly numbers: NumberSet;
  /** Every number in it is whole. */
  readonly isWhole: boolean;
  readonly texts: TextSet;
  /** The lengths that a list may have. */
  readonly lists: NumberSet;
  /** The number of keys that a mapping may have. */
  readonly dicts: NumberSet;
}

/** Texts: those of `words`, or all but those; either way only of these lengths. */
export interface TextSet {
  readonly words: readonly string[];
  readonly isAllBut: boolean;
  readonly lengths: NumberSet;
}

export type Scalar = null | boolean | number | string;

const lengths: NumberSet = wholeNumbers(numbersWhere(">=", 0));
const noTexts: TextSet = { words: [], isAllBut: false, lengths: noNumbers };
const allTexts: TextSet = { words: [], isAllBut: true, lengths };

/** Beyond so many words, a set of texts is taken for all texts. */
const mostWords = 64;

export const nothing: ValueSet = { none: false, yes: false, no: false, numbers: noNumbers, isWhole: true, texts: noTexts, lists: noNumbers, dicts: noNumbers };
export const anything: ValueSet = { none: true, yes: true, no: true, numbers: allNumbers, isWhole: false, texts: allTexts, lists: lengths, dicts: lengths };

export const onlyNone: ValueSet = { ...nothing, none: true };
export const present: ValueSet = { ...anything, none: false };
/** What has a length. */
export const sized: ValueSet = { ...nothing, texts: allTexts, lists: lengths, dicts: lengths };
export const anyNumber: ValueSet = { ...nothing, numbers: allNumbers, isWhole: false };
export const anyText: ValueSet = { ...nothing, texts: allTexts };
export const anyList: ValueSet = { ...nothing, lists: lengths };
export const anyDict: ValueSet = { ...nothing, dicts: lengths };
export const anyBool: ValueSet = { ...nothing, yes: true, no: true };

export function only(value: Scalar): ValueSet {
  switch (typeof value) {
    case "boolean": return { ...nothing, yes: value, no: !value };
    case "number": return { ...nothing, numbers: numbersAt(value), isWhole: Number.isInteger(value) };
    case "string": return { ...nothing, texts: tidy({ words: [value], isAllBut: false, lengths }) };
    default: return onlyNone;
  }
}

/** All values of a type. */
export function valuesOfType(type: Type): ValueSet {
  switch (type.kind) {
    case "any": case "hole": case "never": return anything;
    case "null": return onlyNone;
    case "bool": return anyBool;
    case "int": return { ...anyNumber, numbers: wholeNumbers(allNumbers), isWhole: true };
    case "float": return anyNumber;
    case "str": return anyText;
    case "literal": return only(type.value);
    case "list": return anyList;
    case "dict": case "record": return anyDict;
    case "union": return type.of.map(valuesOfType).reduce(either, nothing);
    default: return unreachable(type, "valuesOfType");
  }
}

/** The values that are in both sets. */
export function both(a: ValueSet, b: ValueSet): ValueSet {
  if (a === anything || a === b) return b;
  if (b === anything) return a;
  const isWhole = a.isWhole || b.isWhole;
  const numbers = bothNumbers(a.numbers, b.numbers);
  return {
    none: a.none && b.none, yes: a.yes && b.yes, no: a.no && b.no,
    numbers: isWhole ? wholeNumbers(numbers) : numbers, isWhole,
    texts: a.texts === allTexts ? b.texts : b.texts === allTexts ? a.texts : bothTexts(a.texts, b.texts),
    lists: bothNumbers(a.lists, b.lists), dicts: bothNumbers(a.dicts, b.dicts),
  };
}

/** The values that are in one set or the other; a little more, where that cannot be said. */
export function either(a: ValueSet, b: ValueSet): ValueSet {
  return {
    none: a.none || b.none, yes: a.yes || b.yes, no: a.no || b.no,
    numbers: eitherNumbers(a.numbers, b.numbers), isWhole: a.isWhole && b.isWhole,
    texts: eitherTexts(a.texts, b.texts),
    lists: eitherNumbers(a.lists, b.lists), dicts: eitherNumbers(a.dicts, b.dicts),
  };
}

/** The set without one value. */
export function without(set: ValueSet, value: Scalar): ValueSet {
  switch (typeof value) {
    case "boolean": return value ? { ...set, yes: false } : { ...set, no: false };
    case "number": {
      const numbers = numbersWithout(set.numbers, numbersAt(value));
      return { ...set, numbers: set.isWhole ? wholeNumbers(numbers) : numbers };
    }
    case "string": return { ...set, texts: bothTexts(set.texts, { words: [value], isAllBut: true, lengths }) };
    default: return { ...set, none: false };
  }
}

/** The values that count as true, or those that count as false, in Python's sense. */
export function withTruth(set: ValueSet, truth: boolean): ValueSet {
  if (truth) return withLength(without({ ...set, none: false, no: false }, 0), numbersWhere(">", 0));
  return { ...withLength(set, numbersAt(0)), yes: false, numbers: bothNumbers(set.numbers, numbersAt(0)) };
}

/** The set without texts, lists and mappings of another length. */
export function withLength(set: ValueSet, wanted: NumberSet): ValueSet {
  const lists = bothNumbers(set.lists, wanted);
  // Most sets have the same lengths of all kinds.
  const within = (own: NumberSet): NumberSet => (own === set.lists ? lists : bothNumbers(own, wanted));
  return { ...set, texts: tidy({ ...set.texts, lengths: within(set.texts.lengths) }), lists, dicts: within(set.dicts) };
}

export function isNothing({ none, yes, no, numbers, texts, lists, dicts }: ValueSet): boolean {
  return !(none || yes || no) && numbers.length === 0 && texts.lengths.length === 0 && lists.length === 0 && dicts.length === 0;
}

/** Whether two sets are written in the same way. */
export function sameValues(a: ValueSet, b: ValueSet): boolean {
  const [left, right] = [a.texts, b.texts];
  const isSame = a.none === b.none && a.yes === b.yes && a.no === b.no && a.isWhole === b.isWhole && left.isAllBut === right.isAllBut;
  return isSame && left.words.length === right.words.length && left.words.every((word, at) => word === right.words[at])
    && sameNumbers(left.lengths, right.lengths) && sameNumbers(a.numbers, b.numbers) && sameNumbers(a.lists, b.lists) && sameNumbers(a.dicts, b.dicts);
}

/** The values themselves, if they are few and written out: `None`, booleans, single numbers and words. */
export function listed(set: ValueSet): readonly Scalar[] | undefined {
  const { numbers, texts } = set;
  if (set.lists.length > 0 || set.dicts.length > 0 || (texts.isAllBut && texts.lengths.length > 0)) return undefined;
  const points: number[] = [];
  for (let at = 0; at < numbers.length; at += 2) {
    const point = onlyNumber(numbers.slice(at, at + 2));
    if (point === undefined) return undefined;
    points.push(point);
  }
  return [...texts.words, ...points, ...(set.yes ? [true] : []), ...(set.no ? [false] : []), ...(set.none ? [null] : [])];
}

function bothTexts(a: TextSet, b: TextSet): TextSet {
  if (a === b) return a;
  const common = bothNumbers(a.lengths, b.lengths);
  if (a.isAllBut && b.isAllBut) return tidy({ words: a.words.length === 0 ? b.words : [...new Set([...a.words, ...b.words])], isAllBut: true, lengths: common });
  const [named, other] = a.isAllBut ? [b, a] : [a, b];
  return tidy({ words: named.words.filter((word) => other.words.includes(word) !== other.isAllBut), isAllBut: false, lengths: common });
}

function eitherTexts(a: TextSet, b: TextSet): TextSet {
  const all = eitherNumbers(a.lengths, b.lengths);
  if (a.lengths.length === 0) return b;
  if (b.lengths.length === 0) return a;
  if (!a.isAllBut && !b.isAllBut) return tidy({ words: [...new Set([...a.words, ...b.words])], isAllBut: false, lengths: all });
  // Left out is what both leave out: a word that is named in neither list of exceptions, or is allowed in one, may occur.
  const left = a.isAllBut ? a.words.filter((word) => b.words.includes(word) === b.isAllBut) : b.words.filter((word) => !a.words.includes(word));
  return tidy({ words: left, isAllBut: true, lengths: all });
}

/** The length of the empty text. */
const empty: NumberSet = numbersAt(0);

/** Words of another length are gone, and a set without words has no lengths. */
function tidy({ words, isAllBut, lengths: allowed }: TextSet): TextSet {
  if (words.length > mostWords) return { words: [], isAllBut: true, lengths: allowed };
  if (isAllBut && sameNumbers(allowed, empty)) return words.includes("") ? noTexts : { words: [""], isAllBut: false, lengths: empty };
  if (isAllBut) return allowed.length === 0 ? noTexts : { words, isAllBut, lengths: allowed };
  const own = words.filter((word) => bothNumbers(allowed, numbersAt([...word].length)).length > 0);
  return own.length === 0 ? noTexts : { words: own, isAllBut, lengths: own.map((word) => numbersAt([...word].length)).reduce(eitherNumbers) };
}
