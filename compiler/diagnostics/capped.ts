import { report } from "./define.ts";
import type { Diagnostic } from "./define.ts";
import { fileLimits } from "./yaml.ts";

/**
 * At most `limit` of the diagnostics, which stand in the order of the text. Where there are more, errors stay before the
 * rest, and the last one says how many are missing, `uncollected` included.
 */
export function capped(diagnostics: readonly Diagnostic[], limit: number, uncollected = 0): readonly Diagnostic[] {
  if (diagnostics.length <= limit && uncollected === 0) return diagnostics;
  const errors = diagnostics.filter(isError);
  const others = diagnostics.filter((each) => !isError(each));
  const chosen = new Set([...errors, ...others].slice(0, Math.max(limit - 1, 0)));
  const kept = diagnostics.filter((each) => chosen.has(each));
  const last = kept.at(-1) ?? diagnostics[0];
  if (!last) return kept;
  const missing = diagnostics.length - kept.length + uncollected;
  // Nobody is kept from compiling by a warning too many.
  const severity = errors.length > 0 ? "error" : "warning";
  return [...kept, report(fileLimits, last.span, { limit: "diagnostics", number: missing }, { severity })];
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
