import type { BoundWorkflow } from "../bind/bound.ts";
import { budgetsOf, heldBack, leastBudget, type Budget } from "../cost/budget.ts";
import { workflowCost } from "../cost/cost.ts";
import { modelCallsOf } from "../cost/node-cost.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { afterBudget, amountText, dust, hasBudget, reachedNodes } from "./budgets.ts";
import type { WorkflowRule } from "./rule.ts";

/** Whether the document says how long an answer may be, could say it, or has no word for it. */
type AnswerLength = "said" | "unsaid" | "fixed";

const shorter: { readonly [L in AnswerLength]: string } = { said: ", or lower 'max_tokens'", unsaid: ", or set 'max_tokens'", fixed: "" };

const budgetImpossible = diagnostic<{ key: Budget["key"]; limit: number; node: string | undefined; needs: number | undefined; length: AnswerLength }>({
  code: "JJ6101",
  slug: "budget-impossible",
  severity: "error",
  message: (p) => {
    if (p.node === undefined) return `no execution stays within '${p.key}': the cheapest way to an end needs ${amountText(p.key, p.needs ?? 0)}`;
    if (p.needs === undefined) return `'${p.node}' is never called: its price is not known, and '${p.key}' covers no such call`;
    return `'${p.node}' is never called: ${amountText(p.key, p.needs)} are held back for it, and '${p.key}' is ${p.limit}`;
  },
  help: (p) => (p.needs === undefined ? "add its price to [model_prices] of jamjet.toml" : `raise '${p.key}'${shorter[p.length]}`),
  doc: `Before a call of a model the runtime holds back what it may come to: an answer as long as \`max_tokens\` allows, or 4,096 tokens where
nothing is said. A call that the budget does not cover is not made. Where that is so for every way to an end, every execution
fails with \`budget_exceeded\`. It is a warning where \`on_budget_exceeded\` says that a person is asked or another way is taken.`,
});

/** A budget covers some execution, and each call on its own. */
export const budgetImpossibleRule: WorkflowRule = {
  of: "workflow",
  reports: [budgetImpossible],
  check: ({ bound }) => (hasBudget(bound) ? budgetsOf(bound).flatMap((budget) => beyond(bound, budget)) : []),
};

function beyond(bound: BoundWorkflow, budget: Budget): readonly Diagnostic[] {
  const { key, limit, span } = budget;
  const severity = afterBudget(bound).fails ? "error" : "warning";
  const related = [{ span, message: "the budget" }];
  const never = reachedNodes(bound).flatMap((node) => modelCallsOf(bound, node).flatMap((call): readonly Diagnostic[] => {
    const length = call.maxTokens !== undefined ? "said" : node.spec !== undefined && "max_tokens" in node.spec.fields ? "unsaid" : "fixed";
    const facts = { key, limit, node: node.ast.id.value, length } as const;
    // A project may learn a price elsewhere.
    const isUnpriced = key === "cost_budget_usd" && call.cost !== undefined && call.cost.prices[0] === undefined;
    if (isUnpriced) return [report(budgetImpossible, call.span, { ...facts, needs: undefined }, { related, severity: "warning" })];
    const needs = heldBack(call, key);
    return needs > limit + dust ? [report(budgetImpossible, call.span, { ...facts, needs }, { related, severity })] : [];
  }));
  const cost = never.length > 0 ? undefined : workflowCost(bound);
  const needs = cost === undefined ? 0 : leastBudget(bound, cost, key);
  return needs > limit + dust && needs !== Infinity ? [report(budgetImpossible, span, { key, limit, node: undefined, needs, length: "said" }, { severity })] : never;
}
