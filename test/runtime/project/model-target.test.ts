import { expect, it } from "vitest";
import type { ProjectSettings } from "../../../schemas/project.ts";
import { modelTarget } from "../../../runtime/project/model-target.ts";

/** Who answers, as `provider model @ address`. */
function check(id: string, settings: ProjectSettings = {}): string {
  const found = modelTarget(id, settings);
  if (!found.ok) return `${found.failure.code}: ${found.failure.message}`;
  const { provider, model, baseUrl } = found.value;
  return `${provider} ${model}${baseUrl === undefined ? "" : ` @ ${baseUrl}`}`;
}

it("knows a provider by the family of the id", () => {
  const ids = ["claude-sonnet-4-6", "gpt-4o", "o1-mini", "o3-mini", "o4-mini", "gemini-2.5-pro"];
  expect(ids.map((id) => check(id).split(" ")[0])).toEqual(["anthropic", "openai", "openai", "openai", "openai", "google"]);
});

it("takes the provider that the id names", () => {
  expect(check("openai/ft:gpt-4o:me")).toBe("openai ft:gpt-4o:me");
  expect(check("meta/llama-3", { defaults: { provider: "openai" } })).toBe("openai meta/llama-3");
});

it("lets an alias decide, also over an id that has a family", () => {
  expect(check("fast", { models: { fast: { model: "google/gemini-2.0-flash" } } })).toBe("google gemini-2.0-flash");
  expect(check("claude-sonnet-4-6", { models: { "claude-sonnet-4-6": { base_url: "http://localhost:1234/v1", model: "llama" } } })).toBe("openai-compatible llama @ http://localhost:1234/v1");
  expect(check("gpt-4o", { models: { "gpt-4o": { provider: "openai", base_url: "https://proxy.example/v1" } } })).toBe("openai gpt-4o @ https://proxy.example/v1");
});

it("retries by a policy of its own, or by one that every workflow may name", () => {
  const retryOf = (retry: NonNullable<NonNullable<ProjectSettings["models"]>[string]["retry"]>): unknown => {
    const found = modelTarget("fast", { models: { fast: { model: "gpt-4o", retry } } });
    return found.ok ? found.value.retry : found.failure;
  };
  expect(retryOf("io_default")).toEqual({ max_attempts: 5, backoff: "exponential", delay_ms: 1_000, max_delay_ms: 30_000, jitter: false, on: ["io_error", "timeout", "connection_reset", "rate_limited"] });
  expect(retryOf({ max_attempts: 2, backoff: "constant", delay_ms: 0, max_delay_ms: 0, jitter: false, retry_on: ["503"] })).toMatchObject({ max_attempts: 2, on: [503] });
});

it("says how to name who answers an id that nobody knows", () => {
  expect(check("llama3")).toBe(`not_configured: nothing says who answers the model 'llama3': write 'provider/llama3' (anthropic, openai, google, openai-compatible), or add [models."llama3"] to jamjet.toml`);
  expect(check("openai-compatible/llama3")).toBe(`not_configured: the model 'openai-compatible/llama3' has no address: add base_url to [models."openai-compatible/llama3"] in jamjet.toml`);
});
