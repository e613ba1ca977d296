import { report, type Diagnostic } from "../diagnostics/define.ts";
import { nonCanonicalFormat } from "../diagnostics/yaml.ts";
import type { BlockTable, SourceText } from "../source/text.ts";
import type { Limits } from "../syntax/limits.ts";
import { editsBetween } from "./edits.ts";
import { format } from "./format.ts";

/** How a document is laid out otherwise than in its canonical form, as one finding with the fix of all of it; nothing where it cannot be read. */
export function unformatted(source: SourceText, blocks: BlockTable, limits: Limits): readonly Diagnostic[] {
  const formatted = format(source, limits);
  const edits = formatted.ok ? editsBetween(source.text, formatted.text) : [];
  const [first] = edits;
  if (first === undefined) return [];
  const line = source.text.slice(first.start, first.end).split("\n", 1)[0] ?? "";
  const start = first.start + (line.length - line.trimStart().length);
  const span = blocks.relative({ start, end: Math.max(start, first.start + line.trimEnd().length) });
  const fix = { title: "lay it out as 'jamjet fmt' does", safety: "safe" as const, edits: edits.map((edit) => ({ span: blocks.relative(edit), text: edit.text })) };
  return [report(nonCanonicalFormat, span, { places: edits.length }, { fixes: [fix] })];
}
