import { expect, it } from "vitest";
import { costOf, priceOf } from "../../schemas/prices.ts";

it("prices an id without the date in it", () => {
  const haiku = { provider: "anthropic", model: "claude-haiku-4-5" } as const;
  expect(priceOf({ ...haiku, alias: "m", model: "claude-haiku-4-5-20251001" })).toEqual(priceOf({ ...haiku, alias: "m" }));
  expect(priceOf({ alias: "m", provider: "openai", model: "gpt-4o-2024-08-06" })).toEqual({ input: 2.5, output: 10 });
});

it("prefers the project's prices, by alias, by provider and id, and by id", () => {
  const call = { alias: "fast", provider: "openai", model: "gpt-4o" } as const;
  for (const name of ["fast", "openai/gpt-4o", "gpt-4o"]) expect(priceOf(call, { [name]: { input: 1, output: 2 } })).toEqual({ input: 1, output: 2 });
});

it("knows no price for what it does not know, not even for another provider's id", () => {
  expect(priceOf({ alias: "m", provider: "openai-compatible", model: "gpt-4o" })).toBeUndefined();
  expect(priceOf({ alias: "m", provider: "anthropic", model: "toString" })).toBeUndefined();
});

it("counts an unknown price or an unknown count as unknown, never as zero", () => {
  expect(costOf(undefined, 1, 1)).toBeNull();
  expect(costOf({ input: 1, output: 1 }, null, 1)).toBeNull();
  expect(costOf({ input: 1, output: 2 }, 1_000_000, 500_000)).toBe(2);
});

it("prices a long prompt by the long rate", () => {
  const price = priceOf({ alias: "m", provider: "google", model: "gemini-2.5-pro" });
  expect(costOf(price, 200_000, 0)).toBeCloseTo(0.25, 9);
  expect(costOf(price, 200_001, 0)).toBeCloseTo(0.5000025, 9);
});
