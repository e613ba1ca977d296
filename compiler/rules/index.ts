import type { TypedWorkflow } from "../check/typed.ts";
import type { Diagnostic } from "../diagnostics/define.ts";
import { approvalShadowedRule } from "./approval-shadowed.ts";
import { assertionConstantRule } from "./assertion-constant.ts";
import { backoffCapRule } from "./backoff-cap.ts";
import { branchEscapesJoinRule } from "./branch-escapes-join.ts";
import { branchNotAwaitedRule } from "./branch-not-awaited.ts";
import { budgetImpossibleRule } from "./budget-impossible.ts";
import { budgetExceedableRule } from "./budget-exceedable.ts";
import { constantConditionRule } from "./constant-condition.ts";
import { deadBranchRule } from "./dead-branch.ts";
import { deadPolicyPatternRule } from "./dead-policy-pattern.ts";
import { deadWriteRule } from "./dead-write.ts";
import { declaredUnusedRule } from "./declared-unused.ts";
import { edgeIntoBranchRule } from "./edge-into-branch.ts";
import { eventFieldUndeclaredRule } from "./event-field-undeclared.ts";
import { feedbackAcrossBranchesRule } from "./feedback-across-branches.ts";
import { hardcodedKeyRule, includedKeyRule } from "./hardcoded-key.ts";
import { idleKeysRule } from "./idle-keys.ts";
import { inconsistentLimitsRule } from "./inconsistent-limits.ts";
import { joinEnteredOtherwiseRule } from "./join-entered-otherwise.ts";
import { joinOutputRule } from "./join-output.ts";
import { joinWaitsForeverRule } from "./join-waits-forever.ts";
import { lethalTrifectaRule } from "./lethal-trifecta.ts";
import { loopWithoutExitRule } from "./loop-without-exit.ts";
import { loopWithoutProgressRule } from "./loop-without-progress.ts";
import { maybeUnsetRule } from "./maybe-unset.ts";
import { missingElseRule } from "./missing-else.ts";
import { modelNotAllowedRule } from "./model-not-allowed.ts";
import { noPathToEndRule } from "./no-path-to-end.ts";
import { outputMismatchRule } from "./output-mismatch.ts";
import { parallelReadRaceRule } from "./parallel-read-race.ts";
import { parallelWriteRaceRule } from "./parallel-write-race.ts";
import { piiPathUnresolvedRule } from "./pii-path-unresolved.ts";
import { plainHttpRule } from "./plain-http.ts";
import { policyWidenedRule } from "./policy-widened.ts";
import { readBeforeWriteRule } from "./read-before-write.ts";
import { requestRefusedRule } from "./request-refused.ts";
import { retryNotIdempotentRule } from "./retry-not-idempotent.ts";
import { retryWithoutAttemptsRule } from "./retry-without-attempts.ts";
import { rootNotSetRule } from "./root-not-set.ts";
import { scopeEscalationRule } from "./scope-escalation.ts";
import { scopeOverbroadRule } from "./scope-overbroad.ts";
import { secretInConditionRule } from "./secret-in-condition.ts";
import { secretInPromptRule } from "./secret-in-prompt.ts";
import { sharedBranchNodeRule } from "./shared-branch-node.ts";
import { stringTruthinessRule } from "./string-truthiness.ts";
import { subjectNotRunRule } from "./subject-not-run.ts";
import { taintedSinkRule } from "./tainted-sink.ts";
import { taintedSystemPromptRule } from "./tainted-system-prompt.ts";
import { taintedUrlRule } from "./tainted-url.ts";
import { timeoutInconsistentRule } from "./timeout-inconsistent.ts";
import { toolAlwaysBlockedRule } from "./tool-always-blocked.ts";
import { toolArgumentsRule } from "./tool-arguments.ts";
import { toolDriftRule } from "./tool-drift.ts";
import { unboundedLoopRule } from "./unbounded-loop.ts";
import { unreachableNodeRule } from "./unreachable-node.ts";
import { waitDataRule } from "./wait-data.ts";
import { waitKeysRule } from "./wait-keys.ts";
import { judgeBy, sayingsOf } from "./judge.ts";
import type { Rule } from "./rule.ts";

/** Every rule that is asked of each document, by code; those that only some projects want stand in `quiet.ts`. */
export const rules: readonly Rule[] = [
  stringTruthinessRule,
  assertionConstantRule,
  unreachableNodeRule,
  noPathToEndRule,
  loopWithoutExitRule,
  loopWithoutProgressRule,
  unboundedLoopRule,
  branchEscapesJoinRule,
  edgeIntoBranchRule,
  sharedBranchNodeRule,
  retryWithoutAttemptsRule,
  joinWaitsForeverRule,
  missingElseRule,
  feedbackAcrossBranchesRule,
  idleKeysRule,
  joinEnteredOtherwiseRule,
  branchNotAwaitedRule,
  joinOutputRule,
  waitDataRule,
  waitKeysRule,
  outputMismatchRule,
  toolArgumentsRule,
  deadBranchRule,
  maybeUnsetRule,
  readBeforeWriteRule,
  declaredUnusedRule,
  deadWriteRule,
  constantConditionRule,
  parallelWriteRaceRule,
  parallelReadRaceRule,
  eventFieldUndeclaredRule,
  subjectNotRunRule,
  rootNotSetRule,
  toolAlwaysBlockedRule,
  toolDriftRule,
  modelNotAllowedRule,
  requestRefusedRule,
  secretInPromptRule,
  secretInConditionRule,
  policyWidenedRule,
  approvalShadowedRule,
  scopeEscalationRule,
  scopeOverbroadRule,
  retryNotIdempotentRule,
  plainHttpRule,
  piiPathUnresolvedRule,
  hardcodedKeyRule,
  includedKeyRule,
  taintedSinkRule,
  taintedSystemPromptRule,
  taintedUrlRule,
  lethalTrifectaRule,
  deadPolicyPatternRule,
  budgetImpossibleRule,
  budgetExceedableRule,
  inconsistentLimitsRule,
  timeoutInconsistentRule,
  backoffCapRule,
];

/** What all rules say of a workflow. */
export function judge(typed: TypedWorkflow): readonly Diagnostic[] {
  return sayingsOf(judgeBy(rules, typed));
}
