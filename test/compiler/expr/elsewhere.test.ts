import { expect, it } from "vitest";
import { checkExpression, parseExpression } from "../../../compiler/expr/expression.ts";
import { reportProblems } from "../../../compiler/expr/problem.ts";
import { inPlace } from "../../support/problems.ts";
import { sampleEnv } from "../../support/types.ts";

/** What help says of an expression that another language would take. */
function help(text: string): readonly (string | undefined)[] {
  const parsed = parseExpression(text);
  const diagnostics = parsed.problems.length > 0 ? reportProblems(parsed.problems, inPlace) : checkExpression(parsed, sampleEnv, inPlace).diagnostics;
  return diagnostics.map((each) => each.help);
}

it.each([
  ["state.tags.length > 0", "write 'len(state.tags)'"],
  ["state.tags.length() > 0", "write 'len(state.tags)'"],
  ["state.tags.includes('a')", "write 'x in state.tags'"],
  ["state.name.contains('a')", "write 'x in state.name'"],
  ["state.name.toUpperCase() == 'A'", "did you mean 'upper'?"],
  ["state.name.trim() == 'A'", "did you mean 'strip'?"],
  ["state.name.substring(1)", "write 'state.name[from:to]'"],
  ["state.tags.some('a')", "write 'any(x for x in state.tags)', with a test in place of the first 'x'"],
  ["state.tags.push('a')", "an expression changes nothing; 'state.tags + [x]' is a new list"],
  ["(state.tags + state.tags + state.tags + state.tags).length", "write 'len(…)'"],
  ["state.tags is empty", "write 'not state.tags'"],
  ["state.name == none", "write 'None'"],
  ["state.name == nil", "write 'None'"],
  ["state.ok == TRUE", "write 'True'"],
  ["state.ok AND state.n", "write 'and'"],
  ["state.n gte 3", "write '>='"],
  ["state.tags contains 'a'", "write 'b in a' instead of 'a contains b'"],
  ["state.name | default: 'a'", "write arguments in brackets, as in 'default(0)'"],
  ["state.name ~ 'a'", "write '+' between texts; 'str(…)' makes one of anything else"],
  ["inputs.topic", "what a run is given, and what nodes wrote, are keys of the state: begin with 'state'"],
  ["steps.ask.output", "read what a node wrote by its 'output_key': begin with 'state'"],
  ["secrets.TOKEN", "begin with 'env'"],
  ["stat.name", "did you mean 'state'?"],
])("'%s' is told once, and what to write instead", (text, said) => {
  expect(help(text)).toEqual([said]);
});
