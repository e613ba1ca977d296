/** One way in which the world can fail a node or an execution. */
interface FailureSpec {
  /** Whether another attempt may succeed; `retry` without `retry_on` retries exactly these. */
  readonly retryable: boolean;
  readonly severity: "error" | "warning";
  /** After it nobody knows whether the call took effect, unless the failure says that it was never sent. */
  readonly ambiguous?: true;
  readonly doc: string;
}

/** Every failure code, closed. Codes are API: they stand in events, in `error.code` and in `retry_on`. */
export const failures = {
  timeout: { retryable: true, severity: "error", ambiguous: true, doc: "The attempt took longer than the node's `timeout`." },
  rate_limited: { retryable: true, severity: "error", doc: "The service asked us to slow down (HTTP 429)." },
  model_overloaded: { retryable: true, severity: "error", doc: "The model provider is overloaded (HTTP 503 or 529)." },
  server_error: { retryable: true, severity: "error", doc: "The service failed on its side (HTTP 5xx)." },
  io_error: { retryable: true, severity: "error", ambiguous: true, doc: "A connection, pipe or file failed." },
  connection_reset: { retryable: true, severity: "error", ambiguous: true, doc: "The peer closed the connection in the middle." },
  tool_error: { retryable: true, severity: "error", doc: "A tool answered that it failed." },
  http_status: { retryable: false, severity: "error", doc: "An HTTP request was answered with a status that is neither success nor covered by another code." },
  state_type_mismatch: { retryable: false, severity: "error", doc: "A result does not fit the declared type of the state key it is written to." },
  output_invalid: { retryable: true, severity: "error", doc: "A model's answer is not what was asked for: empty, cut off, or not the requested structure." },
  expression_error: { retryable: false, severity: "error", doc: "An expression or template could not be evaluated on these values." },
  no_branch_matched: { retryable: false, severity: "error", doc: "No condition held and there is no `default` or `else`." },
  policy_denied: { retryable: false, severity: "error", doc: "A policy forbids the call." },
  approval_required: { retryable: false, severity: "error", doc: "A policy demands an approval that was not given." },
  approval_rejected: { retryable: false, severity: "error", doc: "A person rejected it and no route says what then." },
  budget_exceeded: { retryable: false, severity: "error", doc: "The next call does not fit in the budget." },
  eval_failed: { retryable: false, severity: "error", doc: "The scorers of an `eval` node did not pass." },
  capability_mismatch: { retryable: false, severity: "error", doc: "No agent offers what is required." },
  delegate_unreachable: { retryable: true, severity: "error", doc: "A remote agent cannot be reached." },
  trust_crossing_denied: { retryable: false, severity: "error", doc: "The call would cross into another trust domain." },
  verification_failed: { retryable: false, severity: "error", doc: "A signature, hash or proof does not verify." },
  partial_completion: { retryable: false, severity: "warning", doc: "Part of the work was done; the partial output is kept." },
  scope_narrowing_failed: { retryable: false, severity: "error", doc: "No OAuth scope is left after narrowing." },
  tool_drift: { retryable: false, severity: "error", doc: "A tool's definition is not the one that was locked or, where its server is not locked, the one that the execution saw first; or another tool reads the same. Nothing was called." },
  output_limit: { retryable: false, severity: "error", ambiguous: true, doc: "A rendered text, result or body is larger than its limit." },
  guard_refused: { retryable: false, severity: "error", doc: "The network or path guard refused the address or path." },
  missing_secret: { retryable: false, severity: "error", doc: "An environment variable or key that the call needs is not set." },
  node_failed: { retryable: false, severity: "error", doc: "A node failed and no `on_error` says what then, or an `end` node has `status: failed`." },
  uncertain: { retryable: false, severity: "error", doc: "It cannot be known whether a call that must not run twice has run." },
  cancelled: { retryable: false, severity: "error", doc: "The execution was cancelled." },
  workflow_timeout: { retryable: false, severity: "error", doc: "The execution took longer than the workflow's `timeout`." },
  limit_exceeded: { retryable: false, severity: "error", doc: "A node was visited more often than its `max_visits`, or a model asked for tools again and again and gave no answer." },
  not_configured: { retryable: false, severity: "error", doc: "`jamjet.toml` does not say where a server or model that a node names is." },
  reply_missing: { retryable: false, severity: "error", doc: "The replies file has no answer for a model call that was made." },
} as const satisfies { readonly [code: string]: FailureSpec };

export type FailureCode = keyof typeof failures;

/** The classes an author may name in `retry_on`. */
export const retryClasses = ["timeout", "rate_limited", "model_overloaded", "server_error", "io_error", "connection_reset", "tool_error"] as const satisfies readonly FailureCode[];

/** Why a node or an execution failed, as recorded. Never holds a secret. */
export interface Failure {
  readonly code: FailureCode;
  /** One line for people. */
  readonly message: string;
  readonly retryable: boolean;
  /** The HTTP status, where there is one. */
  readonly status?: number;
  /** How long the service asked us to wait. */
  readonly retryAfterMs?: number;
  /** The call surely took no effect: nobody was reached. */
  readonly unsent?: true;
}

/** A failure with the code's own answer to "may another attempt succeed". */
export function failure(code: FailureCode, message: string, extras: Partial<Pick<Failure, "retryable" | "status" | "retryAfterMs" | "unsent">> = {}): Failure {
  return { code, message, retryable: failures[code].retryable, ...extras };
}

/** Whether nobody can know if the call that failed so took effect. */
export function isAmbiguous({ code, unsent }: Failure): boolean {
  const spec: FailureSpec = failures[code];
  return spec.ambiguous === true && unsent !== true;
}
