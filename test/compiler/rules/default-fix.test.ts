import { expect, it } from "vitest";
import { compile, mend } from "../../../compiler/index.ts";

/** A workflow in which the body of `tell` reads keys that `ask` may not have written. */
const documentOf = (tell: string, type = "str"): string => `workflow:
  id: test
  version: 0.1.0
  start: ask
  state_schema: {found: '${type}', told: 'any'${tell.includes("state.b") ? ", b: str" : ""}}
nodes:
  ask: {type: model, model: gpt-4o, prompt: Hello, ${type === "str" ? "" : `output_schema: '${type}', `}output_key: found, on_error: tell, next: tell}
  tell:
    type: model
    model: gpt-4o
    ${tell}
    output_key: told
    next: end
  end: {type: end}
`;

/** The text of `tell` after the fix, when nothing is wrong with it any more. */
function fixed(tell: string, type?: string): string | undefined {
  const judge = (text: string): ReturnType<typeof compile> => compile({ uri: "a.yaml", text }, { project: { servers: undefined, fileExists: () => true } });
  const before = judge(documentOf(tell, type));
  expect(before.diagnostics.map(({ code }) => code)).toEqual(["JJ5101"]);
  if (before.diagnostics[0]?.fixes.length === 0) return undefined;
  const { compiled } = mend(before, "unsafe", (source) => judge(source.text));
  expect(compiled.diagnostics.map(({ message }) => message)).toEqual([]);
  return /model: gpt-4o\n {4}([^]*?)\n {4}output_key/.exec(compiled.source.text)?.[1];
}

it.each([
  ["prompt: Say {{ state.found }}", undefined, "prompt: Say {{ state.found | default('') }}"],
  ["prompt: 'Say {{ state.found }}'", undefined, "prompt: 'Say {{ state.found | default(\"\") }}'"],
  ['prompt: "Say {{ state.found | upper }}"', undefined, "prompt: \"Say {{ state.found | default('') | upper }}\""],
  ["prompt: |\n      {{ state.found }} and {{ state.found }}", undefined, "prompt: |\n      {{ state.found | default('') }} and {{ state.found | default('') }}"],
  ["prompt: '{{ state.found + 1 }}'", "int", "prompt: '{{ state.found | default(0) + 1 }}'"],
  ["prompt: '{% for x in state.found %}{{ x }}{% endfor %}'", "list[str]", "prompt: '{% for x in state.found | default([]) %}{{ x }}{% endfor %}'"],
])("gives what may be unset a default: %s", (tell, type, after) => {
  expect(fixed(tell, type)).toBe(after);
});

it.each([
  ["goes on with a part of it", "prompt: 'Say {{ state.found[0] }}'", "list[str]"],
  ["could not stand there unquoted", "prompt: Say {% for x in state.found %}{{ x }}{% endfor %}", "list[str]"],
  ["names it in brackets", "prompt: Say {{ state['found'] }}", "str"],
  ["has a type without a value that says nothing", "prompt: 'Say {{ state.found }}'", "{x: int}"],
])("offers none to a read that %s", (_, tell, type) => {
  expect(fixed(tell, type)).toBeUndefined();
});
