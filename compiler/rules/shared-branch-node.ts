import { unreachable } from "../../schemas/bug.ts";
import type { BoundWorkflow, TargetSite } from "../bind/bound.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { lookAtTangledBranches, ownersOf } from "./branches.ts";
import { idOf, nodeAt } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";

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
export const sharedBranchNodeRule: WorkflowRule = {
  of: "workflow",
  reports: [sharedBranchNode],
  check: ({ bound }) => {
    const startedBy = new Map<number, number>();
    return lookAtTangledBranches(bound, (branches) => {
      const { fork } = branches;
      const sites = branchSites(bound, fork.node);
      const firstSite = new Map([...sites].reverse().map((site) => [site.node, site.part.span] as const));
      const name = idOf(bound, fork.node);
      const listed = sites.flatMap(({ node: entry, part }) => {
        const other = startedBy.get(entry) ?? fork.node;
        startedBy.set(entry, other);
        const words = { node: idOf(bound, entry), fork: idOf(bound, other) };
        if (entry === fork.join) return [report(sharedBranchNode, part.span, { ...words, how: "join" })];
        if (firstSite.get(entry) !== part.span) return [report(sharedBranchNode, part.span, { ...words, how: "twice" })];
        if (other === fork.node) return [];
        return [report(sharedBranchNode, part.span, { ...words, how: "forks", other: name }, { related: [{ span: nodeAt(bound, other).ast.id.span, message: `'${words.fork}' starts it too` }] })];
      });
      const shared = ownersOf(bound, branches).meetings.map(({ node, one, other }) => {
        const begin = firstSite.get(other);
        const related = begin === undefined ? [] : [{ span: begin, message: "the second branch begins here" }];
        return report(sharedBranchNode, nodeAt(bound, node).ast.id.span, { node: idOf(bound, node), fork: name, how: "meet", one: idOf(bound, one), other: idOf(bound, other) }, { related });
      });
      return [...listed, ...shared];
    });
  },
};

type BranchSite = TargetSite & { readonly node: number };

function branchSites(bound: BoundWorkflow, fork: number): readonly BranchSite[] {
  return nodeAt(bound, fork).targets.filter((site): site is BranchSite => site.part.field.edge === "branch" && site.node !== undefined);
}
