import type { BoundWorkflow } from "../bind/bound.ts";
import type { FlowEdge } from "../bind/graph.ts";
import { leavesBranches, reachedNodes } from "../bind/graph.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { lookAtBranches, tidyNesting } from "./branches.ts";
import { idOf, nodeAt } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";

const joinEnteredOtherwise = diagnostic<{ from: string; join: string; fork: string }>({
  code: "JJ4022",
  slug: "join-entered-otherwise",
  severity: "error",
  message: (p) => `${p.from} leads to '${p.join}', where branches end, and is in none of them`,
  help: (p) => `lead to '${p.fork}', which starts the branches, or to the node after '${p.join}'`,
  doc: `A \`join\` node merges what the branches of its \`parallel\` node wrote. Whoever comes to it by another way has started no
branches, and there is nothing to merge.`,
});

/** A join is reached by the branches that end there. */
export const joinEnteredOtherwiseRule: WorkflowRule = {
  of: "workflow",
  reports: [joinEnteredOtherwise],
  check: ({ bound }) => {
    const { graph } = bound;
    if (graph.forks.length === 0) return [];
    const joined = new Set(graph.forks.map(({ join }) => join));
    // A join that no parallel node names is told as waiting for ever.
    const isJoin = (node: number): boolean => joined.has(node) && nodeAt(bound, node).spec?.kind === "join";
    if (!graph.complete || graph.start === undefined || !bound.nodes.some(({ index }) => isJoin(index))) return [];
    const isReached = reachedNodes(graph);
    const ways = new Set(graph.edges.filter(({ from, to, role }) => isJoin(to) && role !== "join" && role !== "branch" && isReached.has(from)));
    const nesting = tidyNesting(bound);
    const isEnd = ({ from, to, role }: FlowEdge): boolean => !leavesBranches(role) && nesting?.around(from)?.fork.join === to;
    for (const way of ways) if (isEnd(way)) ways.delete(way);
    if (nesting === undefined) {
      lookAtBranches(bound, ({ fork, isInside }) => {
        for (const way of ways) if (way.to === fork.join && isInside(way.from) && !leavesBranches(way.role)) ways.delete(way);
        return [];
      });
    }
    const forkOf = (join: number): string => graph.forks.filter((each) => each.join === join).map(({ node }) => idOf(bound, node))[0] ?? "";
    return [...startAt(bound, isJoin), ...ways].map(({ from, to, span }) => report(joinEnteredOtherwise, span, { from: from === undefined ? "'start'" : `'${idOf(bound, from)}'`, join: idOf(bound, to), fork: forkOf(to) }));
  },
};

/** The way in from outside, where it leads to a join. */
function startAt(bound: BoundWorkflow, isJoin: (node: number) => boolean): readonly (Pick<FlowEdge, "to" | "span"> & { readonly from?: undefined })[] {
  const { start } = bound.graph;
  if (start === undefined || !isJoin(start)) return [];
  return [{ to: start, span: bound.header.targets.find((site) => site.part.field.edge === "start")?.part.span ?? bound.ast.headerKey }];
}
