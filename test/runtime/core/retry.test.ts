import { expect, it } from "vitest";
import { backoffMs, longestRetryAfterMs, retryDelayMs, seedOf } from "../../../runtime/core/retry.ts";
import { failure } from "../../../schemas/failure.ts";
import type { RetryIr } from "../../../schemas/op.ts";

const policy = (over: Partial<RetryIr> = {}): RetryIr => ({ max_attempts: 9, backoff: "exponential", delay_ms: 1_000, max_delay_ms: 30_000, jitter: false, ...over });
const waits = (over: Partial<RetryIr>): readonly number[] => [2, 3, 4, 5, 6, 7].map((attempt) => backoffMs(policy(over), attempt, 1));
const delay = (over: Partial<RetryIr>, why: ReturnType<typeof failure>, attempt = 1): number | undefined => retryDelayMs(policy(over), { failure: why, attempt, seed: 1 });

it("waits the same before every attempt, or longer by a step, or twice as long, up to the cap", () => {
  expect(waits({ backoff: "constant" })).toEqual([1_000, 1_000, 1_000, 1_000, 1_000, 1_000]);
  expect(waits({ backoff: "linear", max_delay_ms: 4_500 })).toEqual([1_000, 2_000, 3_000, 4_000, 4_500, 4_500]);
  expect(waits({ backoff: "exponential", max_delay_ms: 10_000 })).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

it("waits a random part of the delay with jitter, the same for the same seed", () => {
  const jittered = Array.from({ length: 1_000 }, (_, index) => backoffMs(policy({ jitter: true }), 2, seedOf(`exec_${index}/draft/1/1`)));
  expect(jittered.every((ms) => Number.isInteger(ms) && ms >= 0 && ms <= 1_000)).toBe(true);
  expect(Math.abs(jittered.reduce((sum, ms) => sum + ms, 0) / jittered.length - 500)).toBeLessThan(40);
  expect(new Set(jittered).size).toBeGreaterThan(500);
  expect(backoffMs(policy({ jitter: true }), 2, seedOf("exec_7/draft/1/1"))).toBe(jittered[7]);
});

it("stops at the last attempt, and does not begin without a policy", () => {
  expect(delay({ max_attempts: 3 }, failure("timeout", "late"), 2)).toBe(2_000);
  expect(delay({ max_attempts: 3 }, failure("timeout", "late"), 3)).toBeUndefined();
  expect(retryDelayMs(null, { failure: failure("timeout", "late"), attempt: 1, seed: 1 })).toBeUndefined();
});

it("retries what may mend itself, unless the author names the failures", () => {
  expect(delay({}, failure("rate_limited", "slow down"))).toBe(1_000);
  expect(delay({}, failure("state_type_mismatch", "a list"))).toBeUndefined();
  expect(delay({ on: ["timeout"] }, failure("rate_limited", "slow down"))).toBeUndefined();
  expect(delay({ on: ["timeout", 404] }, failure("http_status", "not there", { status: 404 }))).toBe(1_000);
  expect(delay({ on: [] }, failure("timeout", "late"))).toBeUndefined();
});

it("waits as long as the service asks, beyond the cap and up to an hour", () => {
  expect(delay({}, failure("rate_limited", "later", { retryAfterMs: 45_000 }))).toBe(45_000);
  expect(delay({ max_delay_ms: 500 }, failure("rate_limited", "later", { retryAfterMs: 45_000 }))).toBe(45_000);
  expect(delay({}, failure("rate_limited", "soon", { retryAfterMs: 10 }))).toBe(1_000);
  expect(delay({}, failure("rate_limited", "tomorrow", { retryAfterMs: 86_400_000 }))).toBe(longestRetryAfterMs);
});
