import { usualAnswer } from "../../schemas/model-call.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import type { WorkflowRule } from "./rule.ts";

const missingMaxTokens = diagnostic<{ node: string }>({
  code: "JJ6107",
  slug: "missing-max-tokens",
  severity: "hint",
  quiet: true,
  message: (p) => `nothing limits how long the answer to '${p.node}' is`,
  help: () => "add 'max_tokens'",
  doc: `Output costs the most. Without \`max_tokens\` nobody can say what a call comes to at most: \`jamjet cost\` has no upper bound for it,
and a budget holds back ${usualAnswer} tokens for each call, whatever comes of it.`,
});

/** Calls whose answers cost something say how long these may be. */
export const missingMaxTokensRule: WorkflowRule = {
  of: "workflow",
  reports: [missingMaxTokens],
  check: ({ bound: { nodes } }) => nodes.flatMap(({ spec, ast: { id, members } }) =>
    spec !== undefined && "max_tokens" in spec.fields && members["max_tokens"] === undefined ? [report(missingMaxTokens, id.span, { node: id.value })] : []),
};
