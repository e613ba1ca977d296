import type { Range } from "../source/text.ts";
import type { YamlNode } from "../syntax/tree.ts";

/**
 * The text that `offset` stands in: from its key, or as an item of a list, to the last place of it that a comment may
 * follow. A text may go over several lines, and nobody can write a comment between them; behind one that stands in a block,
 * none at all. `offset` itself where it stands in no text.
 */
export function ownerOf(root: YamlNode | undefined, offset: number): Range {
  const none = { start: offset, end: offset };
  let node = root;
  let owner = offset;
  while (node !== undefined) {
    switch (node.kind) {
      case "mapping": {
        const entry = lastBefore(node.entries, offset);
        if (entry === undefined || offset < entry.value.start || entry.value.alias !== undefined) return none;
        owner = entry.start;
        node = entry.value;
        break;
      }
      case "sequence": {
        const item = lastBefore(node.items, offset);
        if (item === undefined || item.alias !== undefined) return none;
        owner = item.start;
        node = item;
        break;
      }
      case "scalar": return offset > node.end ? none : { start: owner, end: node.style === "literal" || node.style === "folded" ? offset : node.end };
      case "hole": return none;
    }
  }
  return none;
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
