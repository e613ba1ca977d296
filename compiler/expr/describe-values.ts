import type { Cut } from "./number-set.ts";
import { isNothing, listed, type Scalar, type ValueSet } from "./value-set.ts";

/** A set of values in a few words, as in `< 0.9` or `"a" or None`; undefined where few words do not do. */
export function describeValues(set: ValueSet): string | undefined {
  const values = listed(set);
  if (values !== undefined) return values.length === 0 || values.length > 6 ? undefined : orList(values.map(describeScalar));
  const { numbers, ...others } = set;
  const isNumber = isNothing({ ...others, numbers: [] });
  const [from, to] = numbers;
  return isNumber && from !== undefined && to !== undefined && numbers.length === 2 ? describeRange(from, to) : undefined;
}

export function describeScalar(value: Scalar): string {
  return value === null ? "None" : JSON.stringify(value);
}

function describeRange(from: Cut, to: Cut): string | undefined {
  const low = Number.isFinite(from.value) ? `${from.isBehind ? ">" : ">="} ${from.value}` : undefined;
  const high = Number.isFinite(to.value) ? `${to.isBehind ? "<=" : "<"} ${to.value}` : undefined;
  return low === undefined ? high : high === undefined ? low : `${low} and ${high}`;
}

/** `a, b or c` */
export function orList(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
