import type { Json } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { TestName } from "../../schemas/expr/tests.ts";
import type { Implementation } from "./call.ts";
import { toInteger, toText } from "./expect.ts";
import { fail } from "./failure.ts";
import { calculate } from "./numbers.ts";
import { contains, equal, order } from "./values.ts";

const isNumber = (value: Json | undefined): boolean => typeof value === "number";
const isCollection = (value: Json | undefined): boolean => typeof value === "string" || (typeof value === "object" && value !== null);
const same: Implementation = (meter, value, other) => equal(meter, value ?? null, other ?? null);
const compared = (holds: (distance: number) => boolean): Implementation => (meter, value, other) => holds(order(meter, value ?? null, other ?? null));
const before = compared((distance) => distance < 0);
const behind = compared((distance) => distance > 0);
const remainder = (value: Json | undefined, by: number, who: string): number => calculate("%", toInteger(value, who), by);

/** What each test behind `is` does; the value comes first, the parameters are those of `schemas/expr/tests.ts`. */
export const tests = {
  // An absent key has become `None` before a test sees it.
  defined: (_, value) => value !== null,
  undefined: (_, value) => value === null,
  none: (_, value) => value === null,
  true: (_, value) => value === true,
  false: (_, value) => value === false,
  boolean: (_, value) => typeof value === "boolean",
  number: (_, value) => isNumber(value),
  integer: (_, value) => Number.isInteger(value),
  float: (_, value) => isNumber(value) && !Number.isInteger(value),
  string: (_, value) => typeof value === "string",
  mapping: (_, value) => isJsonObject(value),
  sequence: (_, value) => isCollection(value),
  iterable: (_, value) => isCollection(value),
  even: (_, value) => remainder(value, 2, "even") === 0,
  odd: (_, value) => remainder(value, 2, "odd") === 1,
  divisibleby: (_, value, by) => remainder(value, toInteger(by, "divisibleby"), "divisibleby") === 0,
  lower: (_, value) => /\p{Cased}/u.test(toText(value, "lower")) && value === toText(value, "lower").toLowerCase(),
  upper: (_, value) => /\p{Cased}/u.test(toText(value, "upper")) && value === toText(value, "upper").toUpperCase(),
  in: (meter, value, container) => contains(meter, container ?? null, value ?? null),
  eq: same,
  equalto: same,
  sameas: same,
  ne: (meter, value, other) => !equal(meter, value ?? null, other ?? null),
  lt: before,
  lessthan: before,
  le: compared((distance) => distance <= 0),
  gt: behind,
  greaterthan: behind,
  ge: compared((distance) => distance >= 0),
} satisfies { readonly [N in TestName]: Implementation };

/** The test with a name that is only known now, or a failure. */
export function testNamed(name: string): TestName {
  return Object.hasOwn(tests, name) ? (name as TestName) : fail("no test has the name that a filter was given");
}
