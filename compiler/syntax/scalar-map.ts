import type { Span } from "../../schemas/span.ts";
import { decodeScalar } from "./scalar-decode.ts";
import type { ScalarText } from "./scalar-text.ts";
import type { YamlScalar } from "./tree.ts";

/**
 * The scalar's text with its way back to the file. Spans belong to the block `id`, which starts at `start`.
 * The text of a number, boolean or null is what the author wrote. Pure; the table is built at the first `locate`.
 */
export function scalarText(node: YamlScalar, block: { readonly id: string; readonly start: number }): ScalarText {
  const base = node.start - block.start;
  const span = { block: block.id, start: base, end: node.end - block.start };
  let table: OffsetTable | undefined;
  const locate: ScalarText["locate"] = (start, end) => {
    table ??= offsetTable(node);
    const range = table.locate(start, end);
    return { block: block.id, start: base + range.start, end: base + range.end };
  };
  return { value: typeof node.value === "string" ? node.value : node.raw, span, locate };
}

/** The text of a plain or quoted scalar that stands at `span` as `raw`; undefined for others, of which only the tree knows enough. */
export function textAsWritten(raw: string, span: Span): ScalarText | undefined {
  const first = raw.charAt(0);
  if (first === "|" || first === ">") return undefined;
  const style = first === "'" ? "single" : first === '"' ? "double" : "plain";
  let value = "";
  decodeScalar(style, raw, 0, (text) => (value += text), () => {});
  return scalarText({ kind: "scalar", style, value, raw, indent: 0, start: span.start, end: span.end }, { id: span.block, start: 0 });
}

interface OffsetTable {
  readonly locate: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/**
 * Breakpoints of one scalar, relative to its first character. Piece `i` means `raw[from[i]..to[i])` and begins at
 * offset `at[i]` of the decoded text; a piece of equal length on both sides maps character by character, another
 * (an escape, a fold) only as a whole. All three arrays ascend.
 */
function offsetTable(node: YamlScalar): OffsetTable {
  const at: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let length = 0;
  decodeScalar(
    node.style,
    node.raw,
    node.indent,
    (text, start, end) => {
      at.push(length);
      from.push(start);
      to.push(end);
      length += text.length;
    },
    () => {},
  );

  const pieceAt = (offset: number): number => {
    let low = 0;
    let high = at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((at[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const place = (offset: number, side: "before" | "after"): number => {
    const piece = pieceAt(side === "after" ? offset - 1 : offset);
    const start = from[piece] ?? 0;
    const end = to[piece] ?? 0;
    const first = at[piece] ?? 0;
    const width = (at[piece + 1] ?? length) - first;
    if (width === end - start) return start + Math.min(offset - first, width);
    if (side === "after") return end;
    return offset >= first + width ? end : start;
  };
  const locate: OffsetTable["locate"] = (start, end) => {
    if (at.length === 0) return emptyRange(node);
    const low = Math.min(Math.max(start, 0), length);
    const high = Math.min(Math.max(end, low), length);
    const first = place(low, "before");
    return { start: first, end: high > low ? place(high, "after") : first };
  };
  return { locate };
}

/** Where text would go into a scalar that has none: between its quotes, or at its end. */
function emptyRange(node: YamlScalar): { readonly start: number; readonly end: number } {
  const inner = node.style === "single" || node.style === "double" ? 1 : node.raw.length;
  return { start: inner, end: inner };
}
