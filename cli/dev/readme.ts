import { compile, createWorkspace, frameContext, renderFrame } from "../../compiler/index.ts";
import { code, fenced, table } from "../../schemas/generate/markdown.ts";
import type { Command } from "../command.ts";
import { asciiOf } from "../graph/ascii.ts";
import { page } from "../render/page.ts";

/** The README with what is generated in it: the table of commands, its sample drawn, and what the compiler says of it with a typo. */
export function readme(text: string, commands: readonly Command[]): string {
  const rows = commands.map(({ name, summary }) => [code(`jamjet ${name}`), summary]);
  const parts = { commands: table(["Command", "Does"], rows), graph: fenced("text", graphOf(text)), frame: fenced("text", frameOf(text)) };
  return Object.entries(parts).reduce((page, [name, content]) => between(page, name, content), text);
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function between(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, after] = [text.split(open)[0], text.split(close)[1]];
  return before === undefined || after === undefined ? text : `${before}${open}\n\n${content}\n\n${close}${after}`;
}

function graphOf(text: string): string {
  const workspace = createWorkspace();
  workspace.setText({ uri: "workflow.yaml", text: sampleOf(text) });
  const outline = workspace.outline("workflow.yaml");
  return outline === undefined ? "" : page(asciiOf(outline), "never").trimEnd();
}

/** The frame for the first workflow of the page, once its `state.question` is misspelt. */
function frameOf(text: string): string {
  const compiled = compile({ uri: "workflow.yaml", text: sampleOf(text).replace("state.question", "state.qestion") });
  const context = frameContext(compiled.source, compiled);
  return compiled.diagnostics.map((diagnostic) => renderFrame(context, diagnostic)).join("\n\n");
}

/** The first workflow of the page. */
function sampleOf(text: string): string {
  return /^```yaml\n([^]*?)^```/m.exec(text)?.[1] ?? "";
}
