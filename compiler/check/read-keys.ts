import type { Read } from "../expr/reads.ts";
import type { StateKeys } from "../flow/keys.ts";

/** Said of a read of anything but a declared key of the state, and of one of the state whole, or by a name that is not written out. */
const noKey = -1;
export const wholeState = -2;

const none: readonly number[] = [];

/** The number of the key that each of some reads is of. */
export function readKeys(reads: readonly Read[], numbers: StateKeys["numbers"]): readonly number[] {
  if (reads.length === 0) return none;
  return reads.map(({ root, path: [key] }) => (root !== "state" ? noKey : key === undefined ? wholeState : (numbers.get(key) ?? noKey)));
}
