import { expect, it } from "vitest";
import { findingsIn, workflowOf } from "../../support/document.ts";
import { lockOf } from "../../support/lock.ts";

function check(nodes: string, header: string, ...expected: readonly string[]): void {
  expect(findingsIn(workflowOf(nodes, header))).toEqual(expected);
}

const calling = (more: string): string => `one: {type: tool, server: s, tool: send, ${more}, next: end}`;
const asking = (scopes: string): string => `oauth: {token_endpoint: 'https://id.example.com', client_id: a, requested_scopes: ${scopes}}`;
const needing = (scopes: string): string => calling(`oauth_scopes: {required_scopes: ${scopes}}`);

it("wants every scope of a node to be asked for", () => {
  check(needing("[read]"), asking("[read]"));
  check(needing("[read]"), asking("[Read]"), "JJ6001 «read» the scope 'read' is required, and 'requested_scopes' does not ask for it [«[Read]»]");
  check(needing("[read, 'mail:*']"), asking("['mail:*']"), "JJ6001 «read» the scope 'read' is required, and 'requested_scopes' does not ask for it [«['mail:*']»]");
  check(needing("[]"), "");
  check(needing("[read]"), "", "JJ6001 «read» the scope 'read' is required, and the workflow has no 'oauth' to ask for it");
});

it("finds scopes that nobody needs, where nodes say what they need", () => {
  check(calling("effect: read"), asking("[read, write]"));
  check(needing("[]"), asking("[read]"), "JJ6002 warning «read» no node that can run requires the scope 'read'");
  const unreached = "\ntwo: {type: tool, server: s, tool: send, oauth_scopes: {required_scopes: [write]}, next: end}";
  expect(findingsIn(workflowOf(needing("[read]") + unreached, asking("[read, write]"))).filter((line) => line.startsWith("JJ60"))).toEqual(["JJ6002 warning «write» no node that can run requires the scope 'write'"]);
});

it("says nothing of scopes that could not be read", () => {
  const about = (nodes: string, header: string): readonly string[] => findingsIn(workflowOf(nodes, header)).filter((line) => line.startsWith("JJ60"));
  expect(about(needing("[write]"), asking("[read, 'a b']"))).toEqual([]);
  expect(about(needing("[read, 'a b']"), asking("[read, write]"))).toEqual([]);
  expect(about(`${needing("[read]")}`.replace("next: end", "next: nowhere"), asking("[read, write]"))).toEqual([]);
});

it("finds what a node's list adds to that of the workflow", () => {
  const draft = (list: string): string => `one: {type: model, model: claude-haiku-4-5, prompt: x, policy: {model_allowlist: ${list}}, output_key: a, next: end}`;
  check(draft("['claude-haiku-*']"), "policy: {model_allowlist: ['claude-*']}");
  check(draft("['*', claude-haiku-4-5]"), "policy: {model_allowlist: ['claude-*']}");
  check(draft("['*haiku*']"), "policy: {model_allowlist: ['claude-*']}");
  check(draft("['claude-*', 'gpt-*']"), "");
  check(draft("['claude-*', 'gpt-*']"), "policy: {model_allowlist: ['claude-*']}", "JJ6005 warning «'gpt-*'» 'gpt-*' allows nothing: 'model_allowlist' of the workflow has no model that it covers [«['claude-*']»]");
});

it("tells a forbidden model once, however the node allows it", () => {
  const node = "one: {type: model, model: gpt-4o, prompt: x, policy: {model_allowlist: [gpt-4o]}, output_key: a, next: end}";
  check(node, "policy: {model_allowlist: ['claude-*']}", "JJ6008 «gpt-4o» model 'gpt-4o' is not in 'model_allowlist' of the workflow [«['claude-*']»]");
});

it("finds approvals that a block makes pointless", () => {
  check(calling("effect: read"), "policy: {blocked_tools: ['pay.delete*'], require_approval_for: ['pay.*', send, 'delete*']}");
  check(calling("effect: read"), "policy: {blocked_tools: ['pay.*'], require_approval_for: ['pay.re?und']}", "JJ6006 warning «'pay.re?und'» nobody is ever asked about 'pay.re?und': 'pay.*' of 'blocked_tools' blocks all of it [«'pay.*'»]");
  check(calling("policy: {blocked_tools: ['pay.*']}"), "policy: {require_approval_for: ['pay.refund']}");
  check(calling("policy: {require_approval_for: ['pay.refund']}"), "policy: {blocked_tools: ['pay.*']}", "JJ6006 warning «'pay.refund'» nobody is ever asked about 'pay.refund': 'pay.*' of 'blocked_tools' blocks all of it [«'pay.*'»]");
});

it("finds patterns that cover no tool of a server whose tools are known", () => {
  const lock = lockOf("s", { refund: {}, send: {} });
  const told = (globs: string): readonly string[] => findingsIn(workflowOf("one: {type: tool, server: s, tool: send, next: end}", `policy: {require_approval_for: ${globs}}`), { lock });
  expect(told("['s.refnd', 's.delete*']")).toEqual(["JJ6007 info «'s.refnd'» 's.refnd' covers no tool of 's'", "JJ6007 info «'s.delete*'» 's.delete*' covers no tool of 's'"]);
  expect(told("['s.refund', 's.ref*', 's.*', '*delete*', refund, 'other.refnd', http.POST, 'sx.y']")).toEqual([]);
});

it.each(["$.1a", "$.", "$.q[", "$.q]", "$q", "$.q['a]", "$.q.'a'"])("takes no path of personal data that leads nowhere whatever the state holds: %s", (path) => {
  expect(findingsIn(workflowOf("one: {type: end}", `state_schema: {q: dict}\ninputs: [q]\ndata_policy: {pii_fields: [${JSON.stringify(path)}]}`)).join()).toContain("must be a JSONPath");
});

it.each(["$", "$..iban", "$.*", "$.q[*].street", "$['q']", "$.q[?@.kind == 'a[']", "$.q[?@.x[0] > 1].y", "$.größe"])("takes a path of personal data that may lead somewhere: %s", (path) => {
  expect(findingsIn(workflowOf("one: {type: end}", `state_schema: {q: dict, größe: dict}\ninputs: [q]\ndata_policy: {pii_fields: [${JSON.stringify(path)}]}`)).join()).not.toContain("JJ1109");
});
