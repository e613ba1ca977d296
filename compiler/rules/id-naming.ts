import { diagnostic, report } from "../diagnostics/define.ts";
import type { WorkflowRule } from "./rule.ts";

const idNaming = diagnostic<{ id: string; usual: string }>({
  code: "JJ8001",
  slug: "id-naming",
  severity: "hint",
  quiet: true,
  message: (p) => `'${p.id}' is not spelled as the other nodes are, which join words with '${p.usual}'`,
  help: (p) => `call it '${p.id.replace(/[_-]/g, p.usual)}'`,
  doc: "A document that joins words with `_` here and with `-` there makes its readers look up every name before they write it.",
});

/** The ids of one document are spelled alike: as most of them are. */
export const idNamingRule: WorkflowRule = {
  of: "workflow",
  reports: [idNaming],
  check: ({ bound: { nodes } }) => {
    const ids = nodes.map(({ ast }) => ast.id);
    const [dashed, scored] = [ids.filter(({ value }) => value.includes("-")), ids.filter(({ value }) => value.includes("_"))];
    const [odd, usual] = dashed.length < scored.length ? [dashed, "_"] : [scored, "-"];
    // As many of one as of the other: nobody knows what is usual.
    return dashed.length === scored.length ? [] : odd.map((id) => report(idNaming, id.span, { id: id.value, usual }));
  },
};
