import type { Around } from "../bind/bound.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import type { Member } from "../syntax/part.ts";
import type { NodeRule } from "./rule.ts";

const foldedPrompt = diagnostic<{ field: string; line: string }>({
  code: "JJ8007",
  slug: "folded-prompt",
  severity: "hint",
  quiet: true,
  message: (p) => `'>' makes one line of '${p.field}': '${p.line}' does not begin one`,
  help: () => "write '|', which keeps the lines",
  doc: `In YAML, \`>\` folds the lines of a paragraph into one. A list, a heading or a table in a prompt then reaches the model as
running text. \`|\` keeps every line as it is written.`,
});

/** A prompt whose lines mean something keeps them. */
export const foldedPromptRule: NodeRule = {
  of: "node",
  reports: [foldedPrompt],
  check: ({ bound }, around) => Object.values(bound.ast.members).flatMap((member) => folded(around, member)),
};

/** A list item, a heading, a row of a table or the fence of code, where Markdown has them. */
const marked = /^(?:[-*+] |\d{1,3}[.)] |#{1,6} |\||```)/;

function folded({ ast: { source, blocks } }: Around, { key, part }: Member): readonly Diagnostic[] {
  if (part.shape !== "template" || blocks.fileOf(part.span) !== undefined) return [];
  const { start, end } = blocks.absolute(part.span);
  if (source.text[start] !== ">") return [];
  const lines = source.text.slice(start, end).split("\n").slice(1).map((line) => line.trim());
  const line = lines.find((each, at) => marked.test(each) && at > 0 && lines[at - 1] !== "");
  if (line === undefined) return [];
  const mark = { ...part.span, end: part.span.start + 1 };
  return [report(foldedPrompt, mark, { field: key.value, line: line.slice(0, 40) }, { fixes: [{ title: "write '|'", safety: "unsafe", edits: [{ span: mark, text: "|" }] }] })];
}
