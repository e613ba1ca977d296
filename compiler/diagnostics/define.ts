import type { Span } from "../../schemas/span.ts";

/** An `error` keeps a document from compiling; the rest never does. */
export type Severity = "error" | "warning" | "info" | "hint";

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
  /** What to write instead for an author who goes on writing at once, between the two parts. */
  readonly asking?: readonly [before: string, behind: string];
}

/** One way to mend it. Only a `safe` fix keeps the meaning of everything else; `--fix` applies no other. */
export interface Fix {
  readonly title: string;
  readonly safety: "safe" | "unsafe";
  readonly edits: readonly TextEdit[];
}

/** Another place that belongs to the story, such as the first of two definitions. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** How editors show the place, besides: faded, as what nothing would miss, or struck through, as what is written in another way today. */
export type Tag = "unnecessary" | "deprecated";

/** One catalogued complaint. `P` is what its message needs; a call that forgets a part does not compile. */
export interface DiagnosticSpec<P = never> {
  /** `JJ`, a two-digit family, a two-digit number. Never changes meaning, never reused. */
  readonly code: `JJ${number}`;
  readonly slug: string;
  readonly severity: Severity;
  /** The same message at several places is one finding with the other places related: one typo, one complaint. */
  readonly once?: true;
  /** The place holds what nobody may read: no frame shows it. */
  readonly conceals?: true;
  /** Said only where the project asks for it, in `[lint]`: nothing is wrong, and something could be better. */
  readonly quiet?: true;
  readonly tag?: Tag;
  /** What is wrong: lower case, no full stop, one line, the author's words quoted. */
  readonly message: (params: P) => string;
  /** How to fix it, as a command. */
  readonly help?: (params: P) => string | undefined;
  /** Why we care: one or more sentences of Markdown for the page of this code. */
  readonly doc: string;
}

/** One finding in one document. */
export interface Diagnostic {
  readonly code: string;
  readonly slug: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  readonly once?: true;
  readonly conceals?: true;
  readonly quiet?: true;
  readonly tag?: Tag;
}

/** Declares a complaint; the identity function, there for its types. */
export function diagnostic<P = Record<never, never>>(spec: DiagnosticSpec<P>): DiagnosticSpec<P> {
  return spec;
}

export interface ReportExtras {
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Only where the rules give one code two severities, such as an unknown server with and without a project file. */
  readonly severity?: Severity;
}

/** A finding of `spec` at `span`. */
export function report<P>(spec: DiagnosticSpec<P>, span: Span, params: NoInfer<P>, extras: ReportExtras = {}): Diagnostic {
  const help = spec.help?.(params);
  return {
    code: spec.code,
    slug: spec.slug,
    severity: extras.severity ?? spec.severity,
    message: oneLine(spec.message(params)),
    ...(help === undefined ? {} : { help: oneLine(help) }),
    span,
    related: extras.related?.map((each) => ({ ...each, message: oneLine(each.message) })) ?? [],
    fixes: extras.fixes?.map((fix) => ({ ...fix, title: oneLine(fix.title) })) ?? [],
    ...(spec.once === undefined ? {} : { once: spec.once }),
    ...(spec.conceals === undefined ? {} : { conceals: spec.conceals }),
    ...(spec.quiet === undefined ? {} : { quiet: spec.quiet }),
    ...(spec.tag === undefined ? {} : { tag: spec.tag }),
  };
}

const longestLine = 500;

/** The words of an author go over lines and are of any length; what we say of them is one line that can be read. */
function oneLine(text: string): string {
  const line = text.includes("\n") || text.includes("\r") ? text.replace(/[\r\n]+[ \t]*/g, " ") : text;
  return line.length <= longestLine ? line : `${line.slice(0, longestLine / 2)} … ${line.slice(-longestLine / 2)}`;
}

/** What every stage returns: it never throws for bad input and never stops at the first complaint. */
export interface Staged<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
