import type { Usage } from "../../schemas/event.ts";

/** What model calls used together. What a provider did not say is counted as unknown, never as zero. */
export interface Totals {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_usd: number;
  /** Calls whose tokens are unknown. */
  readonly uncounted: number;
  /** Calls whose price is unknown. */
  readonly unpriced: number;
}

export const noTotals: Totals = { input_tokens: 0, output_tokens: 0, cost_usd: 0, uncounted: 0, unpriced: 0 };

/** `totals` with one visit's calls added. */
export function addUsage(totals: Totals, usage: readonly Usage[]): Totals {
  if (usage.length === 0) return totals;
  let { input_tokens, output_tokens, cost_usd, uncounted, unpriced } = totals;
  for (const call of usage) {
    input_tokens += call.input_tokens ?? 0;
    output_tokens += call.output_tokens ?? 0;
    cost_usd += call.cost_usd ?? 0;
    if (call.input_tokens === null || call.output_tokens === null) uncounted += 1;
    if (call.cost_usd === null) unpriced += 1;
  }
  return { input_tokens, output_tokens, cost_usd, uncounted, unpriced };
}

/** The cost in US dollars, or `null` where any call's price is unknown. */
export function knownCost(totals: Totals): number | null {
  return totals.unpriced > 0 ? null : totals.cost_usd;
}
