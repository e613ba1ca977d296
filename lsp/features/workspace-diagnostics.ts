import { DocumentDiagnosticReportKind, Emitter, LSPErrorCodes, ResponseError, type CancellationToken, type DiagnosticServerCancellationData, type WorkspaceDocumentDiagnosticReport } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { saidOf } from "../said.ts";
import type { Session } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";

/** Documents that are judged before others have their turn. */
const turn = 8;

/** Says what is wrong with documents that nobody has open. A client that asks again before anything has changed waits until something has. */
export const workspaceDiagnostics: Feature = {
  capabilities: () => ({}),
  serve: (session) => {
    const { connection, documents, attempting, onStale } = session;
    const reports = createReports(session);
    const changed = new Emitter<void>();
    let isTold = false;
    const change = (): void => {
      isTold = false;
      changed.fire();
    };
    onStale(change);
    documents.onDidClose(change);
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, progress) => {
      if (isTold) await firstOf(changed, token);
      isTold = true;
      progress.begin("judging documents");
      const had = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      for (const snapshot of attempting<Iterable<Snapshot>>([], session.library.stored)) {
        if (items.length % turn === 0) await pause();
        if (token.isCancellationRequested) break;
        items.push(attempting(emptyReport(snapshot.uri), () => reports.of(snapshot, had.get(snapshot.uri))));
      }
      progress.done();
      if (token.isCancellationRequested) {
        isTold = false;
        return new ResponseError<DiagnosticServerCancellationData>(LSPErrorCodes.RequestCancelled, "the client took the request back");
      }
      const there = new Set(items.map(({ uri }) => uri));
      return { items: [...items, ...[...had.keys()].filter((uri) => !there.has(uri)).map(emptyReport)] };
    });
  },
};

interface Reports {
  /** `had` is the result that the client has already. */
  readonly of: (snapshot: Snapshot, had: string | undefined) => WorkspaceDocumentDiagnosticReport;
}

function createReports({ host }: Session): Reports {
  const last = new Map<string, { readonly snapshot: Snapshot; readonly resultId: string }>();
  let results = 0;
  return {
    of: (snapshot, had) => {
      const { uri } = snapshot;
      const before = last.get(uri);
      const resultId = before?.snapshot === snapshot ? before.resultId : `stored ${(results += 1)}`;
      last.set(uri, { snapshot, resultId });
      return had === resultId ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId } : { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: [...saidOf(snapshot, host)] };
    },
  };
}

/** Of a document that is open, gone, or no document any more. */
function emptyReport(uri: string): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}

function firstOf(changed: Emitter<void>, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const listeners = [changed.event(end), token.onCancellationRequested(end)];
    function end(): void {
      for (const each of listeners) each.dispose();
      resolve();
    }
  });
}

/** Lets what has come meanwhile be heard: edits, and that the question was taken back. */
function pause(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve));
}
