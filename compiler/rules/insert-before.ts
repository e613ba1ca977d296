import type { Fix } from "../diagnostics/define.ts";
import type { Member } from "../syntax/part.ts";
import type { NodeAst, WorkflowAst } from "../syntax/workflow.ts";

/** Writes `text` as a key of a node before another one: on a line of its own, or with a comma in braces. Its author has to mean it. */
export function insertBefore({ source, blocks }: Pick<WorkflowAst, "source" | "blocks">, node: NodeAst, { key }: Member, text: string, title: string): readonly Fix[] {
  const { start } = blocks.absolute(key.span);
  const indent = source.text.slice(source.text.lastIndexOf("\n", start - 1) + 1, start);
  const isInBraces = /^["']?\s*:\s*(?:[&!]\S+\s+)*\{/.test(source.text.slice(blocks.absolute(node.id.span).end, start));
  if (!isInBraces && indent.trim() !== "") return [];
  return [{ title, safety: "unsafe", edits: [{ span: { block: "", start, end: start }, text: isInBraces ? `${text}, ` : `${text}\n${indent}` }] }];
}
