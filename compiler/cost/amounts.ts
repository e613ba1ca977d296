import { formatDuration } from "../../schemas/duration.ts";

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


/** So much of a quantity, for people: `$0.02`, `12,000`, `1h30m`. */
export function amountText(quantity: Quantity, amount: number): string {
  if (quantity === "ms") return formatDuration(amount);
  if (quantity === "cost_usd") return amount === 0 ? "$0" : amount < 0.01 ? `$${Number(amount.toPrecision(2)).toFixed(6).replace(/0+$/, "")}` : `$${grouped(amount.toFixed(2))}`;
  return grouped(String(amount));
}

/** `12345.67` as `12,345.67`. */
function grouped(digits: string): string {
  const [whole = "", ...rest] = digits.split(".");
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ","), ...rest].join(".");
}
