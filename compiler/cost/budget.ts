import { unreachable } from "../../schemas/bug.ts";
import { usualAnswer } from "../../schemas/model-call.ts";
import type { Span } from "../../schemas/span.ts";
import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import { headerMember } from "../bind/header.ts";
import { memberOf } from "../syntax/part.ts";
import { cheapestWay } from "./cheapest.ts";
import type { WorkflowCost } from "./cost.ts";
import type { Level, Step } from "./level.ts";
import { openQueue } from "./queue.ts";
import { modelCallsOf, type ModelCall } from "./node-cost.ts";

/** What a budget may limit. */
const budgetKeys = ["input_tokens", "output_tokens", "total_tokens", "cost_budget_usd"] as const;
type BudgetKey = (typeof budgetKeys)[number];

/** A limit of the header. */
export interface Budget {
  readonly key: BudgetKey;
  readonly limit: number;
  readonly span: Span;
}

/** The budgets of the header, in the order of the list above. */
export function budgetsOf({ ast }: Pick<BoundWorkflow, "ast">): readonly Budget[] {
  const tokens = headerMember(ast, "token_budget", "object")?.members ?? {};
  return budgetKeys.flatMap((key) => {
    const part = key === "cost_budget_usd" ? headerMember(ast, key, "number") : memberOf(tokens, key, "integer");
    return part === undefined ? [] : [{ key, limit: part.value, span: part.span }];
  });
}

/** What the runtime holds back of a budget for a call before it starts it, at the least: an answer of full length, and a token that is sent. */
export function heldBack({ maxTokens = usualAnswer, cost }: ModelCall, key: BudgetKey): number {
  switch (key) {
    case "input_tokens": return 1;
    case "output_tokens": return maxTokens;
    case "total_tokens": return 1 + maxTokens;
    case "cost_budget_usd": return ((cost?.prices[0]?.output ?? 0) * maxTokens) / 1_000_000;
    default: return unreachable(key, "heldBack");
  }
}

/**
 * The least that a budget must hold for an execution to come to an end: on some way to one, each call finds in it what is
 * held back for it, beside what the calls before it took at the least. A node that fails may fail without any call.
 * Branches count with what they take, not with what is held back for them.
 */
export function leastBudget(bound: BoundWorkflow, { main }: WorkflowCost, key: BudgetKey): number {
  const back: Step[][] = main.nodes.map(() => []);
  for (const step of main.steps) back[step.to]?.push(step);
  const least = new Float64Array(main.nodes.length).fill(Infinity);
  const queue = openQueue();
  const need = (place: number, budget: number): void => {
    if (budget >= (least[place] as number)) return;
    least[place] = budget;
    queue.push(place, budget);
  };
  for (const [place, isExit] of main.isExit.entries()) if (isExit) need(place, 0);
  // From the ends back to the entry: what is needed at a place is never less than behind it.
  for (let next = queue.pop(); next !== undefined && next.place !== main.entry; next = queue.pop()) {
    const { place, weight } = next;
    if (weight > (least[place] as number)) continue;
    for (const step of back[place] ?? []) need(step.from, neededFor(bound, main, step, key, weight));
  }
  return least[main.entry] as number;
}

function neededFor(bound: BoundWorkflow, { nodes }: Level, step: Step, key: BudgetKey, after: number): number {
  // The way out of a budget is no way to stay within it; a failure costs nothing.
  if (step.isAside) return step.bound === undefined ? after : Infinity;
  const node = nodes[step.from] as number;
  const calls = nodes[step.to] === node && step.most.calls > 0 ? modelCallsOf(bound, bound.nodes[node] as BoundNode) : [];
  return Math.max(spentAt(step, key) + after, ...calls.map((call) => heldBack(call, key)));
}

function spentAt({ least }: Step, key: BudgetKey): number {
  switch (key) {
    case "input_tokens": case "output_tokens": return least[key];
    case "total_tokens": return least.input_tokens + least.output_tokens;
    case "cost_budget_usd": return least.cost_usd;
    default: return unreachable(key, "spentAt");
  }
}

/** The way to an end that takes the least, where every answer is as long as its `max_tokens` allows: what it takes, and its nodes. */
export function longAnswers(bound: BoundWorkflow, { main }: WorkflowCost, key: BudgetKey): { readonly takes: number; readonly nodes: readonly number[] } {
  const { least, steps } = cheapestWay(main, (step) => {
    const node = main.nodes[step.from] as number;
    const calls = main.nodes[step.to] === node && step.most.calls > 0 ? modelCallsOf(bound, bound.nodes[node] as BoundNode) : [];
    const limited = calls.filter(({ maxTokens }) => maxTokens !== undefined);
    return Math.max(spentAt(step, key), limited.reduce((sum, call) => sum + heldBack(call, key), 0));
  });
  const way = steps.flatMap(({ from, to }) => [main.nodes[from] as number, main.nodes[to] as number]);
  return { takes: least, nodes: way.filter((node, at) => node !== way[at - 1]) };
}
