import { expect, it } from "vitest";
import { unfitAt } from "../../../runtime/core/fit.ts";
import type { Json } from "../../../schemas/json.ts";

/** Why `value` does not fit a schema that nobody has looked at. */
function check(schema: Json, value: Json, expected: string | undefined): void {
  expect(unfitAt("state.a", { type: { kind: "any" }, schema }, value)).toBe(expected && `state.a does not fit its JSON Schema: ${expected}`);
}

it("H51, H54: holds nothing against a schema of a program made by hand that cannot be used, and fails no differently than on any other", () => {
  check({ pattern: "(" }, "a", "it cannot be used: '(' is not a pattern");
  check({ pattern: "(a+)+$" }, `${"a".repeat(60)}!`, "it cannot be used: the pattern '(a+)+$' may take forever");
  check({ $ref: "http://127.0.0.1:9/x" }, "a", "it cannot be used: 'http://127.0.0.1:9/x' is another document, and none is fetched");
  check({ allOf: [{ $ref: "#" }] }, "a", "it cannot be used: it refers to itself before it looks into the value");
  check({ enum: 5 }, "a", "it cannot be used: 'enum' must be a list");
  check({ properties: { a: 5 } }, { a: 1 }, "it cannot be used: a schema is a mapping, true or false");
});

it("follows references down a tree as deep as the tree is", () => {
  const tree: Json = { type: "object", properties: { next: { $ref: "#" } }, additionalProperties: false };
  check(tree, { next: { next: {} } }, undefined);
  expect(unfitAt("state.a", { type: { kind: "any" }, schema: tree }, { next: { other: 1 } })).toContain("does not fit its JSON Schema");
});
