import { expect, it } from "vitest";
import { catalogue, compile, type ProjectView } from "../../../compiler/index.ts";

const text = `workflow:
  id: quick
  version: 0.1.0
  start: ask
nodes:
  # jamjet-ignore JJ6107: the provider bills nothing
  ask: {type: model, model: gpt-4o, prompt: hello, output_key: answer, next: end}
  end: {type: end}
`.replace("  start: ask", "  start: ask\n  state_schema: {answer: str}");

function codes(severities: ProjectView["severities"], document = text): readonly string[] {
  const project: ProjectView = { servers: undefined, fileExists: () => true, ...(severities === undefined ? {} : { severities }) };
  return compile({ uri: "quick.yaml", text: document }, { project }).diagnostics.map(({ code, severity }) => `${code} ${severity}`);
}

it("says what could be better to nobody who does not ask", () => {
  expect(codes(undefined)).toEqual([]);
  expect(codes(new Map([["JJ4001", "off"]]))).toEqual([]);
});

it("says it as heavily as the project takes it, and not where a comment takes it back", () => {
  expect(codes(new Map([["JJ8004", "warning"], ["JJ6107", "error"]]))).toEqual(["JJ8004 warning"]);
  expect(codes(new Map([["JJ8004", "off"]]))).toEqual([]);
});

it("keeps nothing quiet that is worse than a hint but personal data that is handed on, which only a project can allow", () => {
  expect(catalogue.filter(({ quiet, severity }) => quiet === true && severity !== "hint").map(({ code }) => code)).toEqual(["JJ6015"]);
});
