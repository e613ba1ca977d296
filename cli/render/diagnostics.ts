import { type Compiled, type Diagnostic, type Flaw, type LineIndex, type Paint, type Range, type Severity, type SourceText, frameContext, lineIndex, renderFlaw, renderFrame } from "../../compiler/index.ts";
import { unreachable } from "../../schemas/bug.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { Line, Tone } from "./page.ts";

type Judged = Pick<Compiled, "source" | "blocks" | "diagnostics">;

/** Each finding of one document with its lines of source, and an empty line behind it. */
export function findingLines({ source, blocks, diagnostics }: Judged, columns: number): readonly Line[] {
  if (diagnostics.length === 0) return [];
  const context = frameContext(source, { blocks, diagnostics, width: columns, paint: marking });
  return diagnostics.flatMap((diagnostic) => [...renderFrame(context, diagnostic).split("\n").map(piecesOf), ""]);
}

/**
 * The same findings as data, with the lines of source as `frame`. Lines and columns count from 1; offsets are UTF-16
 * units of the file.
 */
export function findingData(judged: Judged): readonly JsonObject[] {
  if (judged.diagnostics.length === 0) return [];
  const context = frameContext(judged.source, judged);
  return judged.diagnostics.map((diagnostic) => ({ ...diagnosticData(diagnostic, judged), frame: renderFrame(context, diagnostic) }));
}

/** Everything that is wrong in a file without codes, each with its lines of source and an empty line behind it. */
export function flawLines(source: SourceText, flaws: readonly Flaw[], columns: number): readonly Line[] {
  const context = frameContext(source, { width: columns, paint: marking });
  return flaws.flatMap((flaw) => [...renderFlaw(context, flaw).split("\n").map(piecesOf), ""]);
}

/** The same flaws as data. */
export function flawData(source: SourceText, flaws: readonly Flaw[]): readonly JsonObject[] {
  const context = frameContext(source);
  return flaws.map((flaw) => {
    const { message, help, span, related } = flaw;
    const range = rangeData(context.lines, context.blocks.absolute(span));
    const notes = related.map((each) => ({ message: each.message, range: rangeData(context.lines, context.blocks.absolute(each.span)) }));
    return { file: source.uri, message, ...(help === undefined ? {} : { help }), range, related: notes, frame: renderFlaw(context, flaw) };
  });
}

/** How many of them are errors, and how many are warnings. */
export function countOf(diagnostics: readonly Diagnostic[]): { readonly errors: number; readonly warnings: number } {
  const of = (severity: Severity): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { errors: of("error"), warnings: of("warning") };
}

/** `2 errors, 1 warning`; empty where there is nothing. */
export function countText(counts: { readonly errors: number; readonly warnings: number }): string {
  return [plural(counts.errors, "error"), plural(counts.warnings, "warning")].filter((part) => part !== "").join(", ");
}

function plural(count: number, noun: string): string {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const tones: readonly Tone[] = ["good", "bad", "warn", "note", "dim", "strong"];

/** Frames hold no escape character of the author's, so ours can mark what has a tone. */
const escape = "\u001b";

const marking: Paint = {
  severity: (text, severity) => mark(toneOf(severity), text),
  message: (text) => mark("strong", text),
  gutter: (text) => mark("dim", text),
  caret: (text, severity) => mark(toneOf(severity), text),
  note: (text) => mark("note", text),
};

function mark(tone: Tone, text: string): string {
  return `${escape}${tones.indexOf(tone)}${text}${escape};`;
}

function piecesOf(line: string): Line {
  // Between the escape characters stand, in turn, what has no tone and what begins with the number of its own.
  const pieces = line.split(escape).map((part, index) => (index === 0 ? part : index % 2 === 0 ? part.slice(1) : { tone: tones[Number(part[0])] ?? "dim", text: part.slice(1) }));
  return pieces.filter((piece) => piece !== "");
}

function toneOf(severity: Severity): Tone {
  switch (severity) {
    case "error": return "bad";
    case "warning": return "warn";
    case "info": case "hint": return "note";
    default: return unreachable(severity, "toneOf");
  }
}

function diagnosticData({ code, slug, severity, message, help, span, related, fixes }: Diagnostic, { source, blocks }: Judged): JsonObject {
  const lines = lineIndex(source.text);
  const placeOf = (of: Diagnostic["span"]): JsonObject => {
    const file = blocks.fileOf(of);
    return file === undefined ? rangeData(lines, blocks.absolute(of)) : { file: file.source.uri, ...rangeData(file.lines, of) };
  };
  const listOf = <T>(items: readonly T[], data: (item: T) => Json): readonly Json[] => items.map(data);
  return {
    code, slug, severity, message,
    ...(help === undefined ? {} : { help }),
    range: placeOf(span),
    related: listOf(related, (each) => ({ message: each.message, range: placeOf(each.span) })),
    fixes: listOf(fixes, (fix) => ({ title: fix.title, safety: fix.safety, edits: listOf(fix.edits, (edit) => ({ range: placeOf(edit.span), text: edit.text })) })),
  };
}

/** Lines and columns count from 1, offsets from 0; columns and offsets in UTF-16 units. The end is behind the last unit. */
export type PlaceRange = { readonly [N in "line" | "column" | "endLine" | "endColumn" | "offset" | "endOffset"]: number };

/** A range of offsets with its lines and columns. */
export function rangeData(lines: LineIndex, { start, end }: Range): PlaceRange {
  const first = lines.positionAt(start);
  const last = lines.positionAt(end);
  return { line: first.line + 1, column: first.column + 1, endLine: last.line + 1, endColumn: last.column + 1, offset: start, endOffset: end };
}
