import { DocumentDiagnosticReportKind, type DocumentDiagnosticParams, type DocumentDiagnosticReport } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { createJudgements, type Judgement } from "../judgements.ts";
import type { ClientFacts } from "../session.ts";

/** Milliseconds in which a burst of edits counts as one. */
const quietMs = 20;

/** In place of the address of a document: all that are open. */
const around = "";

/** Whether the client asks for what is wrong: told as well, it would show everything twice. */
function isAsking({ capabilities }: ClientFacts): boolean {
  return capabilities.textDocument?.diagnostic !== undefined;
}

/** Says what is wrong with each open document, soon after it was opened or edited or what is around it has changed, or when the client asks. */
export const diagnostics: Feature = {
  capabilities: (client) => (isAsking(client) ? { diagnosticProvider: { identifier: "jamjet", interFileDependencies: true, workspaceDiagnostics: client.watchesFiles } } : {}),
  serve: (session) => {
    const { connection, documents, client, asking, attempting, onStale } = session;
    const judgements = createJudgements(session);
    /** What the editor shows of each open document, where it does not ask itself. */
    const sent = new Map<string, Judgement>();
    const waiting = new Map<string, ReturnType<typeof setTimeout>>();
    const publish = (uri: string): void => {
      const judgement = attempting(undefined, () => judgements.of(uri));
      if (judgement === undefined || judgement === sent.get(uri)) return;
      sent.set(uri, judgement);
      asking(() => connection.sendDiagnostics({ uri, version: judgement.version, diagnostics: [...judgement.diagnostics] }));
    };
    const soon = (key: string, work: (key: string) => void): void => {
      clearTimeout(waiting.get(key));
      waiting.set(key, setTimeout(work, quietMs, key));
    };
    const publishAll = (key: string): void => {
      waiting.delete(key);
      for (const { uri } of documents.all()) if (!waiting.has(uri)) publish(uri);
    };
    /** The document first; others may mean something else now, and wait until no more are edited. */
    const publishFirst = (uri: string): void => {
      waiting.delete(uri);
      publish(uri);
      if (documents.keys().length > 1) soon(around, publishAll);
    };
    const refresh = (key: string): void => {
      waiting.delete(key);
      if (client().capabilities.workspace?.diagnostics?.refreshSupport === true) asking(() => connection.languages.diagnostics.refresh());
    };
    documents.onDidChangeContent(({ document: { uri } }) => (isAsking(client()) ? undefined : soon(uri, publishFirst)));
    onStale(() => soon(around, isAsking(client()) ? refresh : publishAll));
    documents.onDidClose(({ document: { uri } }) => {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      sent.delete(uri);
      judgements.forget(uri);
      if (!isAsking(client())) asking(() => connection.sendDiagnostics({ uri, diagnostics: [] }));
      soon(around, isAsking(client()) ? refresh : publishAll);
    });
    connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport => {
      const judgement = attempting(undefined, () => judgements.of(uri));
      if (judgement === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const { resultId } = judgement;
      return resultId === previousResultId ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId } : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...judgement.diagnostics] };
    });
  },
};
