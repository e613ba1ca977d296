import { compile, frameContext, renderFrame } from "../../compiler/index.ts";
import { code, fenced, table } from "../../schemas/generate/markdown.ts";
import type { Command } from "../command.ts";

/** The README with what is generated in it: the table of commands, and what the compiler says of its sample with a typo. */
export function readme(text: string, commands: readonly Command[]): string {
  const rows = commands.map(({ name, summary }) => [code(`jamjet ${name}`), summary]);
  return between(between(text, "commands", table(["Command", "Does"], rows)), "frame", fenced("text", frameOf(text)));
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function between(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, after] = [text.split(open)[0], text.split(close)[1]];
  return before === undefined || after === undefined ? text : `${before}${open}\n\n${content}\n\n${close}${after}`;
}

/** The frame for the first workflow of the page, once its `state.question` is misspelt. */
function frameOf(text: string): string {
  const sample = /^```yaml\n([^]*?)^```/m.exec(text)?.[1] ?? "";
  const compiled = compile({ uri: "workflow.yaml", text: sample.replace("state.question", "state.qestion") });
  const context = frameContext(compiled.source, compiled);
  return compiled.diagnostics.map((diagnostic) => renderFrame(context, diagnostic)).join("\n\n");
}
