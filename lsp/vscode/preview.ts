import { Selection, TextEditorRevealType, Uri, ViewColumn, commands, window, workspace, type ExtensionContext, type Range, type TextDocument, type TextEditor, type WebviewPanel } from "vscode";
import { DocumentSymbol, DocumentSymbolRequest, SymbolKind, type LanguageClient, type Range as ServerRange } from "vscode-languageclient/node";
import { graphFor } from "./workflows.ts";

/** What the server answers to `jamjet/graph`, but null where it cannot draw. */
interface Drawing {
  readonly text: string;
  /** Of a document that holds several workflows: the key of the one that was drawn, and where it stands. */
  readonly workflow?: string;
  readonly range?: ServerRange;
}

/** What the page says: that it can be spoken to, or which node was clicked. */
interface Said {
  readonly ready?: true;
  readonly node?: string;
}

/** Milliseconds in which a burst of edits counts as one. */
const quietMs = 80;

/** The pictures of workflows beside their texts, one for each document. */
export function registerPreviews(context: ExtensionContext, client: () => LanguageClient): void {
  const open = new Map<string, Preview>();
  context.subscriptions.push(
    commands.registerCommand("jamjet.preview", async (named?: Uri) => {
      const document = await graphFor(named);
      if (document === undefined) return;
      const key = document.uri.toString();
      const known = open.get(key);
      if (known !== undefined) return known.panel.reveal(undefined, true);
      const preview = previewOf(document, context.extensionUri, client);
      open.set(key, preview);
      preview.panel.onDidDispose(() => open.delete(key));
    }),
    workspace.onDidChangeTextDocument(({ document }) => open.get(document.uri.toString())?.changed()),
    window.onDidChangeTextEditorSelection(({ textEditor }) => void open.get(textEditor.document.uri.toString())?.selected(textEditor)),
  );
}

interface Preview {
  readonly panel: WebviewPanel;
  readonly changed: () => void;
  readonly selected: (editor: TextEditor) => Promise<void>;
}

function previewOf({ uri }: TextDocument, extension: Uri, client: () => LanguageClient): Preview {
  const media = Uri.joinPath(extension, "media");
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const panel = window.createWebviewPanel("jamjet.preview", `Graph of ${name}`, { viewColumn: ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, localResourceRoots: [media] });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let shown = 0;
  let last: Drawing | undefined;
  const draw = async (): Promise<void> => {
    const turn = (asked += 1);
    const { code2ProtocolConverter: asking } = client();
    const cursor = editorOf(uri)?.selection.active;
    const meant = { ...(cursor === undefined ? {} : { position: asking.asPosition(cursor) }), ...(last?.workflow === undefined ? {} : { workflow: last.workflow }) };
    const drawing = await client().sendRequest<Drawing | null>("jamjet/graph", { textDocument: { uri: asking.asUri(uri) }, ...meant, format: "svg" });
    // An older answer never replaces a newer one; a text that can no longer be read keeps its last picture.
    if (turn < shown) return;
    shown = turn;
    last = drawing ?? last;
    void panel.webview.postMessage(drawing === null ? { instead: "This graph cannot be read yet, or is too large to be drawn here." } : { svg: drawing.text });
  };
  const changed = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void draw(), quietMs);
  };
  panel.webview.onDidReceiveMessage(({ ready, node }: Said) => {
    if (ready === true) void draw();
    if (node !== undefined) void reveal(uri, node, last?.workflow, client());
  });
  panel.onDidDispose(() => clearTimeout(waiting));
  panel.webview.html = previewPage(panel, media);
  return {
    panel,
    changed,
    selected: async ({ selection, document }) => {
      // Of a document that holds several workflows, the one around the cursor is drawn.
      if (last?.range !== undefined && !client().protocol2CodeConverter.asRange(last.range).contains(selection.active)) await draw();
      const node = (await nodesOf(document.uri, last?.workflow, client())).find(({ whole }) => whole.contains(selection.active));
      void panel.webview.postMessage({ selected: node?.id });
    },
  };
}

/** Fetches nothing from anywhere but the extension's own folder, and runs no script but the one that lies there. */
function previewPage({ webview }: WebviewPanel, media: Uri): string {
  const style = webview.asWebviewUri(Uri.joinPath(media, "preview.css")).toString();
  const script = webview.asWebviewUri(Uri.joinPath(media, "preview.js")).toString();
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource}">
<link rel="stylesheet" href="${style}">
<main></main>
<script src="${script}"></script>
</html>`;
}

/** Shows where a node is declared, in the editor that has the document or beside the picture. */
async function reveal(uri: Uri, id: string, workflow: string | undefined, client: LanguageClient): Promise<void> {
  const node = (await nodesOf(uri, workflow, client)).find((place) => place.id === id);
  const viewColumn = editorOf(uri)?.viewColumn ?? ViewColumn.One;
  const editor = await window.showTextDocument(uri, { viewColumn });
  if (node === undefined) return;
  editor.selection = new Selection(node.own.start, node.own.end);
  editor.revealRange(node.whole, TextEditorRevealType.InCenterIfOutsideViewport);
}

function editorOf(uri: Uri): TextEditor | undefined {
  return window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

interface NodePlace {
  readonly id: string;
  /** Where its id stands, and all that belongs to it. */
  readonly own: Range;
  readonly whole: Range;
}

/** The nodes of a workflow: what its outline has beside the header; of one that another document holds, what stands below its key beside the state and the policies. */
async function nodesOf(uri: Uri, workflow: string | undefined, client: LanguageClient): Promise<readonly NodePlace[]> {
  const { code2ProtocolConverter: asked, protocol2CodeConverter: answered } = client;
  const symbols = await client.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: asked.asUri(uri) } });
  const whole = (symbols ?? []).filter((symbol) => DocumentSymbol.is(symbol));
  const held = workflow === undefined ? undefined : whole.flatMap(({ children = [] }) => children).find(({ name, kind }) => name === workflow && kind === SymbolKind.Module);
  const declared: readonly SymbolKind[] = [SymbolKind.Module, SymbolKind.Property, SymbolKind.Object];
  return (held?.children ?? whole).filter(({ kind }) => !declared.includes(kind)).map(({ name, selectionRange, range }) => ({ id: name, own: answered.asRange(selectionRange), whole: answered.asRange(range) }));
}
