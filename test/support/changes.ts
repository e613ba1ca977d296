import type { TextChange } from "../../compiler/syntax/cut.ts";
import { mutated } from "./mutate.ts";

/** A change of `text` such as hands make; the same for the same `random`. */
export function changeFor(text: string, random: () => number, others: readonly string[]): TextChange {
  return changeBetween(text, mutated(text, random, others));
}

/** The smallest change that makes `after` of `before`. */
export function changeBetween(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let behind = 0;
  while (behind < most - start && before[before.length - 1 - behind] === after[after.length - 1 - behind]) behind += 1;
  return { start, end: before.length - behind, text: after.slice(start, after.length - behind) };
}
