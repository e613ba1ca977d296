import { isSlipOf } from "../../schemas/nearest.ts";
import type { BoundWorkflow } from "../bind/bound.ts";
import { gathered } from "../check/gathered.ts";
import type { TypedNode } from "../check/typed.ts";
import { diagnostic, report, type Fix, type Related } from "../diagnostics/define.ts";
import { guessAmong } from "../syntax/guess.ts";
import type { PartOf } from "../syntax/part.ts";
import { requestedScopes, requiredScopes } from "./oauth-scopes.ts";
import type { WorkflowRule } from "./rule.ts";

const scopeEscalation = diagnostic<{ scope: string; hasOauth: boolean; nearest: string | undefined }>({
  code: "JJ6001",
  slug: "scope-escalation",
  severity: "error",
  once: true,
  message: (p) => (p.hasOauth ? `the scope '${p.scope}' is required, and 'requested_scopes' does not ask for it` : `the scope '${p.scope}' is required, and the workflow has no 'oauth' to ask for it`),
  help: (p) => (p.nearest !== undefined ? `did you mean '${p.nearest}'?` : p.hasOauth ? `add '${p.scope}' to 'requested_scopes', or do without it` : "add an 'oauth' block with 'requested_scopes'"),
  doc: `A token never has more scopes than \`requested_scopes\` of the workflow asks for, and a node runs only if it has all it requires:
this one would fail each time. Scopes are compared letter by letter; none contains another.

\`\`\`yaml
oauth: {token_endpoint: "https://id.example.com/token", client_id: mailer, requested_scopes: ["mail:read"]}
nodes:
  send:
    oauth_scopes: {required_scopes: ["mail:send"]}     # bad: nobody asks for 'mail:send'
\`\`\``,
});

/** The scopes of every node are among those that the workflow requests. */
export const scopeEscalationRule: WorkflowRule = {
  of: "workflow",
  reports: [scopeEscalation],
  check: (typed) => {
    const { bound } = typed;
    const requiring = gathered(typed, scopesOf);
    if (requiring.length === 0) return [];
    const requested = requestedScopes(bound);
    if (requested === undefined) return [];
    const hasOauth = requested !== "none";
    const asked = new Set(hasOauth ? requested.scopes.map((scope) => scope.value) : []);
    const guess = guessAmong(asked);
    // Scopes of one service are alike, as 'mail:read' and 'mail:send': only what is one slip away is meant.
    const slip = (near: string | undefined, scope: string): string | undefined => (near !== undefined && isSlipOf(near, scope, asked) ? near : undefined);
    const related: readonly Related[] = hasOauth ? [{ span: requested.part.span, message: "what the workflow asks for" }] : [];
    return requiring.filter((scope) => !asked.has(scope.value)).map((scope) => {
      const near = slip(guess(scope.value), scope.value);
      return report(scopeEscalation, scope.span, { scope: scope.value, hasOauth, nearest: near }, { related, fixes: renamed(bound, scope, near) });
    });
  },
};

function scopesOf({ bound: node }: TypedNode): readonly PartOf<"text">[] {
  const required = requiredScopes(node);
  return required === undefined || required === "none" ? [] : required.scopes;
}

/** Written as the author wrote it, quoted or plain. */
function renamed({ ast: { source, blocks } }: BoundWorkflow, scope: PartOf<"text">, near: string | undefined): readonly Fix[] {
  if (near === undefined) return [];
  const { start, end } = blocks.absolute(scope.span);
  const written = source.text.slice(start, end);
  const text = written.includes(scope.value) ? written.replace(scope.value, () => near) : JSON.stringify(near);
  return [{ title: `change it to '${near}'`, safety: "unsafe", edits: [{ span: scope.span, text }] }];
}
