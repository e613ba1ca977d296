import { costUnboundedRule } from "./cost-unbounded.ts";
import { duplicateTargetRule } from "./duplicate-target.ts";
import { foldedPromptRule } from "./folded-prompt.ts";
import { idNamingRule } from "./id-naming.ts";
import { longInlinePromptRule } from "./long-inline-prompt.ts";
import { missingDescriptionRule } from "./missing-description.ts";
import { missingMaxTokensRule } from "./missing-max-tokens.ts";
import { rules } from "./index.ts";
import { piiUnmaskedSinkRule } from "./pii-unmasked-sink.ts";
import type { Rule } from "./rule.ts";
import { singleBranchRule } from "./single-branch.ts";
import { waitWithoutTimeoutRule } from "./wait-without-timeout.ts";

/** The rules that say what could be better, by code. What they report is quiet: they are run where a project asks for any of it. */
export const quietRules: readonly Rule[] = [
  singleBranchRule,
  duplicateTargetRule,
  waitWithoutTimeoutRule,
  piiUnmaskedSinkRule,
  costUnboundedRule,
  missingMaxTokensRule,
  idNamingRule,
  longInlinePromptRule,
  missingDescriptionRule,
  foldedPromptRule,
];

const all: readonly Rule[] = [...rules, ...quietRules];

/** Every rule there is. */
export function allRules(): readonly Rule[] {
  return all;
}
