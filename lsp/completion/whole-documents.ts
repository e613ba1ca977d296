import type { Candidate } from "./candidate.ts";

const workflow = `workflow:
  id: \${1:my-workflow}
  version: 0.1.0
  description: \${2:Answers a question}
  state_schema:
    \${3:question}: str
    \${4:answer}: str
  start: ask

nodes:
  ask:
    type: model
    model: \${5:claude-haiku-4-5-20251001}
    prompt: "{{ state.\${3:question} \\}\\}"
    max_tokens: 1000
    output_key: \${4:answer}
    retry: llm_default
    next: end

  end:
    type: end
`;

const agent = `agent:
  id: \${1:my-agent}
  model: \${2:claude-sonnet-4-6}
  strategy: react
  goal: \${3:Answer the question.}
  limits:
    max_iterations: 10
    max_cost_usd: 1
    timeout_seconds: 300
`;

const fleet = `version: 1
defaults:
  model: \${2:claude-sonnet-4-6}
  limits:
    max_iterations: 10
    max_cost_usd: 1
    timeout_seconds: 300
agents:
  \${1:helper}:
    strategy: react
    goal: \${3:Answer the question.}
`;

const policy = `version: 1
rules:
  - match: "\${1:*.delete_*}"
    action: block
  - match: "\${2:*}"
    action: audit
`;

/** Whole documents, for a file in which nothing is written yet. */
export const wholeDocuments: readonly Candidate[] = [
  document("workflow", "a new workflow", workflow),
  document("agent", "a new agent", agent),
  document("fleet", "a new fleet of agents", fleet),
  document("policy", "a new policy", policy),
];

function document(filter: string, label: string, snippet: string): Candidate {
  return { label, filter, kind: "snippet", rank: 0, detail: "a whole document", snippet, insert: withoutStops(snippet) };
}

/** What a snippet leaves in the text of an author who changes nothing. */
export function withoutStops(snippet: string): string {
  return snippet.replace(/(?<!\\)\$\{\d+(?::((?:\\.|[^\\}])*))?\}/g, "$1").replace(/(?<!\\)\$\{\d+\|((?:\\.|[^,|\\])*)[^}]*\|\}/g, "$1").replace(/\\([\\$},|])/g, "$1");
}
