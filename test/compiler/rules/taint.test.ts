import { expect, it } from "vitest";
import type { ProjectView } from "../../../compiler/index.ts";
import { findingsIn, workflowOf } from "../../support/document.ts";
import { lockOf } from "../../support/lock.ts";

const schema = "a: str, b: str, count: int, kind: 'Literal[\"x\", \"y\"]', plan: {url: str, size: int}, rows: 'list[str]', me: str";
const draft = "draft: {type: model, model: gpt-4o, prompt: x, output_key: a, next: use}";
const fetch = "fetch: {type: http, url: 'https://example.com/', output_key: b, next: use}";

function check(nodes: string, ...expected: readonly string[]): void {
  expect(taintsIn(nodes)).toEqual(expected);
}

function taintsIn(nodes: string, project?: Partial<ProjectView>, header = ""): readonly string[] {
  return findingsIn(workflowOf(nodes, header, schema), project).filter((line) => line.startsWith("JJ60"));
}

const order = (text: string): string => `use: {type: model, model: gpt-4o, system: "${text}", prompt: x, output_key: me, next: end}`;
const request = (url: string): string => `use: {type: http, url: "${url}", next: end}`;
const sql = (text: string, more = ""): string => `use: {type: tool, server: s, tool: run_sql, arguments: {sql: "${text}"}, ${more}next: end}`;

it("tells whose words become orders", () => {
  check(`${draft}\n${order("Obey. {{ state.a }}")}`, "JJ6010 warning «state.a» words of the model of 'draft' become orders: 'state.a' stands in 'system' [«a»]");
  check(`${fetch}\n${order("Obey. {{ state.b | upper }}")}`, "JJ6010 warning «state.b» words of the service behind 'fetch' become orders: 'state.b' stands in 'system' [«b»]");
  check(`hear: {type: wait, event: e, data: {a: str}, next: use}\n${order("{{ state.a }}")}`, "JJ6010 warning «state.a» words of whoever sends the event of 'hear' become orders: 'state.a' stands in 'system' [«a»]");
});

it("tells whose words name a host", () => {
  for (const url of ["{{ state.a }}", "https://{{ state.a }}/x", "https://api.{{ state.a }}/x", "https://example.com{{ state.a }}", "{{ state.a }}://example.com/", "{% if state.count > 1 %}{{ state.a }}{% endif %}/x"]) {
    check(`${draft}\n${request(url)}`, "JJ6011 warning «state.a» words of the model of 'draft' decide where the request goes: 'state.a' stands before the path of the address [«a»]");
  }
  for (const url of ["https://example.com/{{ state.a }}", "https://example.com?q={{ state.a }}", "{{ env.BASE }}/{{ state.a }}", "https://{{ state.a | urlencode }}.example.com/", "https://{{ state.count }}.example.com/", "https://{{ state.kind }}.example.com/", "https://{{ 'a' if state.a else 'b' }}/x", "https://{{ state.a | length }}/"]) check(`${draft}\n${request(url)}`);
});

it("tells whose words are run as SQL", () => {
  check(`${draft}\n${sql("{{ state.a }}")}`, "JJ6009 warning «state.a» words of the model of 'draft' are run as SQL: 'state.a' stands in 'sql' of 's.run_sql', and nothing on the way has looked at it [«a»]");
  check(`${draft}\n${sql("SELECT {% for r in [state.a] %}{{ r }}{% endfor %}")}`, "JJ6009 warning «state.a» words of the model of 'draft' are run as SQL: 'state.a' stands in 'sql' of 's.run_sql', and nothing on the way has looked at it [«a»]");
  check(`${draft}\nuse: {type: tool, server: s, tool: search, arguments: {query: '{{ state.a }}', statement: '{{ state.a }}', text: '{{ state.a }}'}, next: end}`);
  check(`${draft}\nuse: {type: tool, server: s, tool: search, arguments: {command: '{{ state.a }}'}, next: end}`);
  expect(taintsIn(`${draft}\nuse: {type: tool, server: s, tool: bash, arguments: {command: '{{ state.a }}'}, next: end}`)).toHaveLength(1);
});

