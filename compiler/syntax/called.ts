import type { Range } from "../source/text.ts";

/** What the field is called here: the key as written, and the unit it counts in where the key says so. */
export interface Called {
  readonly name: string;
  /** The key, where the value has one of its own. */
  readonly key?: Range;
  readonly unitMs?: number;
  /** An item of the list of this name. */
  readonly isItem?: true;
}

/** How messages call the field. */
export function placeOf({ name, isItem }: Called): string {
  return isItem ? `an entry of '${name}'` : `'${name}'`;
}
