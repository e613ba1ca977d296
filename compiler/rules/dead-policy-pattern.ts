import { matchesGlob } from "../../schemas/glob.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { guessAmong } from "../syntax/guess.ts";
import { policiesOverAll, policyOf } from "./policies.ts";
import type { WorkflowRule } from "./rule.ts";

const deadPolicyPattern = diagnostic<{ glob: string; server: string; nearest: string | undefined }>({
  code: "JJ6007",
  slug: "dead-policy-pattern",
  severity: "info",
  tag: "unnecessary",
  message: (p) => `'${p.glob}' covers no tool of '${p.server}'`,
  help: (p) => (p.nearest === undefined ? "see its tools in 'jamjet.lock', or remove the pattern" : `did you mean '${p.nearest}'?`),
  doc: `A pattern that covers nothing guards nothing, and a slip in it is easily overlooked: everything it was meant for goes on. Only patterns
that name a server whose tools \`jamjet.lock\` has are judged.

\`\`\`yaml
policy:
  blocked_tools: ["payments.refnd"]     # bad, if the tool is called 'refund'
\`\`\``,
});

const lists = ["blocked_tools", "require_approval_for"] as const;

/** A pattern over a server whose tools are known covers one of them. */
export const deadPolicyPatternRule: WorkflowRule = {
  of: "workflow",
  reports: [deadPolicyPattern],
  check: ({ bound }) => {
    if (bound.lock.size === 0) return [];
    const layers = [...policiesOverAll(bound), ...bound.nodes.flatMap((node) => policyOf(node) ?? [])];
    return layers.flatMap(({ globs }) => lists.flatMap(globs)).flatMap((part) => {
      const server = part.value.slice(0, part.value.indexOf("."));
      const tools = bound.lock.get(server);
      if (tools === undefined) return [];
      const names = [...tools.keys()].map((tool) => `${server}.${tool}`);
      if (names.some((name) => matchesGlob(part.value, name)) || tools.has(part.value)) return [];
      const near = guessAmong(names)(part.value);
      const fixes = near === undefined ? [] : [{ title: `change it to '${near}'`, safety: "unsafe" as const, edits: [{ span: part.span, text: JSON.stringify(near) }] }];
      return [report(deadPolicyPattern, part.span, { glob: part.value, server, nearest: near }, { fixes })];
    });
  },
};
