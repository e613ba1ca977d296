import type { Json } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { tests as testRows } from "../../schemas/expr/tests.ts";
import type { FilterName } from "../../schemas/template/filters.ts";
import { filters as filterRows } from "../../schemas/template/filters.ts";
import { builtins, extremeOf, inOrder } from "./builtins.ts";
import type { Implementation } from "./call.ts";
import { callNow } from "./call.ts";
import type { Given } from "./expect.ts";
import { refuse, toInteger, toList, toNumber, toText } from "./expect.ts";
import { fail } from "./failure.ts";
import { readPath } from "./items.ts";
import { escapeHtml, indentLines, percentEncode, stripTags, titleWords, truncate, wordCount } from "./markup.ts";
import { itemsOf, joinTexts, methods, replaced } from "./methods.ts";
import { finite, readFloat, readInteger, roundTo } from "./numbers.ts";
import type { Meter } from "./scope.ts";
import { admitItems, admitText, step } from "./scope.ts";
import { codePointLength, codePoints, splitLines, strip } from "./text.ts";
import { testNamed, tests } from "./tests.ts";
import { canonicalOf, iterate, jsonOf, textOf, truthy } from "./values.ts";

/** What each filter does; the value comes first, the parameters are those of `schemas/template/filters.ts`. */
export const filters = {
  join: (meter, items, separator, attribute) => {
    const texts = fields(toList(items, "join"), attribute).map((item) => textOf(meter, item));
    return joinTexts(meter, texts, toText(separator, "join"));
  },
  upper: methods.upper,
  lower: methods.lower,
  title: (_, text) => titleWords(toText(text, "title")),
  capitalize: methods.capitalize,
  trim: methods.strip,
  replace: (meter, text, old, by, count) =>
    replaced(meter, toText(text, "replace"), toText(old, "replace"), toText(by, "replace"), count === undefined || count === null ? -1 : toInteger(count, "replace")),
  truncate: (_, text, length, killWords, end, leeway) => {
    const [most, ellipsis, slack] = [toInteger(length, "truncate"), toText(end, "truncate"), toInteger(leeway, "truncate")];
    if (most < codePointLength(ellipsis)) return fail(`'truncate' cannot shorten to ${most}: its end alone is longer`);
    return truncate(toText(text, "truncate"), most, isSet(killWords), ellipsis, slack);
  },
  default: (_, value, fallback, boolean) => {
    const isMissing = value === null || value === undefined || (isSet(boolean) && !truthy(value));
    return isMissing ? (fallback ?? (fallback === null ? null : "")) : value;
  },
  length: builtins.len,
  first: (meter, items) => iterate(meter, items ?? null)[0] ?? null,
  last: (meter, items) => iterate(meter, items ?? null).at(-1) ?? null,
  reverse: (_, items) => (typeof items === "string" ? codePoints(items).toReversed().join("") : toList(items, "reverse").toReversed()),
  sort: (meter, items, reverse, caseSensitive, attribute) =>
    inOrder(meter, iterate(meter, items ?? null), (item) => folded(field(item, attribute), caseSensitive), isSet(reverse)),
  unique: (meter, items, caseSensitive, attribute) => {
    const seen = new Set<string>();
    return iterate(meter, items ?? null).filter((item) => {
      const key = identity(meter, folded(field(item, attribute), caseSensitive));
      return seen.size < seen.add(key).size;
    });
  },
  round: (_, number, method, precision) => {
    const value = toNumber(number, "round");
    const digits = precision === undefined ? 0 : toInteger(precision, "round");
    switch (method) {
      case undefined: case "common": return roundTo(value, digits);
      case "ceil": return finite(Math.ceil(value * 10 ** digits) / 10 ** digits);
      case "floor": return finite(Math.floor(value * 10 ** digits) / 10 ** digits);
      default: return refuse(method, "round", "'common', 'ceil' or 'floor' as its method");
    }
  },
  abs: builtins.abs,
  int: (_, value, fallback) => {
    const number = spelled(value, (text) => readInteger(text) ?? readFloat(text));
    return number === undefined ? toNumber(fallback, "int") : finite(Math.trunc(number));
  },
  float: (_, value, fallback) => spelled(value, readFloat) ?? toNumber(fallback, "float"),
  string: builtins.str,
  list: builtins.list,
  tojson: (meter, value, indent) => json(meter, value, indent, "tojson"),
  dump: (meter, value, indent) => json(meter, value, indent, "dump"),
  indent: (meter, text, width, first, blank) => {
    const lines = toText(text, "indent");
    const prefix = typeof width === "string" ? width : spaces(meter, toInteger(width, "indent"));
    admitText(meter, lines.length + prefix.length * (splitLines(lines).length + 1));
    return indentLines(lines, prefix, { first: isSet(first), blank: isSet(blank) });
  },
  wordcount: (_, text) => wordCount(toText(text, "wordcount")),
  striptags: (_, text) => stripTags(toText(text, "striptags")),
  urlencode: (meter, value) => {
    if (!isJsonObject(value)) return percentEncode(textOf(meter, value ?? null), "/");
    const parts = Object.entries(value).map((pair) => pair.map((part) => percentEncode(textOf(meter, part), "").replaceAll("%20", "+")).join("="));
    return joinTexts(meter, parts, "&");
  },
  escape: (meter, value) => escapeHtml(textOf(meter, value ?? null)),
  map: (meter, items, attribute, fallback, filter, args) => {
    const list = toList(items, "map");
    if (attribute !== undefined) return list.map((item) => field(item, attribute) ?? fallback ?? null);
    return list.map((item) => filtered(meter, item, toText(filter, "map"), toList(args, "map")));
  },
  select: (meter, items, test, args) => toList(items, "select").filter((item) => passes(meter, item, test, args)),
  reject: (meter, items, test, args) => toList(items, "reject").filter((item) => !passes(meter, item, test, args)),
  selectattr: (meter, items, attribute, test, args) => toList(items, "selectattr").filter((item) => passes(meter, field(item, attribute), test, args)),
  rejectattr: (meter, items, attribute, test, args) => toList(items, "rejectattr").filter((item) => !passes(meter, field(item, attribute), test, args)),
  groupby: (meter, items, attribute, fallback) => {
    const keyOf = (item: Json): Json => field(item, attribute) ?? fallback ?? null;
    const groups = new Map<string, { readonly key: Json; readonly members: Json[] }>();
    for (const item of inOrder(meter, toList(items, "groupby"), (each) => folded(keyOf(each), false), false)) {
      const key = keyOf(item);
      const id = identity(meter, folded(key, false));
      const group = groups.get(id) ?? { key, members: [] };
      group.members.push(item);
      groups.set(id, group);
    }
    return [...groups.values()].map(({ key, members }) => [key, members]);
  },
  batch: (meter, items, size, filler) => {
    const list = toList(items, "batch");
    const width = positive(size, "batch");
    const count = Math.ceil(list.length / width);
    admitItems(meter, filler === undefined || filler === null ? list.length : count * width);
    return Array.from({ length: count }, (_, row) => filledUp(list.slice(row * width, (row + 1) * width), width, filler));
  },
  slice: (meter, items, count, filler) => {
    const list = toList(items, "slice");
    const columns = positive(count, "slice");
    admitItems(meter, columns + list.length);
    const short = Math.floor(list.length / columns);
    const longOnes = list.length % columns;
    return Array.from({ length: columns }, (_, column) => {
      const start = column * short + Math.min(column, longOnes);
      const isLong = column < longOnes;
      const part = list.slice(start, start + short + (isLong ? 1 : 0));
      return isLong || longOnes === 0 ? part : filledUp(part, short + 1, filler);
    });
  },
  sum: (_, items, start, attribute) =>
    fields(toList(items, "sum"), attribute).reduce((total: number, item) => finite(total + toNumber(item, "sum")), toNumber(start, "sum")),
  min: (meter, items, caseSensitive, attribute) => extremeOf(meter, "min", iterate(meter, items ?? null), (item) => folded(field(item, attribute), caseSensitive)) ?? null,
  max: (meter, items, caseSensitive, attribute) => extremeOf(meter, "max", iterate(meter, items ?? null), (item) => folded(field(item, attribute), caseSensitive)) ?? null,
  items: (_, dict) => itemsOf(dict, "items"),
} satisfies { readonly [N in FilterName]: Implementation };

