import { usualAnswer } from "../schemas/model-call.ts";
import { costOf, type Price } from "../schemas/prices.ts";
import type { Estimate, Models } from "./ports.ts";

/**
 * What a call uses at most, but for answers longer than usual where nothing limits them: a token for every three bytes
 * of all that is sent, which is more than any tokeniser makes of ordinary text, and an answer as long as `max_tokens`
 * allows. For budgets, before a call; what it really used is known after it.
 */
export function estimateCall(call: Parameters<Models["estimate"]>[0], price: Price | undefined): Estimate {
  const { system = "", prompt, turns = [], tools = [], schema = {}, max_tokens = usualAnswer } = call;
  const sent = [system, prompt, JSON.stringify(turns), JSON.stringify(tools), JSON.stringify(schema)].reduce((sum, text) => sum + utf8Length(text), 0);
  const input = Math.ceil(sent / 3);
  return { input_tokens: input, output_tokens: max_tokens, cost_usd: costOf(price, input, max_tokens) };
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
