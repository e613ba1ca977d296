import type { SubjectRow } from "./signature.ts";
import { on, oneOf, required } from "./signature.ts";
import { dictOf, listOf, types } from "../type.ts";

const { any, bool, int, float, str } = types;
const plain = [on(any, [], bool)];
const other = [on(any, [required("other", any)], bool)];
const ordering = [on(float, [required("other", float)], bool), on(str, [required("other", str)], bool)];

/** What may stand behind `is` and `is not`, and by name in `select`, `reject`, `selectattr` and `rejectattr`. Meaning is Jinja2's. */
export const tests = {
  defined: { doc: "Whether there is a value: the key exists and is not unset.", signatures: plain, example: { text: "1 is defined", gives: true } },
  undefined: { doc: "The opposite of `defined`.", signatures: plain, example: { text: "1 is undefined", gives: false } },
  none: { doc: "Whether the value is `None`; `is None` means the same.", signatures: plain, example: { text: "None is none", gives: true } },
  true: { doc: "Whether the value is `True` itself.", signatures: plain, example: { text: "1 is true", gives: false } },
  false: { doc: "Whether the value is `False` itself.", signatures: plain, example: { text: "False is false", gives: true } },
  boolean: { doc: "Whether the value is `True` or `False`.", signatures: plain, example: { text: "False is boolean", gives: true } },
  number: { doc: "Whether the value is a number.", signatures: plain, example: { text: "1.5 is number", gives: true } },
  integer: { doc: "Whether the value is a whole number.", signatures: plain, example: { text: "4 is integer", gives: true } },
  float: { doc: "Whether the value is a number with a fraction.", signatures: plain, example: { text: "1.5 is float", gives: true } },
  string: { doc: "Whether the value is text.", signatures: plain, example: { text: "'a' is string", gives: true } },
  mapping: { doc: "Whether the value is a mapping.", signatures: plain, example: { text: "{'a': 1} is mapping", gives: true } },
  sequence: { doc: "Whether the value has a length and items: text, list or mapping.", signatures: plain, example: { text: "[1] is sequence", gives: true } },
  iterable: { doc: "Whether the value can stand behind `in` of a `for`: text, list or mapping.", signatures: plain, example: { text: "'abc' is iterable", gives: true } },
  even: { doc: "Whether the number is even.", signatures: [on(int, [], bool)], example: { text: "4 is even", gives: true } },
  odd: { doc: "Whether the number is odd.", signatures: [on(int, [], bool)], example: { text: "3 is odd", gives: true } },
  divisibleby: { doc: "Whether the number has no remainder.", signatures: [on(int, [required("num", int)], bool)], example: { text: "9 is divisibleby(3)", gives: true } },
  lower: { doc: "Whether the text has letters and all are small.", signatures: [on(str, [], bool)], example: { text: "'abc' is lower", gives: true } },
  upper: { doc: "Whether the text has letters and all are capitals.", signatures: [on(str, [], bool)], example: { text: "'ABC' is upper", gives: true } },
  in: { doc: "Whether the value is contained in another.", signatures: [on(any, [required("seq", oneOf(str, listOf(any), dictOf(any)))], bool)], example: { text: "1 is in([1, 2])", gives: true } },
  eq: { doc: "Whether two values are equal, as `==`.", signatures: other, example: { text: "1 is eq(1)", gives: true } },
  equalto: { doc: "Another name of `eq`.", signatures: other, example: { text: "1 is equalto(1)", gives: true } },
  sameas: { doc: "Whether two values are equal; plain data has no other identity.", signatures: other, example: { text: "1 is sameas(1)", gives: true } },
  ne: { doc: "Whether two values differ, as `!=`.", signatures: other, example: { text: "1 is ne(2)", gives: true } },
  lt: { doc: "As `<`.", signatures: ordering, example: { text: "1 is lt(2)", gives: true } },
  lessthan: { doc: "Another name of `lt`.", signatures: ordering, example: { text: "1 is lessthan(2)", gives: true } },
  le: { doc: "As `<=`.", signatures: ordering, example: { text: "1 is le(1)", gives: true } },
  gt: { doc: "As `>`.", signatures: ordering, example: { text: "2 is gt(1)", gives: true } },
  greaterthan: { doc: "Another name of `gt`.", signatures: ordering, example: { text: "2 is greaterthan(1)", gives: true } },
  ge: { doc: "As `>=`.", signatures: ordering, example: { text: "1 is ge(1)", gives: true } },
} as const satisfies { readonly [name: string]: SubjectRow };

export type TestName = keyof typeof tests;
export const testNames = Object.keys(tests) as readonly TestName[];
