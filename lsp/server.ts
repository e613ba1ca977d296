import { MarkupKind, TextDocumentSyncKind, type Connection, type InitializeParams, type ServerCapabilities } from "vscode-languageserver";
import { openTexts } from "./documents.ts";
import { features } from "./features/index.ts";
import type { LanguageHost } from "./host.ts";
import { encodings, type Encoding } from "./places.ts";
import { createSession, type ClientFacts } from "./session.ts";

/** Serves one editor over an open connection until it says goodbye. The connection decides how bytes come and go: streams, a port, a worker. */
export function serve(connection: Connection, host: LanguageHost): void {
  let client: ClientFacts = { encoding: "utf-16", hasSnippets: false, hasMarkdown: false, folders: [] };
  const documents = openTexts(() => client.encoding);
  const session = createSession(connection, host, documents, () => client);
  connection.onInitialize((params) => {
    client = factsOf(params);
    const capabilities: ServerCapabilities = { positionEncoding: client.encoding, textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } };
    for (const feature of features) merge(capabilities, feature.capabilities(client));
    return { serverInfo: { name: "jamjet", version: host.version }, capabilities };
  });
  for (const feature of features) feature.serve(session);
  documents.onDidSave(session.projectChanged);
  documents.onDidClose(({ document }) => session.forget(document.uri));
  documents.listen(connection);
  connection.listen();
}

function factsOf({ capabilities, workspaceFolders, rootUri }: InitializeParams): ClientFacts {
  const offered: readonly string[] = capabilities.general?.positionEncodings ?? [];
  return {
    encoding: encodings.find((encoding: Encoding) => offered.includes(encoding)) ?? "utf-16",
    hasSnippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    hasMarkdown: capabilities.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null || rootUri === undefined ? [] : [rootUri]),
  };
}

/** Several features may each know a part of one capability, such as what happens in the workspace. */
function merge(into: ServerCapabilities, more: ServerCapabilities): void {
  Object.assign(into, more, { workspace: { ...into.workspace, ...more.workspace } });
}
