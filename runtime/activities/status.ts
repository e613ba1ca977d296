import type { Failure, FailureCode } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import { longestRetryAfterMs } from "../core/retry.ts";

/** What an HTTP status other than 2xx means to a retry; `overloaded` is the code for 503 and 529. */
export function statusFailure(status: number, message: string, retryAfterMs: number | undefined, overloaded: "server_error" | "model_overloaded"): Failure {
  // 408 and 425 ask for the same request once more; every other 4xx would be answered the same again.
  const retryable = status === 408 || status === 425 ? { retryable: true } : {};
  return failure(codeOf(status, overloaded), message, { status, ...retryable, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
}

function codeOf(status: number, overloaded: FailureCode): FailureCode {
  if (status === 429) return "rate_limited";
  if (status === 503 || status === 529) return overloaded;
  return status >= 500 && status <= 599 ? "server_error" : "http_status";
}

/**
 * Milliseconds that a `Retry-After` header asks for: seconds or an HTTP date, never negative, never above an hour;
 * `undefined` where there is none or it says neither. Source: RFC 9110, section 10.2.3.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const ms = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1_000 : /[A-Za-z]/.test(text) ? Date.parse(text) - now : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.round(Math.min(Math.max(ms, 0), longestRetryAfterMs));
}
