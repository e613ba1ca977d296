import { expect, it } from "vitest";
import { findingsIn, workflowOf } from "../../support/document.ts";

function check(node: string, schema: string, ...expected: readonly string[]): void {
  expect(findingsIn(workflowOf(`one: ${node}`, "", schema))).toEqual(expected);
}

const model = (more: string): string => `{type: model, model: gpt-4o, prompt: x, ${more}, next: end}`;

it("reports text that is written where text cannot stand", () => {
  check(model("output_key: a"), "a: 'list[str]'", "JJ5002 «a» the text (str) of 'one' does not fit 'a', which is list[str] [«a»]");
  check(model("output_key: a"), "a: int", "JJ5002 «a» the text (str) of 'one' does not fit 'a', which is int [«a»]");
});

it("says nothing where the text may fit", () => {
  for (const type of ["str", "any", "'str | None'", "'str | int'", "'Literal[\"yes\", \"no\"]'", "{type: string, enum: [a]}"]) check(model("output_key: a"), `a: ${type}`);
});

it("compares a structured answer by its schema", () => {
  check(model("output_schema: 'list[str]', output_key: a"), "a: 'list[str]'");
  check(model("output_schema: int, output_key: a"), "a: float");
  check(model("output_schema: {t: str}, output_key: a"), "a: dict");
  check(model("output_schema: {t: str}, output_key: a"), "a: {t: int}", "JJ5002 «a» the result ({t: str}) of 'one' does not fit 'a', which is {t: int} [«a»]");
  check(model("output_schema: 'list[str]', output_key: a"), "a: 'list[int]'", "JJ5002 warning «a» the result (list[str]) of 'one' does not fit 'a', which is list[int] [«a»]");
});

it("compares the fields that are written one by one", () => {
  check(model("output_schema: {t: str, n: int}, output_to_state: {t: a, n: b}"), "a: str, b: int");
  check(
    model("output_schema: {t: str}, output_to_state: {t: a, n: b}"),
    "a: int, b: int",
    "JJ5002 «a» 't' (str) of 'one' does not fit 'a', which is int [«a»]",
    "JJ5002 «b» the result of 'one' has no 'n' to write to 'b' [«b»]",
  );
  check(model("output_to_state: {t: a}"), "a: str", "JJ5002 «a» the result of 'one' has no 't' to write to 'a' [«a»]");
});

it("does not guess what a tool or an address answers", () => {
  check("{type: tool, server: s, tool: t, output_key: a, next: end}", "a: int");
  check("{type: http, url: 'https://example.org', output_key: a, next: end}", "a: 'list[int]'");
});

it("warns of a condition that nothing can change", () => {
  const route = (condition: string): readonly string[] => findingsIn(workflowOf(`one: {type: branch, conditions: [{if: ${condition}, next: two}], default: end}\n two: {type: tool, server: s, tool: t, next: end}`));
  expect(route("true")).toEqual(["JJ5108 warning «true» this condition is always true"]);
  expect(route("1 > 2")).toEqual(["JJ5108 warning «1 > 2» this condition is always false"]);
  expect(route("state.a or True")).toEqual(["JJ5108 warning «state.a or True» this condition is always true"]);
  expect(route("state.a")).toEqual([]);
});

it("warns of a retry that never retries", () => {
  const judged = (more: string): readonly string[] =>
    findingsIn(workflowOf(`one: {type: model, model: gpt-4o, prompt: x, output_key: a, next: two}\n two: {type: eval, scorers: [{type: cost, max_usd: 1}], on_fail: retry_with_feedback${more}, next: end}`));
  expect(judged("")).toEqual(["JJ4018 warning «retry_with_feedback» 'two' never retries: 'max_retries' is 0"]);
  expect(judged(", max_retries: 0")).toEqual(["JJ4018 warning «0» 'two' never retries: 'max_retries' is 0"]);
  expect(judged(", max_retries: 1")).toEqual([]);
});
