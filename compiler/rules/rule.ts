import type { TypedWorkflow } from "../check/typed.ts";
import type { Diagnostic, DiagnosticSpec } from "../diagnostics/define.ts";

/**
 * A judgement about a workflow whose names and types are known. A rule reports what it declares and nothing else, and
 * stays silent wherever a part it needs could not be read: that part has been reported.
 */
export interface Rule {
  readonly reports: readonly DiagnosticSpec[];
  readonly check: (typed: TypedWorkflow) => readonly Diagnostic[];
}
