/** Who can answer model calls. `openai-compatible` is any server that speaks OpenAI's chat completions. */
export const modelProviders = ["anthropic", "openai", "google", "openai-compatible"] as const;
export type ModelProvider = (typeof modelProviders)[number];

/** `anthropic/claude-sonnet-4-6` in its parts; a slash after anything but a provider belongs to the id. */
export function namedProvider(id: string): { readonly provider: ModelProvider; readonly model: string } | undefined {
  const provider = modelProviders.find((each) => id.startsWith(`${each}/`));
  return provider === undefined ? undefined : { provider, model: id.slice(provider.length + 1) };
}

/** The provider of a family of models, by how its ids begin. */
export function providerOfFamily(model: string): ModelProvider | undefined {
  if (model.startsWith("claude-")) return "anthropic";
  if (model.startsWith("gemini-")) return "google";
  return model.startsWith("gpt-") || /^o[134](?:-|$)/.test(model) ? "openai" : undefined;
}
