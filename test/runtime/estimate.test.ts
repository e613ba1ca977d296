import { expect, it } from "vitest";
import { estimateCall } from "../../runtime/estimate.ts";

it("estimates a call by all that is sent and the longest answer it allows", () => {
  const price = { input: 3, output: 15 };
  expect(estimateCall({ model: "m", prompt: "x".repeat(26), max_tokens: 1_000 }, price)).toEqual({ input_tokens: 11, output_tokens: 1_000, cost_usd: 0.015033 });
  expect(estimateCall({ model: "m", prompt: "ß".repeat(26) }, undefined)).toEqual({ input_tokens: 20, output_tokens: 4_096, cost_usd: null });
  const turns = [{ from: "user", text: "y".repeat(300) }] as const;
  expect(estimateCall({ model: "m", prompt: "", turns }, price).input_tokens).toBeGreaterThan(100);
});
