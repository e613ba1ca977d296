import type { Fix } from "../diagnostics/define.ts";
import type { PartOf } from "../syntax/part.ts";
import type { WorkflowAst } from "../syntax/workflow.ts";

/** Takes one item out of a list, with its comma or its line; not where a comment would go with it, or where others share the list. */
export function removeItem({ source: { text }, blocks }: WorkflowAst, list: PartOf<"list">, index: number): readonly Fix[] {
  const [before, item, after] = [index - 1, index, index + 1].map((at) => {
    const part = list.items[at];
    return part && blocks.absolute(part.span);
  });
  const whole = blocks.absolute(list.span);
  const isShared = text.slice(text.lastIndexOf("\n", whole.start - 1) + 1, whole.start).includes("&");
  if (item === undefined || isShared || item.start < whole.start || item.end > whole.end) return [];
  const isInBrackets = text[whole.start] === "[";
  const gone = isInBrackets ? betweenCommas(text, before, item, after) : wholeLine(text, item);
  if (gone === undefined) return [];
  return [{ title: `remove '${text.slice(item.start, item.end)}'`, safety: "safe", edits: [{ span: { block: "", ...gone }, text: "" }] }];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function betweenCommas(text: string, before: Stretch | undefined, item: Stretch, after: Stretch | undefined): Stretch | undefined {
  const isComma = (start: number, end: number): boolean => text.slice(start, end).trim() === ",";
  if (before !== undefined) return isComma(before.end, item.start) ? { start: before.end, end: item.end } : undefined;
  if (after !== undefined) return isComma(item.end, after.start) ? { start: item.start, end: after.start } : undefined;
  return item;
}

function wholeLine(text: string, item: Stretch): Stretch | undefined {
  const start = text.lastIndexOf("\n", item.start - 1) + 1;
  const newline = text.indexOf("\n", item.end);
  const end = newline < 0 ? text.length : newline + 1;
  const isAlone = text.slice(start, item.start).trim() === "-" && text.slice(item.end, end).trim() === "";
  return isAlone ? { start, end } : undefined;
}
