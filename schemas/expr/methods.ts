import type { SubjectRow } from "./signature.ts";
import { T, U, dictScheme, listScheme, on, oneOf, optionally, required } from "./signature.ts";
import { listOf, types } from "../type.ts";

const { int, bool, str, null: none } = types;
const strippers = [optionally("chars", str)];
const splitters = [optionally("sep", oneOf(str, none)), optionally("maxsplit", int, -1)];

/** The methods of text, lists and mappings: one row per name, one signature per kind of receiver. Meaning is CPython's. */
export const methods = {
  upper: { doc: "The text in capitals.", signatures: [on(str, [], str)], example: { text: "'abc'.upper()", gives: "ABC" } },
  lower: { doc: "The text in small letters.", signatures: [on(str, [], str)], example: { text: "'ABC'.lower()", gives: "abc" } },
  title: { doc: "The text with a capital at the start of each word.", signatures: [on(str, [], str)], example: { text: "'see section two'.title()", gives: "See Section Two" } },
  capitalize: { doc: "The text with its first character in capitals and the rest small.", signatures: [on(str, [], str)], example: { text: "'see TWO'.capitalize()", gives: "See two" } },
  strip: { doc: "The text without white space, or without any of `chars`, at both ends.", signatures: [on(str, strippers, str)], example: { text: "'  a b '.strip()", gives: "a b" } },
  lstrip: { doc: "The text without white space, or without any of `chars`, at its start.", signatures: [on(str, strippers, str)], example: { text: "'--a-'.lstrip('-')", gives: "a-" } },
  rstrip: { doc: "The text without white space, or without any of `chars`, at its end.", signatures: [on(str, strippers, str)], example: { text: "'a\\n'.rstrip()", gives: "a" } },
  split: { doc: "The parts between separators, from the left; without `sep`, the words.", signatures: [on(str, splitters, listOf(str))], example: { text: "'a,b,c'.split(',', 1)", gives: ["a", "b,c"] } },
  rsplit: { doc: "The parts between separators, from the right; without `sep`, the words.", signatures: [on(str, splitters, listOf(str))], example: { text: "'a,b,c'.rsplit(',', 1)", gives: ["a,b", "c"] } },
  splitlines: { doc: "The lines of the text, without their ends.", signatures: [on(str, [], listOf(str))], example: { text: "'a\\nb\\n'.splitlines()", gives: ["a", "b"] } },
  startswith: { doc: "Whether the text begins with `prefix`.", signatures: [on(str, [required("prefix", str)], bool)], example: { text: "'durable'.startswith('du')", gives: true } },
  endswith: { doc: "Whether the text ends with `suffix`.", signatures: [on(str, [required("suffix", str)], bool)], example: { text: "'a.pdf'.endswith('.pdf')", gives: true } },
  replace: {
    doc: "The text with `old` replaced by `new`, everywhere or the first `count` times.",
    signatures: [on(str, [required("old", str), required("new", str), optionally("count", int, -1)], str)],
    example: { text: "'a-b-c'.replace('-', '+', 1)", gives: "a+b-c" },
  },
  find: {
    doc: "The position of the first `sub`, counted in code points, or -1.",
    signatures: [on(str, [required("sub", str), optionally("start", int, 0), optionally("end", int)], int)],
    example: { text: "'abc'.find('c')", gives: 2 },
  },
  join: {
    doc: "All texts of a list in one, with this text between them.",
    signatures: [on(str, [required("items", listOf(str))], str)],
    example: { text: "', '.join(['a', 'b'])", gives: "a, b" },
  },
  count: {
    doc: "How often a text or a list contains something.",
    signatures: [on(str, [required("sub", str)], int), on(listScheme(T), [required("value", types.any)], int)],
    example: { text: "[1, 2, 1].count(1) + 'banana'.count('an')", gives: 4 },
  },
  index: {
    doc: "The position of the first equal item, or of the first `sub`. If there is none, the node fails.",
    signatures: [on(listScheme(T), [required("value", types.any)], int), on(str, [required("sub", str)], int)],
    example: { text: "['a', 'b'].index('b')", gives: 1 },
  },
  keys: { doc: "The keys of a mapping, in its order.", signatures: [on(dictScheme(T), [], listOf(str))], example: { text: "{'a': 1}.keys()", gives: ["a"] } },
  values: { doc: "The values of a mapping, in its order.", signatures: [on(dictScheme(T), [], listScheme(T))], example: { text: "{'a': 1}.values()", gives: [1] } },
  items: {
    doc: "Pairs of key and value of a mapping, in its order.",
    signatures: [on(dictScheme(T), [], listScheme(listScheme(oneOf(str, T))))],
    example: { text: "{'a': 1}.items()", gives: [["a", 1]] },
  },
  get: {
    doc: "The value of a key, or `default`, or `None`.",
    signatures: [
      on(dictScheme(T), [required("key", str)], oneOf(T, none)),
      on(dictScheme(T), [required("key", str), required("default", U)], oneOf(T, U)),
    ],
    example: { text: "{'a': 1}.get('b', 0)", gives: 0 },
  },
} as const satisfies { readonly [name: string]: SubjectRow };

export type MethodName = keyof typeof methods;
export const methodNames = Object.keys(methods) as readonly MethodName[];
