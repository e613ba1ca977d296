import { unreachable } from "../../schemas/bug.ts";
import type { Failure } from "../../schemas/failure.ts";
import type { RetryIr } from "../../schemas/op.ts";

/** The longest wait that a service may ask for by `Retry-After`. */
export const longestRetryAfterMs = 3_600_000;

/** One attempt that failed, and the seed of its jitter. */
export interface FailedAttempt {
  readonly failure: Failure;
  /** 1 for the first. */
  readonly attempt: number;
  /** From `seedOf`: the same on every replay, another in every execution. */
  readonly seed: number;
}

/**
 * Milliseconds to wait before the attempt that follows `failed`, or `undefined` if there is none. What the service asks
 * for by `Retry-After` counts beyond `max_delay_ms`, up to an hour.
 */
export function retryDelayMs(policy: RetryIr | null, failed: FailedAttempt): number | undefined {
  if (policy === null || failed.attempt >= policy.max_attempts || !covers(policy, failed.failure)) return undefined;
  const asked = Math.min(failed.failure.retryAfterMs ?? 0, longestRetryAfterMs);
  return Math.max(backoffMs(policy, failed.attempt + 1, failed.seed), asked);
}

/**
 * Milliseconds before attempt `attempt`, which is 2 or more; never above `max_delay_ms`.
 * Source of the jitter: "full jitter", AWS Architecture Blog, "Exponential Backoff And Jitter".
 */
export function backoffMs(policy: RetryIr, attempt: number, seed: number): number {
  const delay = Math.min(growth(policy, attempt), policy.max_delay_ms);
  return policy.jitter ? Math.floor(unit(seed) * (delay + 1)) : delay;
}

function growth(policy: RetryIr, attempt: number): number {
  switch (policy.backoff) {
    case "constant": return policy.delay_ms;
    case "linear": return policy.delay_ms * (attempt - 1);
    case "exponential": return policy.delay_ms * 2 ** (attempt - 2);
    default: return unreachable(policy.backoff, "growth");
  }
}

function covers(policy: RetryIr, failure: Failure): boolean {
  if (policy.on === undefined) return failure.retryable;
  return policy.on.some((each) => each === failure.code || (failure.status !== undefined && each === failure.status));
}

/** A seed from text. Source: FNV-1a, 32 bits. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A number in [0, 1) from a seed. Source: the output mix of mulberry32. */
function unit(seed: number): number {
  let mixed = (seed + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
