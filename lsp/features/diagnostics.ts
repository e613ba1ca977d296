import { DiagnosticSeverity, type Diagnostic as LspDiagnostic, type DiagnosticRelatedInformation } from "vscode-languageserver";
import type { Compiled, Diagnostic } from "../../compiler/index.ts";
import type { Feature } from "../feature.ts";
import type { Snapshot } from "../snapshot.ts";

const severities: { readonly [S in Diagnostic["severity"]]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What is wrong with a document, in the protocol's words: in the order of the text, as many as the compiler found. */
export function lspDiagnostics(snapshot: Snapshot): readonly LspDiagnostic[] {
  return snapshot.compiled.diagnostics.map((diagnostic) => ({
    range: shownRange(snapshot, diagnostic),
    severity: severities[diagnostic.severity],
    code: diagnostic.code,
    source: "jamjet",
    message: diagnostic.help === undefined ? diagnostic.message : `${diagnostic.message}\n${diagnostic.help}`,
    relatedInformation: [...elsewhere(diagnostic, snapshot), ...diagnostic.related.map(({ span, message }): DiagnosticRelatedInformation => ({ location: snapshot.locationOf(span), message }))],
  }));
}

/** What is wrong in another file stands in the document where that file is named, and says where it really is. */
function shownRange({ compiled: { blocks }, places }: Snapshot, { span }: Diagnostic): LspDiagnostic["range"] {
  return places.rangeOf(blocks.absolute(blocks.fileOf(span)?.named ?? span));
}

function elsewhere({ span }: Diagnostic, { compiled: { blocks }, locationOf }: Snapshot): readonly DiagnosticRelatedInformation[] {
  return blocks.fileOf(span) === undefined ? [] : [{ location: locationOf(span), message: "it stands here" }];
}

/** Milliseconds in which a burst of edits counts as one. */
const quietMs = 20;

/** Says what is wrong with each open document, soon after it was opened or edited, or what is around it has changed. */
export const diagnostics: Feature = {
  capabilities: () => ({}),
  serve: ({ connection, documents, snapshot, onStale }) => {
    /** The judgement that the editor shows of each open document. */
    const sent = new Map<string, Compiled>();
    const waiting = new Map<string, ReturnType<typeof setTimeout>>();
    const send = (now: Snapshot): void => {
      sent.set(now.uri, now.compiled);
      void connection.sendDiagnostics({ uri: now.uri, version: now.version, diagnostics: [...lspDiagnostics(now)] });
    };
    /** All but those that are about to be judged on their own. */
    const publishWhatChanged = (): void => {
      for (const { uri } of documents.all()) {
        const judged = waiting.has(uri) ? undefined : snapshot(uri);
        if (judged !== undefined && judged.compiled !== sent.get(uri)) send(judged);
      }
    };
    const publish = (uri: string): void => {
      waiting.delete(uri);
      const now = snapshot(uri);
      if (now !== undefined) send(now);
      // A document that starts this one may mean something else now.
      publishWhatChanged();
    };
    const soon = (key: string, work: (key: string) => void): void => {
      clearTimeout(waiting.get(key));
      waiting.set(key, setTimeout(work, quietMs, key));
    };
    documents.onDidChangeContent(({ document }) => soon(document.uri, publish));
    onStale(() => soon("", publish));
    documents.onDidClose(({ document }) => {
      clearTimeout(waiting.get(document.uri));
      waiting.delete(document.uri);
      sent.delete(document.uri);
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
      soon("", publish);
    });
  },
};
