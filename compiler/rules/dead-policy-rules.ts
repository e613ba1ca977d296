import { globCovers } from "../../schemas/glob.ts";
import { deadPolicyRule } from "../diagnostics/policy.ts";
import { report, type Diagnostic } from "../diagnostics/define.ts";
import type { PolicyAst, RuleAst } from "../syntax/policy.ts";

/** Every rule of a policy decides on something: none stands below one that covers all of it. */
export function deadPolicyRules({ rules }: PolicyAst): readonly Diagnostic[] {
  /** Only a pattern with a `*` or `?` covers more than its own text. */
  const wide: RuleAst[] = [];
  const byText = new Map<string, RuleAst>();
  return rules.flatMap((rule) => {
    const { match, action } = rule;
    const above = byText.get(match.value) ?? wide.find((each) => globCovers(each.match.value, match.value));
    if (above === undefined) {
      byText.set(match.value, rule);
      if (/[*?]/.test(match.value)) wide.push(rule);
      return [];
    }
    const same = above.action === action;
    const related = [{ span: above.match.span, message: `this ${actionWords[above.action]}` }];
    return [report(deadPolicyRule, match.span, { match: match.value, by: above.match.value, same }, { related, ...(same ? { severity: "info" as const } : {}) })];
  });
}

const actionWords = { allow: "allows it", block: "blocks it", require_approval: "asks for an approval", audit: "notes it in the log" } as const;
