import { createWorkspace, type Compiled, type ProjectView } from "../compiler/index.ts";
import { CodeActionKind, createConnection, TextDocuments, TextDocumentSyncKind, type Connection } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { lspCodeActions, lspDiagnostics } from "./convert.ts";

/** What the shell does for the server, which reads no files itself. */
export interface LanguageServerOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** The project around a document, as the command line sees it. */
  readonly projectOf: (uri: string) => ProjectView;
  readonly version: string;
}

/** Milliseconds in which a burst of edits counts as one. */
const quietMs = 20;

/** Serves one editor over a pair of streams until it says goodbye. */
export function startLanguageServer(options: LanguageServerOptions): Connection {
  const connection = createConnection(options.input, options.output);
  const documents = new TextDocuments(TextDocument);
  const workspace = createWorkspace();
  /** The judgement that the editor shows of each open document. */
  const sent = new Map<string, Compiled>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  /** Hands the text as it is now to the workspace. */
  const judge = (uri: string): TextDocument | undefined => {
    const document = documents.get(uri);
    if (document === undefined) return undefined;
    workspace.setProject(uri, options.projectOf(uri));
    workspace.setText({ uri, text: document.getText() });
    return document;
  };
  const publish = (uri: string): void => {
    waiting.delete(uri);
    const document = judge(uri);
    if (document === undefined) return;
    const compiled = workspace.compiled(uri);
    if (compiled === undefined) return;
    send(document, compiled);
    // A document that starts this one may mean something else now.
    for (const other of documents.all()) {
      const judgement = other.uri === uri || waiting.has(other.uri) ? undefined : workspace.compiled(other.uri);
      if (judgement !== undefined && judgement !== sent.get(other.uri)) send(other, judgement);
    }
  };
  const send = (document: TextDocument, compiled: Compiled): void => {
    sent.set(document.uri, compiled);
    void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [...lspDiagnostics(compiled)] });
  };

  connection.onInitialize(() => ({
    serverInfo: { name: "jamjet", version: options.version },
    capabilities: { positionEncoding: "utf-16", textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental }, codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  }));
  connection.onCodeAction(({ textDocument: { uri }, range }) => {
    judge(uri);
    const compiled = workspace.compiled(uri);
    return compiled && [...lspCodeActions(compiled, range, (diagnostic) => workspace.ignoring(uri, diagnostic))];
  });
  documents.onDidChangeContent(({ document }) => {
    clearTimeout(waiting.get(document.uri));
    waiting.set(document.uri, setTimeout(publish, quietMs, document.uri));
  });
  documents.onDidClose(({ document }) => {
    clearTimeout(waiting.get(document.uri));
    waiting.delete(document.uri);
    sent.delete(document.uri);
    workspace.remove(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  documents.listen(connection);
  connection.listen();
  return connection;
}
