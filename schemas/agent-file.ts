import type { Field, Fields } from "./field.ts";

const judgeModel = { shape: "name", of: "model", optional: true, doc: "The model that judges; without it the agent's own." } as const;
const roundsField = { shape: "integer", min: 1, max: 100, optional: true, default: 3, doc: "How often the answer is gone over at most." } as const;

/** How an agent may reason, and what may be set of each way in its `strategy_config`. */
export const agentStrategies = {
  react: { doc: "Thinks, calls a tool, looks at what came of it, and goes on until it has an answer.", config: {} },
  "plan-and-execute": {
    doc: "Makes a plan first and then does it step by step.",
    config: {
      max_steps: { shape: "integer", min: 1, max: 100, optional: true, default: 8, doc: "The most steps a plan may have." },
      planner_model: { shape: "name", of: "model", optional: true, doc: "The model that plans; without it the agent's own." },
    },
  },
  critic: {
    doc: "Drafts an answer, which a critic scores, and mends it until the critic is content.",
    config: {
      max_rounds: roundsField,
      min_score: { shape: "integer", min: 1, max: 5, optional: true, default: 4, doc: "The score from 1 to 5 that is good enough." },
      rubric: { shape: "template", sink: "orders", optional: true, doc: "What the critic looks at." },
      critic_model: judgeModel,
    },
  },
  reflection: { doc: "Looks at its own answer and mends it.", config: { max_rounds: roundsField } },
  consensus: {
    doc: "Answers several times independently and takes what most of the answers say.",
    config: {
      samples: { shape: "integer", min: 2, max: 20, optional: true, default: 3, doc: "How many answers are made." },
      judge_model: judgeModel,
    },
  },
  debate: {
    doc: "Lets several sides argue, and a judge decide.",
    config: {
      debaters: { shape: "integer", min: 2, max: 10, optional: true, default: 2, doc: "How many sides there are." },
      rounds: { shape: "integer", min: 1, max: 20, optional: true, default: 2, doc: "How often each side speaks." },
      judge_model: judgeModel,
    },
  },
} as const satisfies { readonly [strategy: string]: { readonly doc: string; readonly config: Fields } };

/** The limits of one run of an agent. */
export const limitFields = {
  max_iterations: { shape: "integer", min: 1, max: 1_000_000, doc: "The most turns of its loop." },
  max_cost_usd: { shape: "number", above: 0, max: 1_000_000_000, doc: "The most US dollars it may cost." },
  timeout_seconds: { shape: "number", above: 0, max: 315_360_000, doc: "The longest it may take, in seconds." },
} as const satisfies Fields;

const globs = (doc: string): Extract<Field, { readonly shape: "list" }> => ({ shape: "list", optional: true, of: { shape: "text", format: "glob", doc: "A glob over names." }, doc });
/** The names, or patterns of names, of what an agent may do. */
export const autonomyGlobs = {
  allowed_tools: globs("The only tools it may call."),
  blocked_tools: globs("Tools it never calls."),
  allowed_delegations: globs("The only agents it may hand work to."),
  require_approval_for: globs("Tools that need a person's approval for each call."),
} as const satisfies Fields;

const levels = { shape: "choice", options: ["deterministic", "guided", "bounded_autonomous", "fully_autonomous"], doc: "How far it may go on its own." } as const;

const autonomyField: Field = {
  shape: "either",
  optional: true,
  scalar: levels,
  map: {
    shape: "object",
    fields: {
      level: levels,
      max_iterations: { shape: "integer", min: 1, optional: true, doc: "The most turns of its loop." },
      max_tool_calls: { shape: "integer", min: 0, optional: true, doc: "The most tools it may call." },
      token_budget: { shape: "integer", min: 1, optional: true, doc: "The most tokens it may use." },
      cost_budget_usd: { shape: "number", above: 0, optional: true, doc: "The most US dollars it may cost." },
      time_budget_secs: { shape: "number", above: 0, optional: true, doc: "The longest it may take, in seconds." },
      ...autonomyGlobs,
      circuit_breaker_threshold: { shape: "integer", min: 1, optional: true, default: 3, doc: "After so many errors in a row it stops." },
    },
    doc: "How far it may go, with constraints.",
  },
  doc: "How far the agent may go on its own: a level, or a level with constraints.",
};

/** What tells what an agent does, wherever it is declared. */
export const agentTaskFields = {
  name: { shape: "text", optional: true, doc: "A name for people; shown in traces." },
  description: { shape: "text", optional: true, doc: "What the agent is for." },
  goal: { shape: "template", sink: "orders", doc: "What it shall achieve: its first message." },
  system: { shape: "template", sink: "orders", optional: true, aliases: ["system_prompt"], doc: "The system prompt." },
  tools: {
    shape: "list",
    optional: true,
    of: {
      shape: "either",
      scalar: { shape: "name", of: "agentTool", doc: "A tool: `server.tool`, or the name of one that is declared beside the agent." },
      map: {
        shape: "object",
        fields: {
          name: { shape: "text", format: "identifier", doc: "What the agent calls it." },
          description: { shape: "text", doc: "What it does, for the model." },
          input_schema: { shape: "type", as: "record", optional: true, doc: "Its arguments: types by their names, or a JSON Schema object." },
        },
        doc: "A tool with its description.",
      },
      doc: "One tool.",
    },
    doc: "The tools it may call.",
  },
  on_limit_exceeded: { shape: "choice", options: ["fail", "return_partial"], optional: true, default: "return_partial", doc: "What becomes of it at a limit: it fails, or gives what it has." },
  state_schema: { shape: "type", as: "record", optional: true, doc: "The typed state that its templates read: a mapping from key to type, or a JSON Schema object." },
  autonomy: autonomyField,
} as const satisfies Fields;

/** What an agent document says under `agent:`, beside its `strategy` and the `strategy_config` that belongs to that. */
export const agentFields = {
  id: { shape: "text", format: "slug", doc: "The agent's unique id." },
  version: { shape: "text", format: "semver", optional: true, default: "0.1.0", doc: "The version of the agent." },
  model: { shape: "name", of: "model", doc: "The model: `provider/model`, an alias of `[models]`, or an id whose family names the provider." },
  ...agentTaskFields,
  mcp: {
    shape: "object",
    optional: true,
    fields: { servers: { shape: "list", of: { shape: "name", of: "server", doc: "A server of `jamjet.toml`." }, doc: "Servers all of whose tools it may call." } },
    doc: "MCP servers.",
  },
  limits: { shape: "object", fields: limitFields, doc: "Where it stops; all three are said." },
} as const satisfies Fields;

/** An agent with these fields: its strategy decides what may stand in its `strategy_config`. */
export function agentShape(fields: Fields, doc: string): Extract<Field, { readonly shape: "tagged" }> {
  const variants = Object.entries(agentStrategies).map(([name, { doc: about, config }]) => [
    name,
    { doc: about, fields: { ...fields, strategy_config: { shape: "object", optional: true, fields: config, doc: `Settings of ${name}.` } } },
  ] as const);
  return { shape: "tagged", tag: "strategy", variants: Object.fromEntries(variants), doc };
}

/** The top level of an agent document. */
export const agentFileFields = { agent: agentShape(agentFields, "The agent.") } as const satisfies Fields;
