import type { Json } from "../../schemas/json.ts";
import { Bug } from "../../schemas/bug.ts";
import type { Frame } from "./scope.ts";
import { fail, kind } from "./failure.ts";
import { iterate } from "./values.ts";

/** The variables in reach at one place of an expression, each with its slot in `Frame.locals`. */
export interface Names {
  readonly slots: Map<string, number>;
  /** How many slots the whole expression has so far; shared by all its scopes. */
  readonly used: { count: number };
  /** How deep this place is nested. */
  readonly depth: number;
}

export function noNames(): Names {
  return { slots: new Map(), used: { count: 0 }, depth: 0 };
}

/** One level further in, with the same variables. */
export function inner(names: Names): Names {
  return { ...names, depth: names.depth + 1 };
}

/** A scope of its own: sees the variables around it, and what it declares is not seen outside. */
export function ownScope(names: Names): Names {
  return { ...inner(names), slots: new Map(names.slots) };
}

/** Gives `name` a slot that is new in this scope. */
export function newSlot(names: Names, name: string): number {
  const slot = names.used.count++;
  names.slots.set(name, slot);
  return slot;
}

export function slotOf(names: Names, name: string): number {
  const slot = names.slots.get(name);
  if (slot === undefined) throw new Bug(`no variable is called '${name}' here`);
  return slot;
}

/** Declares the variables of a loop; what it returns gives them their values for one turn. */
export function declare(names: Names, variables: readonly string[]): (frame: Frame, item: Json) => void {
  const slots = variables.map((name) => newSlot(names, name));
  const [only] = slots;
  if (only !== undefined && slots.length === 1) {
    return (frame, item) => {
      frame.locals[only] = item;
    };
  }
  return (frame, item) => {
    const parts = typeof item === "object" && item !== null ? iterate(frame, item) : fail(`cannot unpack ${kind(item)} into ${slots.length} variables`);
    if (parts.length !== slots.length) return fail(`cannot unpack ${parts.length} items into ${slots.length} variables`);
    for (const [at, slot] of slots.entries()) frame.locals[slot] = parts[at] as Json;
  };
}
