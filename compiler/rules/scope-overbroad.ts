import { isSlipOf } from "../../schemas/nearest.ts";
import { reachedNodes } from "../bind/graph.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { requestedScopes, requiredScopes } from "./oauth-scopes.ts";
import { removeItem } from "./remove-item.ts";
import type { WorkflowRule } from "./rule.ts";

const scopeOverbroad = diagnostic<{ scope: string }>({
  code: "JJ6002",
  slug: "scope-overbroad",
  severity: "warning",
  message: (p) => `no node that can run requires the scope '${p.scope}'`,
  help: (p) => `remove '${p.scope}' from 'requested_scopes', or name it in 'required_scopes' of the node that needs it`,
  doc: `What a workflow asks for is what a stolen token, or a model that was talked into something, can do. Ask for what the nodes
require and no more. Only a workflow whose nodes say what they require is judged.

\`\`\`yaml
oauth: {token_endpoint: "https://id.example.com/token", client_id: mailer, requested_scopes: ["mail:read", "mail:send"]}
nodes:
  read:
    oauth_scopes: {required_scopes: ["mail:read"]}     # and no other node needs 'mail:send'
\`\`\``,
});

/** So many missing scopes are compared with each that nobody needs. */
const mostMissing = 100;

/** A workflow asks for no scope that none of its nodes needs. */
export const scopeOverbroadRule: WorkflowRule = {
  of: "workflow",
  reports: [scopeOverbroad],
  check: ({ bound }) => {
    const { graph, nodes, ast } = bound;
    const requested = requestedScopes(bound);
    if (requested === undefined || requested === "none" || !graph.complete || graph.start === undefined) return [];
    const reached = reachedNodes(graph);
    const needs = nodes.filter((node) => reached.has(node.index)).map(requiredScopes);
    const named = scopesOf(nodes.filter((node) => !reached.has(node.index)).map(requiredScopes));
    // Where no node says what it needs, all of them may need everything.
    if (needs.every((list) => list === "none") || needs.includes(undefined)) return [];
    const needed = scopesOf(needs);
    const asked = new Set(requested.scopes.map((scope) => scope.value));
    const missing = [...needed].filter((scope) => !asked.has(scope)).slice(0, mostMissing);
    return requested.scopes.flatMap((scope, index) => {
      // What is one slip away from a scope that nobody asks for is told there.
      if (needed.has(scope.value) || missing.some((other) => isSlipOf(scope.value, other, [scope.value]))) return [];
      // A node that cannot run yet is to run one day.
      const fixes = removeItem(ast, requested.part, index).map((fix) => (named.has(scope.value) ? { ...fix, safety: "unsafe" as const } : fix));
      return [report(scopeOverbroad, scope.span, { scope: scope.value }, { fixes })];
    });
  },
};

function scopesOf(lists: readonly ReturnType<typeof requiredScopes>[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => (list === undefined || list === "none" ? [] : list.scopes.map((scope) => scope.value))));
}
