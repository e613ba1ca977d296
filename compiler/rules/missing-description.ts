import { diagnostic, report } from "../diagnostics/define.ts";
import { memberOf } from "../syntax/part.ts";
import type { WorkflowRule } from "./rule.ts";

const missingDescription = diagnostic<{ id: string }>({
  code: "JJ8004",
  slug: "missing-description",
  severity: "hint",
  quiet: true,
  message: (p) => `nothing says what '${p.id}' is for`,
  help: () => "add 'description' to 'workflow'",
  doc: "The description of a workflow is shown in traces and in lists, to people who have never seen the document.",
});

/** A workflow says what it does. */
export const missingDescriptionRule: WorkflowRule = {
  of: "workflow",
  reports: [missingDescription],
  check: ({ bound: { ast } }) => {
    const id = memberOf(ast.header, "id", "text");
    return id === undefined || ast.header["description"] !== undefined ? [] : [report(missingDescription, id.span, { id: id.value })];
  },
};
