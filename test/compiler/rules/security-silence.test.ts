import { expect, it } from "vitest";
import { findingsIn, workflowOf } from "../../support/document.ts";
import { lockOf } from "../../support/lock.ts";

const schema = "q: str, text: str, url: str, token: str, n: int, ok: bool, when: str, kind: 'Literal[\"a\", \"b\"]', rows: 'list[dict]', plan: {sql: str, limit: int, mode: 'Literal[\"asc\", \"desc\"]'}, user: {name: str, ssn: str}";
const lock = lockOf("s", { search: { readOnlyHint: true, openWorldHint: true }, remove: { destructiveHint: true }, save: { idempotentHint: true }, run_sql: {}, lookup: {}, books: { openWorldHint: false } });
const write = (more: string): string => `write: {type: model, model: gpt-4o, prompt: "{{ state.q }}", output_key: text, ${more}}`;
const oauth = (more: string): string => `oauth: {token_endpoint: 'https://id.example.com/token', client_id: "\${ID}", client_secret: "\${SECRET}", ${more}}`;

/** Workflows that are in order, though a checker in a hurry might think otherwise: what they are about, their nodes and their header. */
const documents: readonly (readonly [about: string, nodes: string, header?: string])[] = [
  ["a model's text in another model's prompt", `${write("next: again")}\nagain: {type: model, model: gpt-4o, prompt: 'Shorten: {{ state.text }}', output_key: text, next: end}`],
  ["a caller's text in a system prompt", "one: {type: model, model: gpt-4o, system: 'You are {{ state.q }}.', prompt: x, output_key: text, next: end}"],
  ["a caller's host", "one: {type: http, url: 'https://{{ state.url }}/x', next: end}"],
  ["a host of the environment", `${write("next: send")}\nsend: {type: http, url: '{{ env.API_URL }}/{{ state.text }}', next: end}`],
  ["a model's text in a path and a query", `${write("next: send")}\nsend: {type: http, url: 'https://example.com/a/{{ state.text }}?q={{ state.text }}', query: {x: '{{ state.text }}'}, next: end}`],
  ["a model's number in a host", "write: {type: model, model: gpt-4o, prompt: x, output_schema: int, output_key: n, next: send}\nsend: {type: http, url: 'https://shard-{{ state.n }}.example.com/', next: end}"],
  ["a model's choice in a host", "write: {type: model, model: gpt-4o, prompt: x, output_schema: 'Literal[\"a\", \"b\"]', output_key: kind, next: send}\nsend: {type: http, url: 'https://{{ state.kind }}.example.com/', next: end}"],
  ["a host that an expression chooses", `${write("next: send")}\nsend: {type: http, url: "https://{{ 'eu' if 'Europe' in state.text else 'us' }}.example.com/", next: end}`],
  ["a model's text in a search", `${write("next: find")}\nfind: {type: tool, server: s, tool: search, arguments: {query: '{{ state.text }}'}, output_key: rows, next: end}`],
  ["a model's text in a body", `${write("next: send")}\nsend: {type: http, method: POST, url: 'https://example.com/', body: {text: '{{ state.text }}'}, next: end}`],
  ["SQL whose parameters a model gives", `${write("next: run")}\nrun: {type: tool, server: s, tool: run_sql, arguments: {sql: 'SELECT * FROM t WHERE name = ?', params: ['{{ state.text }}']}, next: end}`],
  ["SQL with a model's limit and order", "write: {type: model, model: gpt-4o, prompt: x, output_schema: {sql: str, limit: int, mode: 'Literal[\"asc\", \"desc\"]'}, output_key: plan, next: run}\nrun: {type: tool, server: s, tool: run_sql, arguments: {sql: 'SELECT 1 ORDER BY a {{ state.plan.mode }} LIMIT {{ state.plan.limit }}'}, next: end}"],
  ["SQL of a caller", "run: {type: tool, server: s, tool: run_sql, arguments: {sql: '{{ state.q }}'}, next: end}"],
  ["SQL behind a test in the model's own routes", `${write("next: [{when: \"output.text.startswith('SELECT')\", to: run}, {else: end}]")}\nrun: {type: tool, server: s, tool: run_sql, arguments: {sql: '{{ state.text }}'}, next: end}`],
  ["SQL behind a refusal", `${write("next: test")}\ntest: {type: branch, conditions: [{if: \"'drop' in state.text.lower()\", next: end}, {if: state.ok, next: run}], default: run}\nrun: {type: tool, server: s, tool: run_sql, arguments: {sql: '{{ state.text }}'}, next: end}`],
  ["SQL that a person has approved", `${write("next: ask")}\nask: {type: human_approval, message: '{{ state.text }}', on_approved: run, on_rejected: write, output_key: when2}\nrun: {type: tool, server: s, tool: run_sql, arguments: {sql: '{{ state.text }}'}, next: end}`.replace(", output_key: when2", "")],
  ["a query that is not for a database", `${write("next: ask")}\nask: {type: tool, server: s, tool: lookup, arguments: {query: '{{ state.text }}', statement: '{{ state.text }}', command: '{{ state.text }}'}, next: end}`],
  ["a deletion by a caller's name", "one: {type: tool, server: s, tool: remove, arguments: {path: '{{ state.q }}'}, next: end}"],
  ["a deletion by a number", "write: {type: model, model: gpt-4o, prompt: x, output_schema: int, output_key: n, next: one}\none: {type: tool, server: s, tool: remove, arguments: {id: '{{ state.n }}'}, next: end}"],
  ["a deletion that policies hold back", `${write("next: one")}\none: {type: tool, server: s, tool: remove, arguments: {path: '{{ state.text }}'}, next: end}`, "policy: {require_approval_for: ['s.rem*']}"],
  ["a token of a login in a header", "login: {type: http, method: POST, url: 'https://example.com/login', output_key: token, next: use}\nuse: {type: http, url: 'https://example.com/', headers: {authorization: 'Bearer {{ state.token }}'}, next: end}"],
  ["words of a closed world in a system prompt", "one: {type: tool, server: s, tool: books, output_key: text, next: two}\ntwo: {type: model, model: gpt-4o, system: '{{ state.text }}', prompt: x, output_key: q, next: end}"],
  ["a moment that an event brings", "hear: {type: wait, event: e, data: {n: int, ok: bool}, next: two}\ntwo: {type: model, model: gpt-4o, system: '{{ state.n }} {{ state.ok }}', prompt: x, output_key: q, next: end}"],
  ["a template that only asks about a model's text", `${write("next: two")}\ntwo: {type: model, model: gpt-4o, system: \"{% if 'x' in state.text %}Be brief.{% endif %}{{ state.text | length }}\", prompt: x, output_key: q, next: end}`],
  ["a text that is written again before it matters", `${write("next: set")}\nset: {type: model, model: gpt-4o, prompt: x, output_schema: 'Literal["a", "b"]', output_key: text, next: two}\ntwo: {type: model, model: gpt-4o, system: '{{ state.text }}', prompt: x, output_key: q, next: end}`],
  ["personal data sent where it belongs", "send: {type: http, method: POST, url: 'https://example.com/', body: '{{ state.user }}', next: end}", "data_policy: {pii_fields: [$.user.ssn, '$..iban', \"$['user']['name']\"]}"],
  ["a letter that has nothing of strangers", `${write("next: send").replace("state.q", "state.user.ssn")}\nsend: {type: http, method: POST, url: 'https://example.com/', body: '{{ state.text }}', next: end}`, "data_policy: {pii_fields: [$.user]}"],
  ["scopes that fit", "one: {type: tool, server: s, tool: search, oauth_scopes: {required_scopes: [a, 'b:c']}, next: two}\ntwo: {type: tool, server: s, tool: search, next: end}", oauth("requested_scopes: [a, 'b:c']")],
  ["a node with an audience of its own", "one: {type: tool, server: s, tool: search, oauth_scopes: {required_scopes: [a], audience: other}, next: end}", oauth("requested_scopes: [a], audience: main")],
  ["scopes for all nodes together", "one: {type: tool, server: s, tool: search, next: end}", oauth("requested_scopes: [a, b]")],
  ["a token endpoint nearby", "one: {type: tool, server: s, tool: search, next: end}", "oauth: {token_endpoint: 'http://localhost:9000/token', client_id: a, requested_scopes: [a]}"],
  ["a list that narrows", "one: {type: model, model: gpt-4o-mini, prompt: x, policy: {model_allowlist: ['*-mini', 'gpt-4o-mini']}, output_key: text, next: end}", "policy: {model_allowlist: ['gpt-*']}"],
  ["a block within what needs an approval", "one: {type: tool, server: s, tool: search, next: end}", "policy: {blocked_tools: ['s.remove'], require_approval_for: ['s.*', 'http.*', '?emove']}"],
  ["retries of what may be done again", "one: {type: http, method: PUT, url: 'https://example.com/', retry: io_default, next: two}\ntwo: {type: tool, server: s, tool: save, retry: io_default, next: three}\nthree: {type: tool, server: other, tool: elsewhere, retry: io_default, next: four}\nfour: {type: model, model: gpt-4o, prompt: x, retry: llm_default, output_key: text, next: end}"],
  ["retries of what surely did not happen", "one: {type: http, method: POST, url: 'https://example.com/', retry: {max_attempts: 9, retry_on: [rate_limited, 429]}, next: end}"],
  ["words that only look like keys", "one: {type: model, model: gpt-4o, prompt: 'Explain sk-learn, hf_hub, npm_config, AKIA, ghp_ and SG.1 with an example: sk-ant-api03-xxxxxxxx', output_key: text, next: end}"],
  ["a header that is called like a key", "one: {type: http, url: 'http://example.com/', headers: {x-sort-key: '{{ state.q }}', accept: text/plain}, next: end}"],
];

it.each(documents)("has no complaint about %s", (_, nodes = "", header = "") => {
  expect(findingsIn(workflowOf(nodes, header, schema), { lock, servers: ["s", "other"] }).filter((line) => /^JJ60|^JJ\d+ «/.test(line))).toEqual([]);
});
