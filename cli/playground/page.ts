import { formatDocument, type LSPClient } from "@codemirror/lsp-client";
import { EditorView } from "@codemirror/view";
import type { Diagnostic, DocumentSymbol, PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import { connect, openEditor } from "./editor.ts";
import { uriOf, workflowPath, type Example, type Greeting } from "./examples.ts";
import { documentIn, linkTo } from "./link.ts";

/* The page: an editor, and what the language server in the worker says of its document. */

const element = (id: string): HTMLElement => document.getElementById(id) ?? document.body;
const summary = element("summary");
const graph = element("graph");
const program = element("program");
const choice = element("examples") as HTMLSelectElement;

/** What the server answers to `jamjet/graph` and `jamjet/program`. */
interface Answer {
  readonly version: number;
  readonly text: string;
}

async function start(): Promise<void> {
  const greeting: Greeting = await (await fetch("examples.json")).json() as Greeting;
  let uri = "";
  const client = connect(greeting, (params) => {
    if (params.uri === uri) void show(client, params);
  });
  let view: EditorView | undefined;
  const open = (example: string, text: string): void => {
    view?.destroy();
    uri = uriOf(example, workflowPath);
    view = openEditor(element("editor"), client, { uri, text });
    view.focus();
  };
  const openExample = ({ name, files }: Example): void => open(name, files[workflowPath] ?? "");
  choice.append(...greeting.examples.map(({ name }) => new Option(name, name)));
  choice.addEventListener("change", () => {
    const example = greeting.examples.find(({ name }) => name === choice.value);
    history.replaceState(null, "", location.pathname);
    if (example !== undefined) openExample(example);
  });
  element("format").addEventListener("click", () => view && formatDocument(view));
  element("share").addEventListener("click", () => {
    if (view === undefined) return;
    history.replaceState(null, "", linkTo(choice.value, view.state.doc.toString()));
    summary.textContent = "The document is in the address now: copy it";
  });
  element("problems").addEventListener("click", ({ target }) => {
    const offset = Number((target as Element).closest("button")?.dataset["offset"]);
    if (Number.isInteger(offset)) reveal(view, offset);
  });
  graph.addEventListener("click", ({ target }) => {
    const node = (target as Element).closest<SVGGElement>("[data-node]")?.dataset["node"];
    if (node !== undefined) void revealNode(client, view, uri, node);
  });
  const openAddress = (): void => {
    const shared = documentIn(location.hash);
    const example = greeting.examples.find(({ name }) => name === shared?.example) ?? greeting.examples[0];
    if (example === undefined) return;
    choice.value = example.name;
    if (shared === undefined) openExample(example);
    else open(example.name, shared.text);
  };
  window.addEventListener("hashchange", openAddress);
  openAddress();

  async function show(from: LSPClient, { diagnostics }: PublishDiagnosticsParams): Promise<void> {
    listProblems(view, diagnostics);
    const textDocument = { uri };
    const drawn = await from.request<object, Answer | null>("jamjet/graph", { textDocument, format: "svg" });
    const emitted = await from.request<object, Answer | null>("jamjet/program", { textDocument });
    // The last picture of a document that is being mended helps more than none.
    if (drawn !== null) graph.replaceChildren(pictureOf(drawn.text));
    graph.classList.toggle("stale", drawn === null);
    program.textContent = emitted?.text ?? "There is no program while there are errors.";
    program.classList.toggle("empty", emitted === null);
  }
}

function pictureOf(svg: string): Node {
  return document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
}

function listProblems(view: EditorView | undefined, diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === 1).length;
  const others = diagnostics.length - errors;
  summary.dataset["state"] = errors === 0 ? "sound" : "wrong";
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;
  summary.textContent = [errors === 0 ? "Valid" : count(errors, "error"), ...(others === 0 ? [] : [count(others, "remark")])].join(", ");
  const items = diagnostics.map((diagnostic) => problemItem(view, diagnostic));
  const none = document.createElement("li");
  none.className = "none";
  none.textContent = "Nothing is wrong.";
  element("problems").querySelector("ol")?.replaceChildren(...(items.length === 0 ? [none] : items));
}

function problemItem(view: EditorView | undefined, { range: { start }, severity, code, message }: Diagnostic): HTMLLIElement {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.dataset["severity"] = String(severity ?? 1);
  const doc = view?.state.doc;
  if (doc !== undefined && start.line < doc.lines) button.dataset["offset"] = String(doc.line(start.line + 1).from + start.character);
  button.append(piece("code", String(code ?? "")), piece("message", typeof message === "string" ? message : message.value), piece("place", `${start.line + 1}:${start.character + 1}`));
  item.append(button);
  return item;
}

function piece(name: string, text: string): HTMLSpanElement {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

function reveal(view: EditorView | undefined, offset: number): void {
  if (view === undefined) return;
  view.dispatch({ selection: { anchor: Math.min(offset, view.state.doc.length) }, effects: EditorView.scrollIntoView(offset, { y: "center" }) });
  view.focus();
}

/** The server knows where each node stands: it lists them for outlines. */
async function revealNode(client: LSPClient, view: EditorView | undefined, uri: string, node: string): Promise<void> {
  const symbols = await client.request<object, readonly DocumentSymbol[] | null>("textDocument/documentSymbol", { textDocument: { uri } });
  const found = flat(symbols ?? []).find(({ name }) => name === node);
  if (found === undefined || view === undefined) return;
  const { line, character } = found.selectionRange.start;
  reveal(view, view.state.doc.line(line + 1).from + character);
}

function flat(symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children ?? [])]);
}

for (const tab of document.querySelectorAll<HTMLButtonElement>("[role=tab]")) {
  tab.addEventListener("click", () => {
    for (const each of document.querySelectorAll("[role=tab]")) {
      const isChosen = each === tab;
      each.setAttribute("aria-selected", String(isChosen));
      element(each.getAttribute("aria-controls") ?? "").hidden = !isChosen;
    }
  });
}

void start();
