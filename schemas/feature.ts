/**
 * What a program may demand of the runtime that carries it. A declared key or kind that a runtime does not enforce is
 * refused by name before anything starts; nothing an author wrote is ever ignored.
 */
export const features = {
  parallel: "fork and join (`parallel`, `join`)",
  wait: "waiting for events and timers (`wait`)",
  human_approval: "human approvals (`human_approval`)",
  policy: "tool and model policies (`policy`)",
  subgraph: "workflows that start others (`subgraph`)",
  token_budget: "token budgets (`token_budget`)",
  cost_budget: "cost budgets (`cost_budget_usd`)",
  on_budget_exceeded: "routes for an exceeded budget (`on_budget_exceeded`)",
  data_policy: "personal-data policies (`data_policy`)",
  oauth: "OAuth delegation (`oauth`, `oauth_scopes`)",
  federation: "federation between runtimes (`federation`)",
  continue_as_new: "segments that roll over (`continue_as_new`)",
  workflow_timeout: "a time limit for the whole execution (`timeout` of the workflow)",
  effect_once: "effects that must not run twice (`effect: once`)",
  model_tools: "tools offered to a model (`tools` of a model node)",
  output_schema: "structured model output (`output_schema`)",
  output_to_state: "splitting a model's output over state keys (`output_to_state`)",
  model_retry: "retries below the node's own (`retry` of `[models]`)",
  policy_file: "portable policy files (`[policy] file`)",
  secret_backends: "secrets from elsewhere than the environment (`[secrets]`)",
  lint_severities: "findings weighed by the project (`[lint]`)",
  raised_limits: "raised limits (`[limits]`)",
} as const;

export type Feature = keyof typeof features;
