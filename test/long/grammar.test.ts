import { describe, expect, it } from "vitest";
import { colouring } from "../support/textmate.ts";
import { installedVsCode } from "../support/vscode.ts";

const there = installedVsCode();
const untried = typeof there === "string" ? ` (not tried: ${there})` : "";

describe.each(["source.yaml", "source.jamjet"] as const)(`in %s as VS Code reads it${untried}`, (language) => {
  it("colours templates in every kind of text", () => check(language, `
a: "Hi {{ state.name | default('x') }}"
b: {{ env.HOME }}
c: |
  {% if len(state.items) > 1 and output.score is not none %}
  {{ state.q.upper() }}{# said twice #}
d: see {{ feedback }} there`, [
    "state variable.language.jamjet", "name variable.other.property.jamjet", "| keyword.operator.pipe.jamjet", "default support.function.filter.jamjet", "x string.quoted.single.jamjet",
    "env variable.language.jamjet", "HOME variable.other.property.jamjet",
    "if keyword.control.jamjet", "len support.function.builtin.jamjet", "items variable.other.property.jamjet", "> keyword.operator.jamjet", "1 constant.numeric.jamjet", "and keyword.operator.logical.jamjet", "not keyword.operator.logical.jamjet", "none support.function.test.jamjet",
    "upper support.function.method.jamjet", "said twice comment.block.jamjet",
    "feedback variable.language.jamjet", "there string.unquoted.plain.out.yaml",
  ]));

  it("colours conditions, wherever their key stands and however they are quoted", () => check(language, `
next:
  - when: state.n >= 0.5 # why
    to: b
  - to: c
    when: "'a' in state.tags"
  - {when: state.x == 1, to: c}
conditions:
  - if: output.done
    next: d
check: len(output.answer) > 10
last: end`, [
    "when entity.name.tag.yaml", "state variable.language.jamjet", "n variable.other.property.jamjet", ">= keyword.operator.jamjet", "why comment.line.number-sign.yaml",
    "b string.unquoted.plain.out.yaml", "a string.quoted.single.jamjet", "in keyword.operator.logical.jamjet", "tags variable.other.property.jamjet",
    "== keyword.operator.jamjet", "1 constant.numeric.jamjet", "done variable.other.property.jamjet",
    "len support.function.builtin.jamjet", "10 constant.numeric.jamjet", "end string.unquoted.plain.out.yaml",
  ]));

  it("leaves prose and comments alone", () => check(language, `
# when: state.a {{ state.b }}
prompt: |
  when: state.a
goal: say when it is state.c`, [
    "when: state.a {{ state.b }} comment.line.number-sign.yaml", "when: state.a string.unquoted.block.yaml", "say when it is state.c string.unquoted.plain.out.yaml",
  ]));
});

/** Among the words of the text are these, in this order, each with the innermost of its scopes. */
async function check(language: "source.yaml" | "source.jamjet", text: string, words: readonly string[]): Promise<void> {
  if (typeof there === "string") return;
  const read = (await colouring(there.server, language))(text);
  let at = -1;
  for (const word of words) {
    at = read.indexOf(word, at + 1);
    expect(at, `${word}\nin\n${read.join("\n")}`).not.toBe(-1);
  }
}
