import fc from "fast-check";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { typeOfJsonSchema } from "../../../compiler/syntax/json-schema.ts";
import type { Json, JsonObject } from "../../../schemas/json.ts";
import { describeType, misfit } from "../../../schemas/type.ts";
import { anyRuns } from "../../support/random.ts";

function check(schema: JsonObject, expected: string): void {
  expect(describeType(typeOfJsonSchema(schema))).toBe(expected);
}

it("follows references to parts of the same schema, and no others", () => {
  const $defs = { line: { type: "object", properties: { sku: { type: "string" }, note: { $ref: "#/$defs/note" } }, required: ["sku"], additionalProperties: false }, note: { type: ["string", "null"] } };
  check({ $defs, type: "array", items: { $ref: "#/$defs/line" } }, "list[{sku: str, note?: str | None}]");
  check({ $defs, type: "array", items: { $ref: "#/$defs/missing" } }, "list");
  check({ type: "array", items: { $ref: "https://example.com/line.json" } }, "list");
});

it("takes a reference that leads back to itself for anything, in time that grows with the schema", () => {
  const tree: JsonObject = { type: "object", additionalProperties: false, properties: { left: { $ref: "#" }, right: { $ref: "#" }, name: { type: "string" } } };
  check(tree, "{left?: {left?: any, right?: any, name?: str, ...}, right?: {left?: any, right?: any, name?: str, ...}, name?: str}".replaceAll(", ...}", "}"));
});

it("reads definitions that use each other again and again no further than is of use", () => {
  const use = (at: number): JsonObject => ({ $ref: `#/$defs/d${at}` });
  const $defs = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`d${at}`, { type: "object", properties: { x: use(at + 1), y: use(at + 1) } }]));
  expect(describeType(typeOfJsonSchema({ $defs, ...use(0) })).length).toBeLessThan(50_000);
});

it("knows items that have schemas of their own", () => {
  check({ type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: false }, "list[str | int]");
  check({ type: "array", prefixItems: [{ type: "string" }], items: { type: "boolean" } }, "list[str | bool]");
  check({ type: "array", prefixItems: [{ type: "string" }] }, "list");
});

const leaf: fc.Arbitrary<JsonObject> = fc.constantFrom<JsonObject>(
  { type: "string" }, { type: "integer" }, { type: "number" }, { type: "boolean" }, { type: "null" }, { type: ["string", "null"] }, {}, { enum: ["a", 1, null] }, { const: true },
  { $ref: "#/$defs/a" }, { $ref: "#/$defs/b" }, { $ref: "#" }, { not: { type: "string" } }, { type: "integer", minimum: 1 },
);
const anySchema: fc.Arbitrary<JsonObject> = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.record({ type: fc.constant("array"), items: tie("schema") }),
    fc.record({ type: fc.constant("array"), prefixItems: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }), items: fc.oneof(tie("schema"), fc.constant(false)) }),
    fc.record({ type: fc.constant("object"), properties: fc.dictionary(fc.constantFrom("x", "y"), tie("schema"), { maxKeys: 2 }), required: fc.subarray(["x", "y"]), additionalProperties: fc.boolean() }),
    fc.record({ type: fc.constant("object"), additionalProperties: tie("schema") }),
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }) }),
  ),
})).schema;
const anyValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof({ depthSize: "small" }, fc.constantFrom<Json>(null, true, false, 0, 1, 1.5, "", "a"), fc.array(tie("value"), { maxLength: 3 }), fc.dictionary(fc.constantFrom("x", "y", "z"), tie("value"), { maxKeys: 2 })),
})).value;

it("is never narrower than the schema: what ajv lets through fits", () => {
  fc.assert(
    fc.property(anySchema, anySchema, anySchema, fc.array(anyValue, { minLength: 5, maxLength: 20 }), (main, a, b, values) => {
      const schema = { ...main, $defs: { a, b } };
      let accepts: (value: unknown) => boolean;
      try {
        accepts = new Ajv2020({ strict: false }).compile(schema);
      } catch {
        return; // A schema that is nothing but a reference to itself is none.
      }
      const type = typeOfJsonSchema(schema);
      for (const value of values) {
        let isAccepted = false;
        try {
          isAccepted = accepts(value);
        } catch {
          continue;
        }
        if (isAccepted) expect(misfit(value, type), `${JSON.stringify(value)} in ${JSON.stringify(schema)}`).toBeUndefined();
      }
    }),
    anyRuns(100),
  );
});
