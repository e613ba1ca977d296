import type { Json } from "../../schemas/json.ts";
import type { Arithmetic, Comparison, ExprIr } from "../../schemas/expr/ir.ts";
import { unreachable } from "../../schemas/bug.ts";
import type { Closure, Frame, Meter } from "./scope.ts";
import { admitItems, admitText } from "./scope.ts";
import { fail, shown } from "./failure.ts";
import { calculate, finite } from "./numbers.ts";
import { contains, equal, order, truthy } from "./values.ts";

/** An operand: what computes it, and its words for a message. */
export interface Operand {
  readonly run: Closure;
  readonly ir: ExprIr;
}

/** `left fn right`. The cases before `general` only make the common pair of numbers fast. */
export function arithmetic(fn: Arithmetic, left: Operand, right: Operand): Closure {
  const a = left.run;
  const b = right.run;
  const general = (meter: Meter, x: Json, y: Json): Json => combine(meter, fn, x, y, left.ir, right.ir);
  switch (fn) {
    case "+": return (frame) => {
      const x = a(frame);
      const y = b(frame);
      return typeof x === "number" && typeof y === "number" ? finite(x + y) : general(frame, x, y);
    };
    case "-": return (frame) => {
      const x = a(frame);
      const y = b(frame);
      return typeof x === "number" && typeof y === "number" ? finite(x - y) : general(frame, x, y);
    };
    case "*": case "/": case "//": case "%": case "**": return (frame) => general(frame, a(frame), b(frame));
    default: return unreachable(fn, "arithmetic");
  }
}

function combine(meter: Meter, fn: Arithmetic, x: Json, y: Json, left: ExprIr, right: ExprIr): Json {
  if (typeof x === "number" && typeof y === "number") return calculate(fn, x, y);
  if (fn === "+") {
    if (typeof x === "string" && typeof y === "string") return joined(meter, x, y);
    if (Array.isArray(x) && Array.isArray(y)) {
      admitItems(meter, x.length + y.length);
      return [...(x as readonly Json[]), ...(y as readonly Json[])];
    }
  }
  if (fn === "*") {
    if (typeof y === "number" && isRepeatable(x)) return repeated(meter, x, y);
    if (typeof x === "number" && isRepeatable(y)) return repeated(meter, y, x);
  }
  return fail(`cannot compute ${shown(x, left)} ${fn} ${shown(y, right)}`);
}

function joined(meter: Meter, x: string, y: string): string {
  admitText(meter, x.length + y.length);
  return x + y;
}

function isRepeatable(value: Json): value is string | readonly Json[] {
  return typeof value === "string" || Array.isArray(value);
}

function repeated(meter: Meter, value: string | readonly Json[], times: number): Json {
  if (!Number.isInteger(times)) return fail("cannot repeat a str or a list a fraction of times");
  const count = Math.max(0, times);
  if (typeof value === "string") {
    admitText(meter, value.length * count);
    return value.repeat(value === "" ? 0 : count);
  }
  admitItems(meter, value.length * count);
  return Array.from({ length: value.length * count }, (_, at) => value[at % value.length] as Json);
}

/** `-of`. */
export function negation(of: Operand): Closure {
  return (frame) => {
    const value = of.run(frame);
    return typeof value === "number" ? 0 - value : fail(`cannot negate ${shown(value, of.ir)}`);
  };
}

/** `first cmp to cmp to …`: stops at the first link that is false; each operand is evaluated at most once. */
export function comparison(first: Operand, links: readonly { readonly cmp: Comparison; readonly to: Operand }[]): Closure {
  const [only] = links;
  if (only !== undefined && links.length === 1) return single(first, only.cmp, only.to);
  const operands = [first, ...links.map((link) => link.to)];
  return (frame) => {
    let left = first.run(frame);
    for (const [at, { cmp, to }] of links.entries()) {
      const right = to.run(frame);
      if (!holds(frame, cmp, left, right, (operands[at] as Operand).ir, to.ir)) return false;
      left = right;
    }
    return true;
  };
}

function single(first: Operand, cmp: Comparison, to: Operand): Closure {
  const a = first.run;
  const b = to.run;
  if (cmp === "in" && to.ir.op === "lit" && Array.isArray(to.ir.value)) {
    const items = to.ir.value as readonly Json[];
    const hasCompound = items.some((item) => typeof item === "object" && item !== null);
    // Scalars are equal exactly if they are the same value.
    if (!hasCompound) return (frame) => items.includes(a(frame));
  }
  const general = (frame: Frame, x: Json, y: Json): boolean => holds(frame, cmp, x, y, first.ir, to.ir);
  // A threshold is the commonest condition: two numbers are compared here, which is twice as fast as in `holds`.
  switch (cmp) {
    case "<": return (frame) => {
      const x = a(frame);
      const y = b(frame);
      return typeof x === "number" && typeof y === "number" ? x < y : general(frame, x, y);
    };
    case "<=": return (frame) => {
      const x = a(frame);
      const y = b(frame);
      return typeof x === "number" && typeof y === "number" ? x <= y : general(frame, x, y);
    };
    case ">": return (frame) => {
      const x = a(frame);
      const y = b(frame);
      return typeof x === "number" && typeof y === "number" ? x > y : general(frame, x, y);
    };
    case ">=": return (frame) => {
      const x = a(frame);
      const y = b(frame);
      return typeof x === "number" && typeof y === "number" ? x >= y : general(frame, x, y);
    };
    case "==": case "!=": case "in": case "not in": return (frame) => general(frame, a(frame), b(frame));
    default: return unreachable(cmp, "single");
  }
}

function holds(meter: Meter, cmp: Comparison, x: Json, y: Json, left: ExprIr, right: ExprIr): boolean {
  switch (cmp) {
    case "==": return equal(meter, x, y);
    case "!=": return !equal(meter, x, y);
    case "<": return ordered(meter, cmp, x, y, left, right) < 0;
    case "<=": return ordered(meter, cmp, x, y, left, right) <= 0;
    case ">": return ordered(meter, cmp, x, y, left, right) > 0;
    case ">=": return ordered(meter, cmp, x, y, left, right) >= 0;
    case "in": return within(meter, x, y, left, right);
    case "not in": return !within(meter, x, y, left, right);
    default: return unreachable(cmp, "holds");
  }
}

function ordered(meter: Meter, cmp: Comparison, x: Json, y: Json, left: ExprIr, right: ExprIr): number {
  if (typeof x === "number" && typeof y === "number") return x - y;
  const alike = (typeof x === "string" && typeof y === "string") || (Array.isArray(x) && Array.isArray(y));
  return alike ? order(meter, x, y) : fail(`cannot compare ${shown(x, left)} ${cmp} ${shown(y, right)}`);
}

function within(meter: Meter, x: Json, y: Json, left: ExprIr, right: ExprIr): boolean {
  const searchable = typeof y === "string" ? typeof x === "string" : typeof y === "object" && y !== null;
  return searchable ? contains(meter, y, x) : fail(`cannot look for ${shown(x, left)} in ${shown(y, right)}`);
}

/** `left and right`: the left operand if it is false, else the right one. */
export function conjunction(a: Closure, b: Closure): Closure {
  return (frame) => {
    const left = a(frame);
    return left === true || (left !== false && truthy(left)) ? b(frame) : left;
  };
}

/** `left or right`: the left operand if it is true, else the right one. */
export function disjunction(a: Closure, b: Closure): Closure {
  return (frame) => {
    const left = a(frame);
    return left === true || (left !== false && truthy(left)) ? left : b(frame);
  };
}
