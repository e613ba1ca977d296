import { CancellationToken, type Connection, type InitializeParams } from "vscode-languageserver";
import { serve } from "../../lsp/server.ts";
import type { LanguageHost } from "../../lsp/index.ts";
import { placesOf } from "../../lsp/places.ts";
import { defaultProject } from "./editor.ts";

/** A server whose every request is called directly: no bytes, no waiting. */
export interface DirectServer {
  /** The names of all requests that it answers about a document. */
  readonly requests: readonly string[];
  readonly open: (uri: string, text: string) => void;
  /** Writes at the end of the open text, as who types it does. */
  readonly write: (text: string) => void;
  /** Asks everything about a place of the text; what follows up on an answer, such as the words about an item, is asked too. */
  readonly askAll: (offset: number) => readonly Answer[];
  /** Of these, what is asked about a place: the others say the same wherever the cursor is. */
  readonly askAt: (offset: number) => readonly Answer[];
  /** Asks one request about a place of the text. */
  readonly ask: (request: string, offset: number) => unknown;
  /** What it wrote to the log of the editor: its own mistakes. */
  readonly logged: readonly string[];
}

export interface Answer {
  readonly request: string;
  readonly ms: number;
  readonly json: string;
}

type Handler = (params: unknown, token: CancellationToken, work: object, partly: object) => unknown;

/** Requests about everything at once wait for news, and have tests of their own. */
const unasked: ReadonlySet<string> = new Set(["languages.diagnostics.onWorkspace"]);

/** Requests about a document and no place in it. */
const ofWholes: ReadonlySet<string> = new Set([
  "languages.diagnostics.on", "onDocumentSymbol", "onWorkspaceSymbol", "onDocumentLinks", "onRequest", "languages.semanticTokens.on", "languages.semanticTokens.onDelta",
  "onFoldingRanges", "onDocumentFormatting", "onCodeLens", "onCodeLensResolve",
]);

/** Answers of one request are asked about by another. */
const followUps: { readonly [request: string]: (answer: unknown) => readonly unknown[] } = {
  onCompletionResolve: (list) => (isRecord(list) && Array.isArray(list["items"]) ? [...list["items"].slice(0, 2), ...list["items"].slice(-2)] : []),
  onDocumentLinkResolve: listed,
  onCodeActionResolve: (actions) => (Array.isArray(actions) ? actions.filter((action) => isRecord(action) && action["edit"] === undefined) : []),
  "languages.callHierarchy.onIncomingCalls": (items) => listed(items).map((item) => ({ item })),
  "languages.callHierarchy.onOutgoingCalls": (items) => listed(items).map((item) => ({ item })),
};

/** Whose answers they are about. */
const subjects: { readonly [request: string]: string } = {
  onCompletionResolve: "onCompletion",
  onDocumentLinkResolve: "onDocumentLinks",
  onCodeActionResolve: "onCodeAction",
  "languages.callHierarchy.onIncomingCalls": "languages.callHierarchy.onPrepare",
  "languages.callHierarchy.onOutgoingCalls": "languages.callHierarchy.onPrepare",
};

/** What costs another analysis of the document can wait until somebody chooses it: all editors say so. */
const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, dataSupport: true, resolveSupport: { properties: ["edit"] } };

const capabilities: InitializeParams["capabilities"] = {
  textDocument: { codeAction, completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true, documentationFormat: ["markdown"] } }, hover: { contentFormat: ["markdown"] } },
};

const progress = { begin: () => undefined, report: () => undefined, done: () => undefined };

