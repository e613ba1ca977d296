import { diagnostic, report } from "../diagnostics/define.ts";
import { lookAtBranches, tidyNesting } from "./branches.ts";
import { idOf, nodeAt } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";

const feedbackAcrossBranches = diagnostic<{ judge: string; subject: string; fork: string; inside: "judge" | "subject" }>({
  code: "JJ4021",
  slug: "feedback-across-branches",
  severity: "error",
  message: (p) => `'${p.judge}' runs '${p.subject}' again, ${p.inside === "judge" ? `which is not in its branch of '${p.fork}'` : `which is in a branch of '${p.fork}'`}`,
  help: (p) => (p.inside === "judge" ? `move '${p.judge}' in front of '${p.fork}', or choose another 'on_fail'` : `move '${p.judge}' into the branch, or choose another 'on_fail'`),
  doc: `With \`on_fail: retry_with_feedback\` an \`eval\` node runs the evaluated node once more. A branch is entered at its beginning
and left at its join alone, so both nodes stand in the same branch, or both outside.`,
});

/** An eval re-runs a node of its own branch. */
export const feedbackAcrossBranchesRule: WorkflowRule = {
  of: "workflow",
  reports: [feedbackAcrossBranches],
  check: ({ bound }) => {
    const { feedback } = bound.graph;
    const nesting = tidyNesting(bound);
    // Branches of one fork are not told apart.
    const mayCross = ({ from, to }: (typeof feedback)[number]): boolean => nesting === undefined || nesting.around(from)?.fork !== nesting.around(to)?.fork;
    if (!feedback.some(mayCross)) return [];
    const told = new Set<number>();
    return lookAtBranches(bound, ({ fork, isInside }) =>
      feedback.flatMap(({ from, to }) => {
        if (isInside(from) === isInside(to) || told.has(from)) return [];
        told.add(from);
        const { ast } = nodeAt(bound, from);
        const words = { judge: idOf(bound, from), subject: idOf(bound, to), fork: idOf(bound, fork.node), inside: isInside(from) ? "judge" : "subject" } as const;
        return [report(feedbackAcrossBranches, ast.members["on_fail"]?.part.span ?? ast.id.span, words, { related: [{ span: nodeAt(bound, to).ast.id.span, message: `'${words.subject}' is here` }] })];
      }),
    );
  },
};
