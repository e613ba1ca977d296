import { diagnostic, report } from "../diagnostics/define.ts";
import { constantTruth } from "../expr/constant.ts";
import type { Rule } from "./rule.ts";

const constantCondition = diagnostic<{ truth: boolean }>({
  code: "JJ5108",
  slug: "constant-condition",
  severity: "warning",
  message: (p) => `this condition is always ${p.truth}`,
  help: (p) => (p.truth ? "for the case that is left, use 'default' in a branch or 'else' in 'next'; for a check, test the output" : "remove it, or test something that can hold"),
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
    nodes.flatMap(({ sites }) =>
      sites.flatMap(({ site, code }) => {
        const truth = code.as === "expression" && site.as === "condition" && code.parsed.isWhole ? constantTruth(code.parsed.ast) : undefined;
        return truth === undefined ? [] : [report(constantCondition, site.text.span, { truth })];
      }),
    ),
};
