import { retryFields } from "../../schemas/common-fields.ts";
import { numbersIn } from "../bind/retry.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { memberOf, type Part } from "../syntax/part.ts";
import type { NodeRule } from "./rule.ts";

const backoffCap = diagnostic<{ delay: number; cap: number; isWritten: boolean }>({
  code: "JJ6106",
  slug: "backoff-cap",
  severity: "warning",
  message: (p) => `every wait is ${p.cap} ms, and not ${p.delay}: 'max_delay_ms'${p.isWritten ? "" : ", where nothing is said,"} is less than 'delay_ms'`,
  help: (p) => `set 'max_delay_ms' to ${p.delay} or more`,
  doc: `No wait between two attempts is longer than \`max_delay_ms\`, which is ${retryFields.max_delay_ms.default} where nothing is said. A first delay above it
never happens, and the backoff does not grow: one of the two numbers is not what its author meant.`,
});

/** The cap of a backoff is no less than its first delay. */
export const backoffCapRule: NodeRule = {
  of: "node",
  reports: [backoffCap],
  check: ({ bound: { ast: { members } } }) => (members["retry"] === undefined ? [] : capped(members["retry"].part)),
  checkAround: ({ ast }) => memberOf(ast.header, "retry_policies", "map")?.entries.flatMap(({ part }) => capped(part)) ?? [],
};

function capped(part: Part): readonly Diagnostic[] {
  const numbers = numbersIn(part);
  if (part.shape !== "object" || numbers === undefined || numbers.max_delay_ms >= numbers.delay_ms || numbers.max_attempts === 1) return [];
  const cap = memberOf(part.members, "max_delay_ms", "integer");
  const span = cap?.span ?? memberOf(part.members, "delay_ms", "integer")?.span ?? part.span;
  const text = String(numbers.delay_ms);
  const fixes = cap === undefined ? [] : [{ title: `set it to ${text}`, safety: "unsafe" as const, edits: [{ span, text }] }];
  return [report(backoffCap, span, { delay: numbers.delay_ms, cap: numbers.max_delay_ms, isWritten: cap !== undefined }, { fixes })];
}