export function directServer(host: Partial<LanguageHost> = {}): DirectServer {
  const { connection, handlers, logged } = recordingConnection();
  serve(connection, { version: "0.0.0", projectOf: () => defaultProject, ...host });
  const call = (name: string, params: unknown): unknown => handlers.get(name)?.(params, CancellationToken.None, progress, progress);
  call("onInitialize", { processId: null, rootUri: null, capabilities });
  let at = { uri: "", text: "", version: 0 };
  const requests = [...handlers.keys()].filter((name) => !/\.?on(?:Initialized?|Shutdown|Exit|Did\w+|Will\w+|NotificationStreamDidChange)$/.test(name) && followUps[name] === undefined && !unasked.has(name) && !name.startsWith("console"));
  const placed = requests.filter((request) => !ofWholes.has(request));
  const askEach = (asked: readonly string[], offset: number): readonly Answer[] => {
    const params = everyParameter(at.uri, at.text, offset);
    const answers: Answer[] = [];
    const given = new Map<string, unknown>();
    const ask = (request: string, about: unknown): void => {
      const start = performance.now();
      const answer = call(request, about);
      answers.push({ request, ms: performance.now() - start, json: JSON.stringify(answer ?? null) });
      given.set(request, answer);
    };
    for (const request of asked) ask(request, params);
    for (const [request, from] of Object.entries(subjects)) {
      if (handlers.has(request)) for (const about of followUps[request]?.(given.get(from)) ?? []) ask(request, about);
    }
    return answers;
  };
  return {
    requests,
    logged,
    open: (uri, text) => {
      if (at.uri === uri) call("onDidChangeTextDocument", { textDocument: { uri, version: at.version + 1 }, contentChanges: [{ text }] });
      else {
        if (at.uri !== "") call("onDidCloseTextDocument", { textDocument: { uri: at.uri } });
        call("onDidOpenTextDocument", { textDocument: { uri, languageId: "yaml", version: 1, text } });
      }
      at = { uri, text, version: at.uri === uri ? at.version + 1 : 1 };
    },
    write: (text) => {
      const end = placesOf(at.text).positionAt(at.text.length);
      const version = at.version + 1;
      call("onDidChangeTextDocument", { textDocument: { uri: at.uri, version }, contentChanges: [{ range: { start: end, end }, text }] });
      at = { uri: at.uri, text: at.text + text, version };
    },
    ask: (request, offset) => call(request, everyParameter(at.uri, at.text, offset)),
    askAll: (offset) => askEach(requests, offset),
    askAt: (offset) => askEach(placed, offset),
  };
}

/** The parameters of every request about a place: each takes those that it knows. */
function everyParameter(uri: string, text: string, offset: number): object {
  const places = placesOf(text);
  const position = places.positionAt(offset);
  const range = { start: places.positionAt(Math.max(0, offset - 40)), end: position };
  return {
    textDocument: { uri },
    position,
    positions: [position],
    range,
    options: { tabSize: 2, insertSpaces: true },
    context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
    newName: "renamed",
    ch: "\n",
    query: "a",
    previousResultId: "none",
    previousResultIds: [],
  };
}

/** A connection that keeps the handlers it is given, under the names by which they are registered. */
function recordingConnection(): { readonly connection: Connection; readonly handlers: ReadonlyMap<string, Handler>; readonly logged: readonly string[] } {
  const handlers = new Map<string, Handler>();
  const logged: string[] = [];
  const part = (name: string): object => new Proxy(() => undefined, {
    get: (_, key) => (typeof key === "string" && key !== "then" ? part(name === "" ? key : `${name}.${key}`) : undefined),
    apply: (_, __, args: readonly unknown[]) => {
      const handler = args.find((each): each is Handler => typeof each === "function");
      if (name.startsWith("console.")) logged.push(String(args[0]));
      else if (handler !== undefined) handlers.set(typeof args[0] === "string" ? args[0] : name, handler);
      return name.startsWith("on") || handler !== undefined ? { dispose: () => undefined } : Promise.resolve(undefined);
    },
  });
  // Whatever is asked of it, it has: that is all a connection must do here.
  return { connection: part("") as Connection, handlers, logged };
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}

function listed(answer: unknown): readonly unknown[] {
  return Array.isArray(answer) ? answer.slice(0, 3) : [];
}
