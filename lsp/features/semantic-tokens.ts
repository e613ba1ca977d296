import type { SemanticTokens, SemanticTokensDelta, SemanticTokensDeltaParams, SemanticTokensParams, SemanticTokensRangeParams } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import type { Snapshot } from "../snapshot.ts";
import { editsOf, encoded } from "../tokens/encode.ts";
import { tokenModifiers, tokenTypes } from "../tokens/legend.ts";
import { rowsIn, rowsOfHeld, rowsOfPrompt } from "../tokens/rows.ts";

/** The tokens of a document as the protocol writes them: of all its lines, or of some. */
export function tokenData(snapshot: Snapshot, lines?: { readonly first: number; readonly last: number }): number[] {
  const { typed, tree, source, places } = snapshot;
  // What is no YAML is a prompt.
  if (typed === undefined) return encoded(tree === undefined ? rowsOfPrompt(snapshot) : rowsOfHeld(snapshot), [], lines);
  const range = { start: lines === undefined ? 0 : places.offsetAt({ line: lines.first, character: 0 }), end: lines === undefined ? source.text.length : places.offsetAt({ line: lines.last + 1, character: 0 }) };
  const { header, nodes } = rowsIn(snapshot, typed, range);
  return encoded(header, nodes, lines);
}

/** Colours what the grammar of YAML cannot know: code within texts, names of nodes and of the state, types. */
export const semanticTokens: Feature = {
  capabilities: () => ({ semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }, full: { delta: true }, range: true } }),
  serve: ({ connection, documents, answering }) => {
    /** What the editor was last told of each document. */
    const told = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
    let answers = 0;
    const tell = (snapshot: Snapshot): SemanticTokens & { readonly resultId: string } => {
      answers += 1;
      const now = { resultId: String(answers), data: tokenData(snapshot) };
      told.set(snapshot.uri, now);
      return now;
    };
    const tokens = connection.languages.semanticTokens;
    tokens.on(answering<SemanticTokensParams, SemanticTokens>({ data: [] }, tell));
    tokens.onDelta(answering<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>({ data: [] }, (snapshot, { previousResultId }) => {
      const last = told.get(snapshot.uri);
      const now = tell(snapshot);
      return last?.resultId === previousResultId ? { resultId: now.resultId, edits: editsOf(last.data, now.data) } : now;
    }));
    tokens.onRange(answering<SemanticTokensRangeParams, SemanticTokens>({ data: [] }, (snapshot, { range: { start, end } }) => ({ data: tokenData(snapshot, { first: start.line, last: end.line }) })));
    documents.onDidClose(({ document }) => told.delete(document.uri));
  },
};
