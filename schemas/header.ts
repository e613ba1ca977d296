import { dataPolicyField, oauthField, policyField, retryFields, timeoutField } from "./common-fields.ts";
import type { Fields } from "./field.ts";

/** Keys that may stand under `workflow:` or at the top level of the file, but not in both places. */
export const movableFields = {
  policy: policyField,
  data_policy: dataPolicyField,
  oauth: oauthField,
  token_budget: {
    shape: "object",
    optional: true,
    needs: "token_budget",
    groups: [{ rule: "some", keys: ["input_tokens", "output_tokens", "total_tokens"] }],
    fields: {
      input_tokens: { shape: "integer", min: 1, optional: true, doc: "Tokens sent to models." },
      output_tokens: { shape: "integer", min: 1, optional: true, doc: "Tokens models answer with." },
      total_tokens: { shape: "integer", min: 1, optional: true, doc: "Both together." },
    },
    doc: "The most tokens one execution may use.",
  },
  cost_budget_usd: { shape: "number", above: 0, max: 1_000_000_000, optional: true, needs: "cost_budget", doc: "The most US dollars one execution may cost." },
  on_budget_exceeded: {
    shape: "target",
    edge: "budget",
    optional: true,
    default: "fail",
    needs: "on_budget_exceeded",
    words: { pause: "wait for a person to raise the budget", fail: "fail the execution" },
    doc: "What happens when a budget does not cover the next call.",
  },
} as const satisfies Fields;

/** What stands under `workflow:`. */
export const headerFields = {
  id: { shape: "text", format: "slug", doc: "The workflow's unique id." },
  version: { shape: "text", format: "semver", doc: "The version, pinned by running executions." },
  name: { shape: "text", optional: true, doc: "A name for people; shown by `jamjet inspect`." },
  description: { shape: "text", optional: true, doc: "What the workflow does; shown by `jamjet inspect`." },
  labels: { shape: "map", optional: true, of: { shape: "text", doc: "A label's value." }, doc: "Labels, for people; `jamjet inspect` shows them." },
  state_schema: { shape: "type", as: "record", optional: true, doc: "The typed state: a mapping from key to type, or a JSON Schema object. Every key is optional at the start. Inside it, a mapping is a JSON Schema if its `type` is a word of JSON Schema (`object`, `array`, `string`, `number`, `integer`, `boolean`, `null`), or if it has `enum`, `anyOf`, `oneOf`, `allOf`, `$ref`, or `properties` that are schemas; any other mapping is an inline record, as in `{title: str, tags: \"list[str]\"}`." },
  inputs: { shape: "list", optional: true, of: { shape: "stateKey", access: "read", doc: "A state key." }, doc: "The keys a caller must give; inferred when absent." },
  start: { shape: "target", edge: "start", aliases: ["start_node"], doc: "The node to begin with." },
  escalate: { shape: "target", edge: "escalate", optional: true, doc: "Where `on_fail: escalate` of an eval goes." },
  timeout: { ...timeoutField, needs: "workflow_timeout", doc: "How long the whole execution may take." },
  retry_policies: {
    shape: "map",
    keys: "slug",
    optional: true,
    of: { shape: "object", fields: retryFields, doc: "A retry policy." },
    doc: "Named retry policies, beside the presets `llm_default`, `io_default` and `no_retry`.",
  },
  continue_as_new: { shape: "flag", optional: true, default: false, needs: "continue_as_new", doc: "Whether a budget ceiling rolls over into a new segment instead of failing." },
  ...movableFields,
} as const satisfies Fields;

/** What may stand at the top level of a workflow file beside `workflow:` and `nodes:`. */
export const fileFields = {
  ...movableFields,
  federation: {
    shape: "object",
    optional: true,
    needs: "federation",
    fields: {
      require_auth: { shape: "flag", optional: true, default: true, doc: "Whether callers must authenticate." },
      tokens: {
        shape: "list",
        optional: true,
        of: {
          shape: "object",
          fields: {
            token: { shape: "text", format: "secret", doc: "The token, as `${NAME}`; never written out." },
            name: { shape: "text", doc: "Whose token it is." },
            agent_id: { shape: "text", optional: true, doc: "The agent it stands for." },
            scopes: { shape: "list", optional: true, of: { shape: "text", format: "scope", doc: "A scope." }, doc: "What it may do." },
          },
          doc: "One token.",
        },
        doc: "Tokens of callers.",
      },
      allowed_agents: { shape: "list", optional: true, of: { shape: "text", doc: "An agent id." }, doc: "The agents that may call." },
      method_scopes: { shape: "map", optional: true, of: { shape: "list", of: { shape: "text", format: "scope", doc: "A scope." }, doc: "Scopes." }, doc: "Scopes needed per method." },
      public_agent_card: { shape: "flag", optional: true, default: true, doc: "Whether the agent card is readable without a token." },
    },
    doc: "Which other runtimes may call this one.",
  },
} as const satisfies Fields;