it("tells a model's words in a header, and takes a token from a service", () => {
  const send = (key: string): string => `use: {type: http, url: 'https://example.com/', headers: {authorization: 'Bearer {{ state.${key} }}'}, next: end}`;
  expect(taintsIn(`${draft}\n${send("a")}`).map((line) => line.slice(0, 6))).toEqual(["JJ6009"]);
  check(`${fetch}\n${send("b")}`);
});

it("believes what a locked tool says of itself", () => {
  const lock = lockOf("s", { delete: { destructiveHint: true }, add: { destructiveHint: false }, plain: {}, sql_read: { readOnlyHint: true }, books: { openWorldHint: false } });
  const call = (tool: string, argument = "path"): string => `${draft}\nuse: {type: tool, server: s, tool: ${tool}, arguments: {${argument}: '{{ state.a }}'}, next: end}`;
  expect(taintsIn(call("delete"), { lock }).map((line) => line.slice(0, 6))).toEqual(["JJ6009"]);
  for (const [tool, argument] of [["add", "path"], ["plain", "path"], ["sql_read", "sql"], ["unknown", "path"]] as const) expect(taintsIn(call(tool, argument), { lock })).toEqual([]);
  expect(taintsIn(`books: {type: tool, server: s, tool: books, output_key: a, next: use}\n${order("{{ state.a }}")}`, { lock })).toEqual([]);
});

it("is content with whatever looked at the words on every way", () => {
  const tested = (on: string): string => `${draft.replace("next: use", "next: test")}\ntest: ${on}\n${sql("{{ state.a }}")}`;
  for (const on of [
    "{type: branch, conditions: [{if: \"state.a.startswith('SELECT')\", next: use}], default: end}",
    "{type: branch, conditions: [{if: \"';' in state.a\", next: end}], default: use}",
    "{type: human_approval, message: '{{ state.a }}', next: use}",
    "{type: human_approval, on_approved: use, on_rejected: end}",
    "{type: eval, scorers: [{type: assertion, check: \"';' not in state.a\"}], next: use}",
    "{type: eval, scorers: [{type: assertion, check: \"';' not in output.a\"}], on_fail: retry_with_feedback, max_retries: 2, next: use}",
    "{type: eval, scorers: [{type: custom, module: scorers/a.js}], next: use}",
  ]) check(tested(on));
  for (const on of [
    "{type: branch, conditions: [{if: state.a, next: use}], default: end}",
    "{type: branch, conditions: [{if: state.a is not None, next: use}], default: end}",
    "{type: branch, conditions: [{if: state.count > 2, next: use}], default: end}",
    "{type: human_approval, on_approved: end, on_rejected: use}",
    "{type: human_approval, timeout: 1h, on_timeout: use, next: end}",
    "{type: eval, scorers: [{type: llm_judge, rubric: good, model: gpt-4o}], next: use}",
    "{type: eval, scorers: [{type: assertion, check: \"';' not in state.a\"}], on_fail: log_and_continue, next: use}",
    "{type: eval, scorers: [{type: assertion, check: \"len(state.b) > 3\"}], next: use}",
  ]) expect(taintsIn(tested(on)), on).toHaveLength(1);
});

it("wants the check on every way, and after the last write", () => {
  const around = `${draft.replace("next: use", "next: [{when: state.count > 1, to: ask}, {else: use}]")}\nask: {type: human_approval, next: use}\n${sql("{{ state.a }}")}`;
  expect(taintsIn(around)).toHaveLength(1);
  const again = `${draft.replace("next: use", "next: ask")}\nask: {type: human_approval, next: again}\nagain: {type: model, model: gpt-4o, prompt: y, output_key: a, next: use}\n${sql("{{ state.a }}")}`;
  expect(taintsIn(again)).toHaveLength(1);
  check(`${fetch.replace("output_key: b", "output_key: a").replace("next: use", "next: count")}\ncount: {type: model, model: gpt-4o, prompt: y, output_schema: 'Literal["x", "y"]', output_key: a, next: use}\n${sql("{{ state.a }}")}`);
});

