import { changedLines, linesOf } from "../../compiler/index.ts";
import type { Line } from "./page.ts";

/** Lines that are shown around a change. */
const around = 3;

/** What changes from the one text to the other, as a unified diff; nothing where they are the same. */
export function differenceLines(name: string, before: string, after: string): readonly Line[] {
  const old = linesOf(before);
  const fresh = linesOf(after);
  const changes = changedLines(old, fresh);
  if (changes.length === 0) return [];
  const lines: Line[] = [[{ tone: "strong", text: `--- ${name}` }], [{ tone: "strong", text: `+++ ${name}` }]];
  for (let first = 0; first < changes.length; ) {
    let last = first;
    while (last + 1 < changes.length && (changes[last + 1]?.start ?? 0) - (changes[last]?.end ?? 0) <= 2 * around) last += 1;
    lines.push(...hunk(old, fresh, changes.slice(first, last + 1)));
    first = last + 1;
  }
  return lines;
}

function hunk(old: readonly string[], fresh: readonly string[], changes: ReturnType<typeof changedLines>): readonly Line[] {
  const [first] = changes;
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = Math.max(0, first.start - around);
  const newStart = first.newStart - (first.start - start);
  const end = Math.min(old.length, last.end + around);
  const newEnd = last.newEnd + (end - last.end);
  const lines: Line[] = [[{ tone: "note", text: `@@ -${rangeText(start, end)} +${rangeText(newStart, newEnd)} @@` }]];
  let at = start;
  for (const change of changes) {
    for (const line of old.slice(at, change.start)) lines.push(...written(" ", line));
    for (const line of old.slice(change.start, change.end)) lines.push(...written("-", line));
    for (const line of fresh.slice(change.newStart, change.newEnd)) lines.push(...written("+", line));
    at = change.end;
  }
  for (const line of old.slice(at, end)) lines.push(...written(" ", line));
  return lines;
}

/** Where a hunk begins, counted from 1, and how long it is; an empty one stands behind the line that it names. */
function rangeText(start: number, end: number): string {
  return end - start === 1 ? `${start + 1}` : `${end === start ? start : start + 1},${end - start}`;
}

function written(mark: " " | "-" | "+", line: string): readonly Line[] {
  const text = mark + line.replace(/\r?\n$/, "");
  const shown: Line = mark === " " ? [{ source: text }] : [{ tone: mark === "+" ? "good" : "bad", source: text }];
  return line.endsWith("\n") ? [shown] : [shown, "\\ No newline at end of file"];
}
