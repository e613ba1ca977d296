import type { CallRow } from "./signature.ts";
import { T, dictScheme, keyword, listScheme, oneOf, optionally, required, rest, signature } from "./signature.ts";
import { dictOf, listOf, types } from "../type.ts";

const { any, bool, int, float, str } = types;
const scalar = oneOf(str, int, float, bool);
/** Iterating text gives its characters, iterating a mapping gives its keys. */
const textOrKeys = oneOf(str, dictOf(any));
const iterable = oneOf(listOf(any), textOrKeys);

/** The functions an expression may call, by name. Meaning is CPython's on plain data. */
export const functions = {
  len: {
    doc: "The number of characters (code points) of a text, items of a list or keys of a mapping.",
    signatures: [signature([required("value", iterable)], int)],
    example: { text: "len('naïve')", gives: 5 },
  },
  str: {
    doc: "The value as text, exactly as a template renders it.",
    signatures: [signature([required("value", any)], str)],
    example: { text: "str(1.5)", gives: "1.5" },
  },
  int: {
    doc: "The whole number a text spells, or a number without its fraction. Text that spells none fails the node.",
    signatures: [signature([required("value", scalar)], int)],
    example: { text: "int('42') + int(1.9)", gives: 43 },
  },
  float: {
    doc: "The number a text spells. Text that spells none fails the node.",
    signatures: [signature([required("value", scalar)], float)],
    example: { text: "float('0.25')", gives: 0.25 },
  },
  bool: {
    doc: "Whether a value is true in Python's sense: not `None`, `False`, zero or empty.",
    signatures: [signature([required("value", any)], bool)],
    example: { text: "bool([])", gives: false },
  },
  abs: {
    doc: "The distance of a number from zero.",
    signatures: [signature([required("number", int)], int), signature([required("number", float)], float)],
    example: { text: "abs(-3)", gives: 3 },
  },
  min: {
    doc: "The smallest item of a list, or the smallest of several arguments. An empty list needs a `default`.",
    signatures: extremum(),
    example: { text: "min(3, 1, 2)", gives: 1 },
  },
  max: {
    doc: "The largest item of a list, or the largest of several arguments. An empty list needs a `default`.",
    signatures: extremum(),
    example: { text: "max([0.2, 0.9, 0.5])", gives: 0.9 },
  },
  sum: {
    doc: "All numbers of a list added up, beginning with `start`.",
    signatures: [
      signature([required("items", listOf(int)), optionally("start", int, 0)], int),
      signature([required("items", listOf(float)), optionally("start", float, 0)], float),
    ],
    example: { text: "sum(x * x for x in [1, 2, 3])", gives: 14 },
  },
  any: {
    doc: "Whether at least one item is true; false for no items.",
    signatures: [signature([required("items", iterable)], bool)],
    example: { text: "any(x > 3 for x in [1, 5])", gives: true },
  },
  all: {
    doc: "Whether every item is true; true for no items.",
    signatures: [signature([required("items", iterable)], bool)],
    example: { text: "all(x > 3 for x in [1, 5])", gives: false },
  },
  round: {
    doc: "The nearest whole number, or the nearest number with `ndigits` decimals. Halves go to the even neighbour.",
    signatures: [
      signature([required("number", float)], int),
      signature([required("number", float), required("ndigits", int)], float),
    ],
    example: { text: "[round(2.5), round(3.5), round(2.675, 1)]", gives: [2, 4, 2.7] },
  },
  sorted: {
    doc: "A new list in ascending order, or descending with `reverse=True`. Items of different kinds fail the node.",
    signatures: [
      signature([required("items", listScheme(T)), keyword("reverse", bool, false)], listScheme(T)),
      signature([required("items", textOrKeys), keyword("reverse", bool, false)], listOf(str)),
    ],
    example: { text: "sorted([2, 3, 1], reverse=True)", gives: [3, 2, 1] },
  },
  list: {
    doc: "A list of the items of a list, the characters of a text or the keys of a mapping.",
    signatures: [
      signature([], listOf(any)),
      signature([required("items", listScheme(T))], listScheme(T)),
      signature([required("items", textOrKeys)], listOf(str)),
    ],
    example: { text: "list('abc')", gives: ["a", "b", "c"] },
  },
  dict: {
    doc: "A mapping made of another, or of a list of pairs.",
    signatures: [
      signature([], dictOf(any)),
      signature([required("entries", dictScheme(T))], dictScheme(T)),
      signature([required("entries", listOf(listOf(any)))], dictOf(any)),
    ],
    example: { text: "dict(zip(['a', 'b'], [1, 2]))", gives: { a: 1, b: 2 } },
  },
  range: {
    doc: "The whole numbers from `start` up to, but without, `stop`. Its length is bounded by the evaluation limits.",
    signatures: [
      signature([required("stop", int)], listOf(int)),
      signature([required("start", int), required("stop", int), optionally("step", int, 1)], listOf(int)),
    ],
    example: { text: "range(1, 10, 3)", gives: [1, 4, 7] },
  },
  enumerate: {
    doc: "Pairs of a number, counted from `start`, and an item.",
    signatures: [
      signature([required("items", listScheme(T)), optionally("start", int, 0)], listScheme(listScheme(oneOf(int, T)))),
      signature([required("items", textOrKeys), optionally("start", int, 0)], listScheme(listScheme(oneOf(int, str)))),
    ],
    example: { text: "enumerate(['a', 'b'], 1)", gives: [[1, "a"], [2, "b"]] },
  },
  zip: {
    doc: "The first items of all lists together, then the second ones, until the shortest list ends.",
    signatures: [signature([rest("lists", listScheme(T))], listScheme(listScheme(T)))],
    example: { text: "zip([1, 2, 3], ['a', 'b'])", gives: [[1, "a"], [2, "b"]] },
  },
} as const satisfies { readonly [name: string]: CallRow };

export type FunctionName = keyof typeof functions;
export const functionNames = Object.keys(functions) as readonly FunctionName[];

function extremum() {
  return [
    signature([required("items", listScheme(T))], T),
    signature([required("items", listScheme(T)), keyword("default", any)], any),
    signature([required("items", textOrKeys)], str),
    ...[int, float, str].map((of) => signature([required("first", of), required("second", of), rest("others", of)], of)),
    signature([required("first", listScheme(T)), required("second", listScheme(T)), rest("others", listScheme(T))], listScheme(T)),
  ];
}
