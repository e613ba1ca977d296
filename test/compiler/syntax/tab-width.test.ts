import { expect, it } from "vitest";
import { compile, mend } from "../../../compiler/index.ts";

/** The text after the first fix of each finding. */
function fixed(text: string): string {
  const judge = (source: { readonly uri: string; readonly text: string }): ReturnType<typeof compile> => compile(source, { project: { servers: undefined, fileExists: () => true } });
  return mend(judge({ uri: "a.yaml", text }), "unsafe", judge).compiled.source.text;
}

const around = (line: string): string => `workflow:\n  id: ask\n  version: 0.1.0\nnodes:\n  ask:\n    type: wait\n${line}\n    timeout: 1h\n    on_timeout: end\n    next: end\n  end:\n    type: end\n`;

it.each([
  ["as wide as four columns", "\tevent: paid"],
  ["as two", "\t\tevent: paid"],
  ["behind spaces", "  \tevent: paid"],
])("puts a line that is indented by tabs, where others are by spaces, beside its neighbours: a tab %s", (_, line) => {
  expect(fixed(around(line))).toContain("\n    event: paid\n    timeout: 1h\n");
});

it("takes a tab for two columns where no neighbour tells", () => {
  expect(fixed("workflow:\n\tid: a\n  version: 0.1.0\nnodes:\n\n  end: {type: end}\n")).toContain("workflow:\n  id: a\n");
});
