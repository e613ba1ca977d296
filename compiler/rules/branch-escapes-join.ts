import { diagnostic, report } from "../diagnostics/define.ts";
import { lookAtTangledBranches } from "./branches.ts";
import { idOf, nodeAt, pathText } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";

const branchEscapesJoin = diagnostic<{ branch: string; exit: string; join: string; path: string }>({
  code: "JJ4007",
  slug: "branch-escapes-join",
  severity: "error",
  message: (p) => `branch '${p.branch}' can reach '${p.exit}' without passing '${p.join}': ${p.path}`,
  help: (p) => `lead the branch to '${p.join}', or leave out its last 'next'`,
  doc: `The branches of a \`parallel\` node all end at its \`join\`, which waits for every one of them. A branch that goes
elsewhere would leave the others running and the join waiting. Targets of \`on_error\` and \`on_timeout\` stay inside too;
only \`escalate\` and \`on_budget_exceeded\` may leave, and cancel the other branches.`,
});

/** Every way through a branch passes the join. */
export const branchEscapesJoinRule: WorkflowRule = {
  of: "workflow",
  reports: [branchEscapesJoin],
  check: ({ bound }) =>
    lookAtTangledBranches(bound, ({ fork, wayOut }) =>
      [...new Set(fork.branches)].flatMap((entry) => {
        const path: number[] = [];
        for (let at: number | undefined = entry; at !== undefined && at !== path.at(-1); at = wayOut(at)) path.push(at);
        const exit = path.at(-1);
        if (exit === undefined || wayOut(entry) === undefined) return [];
        const begin = nodeAt(bound, fork.node).targets.find((site) => site.part.field.edge === "branch" && site.node === entry)?.part.span ?? nodeAt(bound, entry).ast.id.span;
        // The step that leaves is the one to mend.
        const last = path.at(-2);
        const step = last === undefined ? undefined : nodeAt(bound, last).targets.find((site) => site.node === exit)?.part;
        const related = step === undefined ? [] : [{ span: begin, message: `the branch begins here, and ends at '${idOf(bound, fork.join)}'` }];
        const words = { branch: idOf(bound, entry), exit: idOf(bound, exit), join: idOf(bound, fork.join), path: pathText(bound, path) };
        return [report(branchEscapesJoin, step?.span ?? begin, words, { related })];
      }),
    ),
};
