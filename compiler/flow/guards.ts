import type { BoundNode, CodeSite, TargetSite } from "../bind/bound.ts";

/**
 * What is known of a node's tests when control takes an edge: they are tried in order, the first `failed` of them did not
 * hold, and `holds` did. A test that could not be read is left out, so what is said is true, if not all.
 */
export interface Guard {
  readonly tests: readonly CodeSite[];
  readonly failed: number;
  /** Undefined for the way that is left when no test holds. */
  readonly holds: CodeSite | undefined;
}

/** For the targets of a node that are chosen by tests: their guards; undefined for all others. */
export function guardsOf({ code, targets }: BoundNode): (target: TargetSite) => Guard | undefined {
  if (!targets.some(({ part: { field: { edge } } }) => edge === "case" || edge === "default")) return unguarded;
  const conditions = new Map<string, CodeSite>();
  for (const site of code) if (site.as === "condition") conditions.set(besideOf(site.path), site);
  const guards = new Map<TargetSite, Guard>();
  const tests: CodeSite[] = [];
  for (const target of targets) {
    const { edge } = target.part.field;
    const holds = edge === "case" ? conditions.get(besideOf(target.path)) : undefined;
    if (edge !== "default" && holds === undefined) continue;
    // The list grows while targets are read; a guard looks at no more of it than came before.
    guards.set(target, { tests, failed: tests.length, holds });
    if (holds !== undefined) tests.push(holds);
  }
  return (target) => guards.get(target);
}

const unguarded = (): undefined => undefined;

/** The object that a part stands in. */
function besideOf(path: string): string {
  return path.slice(0, path.lastIndexOf(".") + 1);
}
