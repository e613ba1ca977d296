import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import { gathered } from "../check/gathered.ts";
import { stateFlow } from "../check/state-flow.ts";
import type { TypedNode } from "../check/typed.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { shortestWay } from "../flow/witness.ts";
import { idOf, nodeAt, pathText } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";

const subjectNotRun = diagnostic<{ judge: string; subject: string; path: string }>({
  code: "JJ5119",
  slug: "subject-not-run",
  severity: "warning",
  message: (p) => `'${p.judge}' may come before there is anything to score: ${p.path} skips '${p.subject}'`,
  help: (p) => `lead through '${p.subject}' on every way to '${p.judge}', or say with 'input:' what is scored`,
  doc: `An \`eval\` scores the last result of another node. On a way where that node has not run, or has failed, there is no
result, and the eval fails there with \`expression_error\`.`,
});

/** The node that an eval scores has run on every way to it. Of branches that lie beside the eval, nothing is said. */
export const subjectNotRunRule: WorkflowRule = {
  of: "workflow",
  reports: [subjectNotRun],
  check: (typed) => {
    const { bound } = typed;
    const judges = gathered(typed, judging);
    if (judges.length === 0) return [];
    const { points, isDead, isReached, isBehind } = stateFlow(typed);
    if (!points.isTidy) return [];
    return judges.flatMap(({ index, subject = index, ast }) => {
      const goal = points.at(index, "in") as number;
      const done = points.afterOf(subject);
      if (isReached[goal] === 0 || isBehind(goal, done) || !isAround(bound, subject, index)) return [];
      const way = shortestWay(points, goal, (edge) => isDead[edge] === 0, (point) => point !== done);
      if (way === undefined) return [];
      const nodes = [bound.graph.start, ...way.map((edge) => points.nodeOf[points.edges.to[edge] as number])].filter((node) => node !== undefined);
      const path = pathText(bound, nodes.filter((node, at) => node !== nodes[at - 1]));
      return [report(subjectNotRun, ast.id.span, { judge: idOf(bound, index), subject: idOf(bound, subject), path }, { related: [{ span: nodeAt(bound, subject).ast.id.span, message: `'${idOf(bound, subject)}' is here` }] })];
    });
  },
};

function judging({ bound: node }: TypedNode): readonly BoundNode[] {
  return node.subject !== undefined && node.ast.members["input"] === undefined ? [node] : [];
}

/** Whether `outer` stands in the branch of `inner`, or in one around that. */
function isAround({ graph }: BoundWorkflow, outer: number, inner: number): boolean {
  const place = graph.nesting?.around(outer);
  for (let branch = graph.nesting?.around(inner); branch !== place; branch = branch.outer) if (branch === undefined) return false;
  return true;
}
