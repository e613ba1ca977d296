import { expect, it } from "vitest";
import { scalarMisfit } from "../../../compiler/check/schema-misfit.ts";
import { compile } from "../../../compiler/index.ts";
import type { Json, JsonObject } from "../../../schemas/json.ts";
import { workflowOf } from "../../support/document.ts";

/** What is said of a call with arguments, against the schema of the tool. */
function check(args: string, inputSchema: JsonObject, ...expected: readonly string[]): void {
  const lock = new Map([["s", new Map([["t", { name: "t", description: "", inputSchema }]])]]);
  const text = workflowOf(`one: {type: tool, server: s, tool: t, arguments: ${args}, output_key: a, next: end}`);
  const { diagnostics } = compile({ uri: "test.yaml", text }, { project: { servers: ["s"], lock, fileExists: () => true } });
  expect(diagnostics.map(({ code, severity, message }) => `${code}${severity === "error" ? "" : ` ${severity}`} ${message}`)).toEqual(expected);
}

const closed = { type: "object", additionalProperties: false } as const;

it("says nothing of what may fit", () => {
  check('{n: "{{ state.score }}"}', { properties: { n: { type: "integer" } } });
  check('{n: "{{ state.a or 1 }}"}', { properties: { n: { type: "integer" } } });
  check('{n: 5.0, m: "{{ state.count }}"}', { properties: { n: { type: "integer" }, m: { type: "number" } } });
  check('{s: "{{ state.tags | length }}"}', { properties: { s: { type: "integer" } } });
  check("{s: null}", { properties: { s: { type: ["string", "null"] } } });
  check("{s: x}", { properties: { s: { $ref: "#/$defs/s" } }, $defs: { s: { type: "integer" } } });
  check("{s: x}", { properties: { s: { pattern: "^y$", format: "date" } } });
  check("{s: {a: 1}}", { properties: { s: {} } });
  check("{s: [1, x]}", { properties: { s: { type: "array", prefixItems: [{ type: "integer" }], items: { type: "integer" } } } });
});

it("says nothing of arguments that a pattern or another part of the schema may know", () => {
  check("{x_1: 1}", { ...closed, patternProperties: { "^x_": {} } });
  check("{x: 1}", { ...closed, anyOf: [{ properties: { x: {} } }] });
  check("{colour: red}", { type: "object", properties: { size: {} } });
  check("{size: 1, sizes: 2}", { type: "object", properties: { size: {} } });
});

it("tells a misspelt argument once, and as fatally as what it keeps from the tool", () => {
  check("{titel: x}", { type: "object", required: ["title"], properties: { title: {} } }, "JJ5005 the tool 't' has no argument 'titel'");
  check("{titel: x}", { type: "object", properties: { title: {} } }, "JJ5005 warning the tool 't' has no argument 'titel'");
  check("{x: 1}", closed, "JJ5005 the tool 't' has no argument 'x'");
});

it("leaves arguments alone that could not be read", () => {
  check('{n: "{{ state. }}"}', { ...closed, required: ["n"], properties: { n: { type: "integer" } } }, "JJ3001 expected a name after '.'");
});

it.each<[Json, JsonObject, string | undefined]>([
  ["x", { type: "integer" }, "int"],
  [5, { type: ["string", "null"] }, "str or null"],
  [true, { type: "number" }, "float"],
  [1, { type: "integer", minimum: 2 }, "at least 2"],
  [1, { exclusiveMaximum: 1 }, "less than 1"],
  ["", { minLength: 1 }, "at least 1 character"],
  ["😀😀", { maxLength: 2 }, undefined],
  ["c", { enum: ["a", "b"] }, "'a' or 'b'"],
  ["c", { const: "d" }, '"d"'],
  ["c", { anyOf: [{ type: "integer" }, { type: "null" }] }, "int, or null"],
  ["c", { anyOf: [{ type: "integer" }, { pattern: "c" }] }, undefined],
  ["c", { allOf: [{ type: "string" }, { maxLength: 0 }] }, "at most 0 characters"],
  [1, { type: "made-up", minimum: true }, undefined],
])("holds %j against %j", (value, schema, expected) => {
  expect(scalarMisfit(value, schema)).toBe(expected);
});
