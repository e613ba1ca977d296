/** What is counted: calls of models, tools and addresses, tokens, US dollars, and milliseconds. */
export const quantities = ["calls", "input_tokens", "output_tokens", "cost_usd", "ms"] as const;

export type Quantity = (typeof quantities)[number];

/** So much of each quantity. */
export type Amounts = { readonly [Q in Quantity]: number };

/** What something takes at least and at most. What nobody knows is left out of `most`, and told beside it. */
export interface Range {
  readonly least: Amounts;
  readonly most: Amounts;
}

export const noAmounts: Amounts = amountsOf(() => 0);

export const nothing: Range = { least: noAmounts, most: noAmounts };

/** An amount for each quantity. */
export function amountsOf(of: (quantity: Quantity) => number): Amounts {
  return { calls: of("calls"), input_tokens: of("input_tokens"), output_tokens: of("output_tokens"), cost_usd: of("cost_usd"), ms: of("ms") };
}