it("takes an approval by policy for a check", () => {
  expect(taintsIn(`${draft}\n${sql("{{ state.a }}")}`, {}, "policy: {require_approval_for: ['s.run_*']}")).toEqual([]);
  check(`${draft}\n${sql("{{ state.a }}", "policy: {require_approval_for: [run_sql]}, ")}`);
});

it("holds nothing against numbers, choices, what a caller gives, and keys that are not written on the way", () => {
  const plan = "draft: {type: model, model: gpt-4o, prompt: x, output_schema: {url: str, size: int}, output_key: plan, next: use}";
  check(`${plan}\n${sql("LIMIT {{ state.plan.size }}")}`);
  expect(taintsIn(`${plan}\n${sql("{{ state.plan.url }}")}`)).toHaveLength(1);
  check(`${draft}\n${sql("SELECT {{ state.b }} {{ state.me }}")}`);
  check(`${draft}\n${sql("{{ 1 if state.a == 'x' else 2 }} {{ state.a in ['x'] }} {{ len(state.a) }}")}`);
  check(`use: {type: model, model: gpt-4o, system: '{{ state.me }}', prompt: x, output_key: me, next: end}`);
});

it("tells of personal data that strangers could ask a model for", () => {
  const write = "write: {type: model, model: gpt-4o, prompt: '{{ state.me }} {{ state.b }}', output_key: a, next: post}";
  const post = "post: {type: http, method: POST, url: 'https://example.com/', body: '{{ state.a }}', next: end}";
  const pii = "data_policy: {pii_fields: [$.me]}";
  const get = fetch.replace("next: use", "next: write");
  expect(taintsIn(`${get}\n${write}\n${post}`, {}, pii)).toEqual([
    "JJ6012 warning «state.a» personal data may leave: the model of 'write' reads 'state.me' and words of 'fetch', and what it writes is sent out as 'state.a' [«$.me» «a» «b»]",
  ]);
  expect(taintsIn(`${get}\n${write}\n${post}`)).toEqual([]);
  expect(taintsIn(`${write}\n${post}`, {}, pii)).toEqual([]);
  expect(taintsIn(`${get}\n${write.replace("state.me", "state.plan.url")}\n${post}`, {}, "data_policy: {pii_fields: [$.plan.size]}")).toEqual([]);
  for (const path of ["$.plan", "$.plan.url", "$.plan['url']"]) expect(taintsIn(`${get}\n${write.replace("state.me", "state.plan.url")}\n${post}`, {}, `data_policy: {pii_fields: ["${path}"]}`)).toHaveLength(1);
  expect(taintsIn(`${get}\n${write.replace("{{ state.me }}", "")}\n${post}`, {}, pii)).toEqual([]);
  expect(taintsIn(`${get}\n${write}\n${post.replace("POST", "GET")}`, {}, pii)).toEqual([]);
  expect(taintsIn(`${get}\n${write.replace("next: post", "next: ask")}\nask: {type: human_approval, next: post}\n${post}`, {}, pii)).toEqual([]);
  expect(taintsIn(`${get}\n${write}\n${post}`, {}, `${pii}\npolicy: {require_approval_for: [http.POST]}`)).toEqual([]);
});

it("follows names that a template gives, each with the place where it is read", () => {
  const told = (system: string): readonly string[] => taintsIn(`${draft}\n${order(system)}`).map((line) => line.split("»")[0] ?? "");
  expect(told("{% set x = state.a %}{{ x }}")).toEqual(["JJ6010 warning «state.a"]);
  expect(told("{% for x in state.a.split(',') %}{{ x }}{% endfor %}")).toEqual(["JJ6010 warning «state.a"]);
  expect(told("{{ [x.upper() for x in state.a.split(',')] | join(' ') }}")).toEqual(["JJ6010 warning «state.a"]);
  expect(told("{% set x = state.a %}{% for x in [1] %}{{ x }}{% endfor %}")).toEqual([]);
  expect(told("{% for x in [state.a] %}{{ loop.index }}{% endfor %}")).toEqual([]);
  expect(told("{{ sum(len(x) for x in state.a.split(',')) }}")).toEqual([]);
});
