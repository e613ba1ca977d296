import type { BoundNode, CodeSite } from "../bind/bound.ts";
import { fieldOfPath } from "../bind/visit.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { constantTruth } from "../expr/constant.ts";
import type { Rule } from "./rule.ts";

const constantCondition = diagnostic<{ truth: boolean; otherwise: "else" | "default" | undefined }>({
  code: "JJ5108",
  slug: "constant-condition",
  severity: "warning",
  message: (p) => `this condition is always ${p.truth}`,
  help: (p) => (p.otherwise === undefined ? "test 'output' or 'state'" : p.truth ? `write '${p.otherwise}:' for the case that is left` : "remove it, or test something that can hold"),
  doc: `A condition that reads nothing that can change decides nothing: what stands behind it always runs, or never.

\`\`\`yaml
conditions:
  - {if: state.score >= 4, next: publish}
  - {if: true, next: revise}     # bad
default: revise                  # good
\`\`\``,
});

/** Conditions depend on something. */
export const constantConditionRule: Rule = {
  reports: [constantCondition],
  check: ({ nodes }) =>
    nodes.flatMap(({ bound, sites }) =>
      sites.flatMap(({ site, code }) => {
        const truth = code.as === "expression" && site.as === "condition" && code.parsed.isWhole ? constantTruth(code.parsed.ast) : undefined;
        return truth === undefined ? [] : [report(constantCondition, site.text.span, { truth, otherwise: otherwiseOf(bound, site) })];
      }),
    ),
};

/** The key for the case that no condition catches, where the condition decides a route. */
function otherwiseOf({ spec }: BoundNode, { path }: CodeSite): "else" | "default" | undefined {
  if (fieldOfPath(path) === "next") return "else";
  return spec !== undefined && "default" in spec.fields ? "default" : undefined;
}