const isSet = (flag: Given): boolean => flag !== undefined && truthy(flag);

/** The part of `item` that `attribute` names, such as `author.name` or 0; without one, the item itself. */
function field(item: Json, attribute: Given): Json {
  if (attribute === undefined || attribute === null) return item;
  return readPath(item, typeof attribute === "number" ? attribute : toText(attribute, "attribute"));
}

function fields(items: readonly Json[], attribute: Given): readonly Json[] {
  return attribute === undefined || attribute === null ? items : items.map((item) => field(item, attribute));
}

function folded(value: Json, caseSensitive: Given): Json {
  return typeof value === "string" && !isSet(caseSensitive) ? value.toLowerCase() : value;
}

/** A text that is the same for equal values only. */
function identity(meter: Meter, value: Json): string {
  if (typeof value !== "object" || value === null) return `${typeof value} ${String(value)}`;
  return canonicalOf(meter, value);
}

/** The number that a scalar is or spells, or `undefined`. */
function spelled(value: Given, read: (text: string) => number | undefined): number | undefined {
  if (typeof value === "string") return read(strip(value, "both"));
  return typeof value === "boolean" ? Number(value) : typeof value === "number" ? value : undefined;
}

function json(meter: Meter, value: Given, indent: Given, who: string): string {
  const width = indent === undefined || indent === null ? 0 : toInteger(indent, who);
  return jsonOf(meter, value ?? null, Math.min(Math.max(width, 0), 10));
}

function spaces(meter: Meter, width: number): string {
  admitText(meter, width);
  return " ".repeat(Math.max(0, width));
}

function filtered(meter: Meter, item: Json, name: string, args: readonly Json[]): Json {
  if (!Object.hasOwn(filters, name)) return fail("no filter has the name that 'map' was given");
  const filter = name as FilterName;
  return callNow(meter, filters[filter], filterRows[filter], item, args);
}

function passes(meter: Meter, item: Json, test: Given, args: Given): boolean {
  step(meter);
  if (test === undefined || test === null) return truthy(item);
  const name = testNamed(toText(test, "a test"));
  return callNow(meter, tests[name], testRows[name], item, toList(args, name)) === true;
}

function positive(count: Given, who: string): number {
  const value = toInteger(count, who);
  return value > 0 ? value : fail(`'${who}' needs a count above 0`);
}

function filledUp(row: readonly Json[], width: number, filler: Given): readonly Json[] {
  if (filler === undefined || filler === null) return row;
  return [...row, ...Array.from({ length: width - row.length }, () => filler)];
}
