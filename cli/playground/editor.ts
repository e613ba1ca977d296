import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, HighlightStyle, foldKeymap, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { languageServerExtensions, LSPClient, type LSPClientExtension, type Transport } from "@codemirror/lsp-client";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import type { Greeting } from "./examples.ts";
import { semanticTokens } from "./semantic-tokens.ts";

/** The client of a language server in a worker of this page. */
export function connect(greeting: Greeting, onDiagnostics: (params: PublishDiagnosticsParams) => void): LSPClient {
  const worker = new Worker("worker.js");
  worker.postMessage(greeting);
  const hear: LspListener = { "textDocument/publishDiagnostics": (_, params: PublishDiagnosticsParams) => {
    onDiagnostics(params);
    // The editor marks them, too.
    return false;
  } };
  return new LSPClient({ rootUri: "file:///", extensions: [...languageServerExtensions(), alsoAsked], notificationHandlers: hear }).connect(transportOf(worker));
}

/** What the page asks by itself, beyond what the client does. */
const alsoAsked: LSPClientExtension = { clientCapabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true }, semanticTokens: { requests: { full: true }, formats: ["relative"], tokenTypes: [], tokenModifiers: [] } } } };

type LspListener = { [method: string]: (client: LSPClient, params: PublishDiagnosticsParams) => boolean };

/** The client says that it asks what is wrong, which it never does (6.3.0): it shows what it is told. */
function introducedHonestly(message: { readonly method?: string; readonly params?: { readonly capabilities?: { readonly textDocument?: object } } }): unknown {
  const { method, params } = message;
  if (method !== "initialize") return message;
  const textDocument = { ...params?.capabilities?.textDocument, diagnostic: undefined };
  return { ...message, params: { ...params, capabilities: { ...params?.capabilities, textDocument } } };
}

/** The client speaks in texts, the worker in values. */
function transportOf(worker: Worker): Transport {
  const heard = new Map<(message: string) => void, (event: MessageEvent<unknown>) => void>();
  return {
    send: (message) => worker.postMessage(introducedHonestly(JSON.parse(message))),
    subscribe: (handler) => {
      const listener = ({ data }: MessageEvent<unknown>): void => handler(JSON.stringify(data));
      heard.set(handler, listener);
      worker.addEventListener("message", listener);
    },
    unsubscribe: (handler) => {
      const listener = heard.get(handler);
      if (listener !== undefined) worker.removeEventListener("message", listener);
      heard.delete(handler);
    },
  };
}

/** An editor of one document. */
export function openEditor(parent: HTMLElement, client: LSPClient, { uri, text }: { readonly uri: string; readonly text: string }): EditorView {
  return new EditorView({ parent, state: EditorState.create({ doc: text, extensions: [basics, yaml(), client.plugin(uri, "yaml"), semanticTokens()] }) });
}

/** Colours stand in the style sheet, which knows light and dark. */
const yamlStyle = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], class: "yaml-key" },
  { tag: tags.comment, class: "yaml-comment" },
  { tag: [tags.string, tags.content], class: "yaml-text" },
  { tag: [tags.punctuation, tags.separator, tags.special(tags.string), tags.meta], class: "yaml-mark" },
]);

const basics: Extension = [
  lineNumbers(),
  highlightActiveLineGutter(),
  highlightActiveLine(),
  history(),
  foldGutter(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  highlightSelectionMatches(),
  lintGutter(),
  syntaxHighlighting(yamlStyle),
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...completionKeymap, ...lintKeymap, indentWithTab]),
  EditorView.contentAttributes.of({ "aria-label": "Workflow document" }),
];
