import type { Field, Fields } from "./field.ts";

/** Backoff and classes of a retry; used by `retry` of a node and by `retry_policies` of the header. */
export const retryFields = {
  max_attempts: { shape: "integer", min: 1, max: 100, optional: true, default: 3, doc: "How often the node is tried in all, the first time included." },
  backoff: { shape: "choice", options: ["constant", "linear", "exponential"], optional: true, default: "exponential", doc: "How the wait grows from attempt to attempt." },
  delay_ms: { shape: "integer", min: 0, max: 86_400_000, optional: true, default: 1_000, doc: "Milliseconds before the second attempt." },
  max_delay_ms: { shape: "integer", min: 0, max: 86_400_000, optional: true, default: 30_000, doc: "No wait is longer than this, except where the service asks for it by `Retry-After`." },
  jitter: { shape: "flag", optional: true, default: false, doc: "Wait a random part of the delay (full jitter), the same on every replay." },
  retry_on: {
    shape: "list",
    optional: true,
    of: {
      shape: "either",
      scalar: { shape: "name", of: "failure", doc: "A failure class, such as `rate_limited`, or an HTTP status." },
      doc: "A failure class or an HTTP status.",
    },
    doc: "Only these failures are retried; absent means every failure that another attempt may mend.",
  },
} as const satisfies Fields;

/** Retry policies every workflow may name without declaring them. */
export const retryPresets = {
  llm_default: { max_attempts: 3, backoff: "exponential", delay_ms: 2_000, max_delay_ms: 60_000, jitter: true, retry_on: ["rate_limited", "timeout", "server_error", "model_overloaded"] },
  io_default: { max_attempts: 5, backoff: "exponential", delay_ms: 1_000, max_delay_ms: 30_000, jitter: false, retry_on: ["io_error", "timeout", "connection_reset", "rate_limited"] },
  no_retry: { max_attempts: 1, backoff: "constant", delay_ms: 0, max_delay_ms: 0, jitter: false, retry_on: [] },
} as const;

export const nextField = {
  shape: "either",
  optional: true,
  scalar: { shape: "target", edge: "next", doc: "The node to run afterwards." },
  list: {
    shape: "list",
    min: 1,
    of: {
      shape: "object",
      groups: [{ rule: "one", keys: ["when", "else"] }, { rule: "one", keys: ["to", "else"] }],
      fields: {
        when: { shape: "expression", as: "condition", optional: true, doc: "The test; `output` is this node's result." },
        to: { shape: "target", edge: "case", optional: true, doc: "Where to go if it holds." },
        else: { shape: "target", edge: "default", optional: true, doc: "Where to go if no test held; the last entry." },
      },
      doc: "One route.",
    },
    doc: "Routes, tried in order: `- when: <expr>` with `to: <id>`, ending with `- else: <id>`.",
  },
  doc: "The node to run afterwards, or a list of routes tried in order.",
} as const satisfies Field;

/** What a `policy` block says. */
export const policyFields = {
  blocked_tools: { shape: "list", optional: true, of: { shape: "text", format: "glob", doc: "A glob over tool names." }, doc: "Tools that are never called; a block wins over everything." },
  require_approval_for: { shape: "list", optional: true, of: { shape: "text", format: "glob", doc: "A glob over tool names." }, doc: "Tools that need a person's approval for each call." },
  model_allowlist: { shape: "list", optional: true, of: { shape: "text", format: "glob", doc: "A glob over model ids." }, doc: "The only models that may be called." },
} as const satisfies Fields;

const dataPolicyFields = {
  pii_detectors: { shape: "list", optional: true, of: { shape: "choice", options: ["email", "ssn", "phone", "credit_card", "ip_address"], doc: "A detector." }, doc: "What is recognised as personal data in any text." },
  pii_fields: { shape: "list", optional: true, of: { shape: "text", format: "statePath", doc: "A JSONPath into the state." }, doc: "State that is personal data whatever it looks like." },
  redaction_mode: { shape: "choice", options: ["mask", "hash", "remove"], optional: true, default: "mask", doc: "What stands in place of a value." },
  retain_prompts: { shape: "flag", optional: true, default: false, doc: "Whether prompts are kept in the audit log." },
  retain_outputs: { shape: "flag", optional: true, default: true, doc: "Whether outputs are kept in the audit log." },
  retention_days: { shape: "integer", min: 1, max: 36_500, optional: true, doc: "After so many days the content is purged." },
} as const satisfies Fields;

