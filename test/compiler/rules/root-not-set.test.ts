import { expect, it } from "vitest";
import { findingsIn, workflowOf } from "../../support/document.ts";

/** The codes that are told of a model's prompt, in a node that an eval runs again, or that a failure leads to. */
function told(prompt: string, around: "again" | "after a failure" | "neither"): readonly string[] {
  const ask = `ask: {type: model, model: gpt-4o, prompt: ${JSON.stringify(prompt)}, output_key: a, next: ${around === "again" ? "check" : "end"}}`;
  const check = "check: {type: eval, scorers: [{type: assertion, check: len(output.a) > 3}], on_fail: retry_with_feedback, max_retries: 1, next: end}";
  const call = "call: {type: tool, server: s, tool: t, effect: read, on_error: mend, next: end}\nmend: {type: tool, server: s, tool: t, effect: read, next: ask}";
  return findingsIn(workflowOf(around === "again" ? `${ask}\n${check}` : around === "neither" ? ask : `${call}\n${ask}`)).map((line) => line.replace(/».*/, "»"));
}

it("tells a part of 'error' that is read where no failure has led", () => {
  for (const code of ["error.code", "error['code']", "error.code | default('none')", "error.code is defined", "error.code == 'x'"]) expect(told(`{{ ${code} }}`, "neither"), code).toHaveLength(1);
  expect(told("{% if state.b %}{{ error.code }}{% endif %}", "neither")).toEqual(["JJ5120 «error.code»"]);
});

it("says nothing of 'error' where it may be set, where it is read whole, and behind a test of it", () => {
  expect(told("{{ error.code }}", "after a failure")).toEqual([]);
  for (const text of ["{{ error }}", "{{ error is none }}", "{% if error %}{{ error.code }}{% endif %}", "{{ error.code if error else 'none' }}", "{{ error and error.code }}", "{{ error is not none and error.code == 'x' }}"]) expect(told(text, "neither"), text).toEqual([]);
});

it("tells an item of 'feedback' that is read before there is any", () => {
  expect(told("{{ feedback[0].message }}", "neither")).toEqual(["JJ5120 «feedback[0].message»"]);
  expect(told("{{ feedback[0].message | upper }}", "again")).toEqual(["JJ5120 «feedback[0].message»"]);
});

it("says nothing of 'feedback' that something else may have kept for later", () => {
  for (const text of ["{{ feedback }}", "{% for each in feedback %}{{ each.message }}{% endfor %}", "{% if feedback %}{{ feedback[0].message }}{% endif %}", "{% if state.a %}{{ feedback[0].message }}{% endif %}", "{{ feedback[0].message if state.a else '' }}"]) expect(told(text, "again"), text).toEqual([]);
});
