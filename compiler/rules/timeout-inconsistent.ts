import { formatDuration } from "../../schemas/duration.ts";
import type { BoundNode } from "../bind/bound.ts";
import { retryNumbers } from "../bind/retry.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { memberOf, type PartOf } from "../syntax/part.ts";
import type { WorkflowAst } from "../syntax/workflow.ts";
import { waitsOf } from "../flow/backoff.ts";
import type { NodeRule } from "./rule.ts";

const timeoutInconsistent = diagnostic<{ node: string; takes: number; whole: number; why: string }>({
  code: "JJ6105",
  slug: "timeout-inconsistent",
  severity: "warning",
  message: (p) => `'${p.node}' may take ${formatDuration(p.takes)}${p.why}, and the workflow ends after ${formatDuration(p.whole)}`,
  help: () => "shorten it, or raise 'timeout' of the workflow",
  doc: `\`timeout\` in the header ends the execution, whatever it is doing: a longer timeout of a node never comes to pass, a timer never
goes off, and the last of its attempts is cut short. \`on_error\` and \`on_timeout\` of the node are not taken then.`,
});

/** What a node may take lies within what the workflow may. */
export const timeoutInconsistentRule: NodeRule = {
  of: "node",
  reports: [timeoutInconsistent],
  check: ({ bound }, { ast }) => {
    const whole = memberOf(ast.header, "timeout", "duration");
    return whole === undefined ? [] : tooLong(ast, bound, whole);
  },
};

function tooLong(ast: Pick<WorkflowAst, "header">, { ast: { id, members } }: BoundNode, whole: PartOf<"duration">): readonly Diagnostic[] {
  const related = [{ span: whole.span, message: "the whole workflow" }];
  const [once] = ["timeout", "timer"].flatMap((name) => memberOf(members, name, "duration") ?? []);
  if (once === undefined) return [];
  const facts = { node: id.value, whole: whole.value };
  if (once.value > whole.value) return [report(timeoutInconsistent, once.span, { ...facts, takes: once.value, why: "" }, { related })];
  const retry = retryNumbers(ast, members);
  if (retry === undefined || retry.max_attempts === 1) return [];
  const waits = waitsOf(retry);
  const takes = retry.max_attempts * once.value + waits.min;
  const why = ` in ${retry.max_attempts} attempts${waits.min === 0 ? "" : " with the waits between them"}`;
  return takes > whole.value ? [report(timeoutInconsistent, once.span, { ...facts, takes, why }, { related })] : [];
}
