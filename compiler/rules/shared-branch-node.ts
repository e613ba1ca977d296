import { unreachable } from "../../schemas/bug.ts";
import type { BoundWorkflow, TargetSite } from "../bind/bound.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { parallelBranches, type ParallelBranches } from "./branches.ts";
import { idOf, nodeAt } from "./graph-words.ts";
import type { Rule } from "./rule.ts";

/** How a node comes to be in two branches. */
type Sharing =
  | { readonly how: "meet"; readonly one: string; readonly other: string }
  | { readonly how: "twice" | "join" }
  | { readonly how: "forks"; readonly other: string };

const sharedBranchNode = diagnostic<{ node: string; fork: string } & Sharing>({
  code: "JJ4009",
  slug: "shared-branch-node",
  severity: "error",
  message: (p) => {
    switch (p.how) {
      case "meet": return `node '${p.node}' belongs to two branches of '${p.fork}', '${p.one}' and '${p.other}'`;
      case "twice": return `'${p.node}' is listed twice as a branch of '${p.fork}'`;
      case "join": return `'${p.node}' is both a branch of '${p.fork}' and its join`;
      case "forks": return `'${p.node}' is a branch of '${p.fork}' and of '${p.other}'`;
      default: return unreachable(p, "sharedBranchNode");
    }
  },
  help: (p) => (p.how === "twice" || p.how === "join" ? "remove it from 'branches'" : "give each branch its own node, or run the shared one after the join"),
  doc: `The branches of a \`parallel\` node run at the same time and share no node: a node in two of them would run twice at
once, under one name. What both need belongs behind the join, or stands in each branch under its own id.`,
});

/** Branches that meet before their join. The first node that two of them share is told, not all that follow it. */
export const sharedBranchNodeRule: Rule = {
  reports: [sharedBranchNode],
  check: ({ bound }) => {
    const all = parallelBranches(bound);
    return [...all.flatMap((branches) => sharedWithin(bound, branches)), ...sharedByForks(bound, all)];
  },
};

function sharedWithin(bound: BoundWorkflow, { fork, inside, wayOut }: ParallelBranches): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const owner = new Map<number, number>();
  const name = idOf(bound, fork.node);
  const entries = new Set<number>();
  for (const { node: entry, part } of branchSites(bound, fork.node)) {
    const how = entry === fork.join ? "join" : entries.has(entry) ? "twice" : undefined;
    if (how !== undefined) found.push(report(sharedBranchNode, part.span, { node: idOf(bound, entry), fork: name, how }));
    entries.add(entry);
    if (how !== undefined || wayOut.has(entry)) continue;
    const work = [entry];
    const met = new Set<number>();
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      const earlier = owner.get(node);
      if (earlier === entry || met.has(node)) continue;
      if (earlier === undefined) {
        owner.set(node, entry);
        for (const next of bound.graph.successors[node] ?? []) if (inside.has(next)) work.push(next);
        continue;
      }
      met.add(node);
      const related = [{ span: part.span, message: "the second branch begins here" }];
      found.push(report(sharedBranchNode, nodeAt(bound, node).ast.id.span, { node: idOf(bound, node), fork: name, how: "meet", one: idOf(bound, earlier), other: idOf(bound, entry) }, { related }));
    }
  }
  return found;
}

/** One node as a branch of two parallel nodes. */
function sharedByForks(bound: BoundWorkflow, all: readonly ParallelBranches[]): readonly Diagnostic[] {
  const first = new Map<number, number>();
  return all.flatMap(({ fork }) =>
    branchSites(bound, fork.node).flatMap(({ node: entry, part }) => {
      const other = first.get(entry) ?? fork.node;
      first.set(entry, other);
      if (other === fork.node) return [];
      const words = { node: idOf(bound, entry), fork: idOf(bound, other), how: "forks", other: idOf(bound, fork.node) } as const;
      return [report(sharedBranchNode, part.span, words, { related: [{ span: nodeAt(bound, other).ast.id.span, message: `'${idOf(bound, other)}' starts it too` }] })];
    }),
  );
}

type BranchSite = TargetSite & { readonly node: number };

function branchSites(bound: BoundWorkflow, fork: number): readonly BranchSite[] {
  return nodeAt(bound, fork).targets.filter((site): site is BranchSite => site.part.field.edge === "branch" && site.node !== undefined);
}
