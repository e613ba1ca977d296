import { partsOf, type SourceText } from "../../compiler/index.ts";
import { cursorAt, type Cursor } from "./cursor.ts";

/** A cursor with as much of the document as tells where it is. */
export interface NearCursor {
  readonly cursor: Cursor;
  /** What the offsets of the cursor count in. */
  readonly text: string;
  readonly offset: number;
  /** By how much they are less than those of the document. */
  readonly by: number;
}

/**
 * The cursor at an offset of a document. Of one within a node, what the other nodes say tells nothing: they are not looked
 * at, nor is the text of ten thousand of them put together for each letter that somebody types.
 */
export function cursorIn(source: SourceText, offset: number): NearCursor {
  const [head = "", ...blocks] = partsOf(source);
  let start = head.length;
  for (const block of blocks) {
    const end = start + block.length;
    if (start <= offset && offset < end) {
      const by = start - head.length;
      const text = head + block;
      const cursor = cursorAt(text, offset - by);
      if (isWithinNode(cursor)) return { cursor, text, offset: offset - by, by };
    }
    start = end;
  }
  return { cursor: cursorAt(source.text, offset), text: source.text, offset, by: 0 };
}

function isWithinNode({ path: [first, second] }: Cursor): boolean {
  return first?.kind === "key" && first.name === "nodes" && second?.kind === "key";
}
