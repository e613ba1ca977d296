import type { BudgetKind, Reservation, Usage } from "../../schemas/event.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";

/*
 * B1. A call starts only if its worst case fits in what is left, calls in flight counted: branches cannot overspend together.
 * B2. What a provider does not say is counted as the worst case, never as zero.
 * B3. A call that a crash, a timeout or a lost connection cut off may have been made and paid for: its reservation is spent.
 */

/** The most that an execution may spend, by kind; what is absent has no limit. */
export type Budget = { readonly [K in BudgetKind]?: number };

/** What an execution has spent, reservations of calls in flight included. */
export interface Spent {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_usd: number;
}

export const nothingSpent: Spent = { input_tokens: 0, output_tokens: 0, cost_usd: 0 };

/** Why a budget does not cover a call: `wanted` is what the call may come to, `null` where its price is unknown. */
export interface Shortfall {
  readonly kind: BudgetKind;
  readonly limit: number;
  readonly spent: number;
  readonly wanted: number | null;
}

/** The budgets of a workflow. */
export function budgetOf({ settings }: Pick<Program, "settings">): Budget {
  const { token_budget: tokens, cost_budget_usd: cost } = settings;
  // The schema of programs says what stands here.
  return { ...(isJsonObject(tokens) ? (tokens as Budget) : {}), ...(typeof cost === "number" ? { cost_usd: cost } : {}) };
}

/** The first budget that does not cover what is `wanted` on top of what is spent; `undefined` if all do. */
export function shortfall(budget: Budget, spent: Spent, wanted: Reservation): Shortfall | undefined {
  const now = amounts(spent);
  const more = amounts(wanted);
  for (const kind of budgetKinds) {
    const limit = budget[kind];
    const amount = more[kind];
    const before = now[kind] ?? 0;
    if (limit !== undefined && (amount === null || before + amount > limit + dust)) return { kind, limit, spent: before, wanted: amount };
  }
  return undefined;
}

/** Sums of cents come out above or below themselves in binary: what is over by less than this, in dollars, is not over. */
const dust = 1e-9;

/** Every kind of budget, in the order in which they are looked at. */
export const budgetKinds = ["input_tokens", "output_tokens", "total_tokens", "cost_usd"] as const satisfies readonly BudgetKind[];

function amounts({ input_tokens, output_tokens, cost_usd }: Reservation): { readonly [K in BudgetKind]: number | null } {
  return { input_tokens, output_tokens, total_tokens: input_tokens + output_tokens, cost_usd };
}

/** `spent` and what calls used; what they do not say is taken from what was reserved for them. */
export function settleSpent(spent: Spent, usage: readonly Usage[], reserved: Reservation | null): Spent {
  // A reservation covers all calls of a step: it counts once, with the first call that is silent.
  const fallback = reserved ?? { ...nothingSpent };
  return usage.reduce<Spent>(
    (sum, { input_tokens, output_tokens, cost_usd }, index) => ({
      input_tokens: sum.input_tokens + (input_tokens ?? (index === 0 ? fallback.input_tokens : 0)),
      output_tokens: sum.output_tokens + (output_tokens ?? (index === 0 ? fallback.output_tokens : 0)),
      cost_usd: sum.cost_usd + (cost_usd ?? (index === 0 ? (fallback.cost_usd ?? 0) : 0)),
    }),
    spent,
  );
}

/** `spent` with a reservation that will not be settled, or is not yet. */
export function withReserved(spent: Spent, reserved: Reservation | null): Spent {
  if (reserved === null) return spent;
  return { input_tokens: spent.input_tokens + reserved.input_tokens, output_tokens: spent.output_tokens + reserved.output_tokens, cost_usd: spent.cost_usd + (reserved.cost_usd ?? 0) };
}

/** A budget with more in it: what was given is added to limits that exist. */
export function raised(budget: Budget, by: Budget): Budget {
  const kinds = budgetKinds.filter((kind) => budget[kind] !== undefined);
  return Object.fromEntries(kinds.map((kind) => [kind, (budget[kind] ?? 0) + (by[kind] ?? 0)]));
}

const words: { readonly [K in BudgetKind]: { readonly key: string; readonly unit: (amount: number) => string } } = {
  input_tokens: { key: "token_budget.input_tokens", unit: (amount) => `${amount} input tokens` },
  output_tokens: { key: "token_budget.output_tokens", unit: (amount) => `${amount} output tokens` },
  total_tokens: { key: "token_budget.total_tokens", unit: (amount) => `${amount} tokens` },
  cost_usd: { key: "cost_budget_usd", unit: (amount) => `$${Number(amount.toPrecision(6))}` },
};

/** A shortfall in one line. */
export function describeShortfall({ kind, limit, spent, wanted }: Shortfall): string {
  const { key, unit } = words[kind];
  if (wanted === null) return `'${key}' is ${unit(limit)}, and what the next call costs is not known`;
  if (wanted === 0) return `'${key}' is ${unit(limit)}, and ${unit(spent)} are spent`;
  const before = spent === 0 ? "" : `${unit(spent)} are spent or reserved, and `;
  return `'${key}' is ${unit(limit)}: ${before}the next call may need ${unit(wanted)}`;
}
