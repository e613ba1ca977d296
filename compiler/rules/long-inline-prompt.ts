import type { BoundNode } from "../bind/bound.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { memberOf } from "../syntax/part.ts";
import type { NodeRule } from "./rule.ts";

const mostLines = 40;

const longInlinePrompt = diagnostic<{ field: string; file: string; lines: number }>({
  code: "JJ8003",
  slug: "long-inline-prompt",
  severity: "hint",
  quiet: true,
  message: (p) => `'${p.field}' has ${p.lines} lines: the graph is lost between them`,
  help: (p) => `move it to a file, and name that with '${p.file}'`,
  doc: `A text of more than ${mostLines} lines in a document hides the workflow around it. A file of its own is read when the workflow is
compiled, checked as the same template, and part of the same program.`,
});

/** Long texts stand in files, where a field takes one. */
export const longInlinePromptRule: NodeRule = {
  of: "node",
  reports: [longInlinePrompt],
  check: ({ bound }) => longTexts(bound),
};

function longTexts({ spec, ast: { members } }: BoundNode): readonly Diagnostic[] {
  return Object.entries(spec?.fields ?? {}).flatMap(([file, field]) => {
    const filled = field.shape === "text" ? field.fills : undefined;
    const part = filled === undefined ? undefined : memberOf(members, filled, "template");
    if (filled === undefined || part === undefined) return [];
    const lines = part.text.value.trimEnd().split("\n").length;
    const { key } = members[filled] ?? {};
    return lines > mostLines && key !== undefined ? [report(longInlinePrompt, key.span, { field: key.value, file, lines })] : [];
  });
}
