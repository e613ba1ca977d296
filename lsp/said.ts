import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic, type DiagnosticRelatedInformation } from "vscode-languageserver";
import type { Diagnostic, Tag } from "../compiler/index.ts";
import type { FileFlaw, LanguageHost } from "./host.ts";
import type { Places } from "./places.ts";
import type { Snapshot } from "./snapshot.ts";

const severities: { readonly [S in Diagnostic["severity"]]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags: { readonly [T in Tag]: DiagnosticTag } = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

const source = "jamjet";

/** What is wrong with a document, in the protocol's words: in the order of the text, as many as the compiler found. */
export function saidOf(snapshot: Snapshot, { pageOf }: Pick<LanguageHost, "pageOf">): readonly LspDiagnostic[] {
  return snapshot.compiled.diagnostics.map((diagnostic) => {
    const { code, severity, tag, related } = diagnostic;
    const href = pageOf?.(code);
    return {
      range: shownRange(snapshot, diagnostic),
      severity: severities[severity],
      code,
      ...(href === undefined ? {} : { codeDescription: { href } }),
      source,
      message: messageOf(diagnostic),
      ...(tag === undefined ? {} : { tags: [tags[tag]] }),
      relatedInformation: [...elsewhere(diagnostic, snapshot), ...related.map(({ span, message }): DiagnosticRelatedInformation => ({ location: snapshot.locationOf(span), message }))],
    };
  });
}

/** What is wrong with a file that the host reads. */
export function saidOfFlaws(flaws: readonly FileFlaw[], places: Places): readonly LspDiagnostic[] {
  return flaws.map((flaw) => ({ range: places.rangeOf(flaw), severity: DiagnosticSeverity.Error, source, message: messageOf(flaw) }));
}

function messageOf({ message, help }: { readonly message: string; readonly help?: string }): string {
  return help === undefined ? message : `${message}\n${help}`;
}

/** What is wrong in another file stands in the document where that file is named, and says where it really is. */
function shownRange({ compiled: { blocks }, places }: Snapshot, { span }: Diagnostic): LspDiagnostic["range"] {
  return places.rangeOf(blocks.absolute(blocks.fileOf(span)?.named ?? span));
}

function elsewhere({ span }: Diagnostic, { compiled: { blocks }, locationOf }: Snapshot): readonly DiagnosticRelatedInformation[] {
  return blocks.fileOf(span) === undefined ? [] : [{ location: locationOf(span), message: "it stands here" }];
}
