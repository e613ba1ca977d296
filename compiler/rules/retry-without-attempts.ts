import { diagnostic, report } from "../diagnostics/define.ts";
import { memberOf } from "../syntax/part.ts";
import type { NodeRule } from "./rule.ts";

const retryWithoutAttempts = diagnostic<{ node: string }>({
  code: "JJ4018",
  slug: "retry-without-attempts",
  severity: "warning",
  message: (p) => `'${p.node}' never retries: 'max_retries' is 0`,
  help: () => "set 'max_retries', for example to 2",
  doc: "`retry_with_feedback` re-runs the model at most `max_retries` times, and the default is 0: the first miss fails the execution.",
});

/** A retry with feedback is allowed at least one try. */
export const retryWithoutAttemptsRule: NodeRule = {
  of: "node",
  reports: [retryWithoutAttempts],
  check: ({ bound: { ast: { id, members } } }) => {
    const onFail = memberOf(members, "on_fail", "choice");
    if (onFail?.value !== "retry_with_feedback") return [];
    const max = memberOf(members, "max_retries", "integer");
    const isNone = members["max_retries"] === undefined || max?.value === 0;
    return isNone ? [report(retryWithoutAttempts, max?.span ?? onFail.span, { node: id.value })] : [];
  },
};
