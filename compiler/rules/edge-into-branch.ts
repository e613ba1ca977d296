import type { BoundWorkflow } from "../bind/bound.ts";
import { leavesBranches, reachedNodes } from "../bind/graph.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { lookAtTangledBranches } from "./branches.ts";
import { idOf, nodeAt } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";

const edgeIntoBranch = diagnostic<{ from: string; to: string; fork: string }>({
  code: "JJ4008",
  slug: "edge-into-branch",
  severity: "error",
  message: (p) => `${p.from} leads into a branch of '${p.fork}'`,
  help: (p) => `lead to '${p.fork}' instead, or move '${p.to}' out of the branch`,
  doc: `A branch is entered by its \`parallel\` node alone. Whoever jumps into it from outside would arrive at a join that
waits for branches nobody started.`,
});

/** A branch has one way in. Branches that escape are left out: their way back in is a consequence. */
export const edgeIntoBranchRule: WorkflowRule = {
  of: "workflow",
  reports: [edgeIntoBranch],
  check: ({ bound }) => {
    const { graph } = bound;
    const { start } = graph;
    if (graph.forks.length === 0 || start === undefined) return [];
    const isReached = reachedNodes(graph);
    const arriving = graph.successors.map((): (typeof graph.edges)[number][] => []);
    for (const edge of graph.edges) if (isReached.has(edge.from)) arriving[edge.to]?.push(edge);
    return lookAtTangledBranches(bound, ({ fork, nodes, isInside, wayOut }) => {
      const found: Diagnostic[] = [];
      if (fork.branches.some((entry) => wayOut(entry) !== undefined)) return found;
      const words = (from: string, to: number) => ({ from, to: idOf(bound, to), fork: idOf(bound, fork.node) });
      const related = [{ span: nodeAt(bound, fork.node).ast.id.span, message: `'${idOf(bound, fork.node)}' starts the branch` }];
      if (isInside(start)) found.push(report(edgeIntoBranch, startSpan(bound), words("'start'", start), { related }));
      for (const node of nodes) {
        for (const { from, role, span } of arriving[node] ?? []) {
          // A second parallel node that starts the same branch is told as sharing it.
          if ((isInside(from) && !leavesBranches(role)) || from === fork.node || role === "branch") continue;
          found.push(report(edgeIntoBranch, span, words(`'${idOf(bound, from)}'`, node), { related }));
        }
      }
      return found;
    });
  },
};

function startSpan(bound: BoundWorkflow): Diagnostic["span"] {
  return bound.header.targets.find((site) => site.part.field.edge === "start")?.part.span ?? bound.ast.headerKey;
}
