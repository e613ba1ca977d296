import type { Fix } from "../diagnostics/define.ts";
import type { Range } from "../source/text.ts";
import type { PartOf, TypeNode } from "../syntax/part.ts";
import type { WorkflowAst } from "../syntax/workflow.ts";

/** Takes one item out of a list, with its comma or its line; not where a comment would go with it, or where others share the list. */
export function removeItem(ast: WorkflowAst, list: PartOf<"list">, index: number): readonly Fix[] {
  const { source: { text }, blocks } = ast;
  const [before, item, after] = [index - 1, index, index + 1].map((at) => {
    const part = list.items[at];
    return part && blocks.absolute(part.span);
  });
  const whole = blocks.absolute(list.span);
  return item === undefined ? [] : removing(text, whole, { before, item, after }, { called: text.slice(item.start, item.end), lead: "-" });
}

/**
 * The same for one field of a record type, where so many `stay`: a mapping whose lines are all gone is none, and where a
 * second declaration was left out, the field would be back.
 */
export function removeField({ source: { text }, blocks }: WorkflowAst, type: TypeNode, index: number, stay: number): readonly Fix[] {
  const fields = type.fields.map((field): Range => {
    const [key, value] = [blocks.absolute(field.key.span), blocks.absolute(field.type.span)];
    return { start: text[key.start - 1] === '"' || text[key.start - 1] === "'" ? key.start - 1 : key.start, end: value.end };
  });
  const [before, item, after] = [fields[index - 1], fields[index], fields[index + 1]];
  const whole = blocks.absolute(type.span);
  // In a JSON Schema other words stand behind the last one.
  const last = type.schema === undefined ? whole.end : undefined;
  const isComplete = fields.every(({ end }, at) => isBlank(text.slice(end, fields[at + 1]?.start ?? last ?? end)));
  return item === undefined || !isComplete || (stay === 0 && text[whole.start] !== "{") ? [] : removing(text, whole, { before, item, after }, { called: type.fields[index]?.key.value ?? "", lead: "" });
}

/** Whether nothing stands between two fields, or behind the last one, that is neither a sign nor a comment. */
function isBlank(between: string): boolean {
  return /^[\s,}"']*$/.test(between.replace(/(?:^|\s)#[^\n]*/g, ""));
}

interface Neighbours {
  readonly before: Range | undefined;
  readonly item: Range;
  readonly after: Range | undefined;
}

/** `lead` stands before an item that has lines of its own. */
function removing(text: string, whole: Range, { before, item, after }: Neighbours, { called, lead }: { readonly called: string; readonly lead: string }): readonly Fix[] {
  const isShared = text.slice(text.lastIndexOf("\n", whole.start - 1) + 1, whole.start).includes("&");
  if (isShared || item.start < whole.start || item.end > whole.end) return [];
  const isInBrackets = text[whole.start] === "[" || text[whole.start] === "{";
  const gone = isInBrackets ? betweenCommas(text, before, item, after) : wholeLines(text, item, lead);
  if (gone === undefined) return [];
  return [{ title: `remove '${called}'`, safety: "safe", edits: [{ span: { block: "", ...gone }, text: "" }] }];
}

function betweenCommas(text: string, before: Range | undefined, item: Range, after: Range | undefined): Range | undefined {
  const isComma = (start: number, end: number): boolean => text.slice(start, end).trim() === ",";
  if (before !== undefined) return isComma(before.end, item.start) ? { start: before.end, end: item.end } : undefined;
  if (after !== undefined) return isComma(item.end, after.start) ? { start: item.start, end: after.start } : undefined;
  return item;
}

function wholeLines(text: string, item: Range, lead: string): Range | undefined {
  const start = text.lastIndexOf("\n", item.start - 1) + 1;
  // What has lines of its own may end with the last of them.
  const last = text[item.end - 1] === "\n" ? item.end - 1 : item.end;
  const newline = text.indexOf("\n", last);
  const end = newline < 0 ? text.length : newline + 1;
  const isAlone = text.slice(start, item.start).trim() === lead && text.slice(item.end, end).trim() === "";
  return isAlone ? { start, end } : undefined;
}
