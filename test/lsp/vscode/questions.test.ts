import { expect, it } from "vitest";
import { questionsOf, readingOf } from "../../../lsp/vscode/questions.ts";
import type { Json, JsonObject } from "../../../schemas/json.ts";

/** What comes of typing an answer to an input with this schema. */
function check(schema: JsonObject, typed: string, required: readonly string[] = ["it"]): Json | undefined {
  const [question] = questionsOf({ properties: { it: schema }, required }, {});
  if (question === undefined) return "nothing was asked";
  const reading = readingOf(question, typed);
  return reading.ok ? reading.value : { problem: reading.problem };
}

it("takes text as it is typed", () => {
  expect(check({ type: "string" }, "12")).toBe("12");
  expect(check({ type: "string" }, "")).toBe("");
});

it("reads what is no text as JSON, and says what is wanted", () => {
  expect(check({ type: "integer" }, "12")).toBe(12);
  expect(check({ type: "integer" }, "1.5")).toEqual({ problem: "a whole number, such as 3, is wanted" });
  expect(check({ type: "number" }, "much")).toEqual({ problem: "a number, such as 0.5, is wanted" });
  expect(check({ type: "array" }, '["a"]')).toEqual(["a"]);
  expect(check({ type: "object" }, "[]")).toEqual({ problem: 'a JSON object, such as {"a": 1}, is wanted' });
});

it("takes for text what may be anything and is no JSON", () => {
  expect(check({}, "owls")).toBe("owls");
  expect(check({}, "[1]")).toEqual([1]);
});

it("leaves out an optional input that nobody answers", () => {
  expect(check({ type: "integer" }, "", [])).toBeUndefined();
  expect(check({ type: "integer" }, "")).toEqual({ problem: "a whole number, such as 3, is wanted" });
});

it("proposes what was answered last, else the default", () => {
  const input = { properties: { topic: { type: "string", default: "owls" }, depth: { type: "integer", default: 2 } }, required: [] };
  expect(questionsOf(input, {}).map(({ preset }) => preset)).toEqual(["owls", "2"]);
  expect(questionsOf(input, { topic: "cats" }).map(({ preset }) => preset)).toEqual(["cats", "2"]);
});

it("offers the answers of a choice", () => {
  const input = { properties: { urgent: { type: "boolean" }, size: { type: "string", enum: ["s", "m"] } }, required: ["urgent"] };
  expect(questionsOf(input, {}).map(({ choices, isRequired }) => [choices, isRequired])).toEqual([[[true, false], true], [["s", "m"], false]]);
});

it("asks nothing where there is no schema", () => {
  expect(questionsOf(null, {})).toEqual([]);
  expect(questionsOf({ error: { message: "no" } }, {})).toEqual([]);
});
