import { modelProviders, namedProvider, providerOfFamily, type ModelProvider } from "./model-name.ts";
import type { ProjectSettings } from "./project.ts";

/** US dollars per million tokens; `long` is what calls with more than so many input tokens cost instead. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly long?: { readonly above: number; readonly input: number; readonly output: number };
}

/** The day on which the table below was taken from the providers' price lists. Prices of a project win over it. */
export const pricesAsOf = "2026-02-28";

const table: { readonly [P in ModelProvider]: { readonly [model: string]: Price } } = {
  anthropic: {
    "claude-haiku-4-5": { input: 1, output: 5 },
    "claude-sonnet-4-5": { input: 3, output: 15 },
    "claude-sonnet-4-6": { input: 3, output: 15 },
    "claude-opus-4-5": { input: 5, output: 25 },
    "claude-opus-4-6": { input: 5, output: 25 },
  },
  openai: {
    "gpt-4o": { input: 2.5, output: 10 },
    "gpt-4o-mini": { input: 0.15, output: 0.6 },
    "gpt-4.1": { input: 2, output: 8 },
    "gpt-4.1-mini": { input: 0.4, output: 1.6 },
    "gpt-5": { input: 1.25, output: 10 },
    "gpt-5-mini": { input: 0.25, output: 2 },
    "o3": { input: 2, output: 8 },
    "o3-mini": { input: 1.1, output: 4.4 },
    "o4-mini": { input: 1.1, output: 4.4 },
  },
  google: {
    "gemini-2.0-flash": { input: 0.1, output: 0.4 },
    "gemini-2.5-flash": { input: 0.3, output: 2.5 },
    "gemini-2.5-flash-lite": { input: 0.1, output: 0.4 },
    "gemini-2.5-pro": { input: 1.25, output: 10, long: { above: 200_000, input: 2.5, output: 15 } },
  },
  "openai-compatible": {},
};

/** The models of the table, provider by provider. */
export const pricedModels: readonly { readonly provider: ModelProvider; readonly model: string; readonly price: Price }[] = modelProviders.flatMap((provider) =>
  Object.entries(table[provider]).map(([model, price]) => ({ provider, model, price })),
);

/** What a call is priced by. */
export interface Priced {
  /** As the workflow names it. */
  readonly alias: string;
  readonly provider: ModelProvider;
  readonly model: string;
}

/** The price of a model, or `undefined`: the project's own by alias, `provider/model` or id, then the table, dates in ids set aside. */
export function priceOf({ alias, provider, model }: Priced, own: ProjectSettings["model_prices"] = {}): Price | undefined {
  for (const name of [alias, `${provider}/${model}`, model]) if (Object.hasOwn(own, name)) return own[name];
  const known = table[provider];
  const undated = model.replace(/-(?:\d{8}|\d{4}-\d{2}-\d{2}|latest)$/, "");
  return Object.hasOwn(known, undated) ? known[undated] : undefined;
}

/** US dollars for so many tokens; `null` where the price or a count is unknown, never zero by omission. */
export function costOf(price: Price | undefined, inputTokens: number | null, outputTokens: number | null): number | null {
  if (price === undefined || inputTokens === null || outputTokens === null) return null;
  const { input, output } = price.long !== undefined && inputTokens > price.long.above ? price.long : price;
  return (inputTokens * input + outputTokens * output) / 1_000_000;
}

/** What a call of a model comes to, beyond the tokens that go to and fro. */
export interface ModelCost {
  /** Its price, and those of the models that are asked in its place; undefined where one is not known. */
  readonly prices: readonly (Price | undefined)[];
  /** Requests that one call may become. */
  readonly requests: number;
  /** How long one request may take. */
  readonly timeoutMs?: number;
}

/** What a call comes to by the name of the model alone; undefined for one that only a project can know. */
export function costByName(name: string): ModelCost | undefined {
  const named = namedProvider(name);
  const model = named?.model ?? name;
  const provider = named?.provider ?? providerOfFamily(model);
  const price = provider && priceOf({ alias: name, provider, model });
  return price && { prices: [price], requests: 1 };
}
