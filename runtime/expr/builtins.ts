import type { Json } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { FunctionName } from "../../schemas/expr/functions.ts";
import type { Implementation } from "./call.ts";
import type { Given } from "./expect.ts";
import { refuse, toInteger, toList, toNumber, toText } from "./expect.ts";
import { fail } from "./failure.ts";
import { finite, readFloat, readInteger, roundTo } from "./numbers.ts";
import type { Meter } from "./scope.ts";
import { admitItems, newDict, spendItems } from "./scope.ts";
import { codePointLength, strip } from "./text.ts";
import { iterate, order, textOf, truthy } from "./values.ts";

/** What each function of an expression does; parameters are those of `schemas/expr/functions.ts`. */
export const builtins = {
  len: (_, value) => {
    if (Array.isArray(value)) return value.length;
    if (typeof value === "string") return codePointLength(value);
    return isJsonObject(value) ? Object.keys(value).length : refuse(value, "len", "a list, a dict or a str");
  },
  str: (meter, value) => textOf(meter, value ?? null),
  int: (_, value) => {
    if (typeof value === "string") return finite(readInteger(strip(value, "both")) ?? fail("text does not spell an int"));
    if (typeof value === "boolean") return Number(value);
    return finite(Math.trunc(toNumber(value, "int")));
  },
  float: (_, value) => {
    if (typeof value === "string") return finite(readFloat(strip(value, "both")) ?? fail("text does not spell a number"));
    return typeof value === "boolean" ? Number(value) : toNumber(value, "float");
  },
  bool: (_, value) => truthy(value ?? null),
  abs: (_, number) => Math.abs(toNumber(number, "abs")),
  min: (meter, items, fallback, first, second, others) => extremum(meter, "min", several(items, first, second, others), fallback),
  max: (meter, items, fallback, first, second, others) => extremum(meter, "max", several(items, first, second, others), fallback),
  sum: (_, items, start) => toList(items, "sum").reduce((total: number, item) => finite(total + toNumber(item, "sum")), toNumber(start, "sum")),
  any: (meter, items) => iterate(meter, items ?? null).some(truthy),
  all: (meter, items) => iterate(meter, items ?? null).every(truthy),
  round: (_, number, digits) => roundTo(toNumber(number, "round"), digits === undefined ? 0 : toInteger(digits, "round")),
  sorted: (meter, items, reverse) => inOrder(meter, iterate(meter, items ?? null), (item) => item, truthy(reverse ?? false)),
  list: (meter, items) => (items === undefined ? [] : iterate(meter, items)),
  dict: (meter, entries) => {
    const dict = newDict();
    if (entries === undefined) return dict;
    const pairs = isJsonObject(entries) ? Object.entries(entries) : toList(entries, "dict").map((pair) => pairOf(pair));
    admitItems(meter, pairs.length);
    for (const [key, value] of pairs) dict[key] = value;
    return dict;
  },
  range: (meter, stop, start, step) => {
    const from = start === undefined ? 0 : toInteger(start, "range");
    const to = toInteger(stop, "range");
    const by = step === undefined ? 1 : toInteger(step, "range");
    if (by === 0) return fail("cannot count in steps of 0");
    const length = Math.max(0, Math.ceil((to - from) / by));
    admitItems(meter, length);
    return Array.from({ length }, (_, at) => from + at * by);
  },
  enumerate: (meter, items, start) => {
    const from = toInteger(start, "enumerate");
    return iterate(meter, items ?? null).map((item, at) => [from + at, item]);
  },
  zip: (meter, lists) => {
    const columns = toList(lists, "zip").map((list) => iterate(meter, list));
    const length = columns.length === 0 ? 0 : Math.min(...columns.map((column) => column.length));
    admitItems(meter, length * columns.length);
    return Array.from({ length }, (_, at) => columns.map((column) => column[at] as Json));
  },
} satisfies { readonly [N in FunctionName]: Implementation };

/** `items` in ascending or descending order of what `keyOf` gives for each; equal items keep their order. */
export function inOrder(meter: Meter, items: readonly Json[], keyOf: (item: Json) => Json, descending: boolean): readonly Json[] {
  // Sorting n items compares about n times the number of n's binary digits.
  spendItems(meter, items.length * Math.ceil(Math.log2(items.length + 1)));
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  if (keyed.length === 1) return items;
  keyed.sort((a, b) => (descending ? order(meter, b.key, a.key) : order(meter, a.key, b.key)));
  return keyed.map(({ item }) => item);
}

/** The first of the smallest or largest items by what `keyOf` gives for each; `undefined` if there are none. */
export function extremeOf(meter: Meter, which: "min" | "max", items: readonly Json[], keyOf: (item: Json) => Json): Given {
  let best: Given;
  let bestKey: Json = null;
  for (const item of items) {
    const key = keyOf(item);
    if (best !== undefined) {
      const distance = order(meter, key, bestKey);
      if (which === "min" ? distance >= 0 : distance <= 0) continue;
    }
    best = item;
    bestKey = key;
  }
  return best;
}

function extremum(meter: Meter, which: "min" | "max", items: Json, fallback: Given): Json {
  const best = extremeOf(meter, which, iterate(meter, items), (item) => item) ?? fallback;
  return best === undefined ? fail(`'${which}' of nothing has no value`) : best;
}

function several(items: Given, first: Given, second: Given, others: Given): Json {
  if (items !== undefined) return items;
  return [first ?? null, second ?? null, ...(Array.isArray(others) ? (others as readonly Json[]) : [])];
}

function pairOf(pair: Json): readonly [string, Json] {
  const [key, value] = toList(pair, "dict");
  if (value === undefined || (pair as readonly Json[]).length !== 2) return fail("'dict' needs pairs of a key and a value");
  return [toText(key, "dict"), value];
}
