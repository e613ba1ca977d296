import { unreachable } from "../../schemas/bug.ts";
import type { RetryNumbers } from "../bind/retry.ts";

/** Milliseconds that all waits between the attempts of one visit take together, where no service asks for longer ones. */
export function waitsOf(retry: RetryNumbers): { readonly min: number; readonly max: number } {
  let max = 0;
  for (let attempt = 2; attempt <= retry.max_attempts; attempt += 1) max += Math.min(growth(retry, attempt), retry.max_delay_ms);
  // Full jitter begins at nothing.
  return { min: retry.jitter ? 0 : max, max };
}

function growth({ backoff, delay_ms: delay }: RetryNumbers, attempt: number): number {
  switch (backoff) {
    case "constant": return delay;
    case "linear": return delay * (attempt - 1);
    case "exponential": return delay * 2 ** (attempt - 2);
    default: return unreachable(backoff, "growth");
  }
}
