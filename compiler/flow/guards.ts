import type { BoundNode, TargetSite } from "../bind/bound.ts";

/**
 * What is known of a node's tests when control takes an edge: they are tried in order, the first `failed` of them did not
 * hold, and `holds` did. Tests are places in the code of the node: where that is written, does not matter to flow. One that
 * could not be read is left out, so what is said is true, if not all.
 */
export interface Guard {
  readonly tests: readonly number[];
  readonly failed: number;
  /** Undefined for the way that is left when no test holds. */
  readonly holds: number | undefined;
}

/** By target of a node: its guard, where it is chosen by tests; none at all, where none is. */
export function guardsOf({ code, targets }: BoundNode): readonly (Guard | undefined)[] {
  if (!targets.some(isChosen)) return unguarded;
  const conditions = new Map<string, number>();
  for (const [place, site] of code.entries()) if (site.as === "condition") conditions.set(besideOf(site.path), place);
  const tests: number[] = [];
  return targets.map((target) => {
    const { edge } = target.part.field;
    const holds = edge === "case" ? conditions.get(besideOf(target.path)) : undefined;
    if (edge !== "default" && holds === undefined) return undefined;
    // The list grows while targets are read; a guard looks at no more of it than came before.
    const guard = { tests, failed: tests.length, holds };
    if (holds !== undefined) tests.push(holds);
    return guard;
  });
}

const unguarded: readonly undefined[] = [];

function isChosen({ part: { field: { edge } } }: TargetSite): boolean {
  return edge === "case" || edge === "default";
}

/** The object that a part stands in. */
function besideOf(path: string): string {
  return path.slice(0, path.lastIndexOf(".") + 1);
}
