import type { BoundNode } from "../bind/bound.ts";
import { gathered } from "../check/gathered.ts";
import type { TypedNode } from "../check/typed.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { idOf } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";

const joinWaitsForever = diagnostic<{ join: string; name: string; branches: readonly string[] }>({
  code: "JJ4019",
  slug: "join-waits-forever",
  severity: "error",
  message: (p) => (p.branches.length === 0 ? `'${p.join}' waits for '${p.name}', but no parallel node names '${p.join}' as its join` : `'${p.join}' waits for '${p.name}', which is no branch that ends here`),
  help: (p) => (p.branches.length === 0 ? `add 'join: ${p.join}' to the parallel node` : `wait for the first nodes of branches: ${p.branches.map((name) => `'${name}'`).join(", ")}`),
  doc: `\`wait_for\` lists the branches of the \`parallel\` node whose \`join\` this is, by their first nodes. A join that waits for
anything else would wait for ever.`,
});

/** A join waits for branches that somebody starts, and that end at it. */
export const joinWaitsForeverRule: WorkflowRule = {
  of: "workflow",
  reports: [joinWaitsForever],
  check: (typed) => {
    const { bound } = typed;
    if (!bound.graph.complete) return [];
    const branchesOf = new Map<number, Set<number>>();
    for (const fork of bound.graph.forks) branchesOf.set(fork.join, new Set([...(branchesOf.get(fork.join) ?? []), ...fork.branches]));
    return gathered(typed, waiting).flatMap((node) => {
      const known = branchesOf.get(node.index) ?? new Set();
      const strangers = node.targets.filter((site) => site.part.field.edge === "wait_for" && site.node !== undefined && !known.has(site.node));
      const told = known.size === 0 ? strangers.slice(0, 1) : strangers;
      const branches = [...known].slice(0, 8).map((branch) => idOf(bound, branch));
      return told.map((site) => report(joinWaitsForever, site.part.span, { join: node.ast.id.value, name: site.part.value, branches }));
    });
  },
};

function waiting({ bound: node }: TypedNode): readonly BoundNode[] {
  return node.targets.some((site) => site.part.field.edge === "wait_for") ? [node] : [];
}
