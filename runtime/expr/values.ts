import type { Json } from "../../schemas/json.ts";
import { canonicalJson, isJsonObject } from "../../schemas/json.ts";
import type { Meter } from "./scope.ts";
import { admitText, own, spendItems, spendText } from "./scope.ts";
import { fail, kind, overLimit } from "./failure.ts";
import { findPart } from "./search.ts";

/** Python's truth: `None`, `False`, `0` and everything empty is false. */
export function truthy(value: Json): boolean {
  switch (typeof value) {
    case "boolean": return value;
    case "string": return value !== "";
    case "number": return value !== 0;
    default:
      if (value === null) return false;
      return Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0;
  }
}

/** `==`: values of different kinds are never equal, and no kind is coerced. */
export function equal(meter: Meter, a: Json, b: Json): boolean {
  if (typeof a === "string") spendText(meter, a.length);
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return equalInside(meter, a, b, meter.limits.depth);
}

function equalInside(meter: Meter, a: Json, b: Json, depth: number): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (depth === 0) tooDeep(meter);
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    spendItems(meter, a.length + 1);
    return a.every((item: Json, index) => equalInside(meter, item, b[index] as Json, depth - 1));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  spendItems(meter, keys.length + 1);
  return keys.every((key) => {
    const other = own(b, key);
    return other !== undefined && equalInside(meter, a[key] as Json, other, depth - 1);
  });
}

/**
 * Negative, zero or positive as `a` comes before, with or after `b`. Numbers, texts (by code points) and lists (item by
 * item) have an order within their kind; everything else, and every mixture, fails.
 */
export function order(meter: Meter, a: Json, b: Json): number {
  return orderInside(meter, a, b, meter.limits.depth);
}

function orderInside(meter: Meter, a: Json, b: Json, depth: number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return orderTexts(meter, a, b);
  if (!Array.isArray(a) || !Array.isArray(b)) return fail(`cannot order ${kind(a)} and ${kind(b)}`);
  if (depth === 0) tooDeep(meter);
  const shared = Math.min(a.length, b.length);
  spendItems(meter, shared + 1);
  for (let at = 0; at < shared; at++) {
    const left = a[at] as Json;
    const right = b[at] as Json;
    if (!equal(meter, left, right)) return orderInside(meter, left, right, depth - 1);
  }
  return a.length - b.length;
}

const astral = /[\ud800-\udfff]/;

function orderTexts(meter: Meter, a: string, b: string): number {
  spendText(meter, Math.min(a.length, b.length));
  if (a === b) return 0;
  // UTF-16 order differs from code-point order only where surrogates are.
  if (!astral.test(a) && !astral.test(b)) return a < b ? -1 : 1;
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  const left = codePointAround(a, at);
  return left - codePointAround(b, at);
}

/** The code point that covers unit `at`, or -1 at the end. */
function codePointAround(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  const splitsPair = unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
  return text.codePointAt(splitsPair ? at - 1 : at) ?? -1;
}

/** Python's `in`: an item of a list, a key of a dict, a part of a text. */
export function contains(meter: Meter, container: Json, value: Json): boolean {
  if (typeof container === "string") {
    if (typeof value !== "string") return fail(`cannot look for ${kind(value)} in a str`);
    spendText(meter, container.length + value.length);
    return findPart(container, value) >= 0;
  }
  if (Array.isArray(container)) {
    spendItems(meter, container.length);
    if (typeof value !== "object" || value === null) return container.includes(value);
    return container.some((item: Json) => equal(meter, item, value));
  }
  if (isJsonObject(container)) return typeof value === "string" && Object.hasOwn(container, value);
  return fail(`cannot look for ${kind(value)} in ${kind(container)}`);
}

/** What a loop goes through: the items of a list, the keys of a dict, the code points of a text. */
export function iterate(meter: Meter, value: Json): readonly Json[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "string") {
    spendItems(meter, value.length);
    return Array.from(value);
  }
  return isJsonObject(value) ? Object.keys(value) : fail(`cannot go through ${kind(value)}, only through a list, a dict or a str`);
}

/** A value as text: `None` is empty, booleans and numbers as in JSON, text as it is, lists and dicts as JSON. */
export function textOf(meter: Meter, value: Json): string {
  switch (typeof value) {
    case "string": return value;
    case "number": return String(value);
    case "boolean": return value ? "true" : "false";
    default: return value === null ? "" : jsonOf(meter, value);
  }
}

/** A value as JSON; `indent` spaces per level, or one line without white space. */
export function jsonOf(meter: Meter, value: Json, indent = 0): string {
  // Bounds first: a short list can hold one long text many times.
  admitText(meter, measure(meter, value, indent, meter.limits.depth));
  const text = JSON.stringify(value, undefined, indent);
  admitText(meter, text.length);
  return text;
}

/** A value as JSON with its keys sorted, so that equal values give equal text. */
export function canonicalOf(meter: Meter, value: Json): string {
  admitText(meter, measure(meter, value, 0, meter.limits.depth));
  return canonicalJson(value);
}

/** At least how many units `value` takes as JSON; stops as soon as that is too much or too deep. */
function measure(meter: Meter, value: Json, indent: number, depth: number): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null) return 1;
  if (depth === 0) tooDeep(meter);
  const items = Array.isArray(value) ? (value as readonly Json[]) : Object.values(value);
  spendItems(meter, items.length + 1);
  const level = indent * (meter.limits.depth - depth + 1);
  let units = 2;
  for (const item of items) {
    units += 1 + level + measure(meter, item, indent, depth - 1);
    if (units > meter.limits.text) admitText(meter, units);
  }
  return units;
}

function tooDeep(meter: Meter): never {
  return overLimit(`value is nested deeper than ${meter.limits.depth} levels`);
}
