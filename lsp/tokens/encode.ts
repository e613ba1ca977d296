import type { SemanticTokensEdit } from "vscode-languageserver";
import { rowSize, type PlacedRows, type TokenRows } from "./rows.ts";

/** The tokens of a document as the protocol writes them: each place counts from that of the token before. Only those in `lines`. */
export function encoded(header: TokenRows, nodes: readonly PlacedRows[], lines: { readonly first: number; readonly last: number } = { first: 0, last: Infinity }): number[] {
  const data: number[] = [];
  let [lastLine, lastColumn] = [0, 0];
  const addUntil = (rows: TokenRows, firstLine: number, from: number, before: number): number => {
    let at = from;
    for (; at < rows.length && (rows[at] ?? 0) + firstLine < before; at += rowSize) {
      const [line = 0, column = 0, length = 0, type = 0, modifiers = 0] = [(rows[at] ?? 0) + firstLine, rows[at + 1], rows[at + 2], rows[at + 3], rows[at + 4]];
      if (line < lines.first || line > lines.last) continue;
      data.push(line - lastLine, line === lastLine ? column - lastColumn : column, length, type, modifiers);
      [lastLine, lastColumn] = [line, column];
    }
    return at;
  };
  let inHeader = 0;
  for (const { firstLine, rows } of nodes) {
    inHeader = addUntil(header, 0, inHeader, firstLine);
    addUntil(rows, firstLine, 0, Infinity);
  }
  addUntil(header, 0, inHeader, Infinity);
  return data;
}

/** The one edit that makes `after` of `before`, none where they are the same: whole tokens between those that both begin and end with. */
export function editsOf(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same += 1;
  same -= same % rowSize;
  let tail = 0;
  while (tail < shorter - same && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  tail -= tail % rowSize;
  const deleteCount = before.length - same - tail;
  const data = after.slice(same, after.length - tail);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start: same, deleteCount, data }];
}
