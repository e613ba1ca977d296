import type { StateKeys } from "../bind/keys.ts";
import type { Read } from "../expr/reads.ts";
import { compact } from "../source/compact.ts";
import type { Place } from "./roots.ts";

/**
 * What a node reads of the state: all that the analyses of flow have to know of its code. An edit that changes nothing of it
 * changes nothing of what they find.
 */
export interface NodeReads {
  /** For each read of a declared key, in the order of the text, four numbers: the key, the moment, the place of the code in its node, and the place among what that reads. */
  readonly keys: readonly number[];
  /** Where the state is read whole, or by a name that is not written out. */
  readonly whole: readonly Place[];
  /** Its route is chosen by what it has written. */
  readonly output: boolean;
}

/** How many numbers a read of a key is. */
export const perRead = 4;

/** When a node reads: with its work, when its route is chosen, or when an eval runs it again. */
export const moments = { "work": 0, "route": 1, "re-run": 2 } as const satisfies { readonly [M in Place | "re-run"]: number };

const nothing: NodeReads = { keys: [], whole: [], output: false };

/** A piece of code, and what it reads. */
interface Reading {
  readonly place: Place;
  readonly reads: readonly Read[];
}

/** What the code of a node reads of the state. */
export function nodeReads(sites: readonly Reading[], numbers: StateKeys["numbers"]): NodeReads {
  if (sites.every(({ reads }) => reads.length === 0)) return nothing;
  const keys: number[] = [];
  const whole: Place[] = [];
  let output = false;
  for (let site = 0; site < sites.length; site += 1) {
    const { place, reads } = sites[site] as Reading;
    for (let read = 0; read < reads.length; read += 1) {
      const { root, path, inReRun } = reads[read] as Read;
      if (root === "output" && place === "route") output = true;
      if (root !== "state") continue;
      const name = path[0];
      const key = name === undefined ? undefined : numbers.get(name);
      if (name === undefined) whole.push(place);
      if (key !== undefined) keys.push(key, moments[inReRun ? "re-run" : place], site, read);
    }
  }
  return { keys: compact(keys), whole: compact(whole), output };
}
