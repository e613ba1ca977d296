import { expect, it } from "vitest";
import { scalarMisfit } from "../../../compiler/check/schema-misfit.ts";
import { compile } from "../../../compiler/index.ts";
import type { Json, JsonObject } from "../../../schemas/json.ts";
import { asked, workflowOf } from "../../support/document.ts";

/** What is said of a call with arguments, against the schema of the tool. */
function check(args: string, inputSchema: JsonObject, ...expected: readonly string[]): void {
  const lock = new Map([["s", new Map([["t", { name: "t", description: "", inputSchema }]])]]);
  const text = workflowOf(`one: {type: tool, server: s, tool: t, arguments: ${args}, output_key: a, next: end}`);
  const { diagnostics } = compile({ uri: "test.yaml", text }, { project: { ...asked, servers: ["s"], lock, fileExists: () => true } });
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
  check("{s: x}", { properties: { s: { pattern: "^(a+)+$", format: "made-up" } } });
  check("{s: {a: 1}}", { properties: { s: {} } });
  check("{s: [x, 1]}", { properties: { s: { type: "array", prefixItems: [{ type: "string" }], items: { type: "integer" } } } });
});

it("holds what a template can give at all against what its schema says beyond the type", () => {
  const properties = { limit: { type: "integer", minimum: 1, maximum: 50 }, kind: { $ref: "#/$defs/kind" }, url: { type: "string", pattern: "^https:" }, short: { type: "string", maxLength: 5 }, name: { enum: ["list_a", "list_b"] }, day: { const: "monday" } };
  const against = { properties, $defs: { kind: { enum: ["book", "paper"] } } };
  check(`{limit: "{{ 0 if state.a else 99 }}", kind: "{{ 'film' }}", url: "{{ 'http://x' if state.a else 'ftp://x' }}"}`, against,
    "JJ5003 'limit' of the tool 't' must be at least 1, or at most 50, not 0 or 99",
    `JJ5003 'kind' of the tool 't' must be Literal["book", "paper"], not str`,
    `JJ5003 'url' of the tool 't' must be text that matches '^https:', not "http://x" or "ftp://x"`);
  check(`{short: "number {{ state.count }}", name: "item_{{ state.a }}", day: "{{ state.a }}y!"}`, against,
    `JJ5003 'short' of the tool 't' must be at most 5 characters, not "number {{ state.count }}"`,
    `JJ5003 'name' of the tool 't' must be 'list_a' or 'list_b', not "item_{{ state.a }}"`,
    `JJ5003 'day' of the tool 't' must be "monday", not "{{ state.a }}y!"`);
  check(`{limit: "{{ 0 if state.a else 9 }}", kind: "{{ 'film' if state.a else 'book' }}", url: "{{ 'http://x' if state.a else 'https://x' }}"}`, against);
  check(`{short: "n {{ state.count }}", name: "list_{{ state.a }}", day: "{{ state.a }}day", url: "{{ state.a }}://x"}`, against);
  check(`{name: "list{{ state.a }}t_b"}`, against, `JJ5003 'name' of the tool 't' must be 'list_a' or 'list_b', not "list{{ state.a }}t_b"`);
  check(`{name: "list{# which #}_a"}`, against);
});

