import type { BoundWorkflow } from "../bind/bound.ts";
import { headerMember } from "../bind/header.ts";
import { memberOf } from "../syntax/part.ts";
import { quantities, type Quantity } from "./amounts.ts";
import { isBounded, workflowCost } from "./cost.ts";

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
    limits: { timeoutMs: cost.timeoutMs, budgets: budgetsOf(bound) },
    cheapest: cost.cheapestBy(by).map(idOf),
    dearest: cost.dearestBy(by).map(idOf),
    unknown: cost.unknown.map((each) => ({ ...each, node: idOf(each.node) })),
    endless: cost.endless.map(({ nodes, quantities: growing }) => ({ nodes: nodes.map(idOf), quantities: growing })),
  };
}

/** The budgets of the header, by quantity; `total_tokens` is both kinds of tokens together. */
function budgetsOf({ ast }: Pick<BoundWorkflow, "ast">): { readonly [key: string]: number } {
  const tokens = headerMember(ast, "token_budget", "object")?.members ?? {};
  const limits = ["input_tokens", "output_tokens", "total_tokens"].map((key) => [key, memberOf(tokens, key, "integer")?.value] as const);
  const dollars = headerMember(ast, "cost_budget_usd", "number")?.value;
  return Object.fromEntries([...limits, ["cost_usd", dollars] as const].flatMap(([key, limit]) => (limit === undefined ? [] : [[key, limit]])));
}
