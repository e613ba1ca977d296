import { budgetsOf, leastBudget, longAnswers, type Budget } from "../cost/budget.ts";
import { workflowCost } from "../cost/cost.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { afterBudget, amountText, dust, hasBudget } from "./budgets.ts";
import { pathText } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";

const budgetExceedable = diagnostic<{ key: Budget["key"]; limit: number; takes: number; way: string }>({
  code: "JJ6102",
  slug: "budget-exceedable",
  severity: "warning",
  message: (p) => `even ${p.way} takes ${amountText(p.key, p.takes)} where answers are as long as 'max_tokens' allows, and '${p.key}' is ${p.limit}`,
  help: (p) => `raise '${p.key}', lower 'max_tokens', or say with 'on_budget_exceeded' what happens then`,
  doc: `The cheapest way through the workflow, without a single repeat, may be too dear for its own budget: two numbers of the same
document do not fit. Loops and further attempts are not counted: to stop those is what a budget is for. Nor is this said where
\`on_budget_exceeded\` stands, even as \`fail\`: then somebody has thought of it.`,
});

/** A budget that nothing handles covers the cheapest way at its dearest. */
export const budgetExceedableRule: WorkflowRule = {
  of: "workflow",
  reports: [budgetExceedable],
  check: ({ bound }) => {
    if (!hasBudget(bound) || afterBudget(bound).isSaid) return [];
    const cost = workflowCost(bound);
    if (cost === undefined) return [];
    return budgetsOf(bound).flatMap(({ key, limit, span }) => {
      const { takes, nodes } = longAnswers(bound, cost, key);
      const isImpossible = leastBudget(bound, cost, key) > limit + dust;
      if (isImpossible || takes === Infinity || takes <= limit + dust) return [];
      return [report(budgetExceedable, span, { key, limit, takes, way: pathText(bound, nodes) })];
    });
  },
};
