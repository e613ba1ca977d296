import type { SemanticTokens, SemanticTokensDelta, SemanticTokensDeltaParams, SemanticTokensParams, SemanticTokensRangeParams } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import type { Snapshot } from "../snapshot.ts";
import { editsOf, encoded } from "../tokens/encode.ts";
import { tokenModifiers, tokenTypes } from "../tokens/legend.ts";
import { rowsIn, rowsOfHeld, rowsOfPrompt } from "../tokens/rows.ts";

/** The tokens of the documents of a text as the protocol writes them: of all its lines, or of some. */
export function tokenData(documents: readonly Snapshot[], lines?: { readonly first: number; readonly last: number }): number[] {
  const rows = documents.map((each) => rowsFor(each, lines));
  return encoded(rows.flatMap(({ header }) => header), rows.flatMap(({ nodes }) => nodes), lines);
}

function rowsFor(snapshot: Snapshot, lines: { readonly first: number; readonly last: number } | undefined): ReturnType<typeof rowsIn> {
  const { typed, tree, source, places } = snapshot;
  // What is no YAML is a prompt.
  if (typed === undefined) return { header: tree === undefined ? rowsOfPrompt(snapshot) : rowsOfHeld(snapshot), nodes: [] };
  const range = { start: lines === undefined ? 0 : places.offsetAt({ line: lines.first, character: 0 }), end: lines === undefined ? source.text.length : places.offsetAt({ line: lines.last + 1, character: 0 }) };
  return rowsIn(snapshot, typed, range);
}

/** Colours what the grammar of YAML cannot know: code within texts, names of nodes and of the state, types. */
export const semanticTokens: Feature = {
  capabilities: () => ({ semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }, full: { delta: true }, range: true } }),
  serve: ({ connection, documents, answeringWhole }) => {
    /** What the editor was last told of each document. */
    const told = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
    let answers = 0;
    const tell = (parts: readonly Snapshot[], { textDocument: { uri } }: SemanticTokensParams): SemanticTokens & { readonly resultId: string } => {
      answers += 1;
      const now = { resultId: String(answers), data: tokenData(parts) };
      told.set(uri, now);
      return now;
    };
    const tokens = connection.languages.semanticTokens;
    tokens.on(answeringWhole<SemanticTokensParams, SemanticTokens>({ data: [] }, tell));
    tokens.onDelta(answeringWhole<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>({ data: [] }, (parts, params) => {
      const last = told.get(params.textDocument.uri);
      const now = tell(parts, params);
      return last?.resultId === params.previousResultId ? { resultId: now.resultId, edits: editsOf(last.data, now.data) } : now;
    }));
    tokens.onRange(answeringWhole<SemanticTokensRangeParams, SemanticTokens>({ data: [] }, (parts, { range: { start, end } }) => ({ data: tokenData(parts, { first: start.line, last: end.line }) })));
    documents.onDidClose(({ document }) => told.delete(document.uri));
  },
};
