import type { Json, JsonObject } from "../../schemas/json.ts";
import type { RootName } from "../../schemas/expr/roots.ts";
import { fail, overLimit } from "./failure.ts";

/** What one evaluation may see: plain data for each root, and a look-up for `env`. */
export interface Scope {
  /** A root without a value is `None`, and so is a state key that is unset. */
  readonly roots: { readonly [N in Exclude<RootName, "env">]?: Json };
  /** The value of an environment variable, or a placeholder for it; `undefined` where it is unset. */
  readonly env: (name: string) => string | undefined;
}

/** Bounds of one evaluation. The same limits stop the same evaluation at the same place everywhere. */
export interface Limits {
  /** A step is one turn of a loop, one call, or 256 items or 4,096 units of text that an operation goes through. */
  readonly steps: number;
  /** UTF-16 units of any text that is made. */
  readonly text: number;
  /** Items of any list or dict that is made. */
  readonly items: number;
  /** Levels of a value that is compared, copied or written as JSON. */
  readonly depth: number;
}

export const defaultLimits: Limits = { steps: 10_000, text: 1 << 20, items: 100_000, depth: 200 };

/** Fuel of one step. A unit of text that is gone through costs 1, an item costs 16: whole numbers only. */
export const fuelPerStep = 4096;
const fuelPerItem = 16;

/** What is left to one evaluation; counts down. */
export interface Meter {
  fuel: number;
  readonly limits: Limits;
}

/** One evaluation under way: its scope, its meter, and its variables by slot. */
export interface Frame extends Meter {
  readonly roots: Scope["roots"];
  readonly env: Scope["env"];
  /** Whether something was added to the prototype of plain data, so that reads must ask what is own. */
  readonly isPolluted: boolean;
  readonly locals: Json[];
}

/** A compiled expression: gives its value, or unwinds with `Stop`. */
export type Closure = (frame: Frame) => Json;

/** Takes `fuel`, or ends the evaluation. */
function burn(meter: Meter, fuel: number): void {
  meter.fuel -= fuel;
  if (meter.fuel < 0) fail(`evaluation took more than ${meter.limits.steps} steps`);
}

/** Pays for one step. */
export function step(meter: Meter): void {
  burn(meter, fuelPerStep);
}

/** Pays for going through `count` items. */
export function spendItems(meter: Meter, count: number): void {
  burn(meter, count * fuelPerItem);
}

/** Pays for going through `units` of text. */
export function spendText(meter: Meter, units: number): void {
  burn(meter, units);
}

/** Pays for going through `value`, but not for going through what is inside its items. */
export function spendValue(meter: Meter, value: Json | undefined): void {
  if (typeof value === "string") spendText(meter, value.length);
  else if (Array.isArray(value)) spendItems(meter, value.length);
}

/** Refuses a text of `units` before it is made. */
export function admitText(meter: Meter, units: number): void {
  if (units > meter.limits.text) overLimit(`text would be longer than ${meter.limits.text} characters`);
  spendText(meter, units);
}

/** Refuses a list or dict of `count` items before it is made. */
export function admitItems(meter: Meter, count: number): void {
  if (count > meter.limits.items) overLimit(`list would be longer than ${meter.limits.items} items`);
  spendItems(meter, count);
}

/** An empty dict without a prototype, so that `__proto__` is a key like any other. */
export function newDict(): { [key: string]: Json } {
  return Object.create(null) as { [key: string]: Json };
}

/** The value of a key, or `undefined`; never one that is inherited. */
export function own(dict: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(dict, key) ? dict[key] : undefined;
}

const plain = {};

/** Whether plain data inherits anything that can be enumerated: what careless or hostile code adds to `Object.prototype`. */
export function isPolluted(): boolean {
  for (const _ in plain) return true;
  return false;
}
