import { flowPoints } from "../flow/points.ts";
import { flowOrder } from "../flow/order.ts";
import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import { headerMember } from "../bind/header.ts";
import type { Budget } from "../cost/budget.ts";

/** What happens where a budget does not cover a call. */
export function afterBudget({ ast }: Pick<BoundWorkflow, "ast">): { readonly isSaid: boolean; readonly fails: boolean } {
  const then = headerMember(ast, "on_budget_exceeded", "target")?.value;
  return { isSaid: then !== undefined, fails: then === undefined || then === "fail" };
}

/** Whether the header has a budget: cheaper to ask than which. */
export function hasBudget({ ast: { header, file } }: Pick<BoundWorkflow, "ast">): boolean {
  return ["token_budget", "cost_budget_usd"].some((key) => header[key] !== undefined || file[key] !== undefined);
}

/** The nodes that control may come to. */
export function reachedNodes(bound: BoundWorkflow): readonly BoundNode[] {
  const points = flowPoints(bound);
  const { isReached } = flowOrder(points);
  return bound.nodes.filter(({ index }) => isReached[points.at(index, "in") as number] === 1);
}

/** So much of what a budget limits, in words. */
export function amountText(key: Budget["key"], amount: number): string {
  return key === "cost_budget_usd" ? `$${Number(amount.toPrecision(3))}` : `${amount} ${key === "total_tokens" ? "tokens" : key.replace("_", " ")}`;
}

/** Sums of cents come out above or below themselves in binary; so the runtime counts, too. */
export const dust = 1e-9;
