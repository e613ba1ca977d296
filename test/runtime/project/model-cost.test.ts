import { expect, it } from "vitest";
import { modelCostIn } from "../../../runtime/project/model-cost.ts";

const retry = { max_attempts: 2, backoff: "constant", delay_ms: 0, max_delay_ms: 0, jitter: false } as const;

it("counts the project's price, its retries below the node's, and the models that step in", () => {
  const models = { fast: { model: "gpt-4o", retry, fallback: ["local", "nobody"] }, local: { provider: "openai-compatible", base_url: "http://localhost:1" } } as const;
  expect(modelCostIn({ models, model_prices: { fast: { input: 0, output: 1_000 } } }, "fast")).toEqual({ prices: [{ input: 0, output: 1_000 }, undefined], requests: 3 });
});

it("knows nothing of a model that nobody answers for, and no time where one may take any", () => {
  expect(modelCostIn({}, "my-own")).toBeUndefined();
  expect(modelCostIn({ models: { fast: { model: "gpt-4o", timeout: 5_000 } } }, "fast")?.timeoutMs).toBe(5_000);
  expect(modelCostIn({}, "gpt-4o")?.timeoutMs).toBeUndefined();
});
