import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { ExprIr } from "../../schemas/expr/ir.ts";
import type { Frame, Meter } from "./scope.ts";
import { admitItems, own, spendItems, spendText } from "./scope.ts";
import { fail, kind, shown } from "./failure.ts";
import { codePointLength, codePoints, unitOffset } from "./text.ts";

/** `of.key`: reads a field of a dict, `None` where it is unset. */
export function fieldReader(key: string, ir: ExprIr): (frame: Frame, value: Json) => Json {
  const isInherited = key in Object.prototype;
  return (frame, value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(`cannot read '.${key}' of ${shown(value, ir)}`);
    const dict = value as JsonObject;
    // Where nothing can be inherited under this key, the plain read is own too, and takes half the time.
    const found = isInherited || frame.isPolluted ? own(dict, key) : dict[key];
    return found ?? null;
  };
}

export type IndexIr = Extract<ExprIr, { readonly op: "index" }>;

/** `of[at]`: an item of a list or a code point of a text, counted from the end if negative; the value of a key. */
export function readItem(meter: Meter, value: Json, at: Json, ir: IndexIr): Json {
  if (Array.isArray(value)) return (value as readonly Json[])[position(at, value.length, value, ir)] as Json;
  if (typeof value === "string") {
    spendText(meter, value.length);
    const offset = unitOffset(value, position(at, codePointLength(value), value, ir));
    return String.fromCodePoint(value.codePointAt(offset) ?? 0);
  }
  if (!isJsonObject(value)) return fail(`cannot index ${shown(value, ir.of)}`);
  if (typeof at !== "string") return fail(`cannot look up ${kind(at)} in ${shown(value, ir.of)}: a key is a str`);
  const found = own(value, at);
  if (found !== undefined) return found;
  // Only a key that the author wrote may be told; a computed one may be a secret.
  return fail(`no ${ir.at.op === "lit" ? `key ${shown(at, ir.at)}` : "such key"} in ${shown(value, ir.of)}`);
}

/** As `readItem`, but a key or item that is not there is `None`. */
export function readItemOrNone(meter: Meter, value: Json, at: Json, ir: IndexIr): Json {
  if (isJsonObject(value) && typeof at === "string") return own(value, at) ?? null;
  if (Number.isInteger(at) && (typeof value === "string" || Array.isArray(value))) {
    const length = typeof value === "string" ? codePointLength(value) : value.length;
    if (Number(at) >= length || Number(at) < -length) return null;
  }
  return readItem(meter, value, at, ir);
}

function position(at: Json, length: number, value: Json, ir: IndexIr): number {
  if (typeof at !== "number" || !Number.isInteger(at)) return fail(`cannot index ${shown(value, ir.of)} with ${kind(at)}: an index is an int`);
  const index = at < 0 ? at + length : at;
  if (index < 0 || index >= length) return fail(`no item ${at} in ${shown(value, ir.of)} of length ${length}`);
  return index;
}

/** `of[from:to:step]` with Python's clamping; an absent bound is `None`. */
export function readSlice(meter: Meter, value: Json, bounds: readonly [from: Json, to: Json, step: Json], ir: ExprIr): Json {
  const [from, to, step] = bounds.map((bound) => sliceBound(bound, value, ir)) as [number | null, number | null, number | null];
  if (step === 0) return fail("cannot slice with step 0");
  if (typeof value === "string") {
    spendText(meter, value.length);
    if (step === null || step === 1) {
      const { first, end } = window(from, to, 1, codePointLength(value));
      return value.slice(unitOffset(value, first), unitOffset(value, Math.max(first, end)));
    }
    spendItems(meter, value.length);
    return pick(codePoints(value), from, to, step).join("");
  }
  if (!Array.isArray(value)) return fail(`cannot slice ${shown(value, ir)}`);
  admitItems(meter, value.length);
  return pick(value as readonly Json[], from, to, step ?? 1);
}

function sliceBound(bound: Json, value: Json, ir: ExprIr): number | null {
  if (bound === null || Number.isInteger(bound)) return bound as number | null;
  return fail(`cannot slice ${shown(value, ir)} with ${kind(bound)}: a bound is an int`);
}

/** Where a slice begins and what it stops before. Source: `PySlice_AdjustIndices` of CPython. */
function window(from: number | null, to: number | null, step: number, length: number): { readonly first: number; readonly end: number } {
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? length - 1 : length;
  const clamp = (bound: number): number => Math.min(Math.max(bound < 0 ? bound + length : bound, low), high);
  const [defaultFirst, defaultEnd] = step < 0 ? [high, low] : [low, high];
  return { first: from === null ? defaultFirst : clamp(from), end: to === null ? defaultEnd : clamp(to) };
}

function pick<T>(items: readonly T[], from: number | null, to: number | null, step: number): T[] {
  const { first, end } = window(from, to, step, items.length);
  if (step === 1) return items.slice(first, Math.max(first, end));
  const picked: T[] = [];
  for (let at = first; step > 0 ? at < end : at > end; at += step) picked.push(items[at] as T);
  return picked;
}

/** A field, an item, or a path of both such as `author.name` and `0.title`, as filters name what they look at. */
export function readPath(value: Json, path: string | number): Json {
  const steps = typeof path === "number" ? [path] : path.split(".");
  return steps.reduce((at: Json, step) => {
    if (Array.isArray(at)) return (at as readonly Json[])[Number(step)] ?? null;
    return isJsonObject(at) ? (own(at, String(step)) ?? null) : fail(`cannot read an attribute of ${kind(at)}`);
  }, value);
}