const oauthFields = {
  token_endpoint: { shape: "text", format: "url", doc: "Where tokens are exchanged." },
  grant_type: { shape: "text", optional: true, default: "urn:ietf:params:oauth:grant-type:token-exchange", doc: "The grant; RFC 8693 token exchange." },
  client_id: { shape: "text", doc: "Our client id; `${NAME}` takes it from the environment." },
  client_secret: { shape: "text", format: "secret", optional: true, doc: "Our client secret, as `${NAME}`; never written out." },
  subject_token_source: { shape: "text", optional: true, doc: "Where the user's token comes from." },
  requested_scopes: { shape: "list", of: { shape: "text", format: "scope", doc: "A scope." }, doc: "The widest set of scopes the workflow asks for." },
  audience: { shape: "text", optional: true, doc: "The service the token is for." },
} as const satisfies Fields;

const oauthScopesFields = {
  required_scopes: { shape: "list", of: { shape: "text", format: "scope", doc: "A scope." }, doc: "Scopes this node needs; a part of the workflow's `requested_scopes`." },
  audience: { shape: "text", optional: true, doc: "The service the token is for, if not the workflow's." },
} as const satisfies Fields;

export const policyField = { shape: "object", optional: true, needs: "policy", fields: policyFields, doc: "Which tools and models may be used." } as const satisfies Field;
export const dataPolicyField = { shape: "object", optional: true, needs: "data_policy", fields: dataPolicyFields, doc: "How personal data is recognised, redacted and retained." } as const satisfies Field;
export const oauthField = { shape: "object", optional: true, needs: "oauth", fields: oauthFields, doc: "Delegation of the user's rights by RFC 8693 token exchange." } as const satisfies Field;

const timeoutUnits = { timeout_hours: 3_600_000, timeout_seconds: 1_000, timeout_secs: 1_000, timeout_ms: 1 } as const;

export const timeoutField = { shape: "duration", units: timeoutUnits, optional: true, doc: "How long one attempt may take: `30s`, `5m`, `48h`, `250ms`, or ISO 8601." } as const satisfies Field;
export const onTimeoutField = { shape: "target", edge: "timeout", optional: true, aliases: ["fallback_node"], doc: "The node to run when the timeout is over." } as const satisfies Field;

/** What every node may have. */
export const nodeFields = {
  description: { shape: "text", optional: true, doc: "What the node is for; shown by `jamjet inspect`." },
  labels: { shape: "map", optional: true, of: { shape: "text", doc: "A label's value." }, doc: "Labels, for people; `jamjet inspect` shows them." },
} as const satisfies Fields;

/** What every node that is visited and left has. */
export const flowFields = {
  ...nodeFields,
  max_visits: { shape: "integer", min: 1, max: 1_000_000, optional: true, default: 1_000, doc: "A hard stop for loops: one visit more ends the execution with `limit_exceeded`." },
} as const satisfies Fields;

/** What every node that can fail and be tried again has. */
export const attemptFields = {
  retry: {
    shape: "either",
    optional: true,
    scalar: { shape: "name", of: "retryPolicy", doc: "A policy of `retry_policies`, or `llm_default`, `io_default`, `no_retry`." },
    map: { shape: "object", fields: retryFields, doc: "A policy of its own." },
    doc: "How failures are retried; without it a node has one attempt.",
  },
  timeout: timeoutField,
  on_error: { shape: "target", edge: "error", optional: true, doc: "The node to run when all attempts are used up; `error` is set there and after." },
} as const satisfies Fields;

/** What every activity has beyond its own fields. */
export const activityFields = {
  ...flowFields,
  effect: { shape: "choice", options: ["read", "idempotent", "once"], wants: { once: "effect_once" }, optional: true, doc: "What a repeated call does: nothing (`read`), the same once more (`idempotent`), or harm (`once`)." },
  ...attemptFields,
  policy: policyField,
  data_policy: dataPolicyField,
  oauth_scopes: { shape: "object", optional: true, needs: "oauth", fields: oauthScopesFields, doc: "The OAuth scopes this node needs." },
  next: nextField,
} as const satisfies Fields;
