import type { BoundWorkflow, WriteSite } from "../bind/bound.ts";
import type { Branch, Fork, Nesting } from "../bind/graph.ts";
import { writeSitesOf } from "../bind/wire.ts";

/** A write to a key of the state. */
export interface KeyWrite {
  readonly node: number;
  readonly write: WriteSite;
}

/** The first write of a key within a fork, and the first one in another of its branches. */
export interface Race {
  readonly one: KeyWrite;
  readonly other: KeyWrite;
}

/** The first write of each key, in the order of the text. */
type Writes = Map<string, KeyWrite>;

/**
 * The races of each fork, where branches are nested tidily. From the inside out, the fewer writes are added to the more:
 * so one is looked at as often as what surrounds it doubles, and not once at each level.
 */
export function racesByFork({ nodes }: BoundWorkflow, { branchesOf, around }: Nesting): ReadonlyMap<Fork, readonly Race[]> {
  const within = new Map<Branch | undefined, Writes>();
  const at = (branch: Branch | undefined): Writes => within.get(branch) ?? new Map<string, KeyWrite>();
  for (const node of nodes) {
    const { index } = node;
    const branch = around(index);
    for (const write of writeSitesOf(node)) within.set(branch, united(at(branch), new Map([[write.key, { node: index, write }]]), () => {}));
  }
  const races = new Map<Fork, readonly Race[]>();
  for (const [fork, branches] of [...branchesOf].toReversed()) {
    const raced = new Map<string, Race>();
    const meet = (key: string, one: KeyWrite, other: KeyWrite): void => {
      const third = raced.get(key)?.other;
      raced.set(key, { one, other: third === undefined || isBefore(other, third) ? other : third });
    };
    const all = branches.reduce((sum, branch) => united(sum, at(branch), meet), new Map<string, KeyWrite>());
    races.set(fork, [...raced.values()].sort((a, b) => (isBefore(a.other, b.other) ? -1 : 1)));
    const outer = branches[0]?.outer;
    within.set(outer, united(at(outer), all, () => {}));
  }
  return races;
}

/** Adds the fewer writes to the more; `meet` is told of each key that both have, the earlier write first. */
function united(a: Writes, b: Writes, meet: (key: string, one: KeyWrite, other: KeyWrite) => void): Writes {
  const [more, fewer] = a.size < b.size ? [b, a] : [a, b];
  for (const [key, write] of fewer) {
    const known = more.get(key);
    if (known === undefined) {
      more.set(key, write);
      continue;
    }
    const [one, other] = isBefore(write, known) ? [write, known] : [known, write];
    more.set(key, one);
    meet(key, one, other);
  }
  return more;
}

function isBefore(a: KeyWrite, b: KeyWrite): boolean {
  return a.node === b.node ? a.write.span.start < b.write.span.start : a.node < b.node;
}
