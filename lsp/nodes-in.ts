import type { BlockTable, Range, TypedNode, TypedWorkflow } from "../compiler/index.ts";
import type { Snapshot } from "./snapshot.ts";

/** A node, and where in the document its entry stands. */
export interface PlacedNode {
  readonly node: TypedNode;
  readonly block: BlockTable["blocks"][number];
}

const prefix = "nodes/";

/** The nodes whose entries meet a range, in the order of the text; finding them takes no longer than there are such nodes. */
export function nodesIn({ compiled: { blocks: { blocks } } }: Snapshot, { nodes, bound }: TypedWorkflow, { start, end }: Range): readonly PlacedNode[] {
  const found: PlacedNode[] = [];
  // The first block is the file itself; the others follow in their order.
  for (let at = firstEndingFrom(blocks, start); at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.start > end) break;
    const index = block.id.startsWith(prefix) ? bound.byId.get(block.id.slice(prefix.length)) : undefined;
    const node = index === undefined ? undefined : nodes[index];
    if (node !== undefined) found.push({ node, block });
  }
  return found;
}

/** The entry of a node; undefined where it has none of its own, as behind an alias. */
export function entryOf(snapshot: Snapshot, typed: TypedWorkflow, node: TypedNode): Range | undefined {
  return nodesIn(snapshot, typed, snapshot.compiled.blocks.absolute(node.bound.ast.id.span)).find((each) => each.node === node)?.block;
}

/** The entry of the header; undefined where there is none. */
export function headerOf({ compiled: { blocks } }: Snapshot, { bound: { ast } }: TypedWorkflow): Range | undefined {
  const { start } = blocks.absolute(ast.headerKey);
  return blocks.blocks.find((block) => block.id !== "" && block.start === start);
}

function firstEndingFrom(blocks: BlockTable["blocks"], offset: number): number {
  let low = 1;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
