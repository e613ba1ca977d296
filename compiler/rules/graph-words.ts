import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import type { Related } from "../diagnostics/define.ts";

const longest = 8;

/** The node with this number. */
export function nodeAt(bound: BoundWorkflow, index: number): BoundNode {
  // Numbers of nodes come from the same graph, so there is one.
  return bound.nodes[index] as BoundNode;
}

/** The id of a node. */
export function idOf(bound: BoundWorkflow, index: number): string {
  return nodeAt(bound, index).ast.id.value;
}

/** `a → b → c`; the middle of a long path is left out. */
export function pathText(bound: BoundWorkflow, path: readonly number[]): string {
  const ids = (part: readonly number[]): readonly string[] => part.map((index) => idOf(bound, index));
  const shown = path.length <= longest ? ids(path) : [...ids(path.slice(0, longest / 2)), "…", ...ids(path.slice(1 - longest / 2))];
  return shown.join(" → ");
}

/** `'a', 'b' and 'c'`, or the first few of them and how many more. */
export function idList(bound: BoundWorkflow, nodes: readonly number[]): string {
  const ids = nodes.slice(0, longest).map((index) => `'${idOf(bound, index)}'`);
  const last = nodes.length > longest ? `${nodes.length - longest} more` : ids.pop();
  return ids.length === 0 ? String(last) : `${ids.join(", ")} and ${last}`;
}

/** The places of a few nodes, for `related`. */
export function placesOf(bound: BoundWorkflow, nodes: readonly number[], message: (id: string) => string): readonly Related[] {
  return nodes.slice(0, longest).map((index) => {
    const { id } = nodeAt(bound, index).ast;
    return { span: id.span, message: message(id.value) };
  });
}
