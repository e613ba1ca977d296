import fc from "fast-check";
import { expect, it } from "vitest";
import { numbersAt } from "../../../compiler/expr/number-set.ts";
import { schemaOfPart, valuesOfSchema } from "../../../compiler/expr/schema-values.ts";
import { anyDict, anyList, both, isNothing, only, withLength, type Scalar } from "../../../compiler/expr/value-set.ts";
import { unfit } from "../../../runtime/core/fit.ts";
import { isJsonObject, type Json, type JsonObject } from "../../../schemas/json.ts";
import { types } from "../../../schemas/type.ts";
import { anyRuns } from "../../support/random.ts";

/** Whether a schema may admit a value, as far as its bounds tell. */
function admits(schema: Json, value: Json): boolean {
  const exact = Array.isArray(value) ? withLength(anyList, numbersAt(value.length)) : isJsonObject(value) ? withLength(anyDict, numbersAt(Object.keys(value).length)) : only(value as Scalar);
  return !isNothing(both(valuesOfSchema(schema), exact));
}

const bound = fc.constantFrom(-1, 0, 0.5, 1, 2, 3);
const length = fc.constantFrom(0, 1, 2, 3);
const limits = fc.record(
  {
    minimum: bound, maximum: bound, exclusiveMinimum: bound, exclusiveMaximum: bound, minLength: length, maxLength: length,
    minItems: length, maxItems: length, minProperties: length, maxProperties: length,
  },
  { requiredKeys: [] },
);
const anySchema: fc.Arbitrary<JsonObject> = fc.oneof(
  limits,
  fc.tuple(limits, fc.array(limits, { minLength: 1, maxLength: 2 })).map(([own, allOf]) => ({ ...own, allOf })),
  limits.map((part) => ({ $ref: "#/$defs/part", $defs: { part } })),
);
const anyValue = fc.constantFrom<Json>(null, true, -1, 0, 0.5, 1, 2.5, 3, "", "a", "😀", "😀a", "abc", [], [1], [1, 2, 3], {}, { a: 1 }, { a: 1, b: 2 });

it("leaves every value that the runtime takes", () => {
  fc.assert(fc.property(anySchema, anyValue, (schema, value) => unfit("key", { type: types.any, schema }, value) !== undefined || admits(schema, value)), anyRuns(3000));
});

it("leaves no value out of bounds", () => {
  const plain = limits.filter(({ minProperties, maxProperties }) => minProperties === undefined && maxProperties === undefined);
  fc.assert(fc.property(plain, anyValue, (schema, value) => unfit("key", { type: types.any, schema }, value) === undefined || !admits(schema, value)), anyRuns(3000));
});

it("says nothing of what it does not understand", () => {
  for (const schema of [{ not: { minimum: 3 } }, { anyOf: [{ minimum: 3 }] }, { minimum: "3" }, { $ref: "#/lost", minimum: 3 }, { $ref: "#" }]) expect(admits(schema, 1), JSON.stringify(schema)).toBe(true);
});

it("finds the schema of a part by its properties", () => {
  const schema = { properties: { a: { $ref: "#/$defs/a" } }, $defs: { a: { properties: { b: { minimum: 1 } } } } };
  expect(schemaOfPart(schema, ["a", "b"])).toEqual({ minimum: 1 });
  expect(schemaOfPart(schema, ["a", "toString"])).toBe(undefined);
  expect(schemaOfPart(schema, ["b"])).toBe(undefined);
});
