import type { Replacement } from "../compiler/index.ts";
import type { Snapshot } from "./snapshot.ts";
import { stepsTo } from "./tree-path.ts";

/** Columns that what belongs to a key stands behind it. */
const step = 2;

/** The edit that moves an empty line to where what is written next belongs; undefined where it is there, or is not empty. */
export function indentedLine(snapshot: Snapshot, offset: number): Replacement | undefined {
  const { source: { text } } = snapshot;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const lineBreak = text.indexOf("\n", start);
  const line = text.slice(start, lineBreak < 0 ? text.length : lineBreak).replace(/\r$/, "");
  if (line.trim() !== "" || start === 0) return undefined;
  const before = lastLineBefore(text, start);
  if (before === undefined) return undefined;
  const wanted = " ".repeat(isInBlockText(snapshot, before.end) ? spacesOf(before.line) : columnBehind(before.line));
  return wanted === line ? undefined : { start, end: start + line.length, text: wanted };
}

/** The last line before `start` that is not empty, and where it ends; undefined where there is none. */
function lastLineBefore(text: string, start: number): { readonly line: string; readonly end: number } | undefined {
  const end = text.slice(0, start).trimEnd().length;
  return end === 0 ? undefined : { line: text.slice(text.lastIndexOf("\n", end - 1) + 1, end), end };
}

/** Whether a line belongs to a text in block form, below the line that begins it. */
function isInBlockText({ tree, source: { text } }: Snapshot, offset: number): boolean {
  const last = stepsTo(tree?.root, offset).at(-1);
  const value = last?.kind === "item" ? last.item : last?.entry.value;
  return value?.kind === "scalar" && (value.style === "literal" || value.style === "folded") && text.slice(value.start, offset).includes("\n");
}

/** The column of what may follow a line of YAML: deeper behind a key without a value, beside the key of an item otherwise. */
function columnBehind(line: string): number {
  const [dashes = ""] = /^ *(?:- +)*/.exec(line) ?? [];
  const written = withoutComment(line.slice(dashes.length));
  if (opensBlock(written)) return dashes.length + step;
  return hasKey(written) ? dashes.length : spacesOf(line);
}

function spacesOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** A key with nothing behind it, or with the sign of a text that follows. */
function opensBlock(written: string): boolean {
  return /:(?: +[|>][-+\d]{0,2})?$/.test(written);
}

function hasKey(written: string): boolean {
  return /^[\w"'.-]+:(?: |$)/.test(written);
}

function withoutComment(written: string): string {
  const at = written.search(/(?:^| )#/);
  return (at < 0 ? written : written.slice(0, at)).trimEnd();
}
