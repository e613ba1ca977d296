import type { SubjectRow } from "../expr/signature.ts";
import { T, U, dictScheme, keyword, listScheme, on, oneOf, optionally, required, rest } from "../expr/signature.ts";
import { dictOf, listOf, types } from "../type.ts";

const { any, bool, int, float, str, null: none } = types;
const items = listScheme(T);
const textToText = [on(str, [], str)];
const attribute = oneOf(str, int);
const sieve = [on(items, [optionally("test", str), rest("args", any)], items)];
const attributeSieve = [on(items, [required("attribute", attribute), optionally("test", str), rest("args", any)], items)];
const json = [on(any, [optionally("indent", int)], str)];
const extremum = [on(items, [optionally("case_sensitive", bool, false), optionally("attribute", attribute)], T)];
const rows = (count: string) => [on(items, [required(count, int), optionally("fill_with", any)], listScheme(items))];

/** What may stand behind `|`, in templates and conditions alike. The subject is the value on the left. Meaning is Jinja2's, on typed input. */
export const filters = {
  join: {
    doc: "All items as text, with `d` between them; with `attribute`, that field of each item.",
    signatures: [on(listOf(any), [optionally("d", str, ""), optionally("attribute", attribute)], str)],
    example: { text: "[1, 2] | join(', ')", gives: "1, 2" },
  },
  upper: { doc: "The text in capitals.", signatures: textToText, example: { text: "'abc' | upper", gives: "ABC" } },
  lower: { doc: "The text in small letters.", signatures: textToText, example: { text: "'ABC' | lower", gives: "abc" } },
  title: { doc: "The text with a capital at the start of each word and the rest small.", signatures: textToText, example: { text: "'see TWO' | title", gives: "See Two" } },
  capitalize: { doc: "The text with its first character in capitals and the rest small.", signatures: textToText, example: { text: "'see TWO' | capitalize", gives: "See two" } },
  trim: { doc: "The text without white space, or without any of `chars`, at both ends.", signatures: [on(str, [optionally("chars", str)], str)], example: { text: "'  a ' | trim", gives: "a" } },
  replace: {
    doc: "The text with `old` replaced by `new`, everywhere or the first `count` times.",
    signatures: [on(str, [required("old", str), required("new", str), optionally("count", int)], str)],
    example: { text: "'a-b' | replace('-', '+')", gives: "a+b" },
  },
  truncate: {
    doc: "The text shortened to `length` characters, `end` included, at the end of a word unless `killwords`; text at most `leeway` longer stays as it is.",
    signatures: [on(str, [optionally("length", int, 255), optionally("killwords", bool, false), optionally("end", str, "..."), optionally("leeway", int, 5)], str)],
    example: { text: "'foo bar baz qux' | truncate(9, leeway=0)", gives: "foo..." },
  },
  default: {
    doc: "The value, or `default_value` where the value is undefined or `None`; with `boolean`, also where it is false or empty.",
    signatures: [
      on(oneOf(T, none), [], oneOf(T, str)),
      on(oneOf(T, none), [required("default_value", U), optionally("boolean", bool, false)], oneOf(T, U)),
    ],
    example: { text: "None | default('nobody')", gives: "nobody" },
  },
  length: { doc: "The number of characters (code points), items or keys.", signatures: [on(oneOf(str, listOf(any), dictOf(any)), [], int)], example: { text: "[1, 2] | length", gives: 2 } },
  first: { doc: "The first item or character; `None` if there is none.", signatures: [on(items, [], T), on(str, [], str)], example: { text: "[1, 2] | first", gives: 1 } },
  last: { doc: "The last item or character; `None` if there is none.", signatures: [on(items, [], T), on(str, [], str)], example: { text: "[1, 2] | last", gives: 2 } },
  reverse: { doc: "The items or characters in opposite order.", signatures: [on(items, [], items), on(str, [], str)], example: { text: "[1, 2] | reverse", gives: [2, 1] } },
  sort: {
    doc: "The items in order, texts without regard to case unless `case_sensitive`; with `attribute`, by that field.",
    signatures: [on(items, [optionally("reverse", bool, false), optionally("case_sensitive", bool, false), optionally("attribute", attribute)], items)],
    example: { text: "['b', 'A'] | sort", gives: ["A", "b"] },
  },
  unique: {
    doc: "Each item once, at its first place; texts without regard to case unless `case_sensitive`.",
    signatures: [on(items, [optionally("case_sensitive", bool, false), optionally("attribute", attribute)], items)],
    example: { text: "[1, 2, 1] | unique", gives: [1, 2] },
  },
  round: {
    doc: "The number rounded to `precision` decimals; `method` is `common` (halves go to the even neighbour), `ceil` or `floor`.",
    signatures: [
      on(float, [keyword("method", str, "common")], int),
      on(float, [required("precision", int), optionally("method", str, "common")], float),
    ],
    example: { text: "2.567 | round(1)", gives: 2.6 },
  },
  abs: { doc: "The distance of a number from zero.", signatures: [on(int, [], int), on(float, [], float)], example: { text: "-3 | abs", gives: 3 } },
  int: {
    doc: "The value as a whole number, or `default` if it is none.",
    signatures: [on(oneOf(str, int, float, bool, none), [optionally("default", int, 0)], int)],
    example: { text: "'42' | int", gives: 42 },
  },
  float: {
    doc: "The value as a number, or `default` if it is none.",
    signatures: [on(oneOf(str, int, float, bool, none), [optionally("default", float, 0)], float)],
    example: { text: "'x' | float(0.5)", gives: 0.5 },
  },
  string: { doc: "The value as text, exactly as a template renders it.", signatures: [on(any, [], str)], example: { text: "1.5 | string", gives: "1.5" } },
  list: {
    doc: "A list of the items of a list, the characters of a text or the keys of a mapping.",
    signatures: [on(items, [], items), on(oneOf(str, dictOf(any)), [], listOf(str))],
    example: { text: "'ab' | list", gives: ["a", "b"] },
  },
  tojson: { doc: "The value as JSON, on one line or indented by `indent` spaces.", signatures: json, example: { text: "['a', None] | first | tojson", gives: '"a"' } },
  dump: { doc: "Another name of `tojson`, as Nunjucks has it.", signatures: json, example: { text: "[true] | dump", gives: "[true]" } },
  indent: {
    doc: "The text with `width` spaces before each line but the first; with `first`, before that too; with `blank`, before empty lines too.",
    signatures: [on(str, [optionally("width", oneOf(int, str), 4), optionally("first", bool, false), optionally("blank", bool, false)], str)],
    example: { text: "'a\\nb' | indent(2)", gives: "a\n  b" },
  },
  wordcount: { doc: "The number of words.", signatures: [on(str, [], int)], example: { text: "'one two' | wordcount", gives: 2 } },
  striptags: { doc: "The text without HTML tags and comments, white space collapsed.", signatures: textToText, example: { text: "'<p>a  b</p>' | striptags", gives: "a b" } },
  urlencode: {
    doc: "The value escaped for a URL: text keeps `/`; a mapping becomes a query string.",
    signatures: [on(oneOf(str, int, float, bool, dictOf(any)), [], str)],
    example: { text: "'a b&c' | urlencode", gives: "a%20b%26c" },
  },
  escape: { doc: "The text with `& < > \" '` as HTML entities.", signatures: [on(oneOf(str, int, float, bool), [], str)], example: { text: "'<b>' | escape", gives: "&lt;b&gt;" } },
  map: {
    doc: "With `attribute`, that field of each item, or `default`; otherwise each item through the named filter.",
    signatures: [
      on(listOf(any), [keyword("attribute", attribute), keyword("default", any)], listOf(any)),
      on(listOf(any), [required("filter", str), rest("args", any)], listOf(any)),
    ],
    example: { text: "[{'n': 1}, {'n': 2}] | map(attribute='n')", gives: [1, 2] },
  },
  select: { doc: "The items that pass the named test, or that are true.", signatures: sieve, example: { text: "[1, 2, 3] | select('odd')", gives: [1, 3] } },
  reject: { doc: "The items that do not pass the named test, or that are not true.", signatures: sieve, example: { text: "[0, 1, 2] | reject", gives: [0] } },
  selectattr: { doc: "The items whose field passes the named test, or is true.", signatures: attributeSieve, example: { text: "[{'n': 1}, {'n': 2}] | selectattr('n', 'gt', 1)", gives: [{ n: 2 }] } },
  rejectattr: { doc: "The items whose field does not pass the named test, or is not true.", signatures: attributeSieve, example: { text: "[{'n': 1}, {'n': 2}] | rejectattr('n', 'gt', 1)", gives: [{ n: 1 }] } },
  groupby: {
    doc: "Pairs of a value of the field `attribute` and the list of the items that have it, in ascending order of the value.",
    signatures: [on(listOf(any), [required("attribute", attribute), optionally("default", any)], listOf(listOf(any)))],
    example: { text: "[{'k': 'b'}, {'k': 'a'}] | groupby('k')", gives: [["a", [{ k: "a" }]], ["b", [{ k: "b" }]]] },
  },
  batch: { doc: "The items in rows of `linecount`; with `fill_with`, the last row is filled up.", signatures: rows("linecount"), example: { text: "[1, 2, 3] | batch(2)", gives: [[1, 2], [3]] } },
  slice: { doc: "The items in `slices` columns; with `fill_with`, short columns are filled up.", signatures: rows("slices"), example: { text: "[1, 2, 3] | slice(2)", gives: [[1, 2], [3]] } },
  sum: {
    doc: "All numbers of a list, or of the field `attribute` of its items, added up from `start`.",
    signatures: [
      on(listOf(int), [keyword("start", int, 0)], int),
      on(listOf(float), [keyword("start", float, 0)], float),
      on(listOf(any), [required("attribute", attribute), optionally("start", float, 0)], oneOf(int, float)),
    ],
    example: { text: "[{'n': 1}, {'n': 2}] | sum('n')", gives: 3 },
  },
  min: { doc: "The smallest item; with `attribute`, the one whose field is smallest.", signatures: extremum, example: { text: "[2, 1] | min", gives: 1 } },
  max: { doc: "The largest item; with `attribute`, the one whose field is largest.", signatures: extremum, example: { text: "[2, 1] | max", gives: 2 } },
  items: { doc: "Pairs of key and value of a mapping, in its order.", signatures: [on(dictScheme(T), [], listScheme(listScheme(oneOf(str, T))))], example: { text: "{'a': 1} | items", gives: [["a", 1]] } },
} as const satisfies { readonly [name: string]: SubjectRow };

export type FilterName = keyof typeof filters;
export const filterNames = Object.keys(filters) as readonly FilterName[];
