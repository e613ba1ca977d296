import type { Diagnostic } from "../../compiler/diagnostics/define.ts";
import type { Span } from "../../schemas/span.ts";

/** Places in a text that stands in no file: spans are its own offsets. */
export const inPlace = (start: number, end: number): Span => ({ block: "", start, end });

/** Each finding on a line: the code, the marked text, the message. Warnings say so. */
export function renderFindings(text: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, severity, message, span: { start, end } }) => {
    const marked = `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
    return `${code}${severity === "error" ? "" : ` ${severity}`} ${marked}: ${message}`;
  });
}

/** The text after the first fix of the first finding that has one. */
export function applyFix(text: string, diagnostics: readonly Diagnostic[]): string {
  const fix = diagnostics.flatMap((each) => each.fixes).at(0);
  const edits = [...(fix?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((fixed, { span, text: insert }) => fixed.slice(0, span.start) + insert + fixed.slice(span.end), text);
}
