import type { TextEdit } from "vscode-languageserver";
import type { Library } from "./library.ts";
import { filesNamed } from "./name-at.ts";
import { rewritten } from "./names/rewrite.ts";
import type { Snapshot } from "./snapshot.ts";
import { fileKey, lastName, uriBeside } from "./uris.ts";

/** A file or a folder that gets another address. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The edits that let paths in documents follow files that move, by the addresses before the move. What cannot be said as a path stays. */
export function editsOfMoves(moves: readonly Move[], library: Library): ReadonlyMap<string, readonly TextEdit[]> {
  const edits = new Map<string, readonly TextEdit[]>();
  const documents = moves.flatMap(({ from }) => [...library.holding(lastName(from)), ...[library.at(from) ?? []].flat()]);
  for (const snapshot of documents) {
    const found = edits.has(snapshot.uri) ? [] : editsIn(snapshot, moves, library);
    if (found.length > 0) edits.set(snapshot.uri, found);
  }
  return edits;
}

function editsIn(snapshot: Snapshot, moves: readonly Move[], library: Library): readonly TextEdit[] {
  const { uri, source, compiled: { blocks }, places } = snapshot;
  return filesNamed(snapshot).flatMap(({ id: path, span, from }) => {
    const root = from === "project" ? library.rootOf(uri) : undefined;
    const target = uriBeside(root ?? uri, path);
    const next = pathFrom(root ?? addressAfter(uri, moves), addressAfter(target, moves));
    if (next === undefined || next === path || fileKey(uriBeside(uri, next)) === fileKey(uriBeside(uri, path))) return [];
    const { start, end, text } = rewritten(source.text, blocks.absolute(span), next);
    return [{ range: places.rangeOf({ start, end }), newText: text }];
  });
}

/** The address of a file once the moves are made. */
function addressAfter(uri: string, moves: readonly Move[]): string {
  const key = fileKey(uri);
  for (const { from, to } of moves) {
    if (key === fileKey(from)) return to;
    if (key.startsWith(`${fileKey(from)}/`)) return uriBeside(`${to}/`, key.slice(fileKey(from).length + 1));
  }
  return uri;
}

/** The path from a document to a file; undefined where it would lead upwards, which no path may. */
function pathFrom(uri: string, target: string): string | undefined {
  const folder = fileKey(uri).replace(/[^/]*$/, "");
  const key = fileKey(target);
  return key.startsWith(folder) ? key.slice(folder.length) : undefined;
}
