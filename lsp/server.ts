import { MarkupKind, TextDocumentSyncKind, type Connection, type InitializeParams, type ServerCapabilities } from "vscode-languageserver";
import { openTexts } from "./documents.ts";
import { features } from "./features/index.ts";
import type { LanguageHost } from "./host.ts";
import { encodings, type Encoding } from "./places.ts";
import { createSession, type ClientFacts, type Session } from "./session.ts";

/** Serves one editor over an open connection until it says goodbye. The connection decides how bytes come and go: streams, a port, a worker. */
export function serve(connection: Connection, host: LanguageHost): void {
  const documents = openTexts(() => session.client().encoding);
  const session: Session = createSession(connection, host, documents);
  connection.onInitialize((params) => {
    const client = factsOf(params);
    session.introduce(client);
    if (!client.isAskedForSettings) session.configure(params.initializationOptions);
    const capabilities: ServerCapabilities = { positionEncoding: client.encoding, textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true } };
    for (const feature of features) merge(capabilities, feature.capabilities(client));
    return { serverInfo: { name: "jamjet", version: host.version }, capabilities };
  });
  connection.onInitialized(session.ready);
  for (const feature of features) feature.serve(session);
  documents.listen(connection);
  connection.listen();
}

function factsOf({ capabilities, workspaceFolders, rootUri, initializationOptions }: InitializeParams): ClientFacts {
  const offered: readonly string[] = capabilities.general?.positionEncodings ?? [];
  return {
    encoding: encodings.find((encoding: Encoding) => offered.includes(encoding)) ?? "utf-16",
    hasSnippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    hasMarkdown: capabilities.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    commands: commandsIn(initializationOptions),
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null || rootUri === undefined ? [] : [rootUri]),
    capabilities,
    watchesFiles: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    isAskedForSettings: capabilities.workspace?.configuration === true,
  };
}

/** The names in `commands` of what a client sends beside the protocol. */
function commandsIn(options: unknown): ReadonlySet<string> {
  const given: unknown = typeof options === "object" && options !== null && "commands" in options ? options.commands : undefined;
  return new Set(Array.isArray(given) ? given.filter((each) => typeof each === "string") : []);
}

/** Several features may each know a part of one capability, such as what happens in the workspace. */
function merge(into: ServerCapabilities, more: ServerCapabilities): void {
  Object.assign(into, more, {
    workspace: { ...into.workspace, ...more.workspace },
    experimental: { ...into.experimental, ...more.experimental },
  });
}
