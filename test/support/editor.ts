import { PassThrough } from "node:stream";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type InitializeParams, type Position, type ProtocolConnection, type PublishDiagnosticsParams, type Range } from "vscode-languageserver-protocol/node";
import { createWorkspace, type ProjectView } from "../../compiler/index.ts";
import { openText } from "../../lsp/documents.ts";
import { startLanguageServer, type LanguageHost } from "../../lsp/index.ts";
import { snapshotOf, type Snapshot } from "../../lsp/snapshot.ts";

export const defaultProject: ProjectView = { servers: ["s"], fileExists: () => true, textOf: () => ({ ok: true, text: "hi" }) };

/** A text without its marks: `$0` is where the cursor stands, each `‹…›` a range. */
export interface Marked {
  readonly text: string;
  /** Offset of `$0`, or of the beginning of the first range. */
  readonly offset: number;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

export function marked(source: string): Marked {
  let text = "";
  let cursor: number | undefined;
  const open: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  for (const piece of source.split(/(\$0|‹|›)/u)) {
    if (piece === "$0") cursor = text.length;
    else if (piece === "‹") open.push(text.length);
    else if (piece === "›") ranges.push({ start: open.pop() ?? 0, end: text.length });
    else text += piece;
  }
  ranges.sort((a, b) => a.start - b.start || a.end - b.end);
  return { text, offset: cursor ?? ranges[0]?.start ?? 0, ranges };
}

export interface At extends Marked {
  readonly snapshot: Snapshot;
  readonly position: Position;
}

/** What is known of a marked text, and where its cursor stands. */
export function at(source: string, { project = defaultProject, uri = "file:///work.yaml" }: { readonly project?: ProjectView; readonly uri?: string } = {}): At {
  const all = marked(source);
  const workspace = createWorkspace({ project });
  workspace.setText({ uri, text: all.text });
  const compiled = workspace.compiled(uri);
  if (compiled === undefined) throw new Error("a text that was just set is not known");
  const snapshot = snapshotOf(openText({ uri, languageId: "yaml", version: 1, text: all.text }, "utf-16"), workspace, project, compiled, "utf-16");
  return { ...all, snapshot, position: snapshot.places.positionAt(all.offset) };
}

/** A text with ranges of the protocol marked in it, as `‹…›`: what a test compares. */
export function withRanges({ places, source: { text } }: Snapshot, ranges: readonly Range[]): string {
  const marks = ranges.flatMap(({ start, end }) => [{ at: places.offsetAt(start), mark: "‹" }, { at: places.offsetAt(end), mark: "›" }]);
  marks.sort((a, b) => b.at - a.at || (a.mark === "›" ? -1 : 1) - (b.mark === "›" ? -1 : 1));
  return marks.reduce((marked, { at: offset, mark }) => marked.slice(0, offset) + mark + marked.slice(offset), text);
}

export interface Editor {
  readonly client: ProtocolConnection;
  /** Introduces the client, the first time. */
  readonly introduce: (capabilities: InitializeParams["capabilities"], initializationOptions?: InitializeParams["initializationOptions"]) => Promise<void>;
  /** The next diagnostics that the server publishes. */
  readonly published: () => Promise<PublishDiagnosticsParams>;
}

/** A client of a server in this process, over streams, as an editor is one. */
export function connectEditor(host: Partial<LanguageHost> = {}): Editor {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  void startLanguageServer({ input: toServer, output: toClient, version: "0.0.0", projectOf: () => defaultProject, ...host });
  return editorOf(toClient, toServer);
}

/** A client of the server behind two streams. */
export function editorOf(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Editor {
  const client = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const arrived: PublishDiagnosticsParams[] = [];
  const waiting: ((params: PublishDiagnosticsParams) => void)[] = [];
  client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    const next = waiting.shift();
    if (next === undefined) arrived.push(params);
    else next(params);
  });
  client.listen();
  let introduced: Promise<void> | undefined;
  const introduce: Editor["introduce"] = async (capabilities, initializationOptions) => {
    await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities, initializationOptions });
    await client.sendNotification("initialized", {});
  };
  return { client, introduce: (capabilities, options) => (introduced ??= introduce(capabilities, options)), published: () => new Promise((resolve) => (arrived.length > 0 ? resolve(arrived.shift() as PublishDiagnosticsParams) : waiting.push(resolve))) };
}

/** Opens a document, and introduces the client before the first one. */
export async function openIn({ client, introduce }: Editor, text: string, uri = "file:///work.yaml", capabilities: InitializeParams["capabilities"] = {}, initializationOptions?: InitializeParams["initializationOptions"]): Promise<void> {
  await introduce(capabilities, initializationOptions);
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
}
