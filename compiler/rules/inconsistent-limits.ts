import { diagnostic, report } from "../diagnostics/define.ts";
import { headerMember } from "../bind/header.ts";
import { memberOf } from "../syntax/part.ts";
import type { WorkflowRule } from "./rule.ts";

const inconsistentLimits = diagnostic<{ key: string; limit: number; total: number }>({
  code: "JJ6104",
  slug: "inconsistent-limits",
  severity: "warning",
  message: (p) => `'${p.key}' is ${p.limit}, and 'total_tokens' ends the execution at ${p.total}: it is never reached`,
  help: (p) => `lower '${p.key}' to ${p.total} or less, or raise 'total_tokens'`,
  doc: `\`total_tokens\` counts what is sent and what is answered. A limit for one of the two that is above it limits nothing, and
whoever reads it believes that so much may be used.`,
});

/** No part of a token budget is larger than the whole. */
export const inconsistentLimitsRule: WorkflowRule = {
  of: "workflow",
  reports: [inconsistentLimits],
  check: ({ bound: { ast } }) => {
    const budget = headerMember(ast, "token_budget", "object");
    const total = budget && memberOf(budget.members, "total_tokens", "integer");
    if (budget === undefined || total === undefined) return [];
    return ["input_tokens", "output_tokens"].flatMap((key) => {
      const limit = memberOf(budget.members, key, "integer");
      if (limit === undefined || limit.value <= total.value) return [];
      return [report(inconsistentLimits, limit.span, { key, limit: limit.value, total: total.value }, { related: [{ span: total.span, message: "the whole budget" }] })];
    });
  },
};
