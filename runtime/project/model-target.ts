import { retryPresets } from "../../schemas/common-fields.ts";
import { failure } from "../../schemas/failure.ts";
import type { ModelProvider } from "../../schemas/model-name.ts";
import { modelProviders, namedProvider, providerOfFamily } from "../../schemas/model-name.ts";
import type { ProjectSettings } from "../../schemas/project.ts";
import type { RetryIr } from "../../schemas/op.ts";
import { retryOf } from "../../schemas/retry.ts";
import type { Outcome } from "../ports.ts";

/** Where a call of a model goes. */
export interface ModelTarget {
  /** As the workflow names it. */
  readonly alias: string;
  readonly provider: ModelProvider;
  /** The id at the provider. */
  readonly model: string;
  readonly baseUrl?: string;
  readonly apiKeyEnv?: string;
  readonly timeoutMs?: number;
  /** How a call that failed is made again, below the node's own `retry`. */
  readonly retry?: RetryIr;
}

/** Who answers `id`: an alias of the project, `provider/model`, the provider of its family, or the project's default. */
export function modelTarget(id: string, settings: ProjectSettings): Outcome<ModelTarget> {
  const alias = settings.models !== undefined && Object.hasOwn(settings.models, id) ? settings.models[id] : undefined;
  const named = namedProvider(alias?.model ?? id);
  const model = named?.model ?? alias?.model ?? id;
  const stated = alias?.provider ?? (alias?.base_url === undefined ? undefined : "openai-compatible");
  const provider = stated ?? named?.provider ?? providerOfFamily(model) ?? settings.defaults?.provider;
  if (provider === undefined) {
    return refused(`nothing says who answers the model '${id}': write 'provider/${id}' (${modelProviders.join(", ")}), or add [models."${id}"] to jamjet.toml`);
  }
  if (provider === "openai-compatible" && alias?.base_url === undefined) return refused(`the model '${id}' has no address: add base_url to [models."${id}"] in jamjet.toml`);
  return {
    ok: true,
    value: {
      alias: id,
      provider,
      model,
      ...(alias?.base_url === undefined ? {} : { baseUrl: alias.base_url }),
      ...(alias?.api_key_env === undefined ? {} : { apiKeyEnv: alias.api_key_env }),
      ...(alias?.timeout === undefined ? {} : { timeoutMs: alias.timeout }),
      ...(alias?.retry === undefined ? {} : { retry: retryOf(typeof alias.retry === "string" ? retryPresets[alias.retry] : alias.retry) }),
    },
  };
}

const refused = (message: string): Outcome<ModelTarget> => ({ ok: false, failure: failure("not_configured", message) });
