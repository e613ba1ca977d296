import type { Around } from "../bind/bound.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { both } from "../source/find-all.ts";
import { memberOf, type Members } from "../syntax/part.ts";
import type { NodeRule } from "./rule.ts";

const idleKey = diagnostic<{ key: string; why: string; help: string }>({
  code: "JJ4028",
  slug: "idle-key",
  severity: "warning",
  tag: "unnecessary",
  message: (p) => `'${p.key}' has no effect: ${p.why}`,
  help: (p) => p.help,
  doc: `Some keys say what becomes of something that another key asks for: \`on_timeout\` of a \`timeout\`, \`max_retries\` of
\`on_fail: retry_with_feedback\`, \`on_budget_exceeded\` of a budget. Alone they change nothing: a node that has an \`on_timeout\` and
no \`timeout\` waits for as long as it takes.`,
});

/** What a key goes with is there. */
export const idleKeysRule: NodeRule = {
  of: "node",
  reports: [idleKey],
  check: ({ bound: { ast } }) => both(idleRoute(ast.id.value, ast.members), idleRetries(ast.id.value, ast.members)),
  checkAround: idleBudgetRoute,
};

function idleRoute(node: string, members: Members): readonly Diagnostic[] {
  const route = members["on_timeout"];
  if (route === undefined || members["timeout"] !== undefined) return [];
  return [report(idleKey, route.key.span, { key: route.key.value, why: `'${node}' has no 'timeout'`, help: "add 'timeout', such as '48h', or remove it" })];
}

function idleRetries(node: string, members: Members): readonly Diagnostic[] {
  const max = memberOf(members, "max_retries", "integer");
  const key = members["max_retries"]?.key;
  if (max === undefined || key === undefined || max.value === 0) return [];
  const onFail = members["on_fail"] === undefined ? "halt" : memberOf(members, "on_fail", "choice")?.value;
  if (onFail === undefined || onFail === "retry_with_feedback") return [];
  return [report(idleKey, key.span, { key: key.value, why: `'on_fail' of '${node}' is '${onFail}'`, help: "set 'on_fail' to 'retry_with_feedback', or remove it" })];
}

function idleBudgetRoute({ ast: { header, file } }: Around): readonly Diagnostic[] {
  const route = header["on_budget_exceeded"] ?? file["on_budget_exceeded"];
  const hasBudget = ["token_budget", "cost_budget_usd"].some((key) => header[key] !== undefined || file[key] !== undefined);
  if (route === undefined || hasBudget) return [];
  return [report(idleKey, route.key.span, { key: route.key.value, why: "the workflow has no budget", help: "add 'token_budget' or 'cost_budget_usd', or remove it" })];
}
