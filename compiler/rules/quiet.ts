import type { TypedWorkflow } from "../check/typed.ts";
import type { Diagnostic } from "../diagnostics/define.ts";
import { costUnboundedRule } from "./cost-unbounded.ts";
import { duplicateTargetRule } from "./duplicate-target.ts";
import { foldedPromptRule } from "./folded-prompt.ts";
import { idNamingRule } from "./id-naming.ts";
import { longInlinePromptRule } from "./long-inline-prompt.ts";
import { missingDescriptionRule } from "./missing-description.ts";
import { missingMaxTokensRule } from "./missing-max-tokens.ts";
import type { Rule } from "./rule.ts";
import { singleBranchRule } from "./single-branch.ts";
import { waitWithoutTimeoutRule } from "./wait-without-timeout.ts";

/** The rules that say what could be better, by code. What they report is quiet: they are run where a project asks for any of it. */
export const quietRules: readonly Rule[] = [
  singleBranchRule,
  duplicateTargetRule,
  waitWithoutTimeoutRule,
  costUnboundedRule,
  missingMaxTokensRule,
  idNamingRule,
  longInlinePromptRule,
  missingDescriptionRule,
  foldedPromptRule,
];

/** What could be better in a workflow. */
export function judgeQuietly(typed: TypedWorkflow): readonly Diagnostic[] {
  return quietRules.flatMap((rule) => rule.check(typed));
}
