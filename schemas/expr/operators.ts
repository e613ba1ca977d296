import type { Arithmetic, Comparison } from "./ir.ts";
import type { Example, TypeScheme } from "./signature.ts";
import { T, U, listScheme, oneOf } from "./signature.ts";
import { dictOf, listOf, types } from "../type.ts";

/** One pair of operand kinds an operator takes. Pairs are tried in order. */
export interface Overload {
  readonly left: TypeScheme;
  readonly right: TypeScheme;
  readonly returns: TypeScheme;
}

export interface OperatorRow {
  readonly doc: string;
  /** As in "cannot `verb` str and int". */
  readonly verb: string;
  readonly overloads: readonly Overload[];
  readonly example: Example;
}

const { any, bool, int, float, str } = types;
const numeric: readonly Overload[] = [
  { left: int, right: int, returns: int },
  { left: float, right: float, returns: float },
];
const ordered: readonly Overload[] = [
  { left: float, right: float, returns: bool },
  { left: str, right: str, returns: bool },
  { left: listOf(any), right: listOf(any), returns: bool },
];
const equality: readonly Overload[] = [{ left: any, right: any, returns: bool }];
const membership: readonly Overload[] = [
  { left: str, right: str, returns: bool },
  { left: any, right: listOf(any), returns: bool },
  { left: str, right: dictOf(any), returns: bool },
];

/** What each operator takes and gives. Booleans are no numbers, and nothing is converted but `int` to `float`. */
export const operators = {
  "+": {
    doc: "Adds numbers, or puts texts or lists together.",
    verb: "add",
    overloads: [
      ...numeric,
      { left: str, right: str, returns: str },
      { left: listScheme(T), right: listScheme(U), returns: listScheme(oneOf(T, U)) },
    ],
    example: { text: "[1] + [2]", gives: [1, 2] },
  },
  "-": { doc: "Subtracts numbers.", verb: "subtract", overloads: numeric, example: { text: "3 - 4.5", gives: -1.5 } },
  "*": {
    doc: "Multiplies numbers, or repeats a text or a list.",
    verb: "multiply",
    overloads: [
      ...numeric,
      { left: str, right: int, returns: str },
      { left: int, right: str, returns: str },
      { left: listScheme(T), right: int, returns: listScheme(T) },
      { left: int, right: listScheme(T), returns: listScheme(T) },
    ],
    example: { text: "'ab' * 2", gives: "abab" },
  },
  "/": { doc: "Divides numbers; by zero, the node fails.", verb: "divide", overloads: [{ left: float, right: float, returns: float }], example: { text: "7 / 2", gives: 3.5 } },
  "//": { doc: "Divides and rounds down; by zero, the node fails.", verb: "divide", overloads: numeric, example: { text: "-7 // 2", gives: -4 } },
  "%": { doc: "The remainder of rounding down; it has the sign of the divisor.", verb: "divide", overloads: numeric, example: { text: "-7 % 3", gives: 2 } },
  "**": {
    doc: "Raises a number to a power.",
    verb: "raise",
    overloads: [{ left: int, right: int, returns: oneOf(int, float) }, { left: float, right: float, returns: float }],
    example: { text: "2 ** 10", gives: 1024 },
  },
  "==": { doc: "Whether two values are equal. Values of different kinds never are; `1` and `1.0` are one number.", verb: "compare", overloads: equality, example: { text: "1 == 1.0", gives: true } },
  "!=": { doc: "Whether two values differ.", verb: "compare", overloads: equality, example: { text: "'a' != 'b'", gives: true } },
  "<": { doc: "Whether a number, text or list comes before another of its kind.", verb: "compare", overloads: ordered, example: { text: "1 < 2 < 3", gives: true } },
  "<=": { doc: "Whether a value comes before another of its kind or equals it.", verb: "compare", overloads: ordered, example: { text: "'a' <= 'a'", gives: true } },
  ">": { doc: "Whether a value comes after another of its kind.", verb: "compare", overloads: ordered, example: { text: "[2, 1] > [1, 9]", gives: true } },
  ">=": { doc: "Whether a value comes after another of its kind or equals it.", verb: "compare", overloads: ordered, example: { text: "0.9 >= 0.9", gives: true } },
  in: { doc: "Whether a text contains a text, a list an item or a mapping a key.", verb: "look for", overloads: membership, example: { text: "'a' in ['a', 'b']", gives: true } },
  "not in": { doc: "The opposite of `in`.", verb: "look for", overloads: membership, example: { text: "'x' not in {'a': 1}", gives: true } },
} as const satisfies { readonly [O in Arithmetic | Comparison]: OperatorRow };

/** What unary minus takes and gives. */
export const negations: readonly { readonly of: TypeScheme; readonly returns: TypeScheme }[] = [
  { of: int, returns: int },
  { of: float, returns: float },
];
