import type { Span } from "../../schemas/span.ts";
import type { Diagnostic, DiagnosticSpec, Fix, ReportExtras } from "../diagnostics/define.ts";
import type { ScalarText } from "../syntax/scalar-text.ts";
import type { Range } from "./ast.ts";
import { report } from "../diagnostics/define.ts";

export interface LocalEdit extends Range {
  readonly text: string;
}

/** A fix in offsets of the expression's or template's own text. */
export interface LocalFix {
  readonly title: string;
  readonly safety: Fix["safety"];
  readonly edits: readonly LocalEdit[];
}

/**
 * A finding about a text that does not say which file it stands in: results of parsing are shared by all places with
 * the same text. `reportProblems` turns it into a diagnostic of one place.
 */
export interface Problem extends Range {
  readonly severity: Diagnostic["severity"];
  readonly fixes: readonly LocalFix[];
  readonly diagnose: (span: Span, extras: ReportExtras) => Diagnostic;
}

export interface ProblemExtras {
  readonly fixes?: readonly LocalFix[];
  readonly severity?: Diagnostic["severity"];
}

/** A finding of `spec` at a range of the text. */
export function problem<P>(spec: DiagnosticSpec<P>, at: Range, params: NoInfer<P>, extras: ProblemExtras = {}): Problem {
  return {
    start: at.start,
    end: at.end,
    severity: extras.severity ?? spec.severity,
    fixes: extras.fixes ?? [],
    diagnose: (span, more) => report(spec, span, params, { ...(extras.severity === undefined ? {} : { severity: extras.severity }), ...more }),
  };
}

/** A fix of one edit. */
export function replaceFix(safety: Fix["safety"], title: string, at: Range, text: string): LocalFix {
  return { title, safety, edits: [{ start: at.start, end: at.end, text }] };
}

export type Locate = ScalarText["locate"];

/** The problems of a text that begins at `offset` of another, as problems of the other. */
export function shiftProblems(problems: readonly Problem[], offset: number): readonly Problem[] {
  if (offset === 0) return problems;
  const shift = <R extends Range>(range: R): R => ({ ...range, start: range.start + offset, end: range.end + offset });
  return problems.map((each) => ({ ...shift(each), fixes: each.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(shift) })) }));
}

/** In the order of the text. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.length < 2 ? problems : [...problems].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether nothing among `problems` keeps the text from compiling. */
export function isSound(problems: readonly Problem[]): boolean {
  return problems.every((each) => each.severity !== "error");
}

const nothing: readonly Diagnostic[] = [];

/** The problems of one text as diagnostics of the place where it stands. */
export function reportProblems(problems: readonly Problem[], locate: Locate): readonly Diagnostic[] {
  return problems.length === 0 ? nothing : problems.map((each) => {
    const fixes = each.fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map((edit) => ({ span: locate(edit.start, edit.end), text: edit.text })),
    }));
    return each.diagnose(locate(each.start, each.end), { fixes });
  });
}
