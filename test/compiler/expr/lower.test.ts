import { expect, it } from "vitest";
import { parseExpression } from "../../../compiler/expr/expression.ts";
import { lowerExpression } from "../../../compiler/expr/lower.ts";

function check(text: string, expected: unknown): void {
  expect(lowerExpression(parseExpression(text)), text).toEqual(expected);
}

const state = { op: "root", name: "state" };
const get = (key: string) => ({ op: "get", of: state, key });
const lit = (value: unknown) => ({ op: "lit", value });

it("lowers reads to fields of roots", () => {
  check("state.a", get("a"));
  check("state['a']", get("a"));
  check("state.a['b']", { op: "index", of: get("a"), at: lit("b") });
  check("state.a[:-1]", { op: "slice", of: get("a"), to: lit(-1) });
});

it("tells variables from roots by scope", () => {
  check("[x for x in state.a if x]", {
    op: "comprehension",
    body: { op: "local", name: "x" },
    clauses: [{ names: ["x"], in: get("a"), if: [{ op: "local", name: "x" }] }],
  });
  check("[state.b for state in state.a]", {
    op: "comprehension",
    body: { op: "get", of: { op: "local", name: "state" }, key: "b" },
    clauses: [{ names: ["state"], in: get("a"), if: [] }],
  });
});

it("keeps a chain of comparisons in one piece", () => {
  check("1 < state.a not in [1, 2]", { op: "compare", first: lit(1), links: [{ cmp: "<", to: get("a") }, { cmp: "not in", to: lit([1, 2]) }] });
});

it("gives tests the name of the table", () => {
  check("state.a is not None", { op: "is", of: get("a"), test: "none", args: [], negated: true });
  check("state.a is divisibleby 3", { op: "is", of: get("a"), test: "divisibleby", args: [lit(3)], negated: false });
});

it("passes arguments on as they are written", () => {
  check("state.a | truncate(9, end='…')", { op: "filter", of: get("a"), name: "truncate", args: [lit(9)], named: { end: lit("…") } });
  check("sorted(state.a, reverse=True)", { op: "call", fn: "sorted", args: [get("a")], named: { reverse: lit(true) } });
  check("state.a.split(',')", { op: "method", of: get("a"), name: "split", args: [lit(",")] });
});

it("writes negative numbers as literals, and no negative zero", () => {
  check("-3", lit(-3));
  check("-0", lit(0));
  check("-state.a", { op: "negate", of: get("a") });
});
