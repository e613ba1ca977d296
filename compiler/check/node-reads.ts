import type { Read } from "../expr/reads.ts";
import type { StateKeys } from "../flow/keys.ts";
import type { Place } from "./roots.ts";

/** When a node reads: with its work, when its route is chosen, or when an eval runs it again. */
export type Moment = Place | "re-run";

/** Where a node reads a declared key: a place in its code, and one among what is read there. */
export interface KeyRead {
  readonly key: number;
  readonly moment: Moment;
  readonly site: number;
  readonly read: number;
}

/**
 * What a node reads of the state: all that the analyses of flow have to know of its code. An edit that changes nothing of it
 * changes nothing of what they find.
 */
export interface NodeReads {
  /** In the order of the text. */
  readonly keys: readonly KeyRead[];
  /** Where the state is read whole, or by a name that is not written out. */
  readonly whole: readonly Place[];
  /** Its route is chosen by what it has written. */
  readonly output: boolean;
}

const nothing: NodeReads = { keys: [], whole: [], output: false };

/** What the code of a node reads of the state. */
export function nodeReads(sites: readonly { readonly place: Place; readonly reads: readonly Read[] }[], numbers: StateKeys["numbers"]): NodeReads {
  if (sites.every(({ reads }) => reads.length === 0)) return nothing;
  const keys: KeyRead[] = [];
  const whole: Place[] = [];
  let output = false;
  for (const [site, { place, reads }] of sites.entries()) {
    for (const [read, { root, path: [name], inReRun }] of reads.entries()) {
      if (root === "output" && place === "route") output = true;
      if (root !== "state") continue;
      const key = name === undefined ? undefined : numbers.get(name);
      if (name === undefined) whole.push(place);
      if (key !== undefined) keys.push({ key, moment: inReRun ? "re-run" : place, site, read });
    }
  }
  return { keys, whole, output };
}
