import { failure } from "../../schemas/failure.ts";
import type { ModelProvider } from "../../schemas/model-name.ts";
import type { Env, Outcome } from "../ports.ts";
import { expand } from "../project/expand.ts";
import type { ModelTarget } from "../project/model-target.ts";
import { providerFetch } from "./provider-fetch.ts";
import type { ProviderModel } from "./reply-model.ts";

/** A provider's model, and the key it was opened with: a secret that no message may repeat. */
export interface OpenedModel {
  readonly model: ProviderModel;
  readonly apiKey: string | undefined;
}

/** The providers' own addresses. Named here, so that no variable of the environment moves them and the keys with them. */
const addresses: { readonly [P in ModelProvider]: string } = {
  anthropic: "https://api.anthropic.com/v1",
  openai: "https://api.openai.com/v1",
  google: "https://generativelanguage.googleapis.com/v1beta",
  "openai-compatible": "",
};

/** The variables that hold a provider's key where the project names no other; the first that is set counts. */
export const keyNames: { readonly [P in ModelProvider]: readonly string[] } = {
  anthropic: ["ANTHROPIC_API_KEY"],
  openai: ["OPENAI_API_KEY"],
  google: ["GOOGLE_API_KEY", "GEMINI_API_KEY"],
  "openai-compatible": [],
};

/** Loads the provider's client and opens the model with the key of the environment; only what is called is loaded. */
export async function openModel(target: ModelTarget, env: Env): Promise<Outcome<OpenedModel>> {
  const names = target.apiKeyEnv === undefined ? keyNames[target.provider] : [target.apiKeyEnv];
  const apiKey = names.map(env).find((value) => value !== undefined);
  if (apiKey === undefined && names.length > 0) return { ok: false, failure: failure("missing_secret", missingKey(target, names)) };
  const address = expand(target.baseUrl ?? addresses[target.provider], env, `the model '${target.alias}'`);
  if (!address.ok) return address;
  return { ok: true, value: { apiKey, model: await load(target, apiKey ?? "", address.value) } };
}

async function load({ provider, model }: ModelTarget, apiKey: string, baseURL: string): Promise<ProviderModel> {
  const settings = { apiKey, baseURL, fetch: providerFetch };
  switch (provider) {
    case "anthropic": return (await import("@ai-sdk/anthropic")).createAnthropic(settings)(model);
    case "google": return (await import("@ai-sdk/google")).createGoogleGenerativeAI(settings)(model);
    // Chat completions, unlike responses, know `stop` and `seed`.
    case "openai": return (await import("@ai-sdk/openai")).createOpenAI(settings).chat(model);
    case "openai-compatible": {
      const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
      return createOpenAICompatible({ name: provider, baseURL, fetch: providerFetch, includeUsage: true, ...(apiKey === "" ? {} : { apiKey }) })(model);
    }
  }
}

function missingKey({ alias, apiKeyEnv }: ModelTarget, names: readonly string[]): string {
  const own = apiKeyEnv === undefined ? `, or add [models."${alias}"] with a base_url to jamjet.toml to use another server` : "";
  return `the model '${alias}' needs a key: set ${names.join(" or ")}, or run with --replies <file> to give the answers yourself${own}`;
}