it("knows what conditions on the way have left of a value", () => {
  const called = (condition: string, argument: string, schema: Json): readonly string[] => {
    const lock = new Map([["s", new Map([["t", { name: "t", description: "", inputSchema: { properties: { n: schema } } }]])]]);
    const text = workflowOf(`ask: {type: branch, conditions: [{if: "${condition}", next: one}], default: end}\n  one: {type: tool, server: s, tool: t, arguments: {n: "{{ ${argument} }}"}, output_key: b, next: more}\n  more: {type: branch, conditions: [{if: "state.b and (${condition})", next: one}], default: end}`);
    return compile({ uri: "test.yaml", text }, { project: { ...asked, servers: ["s"], lock, fileExists: () => true } }).diagnostics.flatMap(({ code, message }) => (code === "JJ5003" ? [message] : []));
  };
  const limit = { type: "integer", minimum: 1, maximum: 50 };
  expect(called("state.count > 100", "state.count", limit)).toEqual(["'n' of the tool 't' must be >= 1 and <= 50, not >= 101"]);
  expect(called("state.count == 100", "state.count", limit)).toEqual(["'n' of the tool 't' must be at most 50, not 100"]);
  expect(called("state.count > 10", "state.count", limit)).toEqual([]);
  expect(called("state.count is none", "state.count", { type: ["integer", "null"], minimum: 1 })).toEqual([]);
  expect(called("len(state.tags) > 3", "state.tags", { type: "array", maxItems: 3 })).toEqual(["'n' of the tool 't' must be >= 0 and <= 3 long, not > 3 long"]);
  expect(called("state.a in ['x', 'y']", "state.a", { type: "string", pattern: "^z" })).toEqual([`'n' of the tool 't' must be text that matches '^z', not "x" or "y"`]);
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

it("holds what is nested against what its schema requires, knows and bounds", () => {
  const filter = { type: "object", required: ["since"], additionalProperties: false, properties: { since: { type: "integer" }, kinds: { type: "array", minItems: 1, maxItems: 2 } } };
  check("{filter: {}}", { properties: { filter } }, "JJ5004 the tool 't' requires 'filter.since'");
  check("{filter: {sinze: 1}}", { properties: { filter } }, "JJ5005 the tool 't' has no argument 'filter.sinze'");
  check("{filter: {since: 1, kinds: []}}", { properties: { filter } }, "JJ5003 'filter.kinds' of the tool 't' must be a list of at least 1 item, not 0");
  check("{filter: {since: 1, kinds: [1, 2, 3]}}", { properties: { filter } }, "JJ5003 'filter.kinds' of the tool 't' must be a list of at most 2 items, not 3");
  check("{all: [{since: 1}, {}]}", { properties: { all: { items: filter } } }, "JJ5004 the tool 't' requires 'all[1].since'");
  check("{by: {x: 1, y: a}}", { properties: { by: { additionalProperties: { type: "integer" } } } }, "JJ5003 'by.y' of the tool 't' must be int, not \"a\"");
  check("{pair: [1, a, b]}", { properties: { pair: { prefixItems: [{ type: "integer" }, { type: "integer" }] } } }, "JJ5003 'pair[1]' of the tool 't' must be int, not \"a\"");
  check("{pair: [1, a]}", { properties: { pair: { prefixItems: [{ type: "integer" }], items: { type: "integer" } } } }, "JJ5003 'pair[1]' of the tool 't' must be int, not \"a\"");
});

it("holds what is written out against patterns, and warns of formats", () => {
  check("{id: A-1, day: tomorrow, mail: ada}", { properties: { id: { type: "string", pattern: "^[a-z]+$" }, day: { type: "string", format: "date" }, mail: { format: "email" } } },
    "JJ5003 'id' of the tool 't' must be text that matches '^[a-z]+$', not \"A-1\"",
    "JJ5003 warning 'day' of the tool 't' must be a date such as 2026-01-31, not \"tomorrow\"",
    "JJ5003 warning 'mail' of the tool 't' must be an address such as ada@example.com, not \"ada\"");
  check("{id: ab, day: 2026-01-31, mail: ada@example.com, at: '2026-01-31T12:00:00Z', n: 1}", { properties: { id: { pattern: "^[a-z]+$" }, day: { format: "date" }, mail: { format: "email" }, at: { format: "date-time" }, n: { format: "date", pattern: "x" } } });
  check('{id: "{{ state.a }}"}', { properties: { id: { pattern: "^[0-9]+$", format: "uuid" } } });
});

it("asks for what other arguments ask for", () => {
  const kinds = { if: { properties: { kind: { const: "mail" } }, required: ["kind"] }, then: { required: ["to"] }, else: { properties: { size: { maximum: 3 } } }, properties: { kind: {}, to: {}, size: {} } };
  check("{kind: mail}", kinds, "JJ5004 the tool 't' requires 'to'");
  check("{kind: mail, to: ada, size: 9}", kinds);
  check("{kind: post, size: 9}", kinds, "JJ5003 'size' of the tool 't' must be at most 3, not 9");
  check('{kind: "{{ state.a }}", size: 9}', kinds);
  check("{page: 1}", { properties: { page: {}, size: {} }, dependentRequired: { page: ["size"] } }, "JJ5004 the tool 't' requires 'size'");
  check("{to: nobody}", { properties: { to: { not: { enum: ["nobody"] } } } }, "JJ5003 'to' of the tool 't' must be something else, not \"nobody\"");
  check('{to: "{{ state.a }}"}', { properties: { to: { not: { enum: ["nobody"] } } } });
});

it("takes the form that was meant, where a schema allows several", () => {
  const by = { oneOf: [{ type: "string" }, { type: "object", required: ["id"], properties: { id: { type: "integer" } } }] };
  check("{by: {}}", { properties: { by } }, "JJ5004 the tool 't' requires 'by.id'");
  check("{by: {id: a}}", { properties: { by } }, "JJ5003 'by.id' of the tool 't' must be int, not \"a\"");
  check("{by: [1]}", { properties: { by } }, "JJ5003 'by' of the tool 't' must be str, or dict, not list");
  check("{}", { anyOf: [{ required: ["a"] }, { required: ["b"] }] }, "JJ5003 'arguments' of the tool 't' must be one of 2 forms that its schema lists, not dict");
  check("{b: 1}", { anyOf: [{ required: ["a"] }, { required: ["b"] }] });
  check("{by: {a: x}}", { properties: { by: { allOf: [{ properties: { a: { type: "integer" } } }, { required: ["a"] }] } } }, "JJ5003 'by.a' of the tool 't' must be int, not \"x\"");
});

it("does not go round in schemas that lead back to themselves", () => {
  check("{n: {m: 1}}", { properties: { n: { $ref: "#/$defs/n" } }, $defs: { n: { allOf: [{ $ref: "#/$defs/n" }], if: { $ref: "#/$defs/n" }, then: { $ref: "#/$defs/n" }, not: { $ref: "#/$defs/n" } } } });
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
