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
  check("{s: x}", { properties: { s: { $ref: "#/$defs/s" } }, $defs: { s: { type: "string" } } });
  check("{s: x, t: x, u: [x]}", { properties: { s: { $ref: "other.json#/s" }, t: { $ref: "#/$defs/none" }, u: { $ref: "#/$defs/u" } }, $defs: { u: { $ref: "#/$defs/u" } } });
  check("{s: x}", { properties: { s: { pattern: "^y$", format: "date" } } });
  check("{s: {a: 1}}", { properties: { s: {} } });
  check("{s: [1, x]}", { properties: { s: { type: "array", prefixItems: [{ type: "integer" }], items: { type: "integer" } } } });
});

it("holds arguments against what their schemas refer to", () => {
  const $defs = { limit: { type: "integer", minimum: 1 }, filter: { type: "object", properties: { limit: { $ref: "#/$defs/limit" }, within: { $ref: "#/$defs/filter" } } }, kind: { enum: ["a", "b"] } };
  const properties = { limit: { $ref: "#/$defs/limit" }, filter: { $ref: "#/$defs/filter" }, kind: { anyOf: [{ $ref: "#/$defs/kind" }, { type: "null" }] }, kinds: { type: "array", items: { $ref: "#/$defs/kind" } } };
  check('{limit: x, filter: {within: {limit: 0}}, kind: c, kinds: [a, c]}', { properties, $defs },
    "JJ5003 'limit' of the tool 't' must be int, not \"x\"",
    "JJ5003 'filter.within.limit' of the tool 't' must be at least 1, not 0",
    "JJ5003 'kind' of the tool 't' must be 'a' or 'b', or null, not \"c\"",
    "JJ5003 'kinds[1]' of the tool 't' must be 'a' or 'b', not \"c\"");
  check('{limit: "{{ state.tags }}", filter: [1]}', { properties, $defs },
    "JJ5003 'limit' of the tool 't' must be int, not list[str]",
    "JJ5003 'filter' of the tool 't' must be dict, not list");
});

it("reads definitions that double with every step no longer than needed", () => {
  const $defs = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`d${at}`, at === 59 ? { type: "integer" } : { anyOf: [{ $ref: `#/$defs/d${at + 1}` }, { $ref: `#/$defs/d${at + 1}` }] }]));
  check("{n: x}", { properties: { n: { $ref: "#/$defs/d0" } }, $defs });
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
