import type { YamlEntry, YamlMapping, YamlNode, YamlSequence } from "../compiler/index.ts";

/** One step from the root of a document to a place in it: to an entry of a mapping, or to an item of a list. */
export type TreeStep =
  | { readonly kind: "entry"; readonly of: YamlMapping; readonly entry: YamlEntry }
  | { readonly kind: "item"; readonly of: YamlSequence; readonly item: YamlNode };

/** The steps to the innermost part around an offset; at the very end of a part it is still around. */
export function stepsTo(root: YamlNode | undefined, offset: number): readonly TreeStep[] {
  const steps: TreeStep[] = [];
  // The text of what an alias names stands elsewhere.
  for (let node = root; node !== undefined && node.alias === undefined;) {
    const step = stepInto(node, offset);
    if (step === undefined) break;
    steps.push(step);
    node = step.kind === "item" ? step.item : step.entry.value;
  }
  return steps;
}

function stepInto(node: YamlNode, offset: number): TreeStep | undefined {
  switch (node.kind) {
    case "mapping": {
      const entry = lastFrom(node.entries, offset);
      return entry === undefined || offset > entry.end ? undefined : { kind: "entry", of: node, entry };
    }
    case "sequence": {
      const item = lastFrom(node.items, offset);
      return item === undefined || offset > (item.alias ?? item).end ? undefined : { kind: "item", of: node, item };
    }
    case "scalar": case "hole": return undefined;
  }
}

/** The last of `parts`, which stand in order, that begins at `offset` or before. */
function lastFrom<T extends { readonly start: number; readonly alias?: { readonly start: number } }>(parts: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part !== undefined && (part.alias ?? part).start <= offset) low = middle + 1;
    else high = middle;
  }
  return parts[low - 1];
}
