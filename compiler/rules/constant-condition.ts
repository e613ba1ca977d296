import type { BoundNode, CodeSite } from "../bind/bound.ts";
import { fieldOfPath } from "../bind/visit.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { both, findAll } from "../source/find-all.ts";
import { certainArms, spanOfTest } from "./arm-truth.ts";
import { certainConditions } from "./condition-truth.ts";
import type { NodeRule } from "./rule.ts";

const constantCondition = diagnostic<{ truth: boolean; otherwise: "else" | "default" | "arm" | undefined }>({
  code: "JJ5108",
  slug: "constant-condition",
  severity: "warning",
  message: (p) => `this condition is always ${p.truth}`,
  help: (p) => {
    if (p.otherwise === undefined) return "test 'output' or 'state'";
    if (!p.truth) return "remove it, or test something that can hold";
    return p.otherwise === "arm" ? "leave the test out, or test something that may not hold" : `write '${p.otherwise}:' for the case that is left`;
  },
  doc: `A condition that reads nothing that can change decides nothing: what stands behind it always runs, or never. The same goes for one
that no value of its type fails or meets, such as \`state.n > 5 and state.n < 3\`, and for one that every way to the node has settled.

\`\`\`yaml
conditions:
  - {if: state.score >= 4, next: publish}
  - {if: true, next: revise}     # bad
default: revise                  # good
\`\`\``,
});

/** Conditions depend on something, and so do the arms of templates. */
export const constantConditionRule: NodeRule = {
  of: "node",
  reports: [constantCondition],
  check: (node) => both(
    findAll(certainConditions(node), ({ typed: { site }, found }) =>
      found.is === "constant" ? [report(constantCondition, site.text.span, { truth: found.truth, otherwise: otherwiseOf(node.bound, site) })] : []),
    findAll(certainArms(node), ({ typed, tested: { arm }, found }) =>
      found.is === "constant" ? [report(constantCondition, spanOfTest(typed, arm), { truth: found.truth, otherwise: "arm" })] : []),
  ),
};

/** The key for the case that no condition catches, where the condition decides a route. */
function otherwiseOf({ spec }: BoundNode, { path }: CodeSite): "else" | "default" | undefined {
  if (fieldOfPath(path) === "next") return "else";
  return spec !== undefined && "default" in spec.fields ? "default" : undefined;
}
