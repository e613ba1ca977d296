import type { Connection, TextDocuments } from "vscode-languageserver";
import { createWorkspace, type ProjectView, type Workspace } from "../compiler/index.ts";
import type { OpenText } from "./documents.ts";
import type { LanguageHost } from "./host.ts";
import type { Encoding } from "./places.ts";
import { snapshotOf, type Snapshot } from "./snapshot.ts";

/** What the client said of itself when it introduced itself; asked only after that. */
export interface ClientFacts {
  readonly encoding: Encoding;
  /** It expands `${1:placeholder}` in completions. */
  readonly hasSnippets: boolean;
  /** It shows hovers in Markdown. */
  readonly hasMarkdown: boolean;
  readonly folders: readonly string[];
}

/** One editor: its texts, what is known of them, and the way to answer it. */
export interface Session {
  readonly connection: Connection;
  readonly host: LanguageHost;
  readonly documents: TextDocuments<OpenText>;
  readonly client: () => ClientFacts;
  /** The open document as it is now; undefined for one that is not open. */
  readonly snapshot: (uri: string) => Snapshot | undefined;
  /** All open documents. */
  readonly snapshots: () => readonly Snapshot[];
  /**
   * A handler of requests about one document: `empty` for a document that is not open, and, with a line in the editor's
   * log, where `compute` met a mistake of ours. The only door that such a mistake leaves by.
   */
  readonly answering: <P extends { readonly textDocument: { readonly uri: string } }, R>(empty: R, compute: (snapshot: Snapshot, params: P) => R) => (params: P) => R;
  /** The project around open documents is another one now, or may be: a file of it has changed. */
  readonly projectChanged: () => void;
  /** The document was closed. */
  readonly forget: (uri: string) => void;
}

export function createSession(connection: Connection, host: LanguageHost, documents: TextDocuments<OpenText>, client: () => ClientFacts): Session {
  const workspace: Workspace = createWorkspace();
  const known = new Map<string, Snapshot>();
  const projects = new Map<string, ProjectView>();
  const projectOf = (uri: string): ProjectView => {
    const project = projects.get(uri) ?? host.projectOf(uri);
    projects.set(uri, project);
    workspace.setProject(uri, project);
    return project;
  };
  const snapshot = (uri: string): Snapshot | undefined => {
    const document = documents.get(uri);
    if (document === undefined) return undefined;
    const last = known.get(uri);
    const project = projectOf(uri);
    if (last?.version !== document.version || last.source.text !== document.text) workspace.setText({ uri, text: document.text });
    const compiled = workspace.compiled(uri);
    if (compiled === undefined) return undefined;
    // A document that this one starts may have changed, and with it what is known of this one.
    if (last?.compiled === compiled && last.version === document.version) return last;
    const made = snapshotOf(document, workspace, project, compiled, client().encoding);
    known.set(uri, made);
    return made;
  };
  return {
    connection,
    host,
    documents,
    client,
    snapshot,
    snapshots: () => documents.all().flatMap(({ uri }) => snapshot(uri) ?? []),
    answering: (empty, compute) => (params) => {
      try {
        const now = snapshot(params.textDocument.uri);
        return now === undefined ? empty : compute(now, params);
      } catch (bug) {
        connection.console.error(bug instanceof Error ? (bug.stack ?? bug.message) : String(bug));
        return empty;
      }
    },
    projectChanged: () => projects.clear(),
    forget: (uri) => {
      projects.delete(uri);
      known.delete(uri);
      workspace.remove(uri);
    },
  };
}
