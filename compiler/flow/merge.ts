import type { BoundWorkflow } from "../bind/bound.ts";
import type { Fork } from "../bind/graph.ts";
import { memberOf } from "../syntax/part.ts";

/** How the writes of branches come together behind their fork. */
export interface Merge {
  /** What has to end: every branch that is waited for, or the first of them. */
  readonly after: "all" | "first";
  /** Whether the join makes something of its own of the writes, so that the state is the one at the fork. */
  readonly apart: boolean;
  /** The first nodes of the branches whose writes count. */
  readonly awaited: ReadonlySet<number>;
}

/** How the branches of a fork merge. Where the branch around it ends at the same join, that speaks for the outer branches. */
export function mergeOf({ nodes, graph }: BoundWorkflow, fork: Fork): Merge {
  const all = new Set(fork.branches);
  const join = nodes[fork.join];
  const merges = join?.spec?.traits.merges;
  if (join === undefined || merges === undefined || graph.nesting?.around(fork.node)?.fork.join === fork.join) return { after: "all", apart: false, awaited: all };
  const choice = memberOf(join.ast.members, merges.field, "choice")?.value ?? "";
  const named = join.targets.flatMap((site) => (site.part.field.edge === "wait_for" && site.node !== undefined && all.has(site.node) ? [site.node] : []));
  return {
    after: merges.first.includes(choice) ? "first" : "all",
    apart: merges.apart.includes(choice) || join.ast.members[merges.field]?.part.shape === "object",
    awaited: named.length === 0 ? all : new Set(named),
  };
}
