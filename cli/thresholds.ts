import type { Severity } from "../compiler/index.ts";
import { refusal } from "./answer.ts";
import type { Check } from "./check.ts";
import type { Line } from "./render/page.ts";
import { countsOf } from "./render/validation.ts";

const order: readonly Severity[] = ["hint", "info", "warning", "error"];

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return order.indexOf(severity) >= order.indexOf(threshold);
}

/** How many findings of these documents weigh as much as the threshold, or more. */
export function countAtLeast(checks: readonly Check[], threshold: Severity): number {
  return checks.flatMap((check) => (check.kind === "judged" ? check.compiled.diagnostics : [])).filter(({ severity }) => isAtLeast(severity, threshold)).length;
}

/** Why documents without an error fail. */
export function whyFailed(checks: readonly Check[], threshold: Severity, mostWarnings: number): readonly Line[] {
  const { warnings } = countsOf(checks);
  if (warnings > mostWarnings) return refusal(`${warnings} ${warnings === 1 ? "warning is" : "warnings are"} more than '--max-warnings ${mostWarnings}' allows`).lines;
  const count = countAtLeast(checks, threshold);
  return refusal(`${count} ${count === 1 ? "finding is" : "findings are"} too much for '--severity ${threshold}'`).lines;
}
