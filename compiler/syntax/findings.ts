import type { Span } from "../../schemas/span.ts";
import { report } from "../diagnostics/define.ts";
import type { Diagnostic, DiagnosticSpec, Fix, ReportExtras } from "../diagnostics/define.ts";
import type { SyntaxProblem } from "../diagnostics/syntax-problems.ts";
import { capped } from "../diagnostics/capped.ts";
import { yamlSyntax } from "../diagnostics/yaml.ts";
import { lineIndex } from "../source/text.ts";
import type { LineIndex, Range } from "../source/text.ts";

/**
 * Collects what one pass over one text finds.
 *
 * F1. One line is blamed for its syntax at most once, by whoever comes first: the rest is its consequence.
 * F2. Nothing is collected while a part is muted, because what surrounds it has been blamed already.
 * F3. Hostile text costs no memory: beyond `limit` errors and `limit` milder ones we only count.
 */
export interface Findings {
  readonly say: <P>(spec: DiagnosticSpec<P>, range: Range, params: NoInfer<P>, extras?: ReportExtras) => void;
  /** As `say`, subject to F1. */
  readonly blame: <P>(spec: DiagnosticSpec<P>, range: Range, params: NoInfer<P>, extras?: ReportExtras) => void;
  /** A JJ1001, subject to F1. */
  readonly syntax: (problem: SyntaxProblem, range: Range, text: string, fix?: Fix) => void;
  /** Takes the line where `range` begins out of F1: what is wrong there has been said elsewhere. */
  readonly excuse: (range: Range) => void;
  readonly muted: <T>(work: () => T) => T;
  /** In the order of the text, at most `limit`, the last of them saying how many are missing. */
  readonly collected: () => readonly Diagnostic[];
}

export function findings(text: string, limit: number): Findings {
  const errors: Diagnostic[] = [];
  const others: Diagnostic[] = [];
  let uncollected = 0;
  let mutes = 0;
  const blamed = new Set<number>();
  let lines: LineIndex | undefined;

  const say: Findings["say"] = (spec, range, params, extras) => {
    if (mutes > 0) return;
    const list = (extras?.severity ?? spec.severity) === "error" ? errors : others;
    if (list.length < limit) list.push(report(spec, fileSpan(range), params, extras));
    else uncollected += 1;
  };
  const lineOf = (range: Range): number => {
    lines ??= lineIndex(text);
    return lines.positionAt(range.start).line;
  };
  const blame: Findings["blame"] = (spec, range, params, extras) => {
    if (mutes > 0 || blamed.has(lineOf(range))) return;
    blamed.add(lineOf(range));
    say(spec, range, params, extras);
  };
  return {
    say,
    blame,
    excuse: (range) => void blamed.add(lineOf(range)),
    syntax: (problem, range, words, fix) => blame(yamlSyntax, range, { problem, text: words }, { fixes: fix ? [fix] : [] }),
    muted: (work) => {
      mutes += 1;
      const result = work();
      mutes -= 1;
      return result;
    },
    collected: () => capped([...errors, ...others].sort(byPlace), limit, uncollected),
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

/** A span of the file itself. */
export function fileSpan(range: Range): Span {
  return { block: "", start: range.start, end: range.end };
}

/** A fix that replaces `range` by `text` and keeps the meaning of everything else. */
export function replacement(title: string, range: Range, text: string): Fix {
  return { title, safety: "safe", edits: [{ span: fileSpan(range), text }] };
}

/** A space behind the colon at `colon`; what begins with a sign of YAML's may become something else by it. */
export function spaceBehind(text: string, colon: number): Fix {
  const fix = replacement("add a space", { start: colon, end: colon + 1 }, ": ");
  const value = /^[^\r\n]*/.exec(text.slice(colon + 1, colon + 1 + 256))?.[0] ?? "";
  return /^[\w/.]/.test(value) && !/[[\]{}#]|: |:$/.test(value) ? fix : { ...fix, safety: "unsafe" };
}

/** `text` as a quoted scalar: in double quotes where that needs no escape. */
export function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
