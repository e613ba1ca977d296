import { CompletionItemKind, InsertTextFormat, InsertTextMode, type ClientCapabilities, type CompletionItem, type CompletionList, type CompletionParams } from "vscode-languageserver";
import { aroundIn } from "../completion/around.ts";
import type { Candidate, CandidateKind, DocRef } from "../completion/candidate.ts";
import { completionsAt, type Completions } from "../completion/complete.ts";
import { documentationOf } from "../completion/docs.ts";
import type { Feature } from "../feature.ts";
import { markdown, plainText } from "../markup.ts";
import { envsOf } from "../prompt-readings.ts";
import type { ClientFacts, Session } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";

const kinds: { readonly [K in CandidateKind]: CompletionItemKind } = {
  key: CompletionItemKind.Property,
  choice: CompletionItemKind.EnumMember,
  value: CompletionItemKind.Value,
  node: CompletionItemKind.Reference,
  "node-type": CompletionItemKind.Class,
  state: CompletionItemKind.Variable,
  field: CompletionItemKind.Field,
  variable: CompletionItemKind.Variable,
  constant: CompletionItemKind.Constant,
  function: CompletionItemKind.Function,
  method: CompletionItemKind.Method,
  filter: CompletionItemKind.Function,
  test: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  type: CompletionItemKind.TypeParameter,
  model: CompletionItemKind.Constant,
  tool: CompletionItemKind.Interface,
  file: CompletionItemKind.File,
  snippet: CompletionItemKind.Snippet,
  code: CompletionItemKind.Constant,
};

/** What an editor is shown for each candidate, in the words that it understands. */
function lspCompletions(snapshot: Snapshot, { candidates, start, end, isIncomplete }: Completions, offset: number, client: Pick<ClientFacts, "hasSnippets" | "capabilities">): CompletionList {
  const { places, uri } = snapshot;
  const offers = itemFacts(client.capabilities);
  const insert = places.rangeOf({ start, end: offset });
  const replace = places.rangeOf({ start, end: Math.max(end, offset) });
  const isOneLine = insert.start.line === replace.end.line;
  return {
    isIncomplete,
    items: candidates.map((candidate, index): CompletionItem => {
      const { label, kind, detail, filter, doc } = candidate;
      const { text, isSnippet } = textOf(candidate, client.hasSnippets);
      return {
        label,
        kind: kinds[kind],
        // The order is ours: what is wanted first, and the language's own order within that.
        sortText: String(index).padStart(4, "0"),
        textEdit: offers.insertReplace && isOneLine ? { newText: text, insert, replace } : { newText: text, range: isOneLine ? replace : insert },
        ...(detail === undefined ? {} : { detail }),
        ...(filter === undefined ? {} : { filterText: filter }),
        ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
        ...(text.includes("\n") && offers.adjusts ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
        // A dot behind a name goes on into it.
        ...(kind === "variable" && offers.commits ? { commitCharacters: ["."] } : {}),
        ...(doc === undefined ? {} : { data: { uri, doc } }),
      };
    }),
  };
}

function textOf({ label, insert = label, snippet }: Candidate, hasSnippets: boolean): { readonly text: string; readonly isSnippet: boolean } {
  return snippet !== undefined && hasSnippets ? { text: snippet, isSnippet: true } : { text: insert, isSnippet: false };
}

interface ItemFacts {
  readonly insertReplace: boolean;
  readonly adjusts: boolean;
  readonly commits: boolean;
}

function itemFacts({ textDocument }: ClientCapabilities): ItemFacts {
  const item = textDocument?.completion?.completionItem;
  return { insertReplace: item?.insertReplaceSupport === true, commits: item?.commitCharactersSupport === true, adjusts: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) === true };
}

/** The words about an item, once it is looked at. All that this takes came with the item. */
function resolved(session: Session, item: CompletionItem): CompletionItem {
  const data: unknown = item.data;
  if (typeof data !== "object" || data === null || !("uri" in data) || !("doc" in data) || typeof data.uri !== "string") return item;
  const formats = session.client().capabilities.textDocument?.completion?.completionItem?.documentationFormat ?? [];
  // It is what we sent: nobody else makes items.
  const documentation = documentationOf(data.doc as DocRef, session.snapshot(data.uri)?.project, formats.includes("markdown") ? markdown : plainText);
  return documentation === undefined ? item : { ...item, documentation };
}

export const completion: Feature = {
  capabilities: () => ({ completionProvider: { resolveProvider: true, triggerCharacters: [" ", ":", ".", "|", "{", "%", "'", '"', "[", "/", "$"] } }),
  serve: (session) => {
    const { connection, answeringAny, attempting, client } = session;
    connection.onCompletion(answeringAny<CompletionParams, CompletionList>({ isIncomplete: false, items: [] }, (snapshot, { position }) => {
      const offset = snapshot.places.offsetAt(position);
      return lspCompletions(snapshot, completionsAt(snapshot, offset, { ...aroundIn(session.host, snapshot.uri), readers: () => envsOf(snapshot, session.library) }), offset, client());
    }));
    connection.onCompletionResolve((item) => attempting(item, () => resolved(session, item)));
  },
};
