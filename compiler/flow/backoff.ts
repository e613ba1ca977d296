import { unreachable } from "../../schemas/bug.ts";
import type { RetryNumbers } from "../bind/retry.ts";

/** Milliseconds that all waits between the attempts of one visit take together, where no service asks for longer ones. */
export function waitsOf(retry: RetryNumbers): { readonly min: number; readonly max: number } {
  const max = delaysOf(retry).reduce((sum, delay) => sum + delay, 0);
  // Full jitter begins at nothing.
  return { min: retry.jitter ? 0 : max, max };
}

/** Milliseconds before the second attempt and each that follows; with jitter the most of each. */
export function delaysOf(retry: RetryNumbers): readonly number[] {
  return Array.from({ length: Math.max(0, retry.max_attempts - 1) }, (_, index) => Math.min(growth(retry, index + 2), retry.max_delay_ms));
}

function growth({ backoff, delay_ms: delay }: RetryNumbers, attempt: number): number {
  switch (backoff) {
    case "constant": return delay;
    case "linear": return delay * (attempt - 1);
    case "exponential": return delay * 2 ** (attempt - 2);
    default: return unreachable(backoff, "growth");
  }
}
