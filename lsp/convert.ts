import type { BlockTable, Compiled, Diagnostic, LineIndex, TextEdit } from "../compiler/index.ts";
import { lineIndex } from "../compiler/index.ts";
import type { Span } from "../schemas/span.ts";
import { CodeActionKind, DiagnosticSeverity, type CodeAction, type Diagnostic as LspDiagnostic, type Location, type Range, type TextEdit as LspTextEdit } from "vscode-languageserver/node";

const severities: { readonly [S in Diagnostic["severity"]]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What is wrong with a document, in the protocol's words. The only place of the server that knows lines. */
export function lspDiagnostics(compiled: Compiled): readonly LspDiagnostic[] {
  const lines = lineIndex(compiled.source.text);
  return compiled.diagnostics.map((diagnostic) => ({
    range: rangeOf(diagnostic.span, compiled.blocks, lines),
    severity: severities[diagnostic.severity],
    code: diagnostic.code,
    source: "jamjet",
    message: diagnostic.help === undefined ? diagnostic.message : `${diagnostic.message}\n${diagnostic.help}`,
    relatedInformation: [...elsewhere(diagnostic, compiled.blocks), ...diagnostic.related].map(({ span, message }) => ({ location: locationOf(span, compiled, lines), message })),
  }));
}

/** What can be done about what is wrong in a range: every fix, and the comment that takes it back where `ignoring` knows one. */
export function lspCodeActions(compiled: Compiled, range: Range, ignoring: (diagnostic: Diagnostic) => TextEdit | undefined): readonly CodeAction[] {
  const lines = lineIndex(compiled.source.text);
  const shown = lspDiagnostics(compiled);
  return compiled.diagnostics.flatMap((diagnostic, index) => {
    const said = shown[index];
    if (said === undefined || !overlap(said.range, range)) return [];
    const action = (title: string, edits: readonly TextEdit[]): CodeAction => ({ title, kind: CodeActionKind.QuickFix, diagnostics: [said], edit: { changes: changesOf(edits, compiled, lines) } });
    const ignore = ignoring(diagnostic);
    const safe = diagnostic.fixes.filter(({ safety }) => safety === "safe").length === 1;
    const fixes = diagnostic.fixes.map((fix) => ({ ...action(fix.title, fix.edits), ...(safe && fix.safety === "safe" ? { isPreferred: true } : {}) }));
    return [...fixes, ...(ignore === undefined ? [] : [action(`ignore ${diagnostic.code} here`, [ignore])])];
  });
}

function changesOf(edits: readonly TextEdit[], compiled: Compiled, lines: LineIndex): { [uri: string]: LspTextEdit[] } {
  const changes: { [uri: string]: LspTextEdit[] } = {};
  for (const { span, text } of edits) {
    const { uri, range } = locationOf(span, compiled, lines);
    (changes[uri] ??= []).push({ range, newText: text });
  }
  return changes;
}

function overlap(a: Range, b: Range): boolean {
  const isBefore = (one: Range["start"], other: Range["start"]): boolean => one.line < other.line || (one.line === other.line && one.character < other.character);
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

/** What is wrong in another file stands in the document where that file is named, and says where it really is. */
function elsewhere({ span }: Diagnostic, blocks: BlockTable): Diagnostic["related"] {
  return blocks.fileOf(span) === undefined ? [] : [{ span, message: "it stands here" }];
}

function locationOf(span: Span, { source, blocks }: Compiled, lines: LineIndex): Location {
  const file = blocks.fileOf(span);
  if (file === undefined) return { uri: source.uri, range: rangeOf(span, blocks, lines) };
  // Unlike the path, the document's own address is one already.
  return { uri: source.uri.slice(0, source.uri.lastIndexOf("/") + 1) + encodeURI(file.path), range: rangeIn(span, file.lines) };
}

function rangeOf(span: Span, blocks: BlockTable, lines: LineIndex): Range {
  return rangeIn(blocks.absolute(blocks.fileOf(span)?.named ?? span), lines);
}

function rangeIn({ start, end }: { readonly start: number; readonly end: number }, lines: LineIndex): Range {
  const place = (offset: number): Range["start"] => {
    const { line, column } = lines.positionAt(offset);
    return { line, character: column };
  };
  return { start: place(start), end: place(end) };
}
