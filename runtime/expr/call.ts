import type { Json } from "../../schemas/json.ts";
import { Bug } from "../../schemas/bug.ts";
import type { Signature } from "../../schemas/expr/signature.ts";
import { bindArguments } from "../../schemas/expr/signature.ts";
import { fail } from "./failure.ts";
import type { Closure, Frame, Meter } from "./scope.ts";
import { admitItems, admitText, spendValue, step } from "./scope.ts";
import type { Given } from "./expect.ts";

/**
 * What a built-in does. It gets one argument for each parameter name of its row in `schemas/`, in the order in which its
 * signatures first name them; a `rest` parameter gets a list. The subject of a method, filter or test comes first.
 */
export type Implementation = (meter: Meter, ...args: readonly Given[]) => Json;

/** One argument of a call as it is made: an argument, the arguments of `rest`, a default, or nothing. */
type Slot<A> = { readonly one: A } | { readonly many: readonly A[] } | { readonly value: Given };

/** Where the arguments of a call go, by the first signature that has a place for each of them. */
function layOut<A>(signatures: readonly Signature[], args: readonly A[], named: { readonly [name: string]: A }): readonly Slot<A>[] | undefined {
  const names = [...new Set(signatures.flatMap((signature) => signature.params.map((param) => param.name)))];
  for (const signature of signatures) {
    const binding = bindArguments(signature.params, args, named);
    if (!binding.ok) continue;
    return names.map((name) => {
      const found = binding.bound.find((each) => each.param.name === name);
      if (found === undefined) return { value: undefined };
      if (found.param.given === "rest") return { many: found.args };
      const [only] = found.args;
      return only === undefined ? { value: found.param.default } : { one: only };
    });
  }
  return undefined;
}

/** A call with arguments that are still to be computed, for `compileExpr`. A call that fits no signature is a `Bug`. */
export function call(
  what: string,
  implementation: Implementation,
  row: { readonly signatures: readonly Signature[] },
  subject: readonly Closure[],
  args: readonly Closure[],
  named: { readonly [name: string]: Closure } = {},
): Closure {
  const slots = layOut(row.signatures, args, named);
  if (slots === undefined) throw new Bug(`no signature of '${what}' takes these arguments`);
  const given = [...subject, ...slots.map(closureOf)];
  const [first, second] = given;
  if (first !== undefined && given.length === 1) {
    return (frame) => {
      const value = first(frame);
      step(frame);
      spendValue(frame, value);
      return admit(frame, implementation(frame, value));
    };
  }
  if (first !== undefined && second !== undefined && given.length === 2) {
    return (frame) => {
      const a = first(frame);
      const b = second(frame);
      step(frame);
      spendValue(frame, a);
      spendValue(frame, b);
      return admit(frame, implementation(frame, a, b));
    };
  }
  return (frame) => {
    const values = given.map((each) => each(frame));
    step(frame);
    for (const value of values) spendValue(frame, value);
    return admit(frame, implementation(frame, ...values));
  };
}

/** A call with values, for the filters and tests that another filter names while it runs; fails if it fits no signature. */
export function callNow(
  meter: Meter,
  implementation: Implementation,
  row: { readonly signatures: readonly Signature[] },
  subject: Json,
  args: readonly Json[],
): Json {
  const slots = layOut<Json>(row.signatures, args, {});
  if (slots === undefined) return fail("a filter names another filter or a test that does not take these arguments");
  const values = [subject, ...slots.map(valueOf)];
  step(meter);
  for (const value of values) spendValue(meter, value);
  return admit(meter, implementation(meter, ...values));
}

function closureOf(slot: Slot<Closure>): (frame: Frame) => Given {
  if ("one" in slot) return slot.one;
  if ("many" in slot) return (frame) => slot.many.map((each) => each(frame));
  const { value } = slot;
  return () => value;
}

function valueOf(slot: Slot<Json>): Given {
  if ("one" in slot) return slot.one;
  return "many" in slot ? slot.many : slot.value;
}

/** The result, unless it is too large; built-ins whose result can dwarf their arguments ask before they make it. */
function admit(meter: Meter, result: Json): Json {
  if (typeof result === "string") admitText(meter, result.length);
  else if (Array.isArray(result)) admitItems(meter, result.length);
  return result;
}
