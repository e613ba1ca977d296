import type { Arithmetic } from "../../schemas/expr/ir.ts";
import { unreachable } from "../../schemas/bug.ts";
import { fail } from "./failure.ts";

/** One number kind: a JSON number. No operation gives NaN, an infinity or a negative zero. */
export function calculate(fn: Arithmetic, a: number, b: number): number {
  switch (fn) {
    case "+": return finite(a + b);
    case "-": return finite(a - b);
    case "*": return finite(a * b);
    case "/": return b === 0 ? fail("cannot divide by zero") : finite(a / b);
    case "//": return b === 0 ? fail("cannot divide by zero") : finite(floorDivide(a, b));
    case "%": return b === 0 ? fail("cannot take the remainder of a division by zero") : finite(floorModulo(a, b));
    case "**": return power(a, b);
    default: return unreachable(fn, "calculate");
  }
}

/** `value` itself, or a failure where it is no JSON number; `-0` becomes `0`. */
export function finite(value: number): number {
  if (!Number.isFinite(value)) return fail("number is too large");
  return value + 0;
}

/** The remainder with the sign of the divisor, as in Python. */
function floorModulo(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

/** `a // b`, exact where dividing first would round up: `1 // 0.1` is 9. Source: `float_floor_div` of CPython. */
function floorDivide(a: number, b: number): number {
  const quotient = (a - floorModulo(a, b)) / b;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function power(a: number, b: number): number {
  if (a === 0 && b < 0) return fail("cannot raise zero to a negative power");
  if (a < 0 && !Number.isInteger(b)) return fail("cannot raise a negative number to a fraction");
  // The engine's power is not exact for 7 ** -2; a division of exact numbers is.
  return finite(b < 0 && Number.isInteger(a) && Number.isInteger(b) ? 1 / a ** -b : a ** b);
}

/** Rounds to `digits` decimal places; a tie goes to the even digit, and what counts is the exact binary value. */
export function roundTo(value: number, digits: number): number {
  if (digits < 0) {
    const unit = 10 ** -digits;
    return Number.isFinite(unit) ? finite(roundTieToEven(value / unit) * unit) : 0;
  }
  if (digits === 0) return finite(roundTieToEven(value));
  // From 22 places on, and from 2^53 on, no double has a digit to lose.
  if (digits > 22 || Math.abs(value) >= 2 ** 53) return value;
  const rounded = Number(value.toFixed(digits));
  if (!isTie(value, digits)) return finite(rounded);
  const lastDigit = Number(value.toFixed(digits).at(-1));
  return lastDigit % 2 === 0 ? rounded : finite(Number((value - Math.sign(value) * 10 ** -digits / 2).toFixed(digits)));
}

function roundTieToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Whether `value` lies exactly between two decimals of `digits` places. `toFixed` is exact up to 100 places. */
function isTie(value: number, digits: number): boolean {
  return /^50*$/.test(value.toFixed(100).split(".")[1]?.slice(digits) ?? "");
}

const integerText = /^[+-]?\d+(?:_\d+)*$/;
const floatText = /^[+-]?(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;

/** The number a text spells as Python's `int` reads it, white space aside; `undefined` if it spells none. */
export function readInteger(text: string): number | undefined {
  return integerText.test(text) ? Number(text.replaceAll("_", "")) : undefined;
}

/** The number a text spells as Python's `float` reads it; `nan` and `inf` are not numbers here. */
export function readFloat(text: string): number | undefined {
  return floatText.test(text) ? Number(text.replaceAll("_", "")) : undefined;
}
