import { diagnostic } from "./define.ts";

export const deadPolicyRule = diagnostic<{ match: string; by: string; same: boolean }>({
  code: "JJ6030",
  slug: "dead-policy-rule",
  severity: "warning",
  tag: "unnecessary",
  message: (p) => `'${p.match}' is never asked: ${p.by === p.match ? "the same pattern stands" : `'${p.by}' covers all of it`} above`,
  help: (p) => (p.same ? "remove the rule: what stands above does the same" : `move the rule above the one for '${p.by}', or remove it`),
  doc: `Of the rules of a policy the first that covers a call decides. A rule whose pattern is covered by one further up decides on
nothing, whatever its action says. Put what is special above what is general.

\`\`\`yaml
version: 1
rules:
  - {match: "payments.*", action: allow}
  - {match: "payments.refund", action: block}    # bad: refunds are allowed
\`\`\``,
});
