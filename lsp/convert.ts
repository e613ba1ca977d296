import type { BlockTable, Compiled, Diagnostic, LineIndex } from "../compiler/index.ts";
import { lineIndex } from "../compiler/index.ts";
import type { Span } from "../schemas/span.ts";
import { DiagnosticSeverity, type Diagnostic as LspDiagnostic, type Range } from "vscode-languageserver/node";

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
    relatedInformation: diagnostic.related.map(({ span, message }) => ({ location: { uri: compiled.source.uri, range: rangeOf(span, compiled.blocks, lines) }, message })),
  }));
}

function rangeOf(span: Span, blocks: BlockTable, lines: LineIndex): Range {
  const { start, end } = blocks.absolute(span);
  const place = (offset: number): Range["start"] => {
    const { line, column } = lines.positionAt(offset);
    return { line, character: column };
  };
  return { start: place(start), end: place(end) };
}
