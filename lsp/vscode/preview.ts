import { Range, Selection, Uri, ViewColumn, commands, window, workspace, type DocumentSymbol, type ExtensionContext, type TextDocument, type TextEditor, type WebviewPanel } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { isWorkflow } from "./workflow-text.ts";

/** What the server answers to `jamjet/graph`. */
interface Drawing {
  readonly version: number;
  readonly text: string;
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
    commands.registerCommand("jamjet.preview", () => {
      const document = window.activeTextEditor?.document;
      if (document === undefined || !isWorkflow(document.getText())) return void window.showInformationMessage("JamJet: open a workflow to see its graph");
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
  let shown = -1;
  const draw = async (): Promise<void> => {
    const drawing = await client().sendRequest<Drawing | null>("jamjet/graph", { uri: uri.toString(), format: "svg" });
    // A text that can no longer be read keeps its last picture, and an older answer never replaces a newer one.
    if (drawing === null || drawing.version < shown) return;
    shown = drawing.version;
    void panel.webview.postMessage({ svg: drawing.text });
  };
  const changed = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void draw(), quietMs);
  };
  panel.webview.onDidReceiveMessage(({ ready, node }: Said) => {
    if (ready === true) void draw();
    if (node !== undefined) void reveal(uri, node);
  });
  panel.onDidDispose(() => clearTimeout(waiting));
  panel.webview.html = previewPage(panel, media);
  return {
    panel,
    changed,
    selected: async ({ selection, document }) => {
      const node = (await nodesOf(document.uri)).find(({ range }) => range.contains(selection.active));
      void panel.webview.postMessage({ selected: node?.name });
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

/** Shows where a node begins, in the editor that has the document or beside the picture. */
async function reveal(uri: Uri, name: string): Promise<void> {
  const node = (await nodesOf(uri)).find((symbol) => symbol.name === name);
  const viewColumn = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())?.viewColumn ?? ViewColumn.One;
  const editor = await window.showTextDocument(uri, { viewColumn });
  if (node === undefined) return;
  editor.selection = new Selection(node.selectionRange.start, node.selectionRange.end);
  editor.revealRange(new Range(node.range.start, node.range.end));
}

/** The nodes of a document, as its outline has them. */
async function nodesOf(uri: Uri): Promise<readonly DocumentSymbol[]> {
  const symbols = await commands.executeCommand<readonly DocumentSymbol[] | undefined>("vscode.executeDocumentSymbolProvider", uri);
  return symbols?.find(({ name }) => name === "nodes")?.children ?? [];
}
