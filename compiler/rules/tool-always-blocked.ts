import type { NamedCall } from "../../schemas/policy.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { blockedCalls, policyNote, type BlockedCall } from "./policies.ts";
import type { NodeRule } from "./rule.ts";

const toolAlwaysBlocked = diagnostic<{ call: string; glob: string; list: string; scope: string; own: boolean }>({
  code: "JJ6004",
  slug: "tool-always-blocked",
  severity: "error",
  message: (p) => (p.own ? `'${p.call}' is always blocked: '${p.glob}' of '${p.list}' covers it` : `'${p.call}' is never offered: '${p.glob}' of '${p.list}' covers it`),
  help: (p) => `remove the ${p.own ? "call" : "tool"}, or narrow '${p.glob}' in the policy of the ${p.scope}`,
  doc: `A block wins over everything, wherever it stands, in the document or in the policy of its project: a node that calls a blocked tool, or sends a blocked request, fails with \`policy_denied\`
each time, and a model is never offered one. Of an address that is made when the node runs, only the method is known before.

\`\`\`yaml
policy:
  blocked_tools: ["payments.*"]
nodes:
  pay: {type: tool, server: payments, tool: refund, next: end}     # bad: fails every time
\`\`\``,
});

/** No node calls a tool, or sends a request, that its policies always block. */
export const toolAlwaysBlockedRule: NodeRule = {
  of: "node",
  reports: [toolAlwaysBlocked],
  check: ({ bound }, around) => blockedCalls(around, bound, kinds).map(saidOf),
};

const kinds: readonly NamedCall["what"][] = ["tool", "http"];

function saidOf({ part, call, own, ruling, layer }: BlockedCall): Diagnostic {
  const words = { call: call.names[0], glob: ruling.rule, list: ruling.list, scope: ruling.scope, own };
  return report(toolAlwaysBlocked, part.span, words, { related: policyNote(layer, ruling.list), ...(own ? {} : { severity: "warning" as const }) });
}
