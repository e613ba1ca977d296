import { fileFields, movableFields } from "../../schemas/header.ts";
import { entryCalled, linesOfPieces, pieceOf, reading, restOf, type Draft, type Piece } from "./pieces.ts";

/** Whether `id:` and `nodes:` stand at the top level and no `workflow:` does. */
export function isHeaderless({ root }: Draft): boolean {
  return entryCalled(root, "workflow") === undefined && entryCalled(root, "id") !== undefined && entryCalled(root, "nodes") !== undefined;
}

/** The document with everything but nodes, and what belongs to the file, below `workflow:`. */
export function withHeader(draft: Draft): string {
  const r = reading(draft);
  const header: Piece[] = [];
  const file: Piece[] = [];
  for (const entry of draft.root.entries) {
    const isOfFile = entry.name === "nodes" || (Object.hasOwn(fileFields, entry.name) && !Object.hasOwn(movableFields, entry.name));
    (isOfFile ? file : header).push(pieceOf(r, entry, { from: 0, to: isOfFile ? 0 : 2 }));
  }
  // What stands above the first key speaks of the document.
  const [first, ...others] = header;
  const top = (first?.above ?? []).map((line) => line.trimStart());
  return [...top, "workflow:", ...linesOfPieces(first === undefined ? [] : [{ ...first, above: [] }, ...others]), ...linesOfPieces(file), ...restOf(r), ""].join("\n");
}
