import { diagnostic, report } from "../diagnostics/define.ts";
import { memberOf } from "../syntax/part.ts";
import type { WorkflowRule } from "./rule.ts";

const singleBranch = diagnostic<{ node: string }>({
  code: "JJ4010",
  slug: "single-branch",
  severity: "hint",
  quiet: true,
  message: (p) => `'${p.node}' has one branch: nothing runs beside it`,
  help: () => "lead to its first node, and from its last one to the join",
  doc: "A `parallel` with one branch does what `next` does, with a fork, a join and a merge more to read and to record.",
});

/** What is parallel has something beside it. */
export const singleBranchRule: WorkflowRule = {
  of: "workflow",
  reports: [singleBranch],
  check: ({ bound: { nodes } }) => nodes.flatMap(({ ast: { id, members } }) => {
    const branches = memberOf(members, "branches", "list");
    return branches?.items.length === 1 ? [report(singleBranch, branches.span, { node: id.value })] : [];
  }),
};
