import type { Range } from "../source/text.ts";
import { changedLines, linesOf } from "./changed-lines.ts";

/** Text that takes the place of a range. */
export interface Replacement extends Range {
  readonly text: string;
}

/** The edits of whole lines that make `after` of `before`, in order; none touches another. */
export function editsBetween(before: string, after: string): readonly Replacement[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const starts = [0];
  for (const line of old) starts.push((starts.at(-1) as number) + line.length);
  return changedLines(old, fresh).map(({ start, end, newStart, newEnd }) => ({ start: starts[start] as number, end: starts[end] as number, text: fresh.slice(newStart, newEnd).join("") }));
}
