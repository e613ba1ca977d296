import type { Failure, FailureCode } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import { retryAfterMs, statusFailure } from "../activities/status.ts";
import { excerpt } from "../activities/text.ts";
import { connectionFailure } from "./connection-failure.ts";
import { AnswerTooLarge } from "./provider-fetch.ts";

/** What an error of the AI SDK or of a provider's stream means. `peer` names who was asked. */
export function modelFailure(error: unknown, peer: string, now: number, sdk: typeof import("ai")): Failure {
  const endless = tooLargeIn(error);
  if (endless !== undefined) return failure("output_limit", `${peer}: ${endless.message}`);
  if (sdk.APICallError.isInstance(error)) return apiFailure(error, peer, now);
  const cut = connectionFailure(error, peer);
  if (cut !== undefined) return cut;
  const reported = reportedFailure(error, peer);
  if (reported !== undefined) return reported;
  if (sdk.AISDKError.isInstance(error)) return failure("output_invalid", `${peer} answered with something that cannot be read: ${excerpt(error.message)}`);
  return failure("io_error", `${peer}: ${excerpt(error instanceof Error ? error.message : JSON.stringify(error))}`);
}

/** The SDK wraps what broke the body. */
function tooLargeIn(error: unknown): AnswerTooLarge | undefined {
  if (error instanceof AnswerTooLarge) return error;
  return error instanceof Error ? tooLargeIn(error.cause) : undefined;
}

function apiFailure(error: InstanceType<(typeof import("ai"))["APICallError"]>, peer: string, now: number): Failure {
  const { statusCode: status, responseHeaders: headers = {} } = error;
  if (status === undefined) return connectionFailure(error, peer) ?? failure("io_error", `${peer}: ${excerpt(error.message)}`);
  if (status >= 300 && status < 400) return failure("http_status", `${peer} answered ${status} and points elsewhere, where no key is taken: set 'base_url' to the address itself`, { status });
  // A success that ends in an error here was answered with a body that is not the provider's format, or with half of one.
  if (status < 400) return connectionFailure(error.cause, peer) ?? failure("output_invalid", `${peer} answered with something that cannot be read: ${excerpt(error.message)}`);
  // Where the body is not the provider's format, a gateway's say, the SDK knows only the status's name; the body says more.
  const said = error.data === undefined && error.responseBody ? error.responseBody : error.message;
  const asked = headers["retry-after-ms"] === undefined ? headers["retry-after"] : String(Number(headers["retry-after-ms"]) / 1_000);
  return statusFailure(status, `${peer} answered ${status}: ${excerpt(said)}`, retryAfterMs(asked, now), "model_overloaded");
}

const reportedCodes: { readonly [type: string]: FailureCode } = {
  overloaded_error: "model_overloaded",
  rate_limit_error: "rate_limited",
  rate_limit_exceeded: "rate_limited",
  api_error: "server_error",
  server_error: "server_error",
  timeout_error: "timeout",
};

/** An error that a provider reports inside a stream that began well: an object with its type and message. */
function reportedFailure(error: unknown, peer: string): Failure | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("error" in error) return reportedFailure(error.error, peer);
  const type = ["type", "code"].map((key) => (error as { readonly [key: string]: unknown })[key]).find((value) => typeof value === "string" && Object.hasOwn(reportedCodes, value));
  if (typeof type !== "string") return undefined;
  const said = "message" in error && typeof error.message === "string" ? `: ${excerpt(error.message)}` : "";
  return failure(reportedCodes[type] ?? "server_error", `${peer} broke off${said}`);
}
