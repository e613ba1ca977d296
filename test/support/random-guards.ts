import fc from "fast-check";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { Type } from "../../schemas/type.ts";
import { dictOf, listOf, literal, optional, types, unionOf } from "../../schemas/type.ts";
import { record } from "./types.ts";

/** A state with a key for each way in which a condition can say something. */
export const guardedState: Type = record({
  n: types.int, f: types.float, s: types.str, b: types.bool, l: listOf(types.int), x: types.any,
  mode: unionOf([literal("a"), literal("b"), literal("c")]), step: unionOf([literal(1), literal(2.5), types.null]),
  d: optional({ kind: "record", open: false, fields: { k: { type: types.int }, o: { type: types.str, optional: true } } }),
  m: dictOf(types.int),
});

const words = ["", "a", "b", "c", "ab", "😀"];
const numbers = [-1, 0, 1, 2, 2.5, 3, 4, 10];
const whole = fc.constantFrom(...numbers.filter(Number.isInteger));
const word = fc.constantFrom(...words);
const ints = fc.array(whole, { maxLength: 3 });
const absent = fc.constant(undefined);

/** A state that fits `guardedState`; any key may be unset. */
export const anyGuardedState: fc.Arbitrary<JsonObject> = fc
  .record({
    n: fc.oneof(whole, absent), f: fc.oneof(fc.constantFrom(...numbers), absent), s: fc.oneof(word, absent), b: fc.oneof(fc.boolean(), absent),
    l: fc.oneof(ints, absent), x: fc.oneof(fc.constantFrom<Json>(null, true, false, 0, 1, "", "a", [], [1], { k: 1 }), absent),
    mode: fc.oneof(fc.constantFrom("a", "b", "c"), absent), step: fc.oneof(fc.constantFrom<Json>(1, 2.5, null), absent),
    d: fc.oneof(fc.record({ k: whole, o: fc.oneof(word, absent) }), fc.constant(null), absent),
    m: fc.oneof(fc.dictionary(fc.constantFrom("k", "o"), whole), absent),
  })
  .map((state) => JSON.parse(JSON.stringify(state)) as JsonObject);

export const guardedPaths = ["n", "f", "s", "b", "l", "x", "mode", "step", "d", "m", "d.k", "d.o", "m.k", "x.k"].map((path) => `state.${path}`);
const path = fc.constantFrom(...guardedPaths);
const constant = fc.oneof(
  fc.constantFrom(...numbers).map(String), word.map((each) => `'${each}'`), fc.constantFrom("None", "True", "False", "[]", "[1]"),
);
const order = fc.constantFrom("<", "<=", ">", ">=");
const anyCmp = fc.oneof(order, fc.constantFrom("==", "!="));
const test = fc.constantFrom("None", "defined", "undefined", "true", "false", "boolean", "number", "string", "mapping");
const measured = path.chain((each) => fc.constantFrom(`len(${each})`, `(${each} | length)`));

/** Tests that narrowing understands, and some that it does not. */
const atom: fc.Arbitrary<string> = fc.oneof(
  path, measured, constant,
  fc.tuple(path, anyCmp, constant).map((parts) => parts.join(" ")),
  fc.tuple(constant, anyCmp, path).map((parts) => parts.join(" ")),
  fc.tuple(path, anyCmp, path).map((parts) => parts.join(" ")),
  fc.tuple(constant, order, path, order, constant).map((parts) => parts.join(" ")),
  fc.tuple(measured, anyCmp, fc.constantFrom("0", "1", "2", "1.5")).map((parts) => parts.join(" ")),
  fc.tuple(path, fc.constantFrom("in", "not in"), fc.array(constant, { maxLength: 3 })).map(([of, cmp, items]) => `${of} ${cmp} [${items.join(", ")}]`),
  fc.tuple(constant, fc.constantFrom("in", "not in"), path).map((parts) => parts.join(" ")),
  fc.tuple(fc.constantFrom("'k'", "'o'"), fc.constantFrom("in", "not in"), path).map((parts) => parts.join(" ")),
  fc.tuple(path, fc.constantFrom("is", "is not"), test).map((parts) => parts.join(" ")),
  fc.tuple(path, path).map(([a, b]) => `${a} | default(1) == ${b}`),
  fc.tuple(path, whole).map(([of, n]) => `${of} + 1 > ${n}`),
);

/** A condition as an author might write it, put together from tests. */
export const anyGuard: fc.Arbitrary<string> = fc.letrec<{ guard: string }>((tie) => ({
  guard: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    atom,
    fc.tuple(tie("guard"), fc.constantFrom("and", "or"), tie("guard")).map(([a, op, b]) => `(${a}) ${op} (${b})`),
    tie("guard").map((of) => `not (${of})`),
    fc.tuple(tie("guard"), tie("guard"), tie("guard")).map(([a, c, b]) => `(${a}) if (${c}) else (${b})`),
  ),
})).guard;
