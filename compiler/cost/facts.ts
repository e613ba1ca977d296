import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import { quantities, type Quantity } from "./amounts.ts";
import { budgetsOf } from "./budget.ts";
import { isBounded, workflowCost } from "./cost.ts";
import { nodeCost } from "./node-cost.ts";

/** How much of a quantity an execution takes. */
export interface CostRange {
  readonly quantity: Quantity;
  /** Where nothing goes wrong. */
  readonly least: number;
  /** What is known of the most; infinite where a loop has no end. */
  readonly known: number;
  /** Whether it never takes more than `known`. */
  readonly isBounded: boolean;
}

/** What an execution takes, by the names of nodes. */
export interface CostFacts {
  readonly ranges: readonly CostRange[];
  /** What the header allows; whatever comes above is stopped. */
  readonly limits: { readonly timeoutMs: number | undefined; readonly budgets: { readonly [key: string]: number } };
  readonly cheapest: readonly string[];
  readonly dearest: readonly string[];
  readonly unknown: readonly { readonly node: string; readonly quantity: Quantity; readonly why: string }[];
  readonly endless: readonly { readonly nodes: readonly string[]; readonly quantities: readonly Quantity[] }[];
}

/** What the workflow takes; undefined where its graph is not known whole. */
export function costFacts(bound: BoundWorkflow): CostFacts | undefined {
  const cost = workflowCost(bound);
  if (cost === undefined) return undefined;
  const idOf = (node: number): string => bound.nodes[node]?.ast.id.value ?? "";
  // Money tells the ways apart best, then calls; where nothing is called, time does.
  const by = (["cost_usd", "calls"] as const).find((quantity) => cost.most[quantity] > 0) ?? "ms";
  return {
    ranges: quantities.map((quantity) => ({ quantity, least: cost.least[quantity], known: cost.most[quantity], isBounded: isBounded(cost, quantity) })),
    limits: { timeoutMs: cost.timeoutMs, budgets: Object.fromEntries(budgetsOf(bound).map(({ key, limit }) => [key === "cost_budget_usd" ? "cost_usd" : key, limit])) },
    cheapest: cost.cheapestBy(by).map(idOf),
    dearest: cost.dearestBy(by).map(idOf),
    unknown: cost.unknown.map((each) => ({ ...each, node: idOf(each.node) })),
    endless: cost.endless.map(({ nodes, quantities: growing }) => ({ nodes: nodes.map(idOf), quantities: growing })),
  };
}

/** What one visit of a node takes, its further attempts included: what it takes nothing of is left out. */
export function visitCost(bound: BoundWorkflow, node: BoundNode): readonly CostRange[] {
  const { least, most, unknown } = nodeCost(bound, node);
  return quantities.flatMap((quantity) => {
    const isBounded = unknown.every((each) => each.quantity !== quantity);
    return most[quantity] === 0 && isBounded ? [] : [{ quantity, least: least[quantity], known: most[quantity], isBounded }];
  });
}
