import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createWorkspace, type Workspace } from "../../compiler/index.ts";
import { occurrencesCalled, occurrencesIn } from "../../lsp/occurrences.ts";
import { defaultProject } from "../support/editor.ts";
import { examples } from "../support/examples.ts";

const uri = "file:///work.yaml";

function workspaceWith(text: string): Workspace {
  const workspace = createWorkspace({ project: defaultProject });
  workspace.setText({ uri, text });
  return workspace;
}

/** Every name with its place in the file. */
function namesIn(workspace: Workspace): readonly string[] {
  const typed = workspace.typed(uri);
  const blocks = workspace.compiled(uri)?.blocks;
  return typed === undefined || blocks === undefined ? [] : occurrencesIn(typed).map(({ of, id, name, role, node, span }) => `${of} ${id} ${name} ${role} ${node ?? "-"} ${JSON.stringify(blocks.absolute(span))}`);
}

/** One edit after the other, each of what the last one left. */
const edits: readonly ((text: string) => string)[] = [
  (text) => text.replace(/^nodes:\n/m, "nodes:\n  first-of-all: {type: wait, timer: 1s, next: end}\n"),
  (text) => text.replace(/output_key: (\w+)/, "output_key: other_$1"),
  (text) => text.replace(/\{\{ state\.(\w+)/, "{{ state.$1 }} {{ state.$1"),
  (text) => text.replace(/next: (\S+)\n/, "next: elsewhere\n"),
  (text) => text.replace(/^ {2}first-of-all:.*\n/m, ""),
  (text) => text.replace(/state_schema:/, "state_schema: # the state\n"),
];

it.each(examples)("$name: names are where a fresh look finds them, after each edit", { timeout: 60_000 }, ({ folder }) => {
  let text = readFileSync(join(folder, "workflow.yaml"), "utf8");
  const workspace = workspaceWith(text);
  namesIn(workspace);
  for (const [index, edit] of edits.entries()) {
    text = edit(text);
    workspace.setText({ uri, text });
    expect(namesIn(workspace), `after edit ${index}`).toEqual(namesIn(workspaceWith(text)));
  }
});

it.each(examples)("$name: what is looked for by its name is all that has it", ({ folder }) => {
  const typed = workspaceWith(readFileSync(join(folder, "workflow.yaml"), "utf8")).typed(uri);
  if (typed === undefined) throw new Error("the example is no workflow");
  const all = occurrencesIn(typed);
  for (const { of, id } of all) expect(occurrencesCalled(typed, of, id)).toEqual(all.filter((each) => each.of === of && each.id === id));
});
