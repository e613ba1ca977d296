import { expect, it } from "vitest";
import { findingsIn, workflowOf } from "../../support/document.ts";

const codesOf = (next: string): readonly string[] =>
  findingsIn(workflowOf(`one: {type: model, model: gpt-4o, prompt: x, output_key: a, next: ${next}}`)).map((line) => line.slice(0, 6));

it("warns of a list of routes that may leave none", () => {
  expect(codesOf("[{when: state.count > 1, to: end}]")).toEqual(["JJ4020"]);
  expect(codesOf("[{when: state.count > 1, to: end}, {else: end}]")).toEqual([]);
});

it("says nothing where a test always holds, which is said itself", () => {
  expect(codesOf("[{when: state.count > 1, to: end}, {when: true, to: end}]")).toEqual(["JJ5108"]);
  expect(codesOf("[{when: false, to: end}]")).toEqual(["JJ4020", "JJ5108"]);
});

it("says nothing where a route could not be read", () => {
  expect(codesOf("[{when: state.count > 1, to: end}, 3]")).toEqual(["JJ1103"]);
  expect(codesOf("[{when: state.count > 1, to: end}, {els: end}]")).not.toContain("JJ4020");
});
