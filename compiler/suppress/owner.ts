import type { YamlNode } from "../syntax/tree.ts";

/**
 * Where the text that `offset` stands in begins: at its key, or as an item of a list. A text may go over several lines,
 * and nobody can write a comment between them. `offset` itself where it stands in no text.
 */
export function ownerOf(root: YamlNode | undefined, offset: number): number {
  let node = root;
  let owner = offset;
  while (node !== undefined) {
    switch (node.kind) {
      case "mapping": {
        const entry = lastBefore(node.entries, offset);
        if (entry === undefined || offset < entry.value.start || entry.value.alias !== undefined) return offset;
        owner = entry.start;
        node = entry.value;
        break;
      }
      case "sequence": {
        const item = lastBefore(node.items, offset);
        if (item === undefined || item.alias !== undefined) return offset;
        owner = item.start;
        node = item;
        break;
      }
      case "scalar": return offset <= node.end ? owner : offset;
      case "hole": return offset;
    }
  }
  return offset;
}

/** The last of `nodes`, which stand in order, that begins at `offset` or before. */
function lastBefore<T extends { readonly start: number }>(nodes: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}
