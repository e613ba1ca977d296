import { relative } from "node:path";
import { type Compiled, type Diagnostic, type Severity, lineIndex } from "../../compiler/index.ts";
import type { Span } from "../../schemas/span.ts";
import type { FlawFact } from "../answer.ts";
import { rangeData, type PlaceRange } from "../render/diagnostics.ts";

/** All that was found in some documents, as plain data: a writer of a format needs nothing else. */
export interface Report {
  /** The version of the compiler that judged. */
  readonly version: string;
  /** The folder that relative names start from. */
  readonly folder: string;
  readonly files: readonly ReportedFile[];
}

export interface ReportedFile {
  /** As the user named it. */
  readonly name: string;
  /** False where it could not be judged: its findings then say why. */
  readonly isJudged: boolean;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

/** One finding, with every place counted out. */
export interface Finding {
  /** Absent for what is wrong around a document: a file that cannot be read, a flaw of the project's settings. */
  readonly code: string | undefined;
  readonly slug: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string | undefined;
  readonly place: Place;
  /** The part of the document that it is in, which stays the same when lines move. */
  readonly part: string;
  readonly related: readonly { readonly message: string; readonly place: Place }[];
  readonly fixes: readonly { readonly title: string; readonly safety: "safe" | "unsafe"; readonly edits: readonly { readonly place: Place; readonly text: string }[] }[];
}

/** A place in a file. */
export interface Place {
  readonly file: string;
  /** Absent where only the file is known. */
  readonly range: PlaceRange | undefined;
}

/** What the compiler found in a document, for a report. */
export function judgedFile({ source, blocks, diagnostics }: Compiled): ReportedFile {
  const lines = lineIndex(source.text);
  const placeOf = (span: Span): Place => {
    const file = blocks.fileOf(span);
    return file === undefined ? { file: source.uri, range: rangeData(lines, blocks.absolute(span)) } : { file: file.source.uri, range: rangeData(file.lines, span) };
  };
  return { name: source.uri, isJudged: true, findings: diagnostics.map((diagnostic) => findingOf(diagnostic, placeOf)) };
}

/** A document that nobody could judge, and why. */
export function unjudgedFile(name: string, flaws: readonly FlawFact[]): ReportedFile {
  const findings = flaws.map(({ message, help, file, range }): Finding => ({
    code: undefined,
    slug: range === undefined ? "unreadable-file" : "project-settings",
    severity: "error",
    message,
    help,
    place: { file: file ?? name, range },
    part: "",
    related: [],
    fixes: [],
  }));
  return { name, isJudged: false, findings };
}

/** What a finding is called where there is room for one word. */
export function nameOf({ code, slug }: Finding): string {
  return code ?? slug;
}

/** Its code and name, as far as it has both. */
export function titleOf({ code, slug }: Finding): string {
  return code === undefined ? slug : `${code} ${slug}`;
}

/** A file's name as other tools expect it: below the report's folder relative to it, with `/` between its parts. */
export function pathOf(file: string, { folder }: Report): string {
  const below = file.startsWith("/") ? relative(folder, file) : file;
  const path = below.startsWith("..") && file.startsWith("/") ? file : below;
  return path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
}

function findingOf({ code, slug, severity, message, help, span, related, fixes }: Diagnostic, placeOf: (span: Span) => Place): Finding {
  return {
    code, slug, severity, message, help,
    place: placeOf(span),
    part: span.block,
    related: related.map((each) => ({ message: each.message, place: placeOf(each.span) })),
    fixes: fixes.map(({ title, safety, edits }) => ({ title, safety, edits: edits.map((edit) => ({ place: placeOf(edit.span), text: edit.text })) })),
  };
}
