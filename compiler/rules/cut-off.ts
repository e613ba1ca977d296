import type { BoundWorkflow } from "../bind/bound.ts";
import type { NodeSet } from "../bind/graph.ts";
import { components } from "../flow/components.ts";

/** A part of the graph that nothing that runs leads to. */
export interface CutOffPart {
  /** Where it begins: no other such part leads there. */
  readonly first: number;
  /** What else only it leads to, in the order of the text. */
  readonly rest: readonly number[];
}

/** The parts of a workflow that are cut off, in the order of the text; each node belongs to the first one that leads to it. */
export function cutOff(bound: BoundWorkflow, isReached: NodeSet): readonly CutOffPart[] {
  const { graph: { successors }, nodes } = bound;
  const told = new Set<number>();
  const isNews = (node: number): boolean => !isReached.has(node) && !told.has(node) && nodes[node]?.supplied === undefined;
  return beginnings(bound, isReached).map((first) => {
    const rest: number[] = [];
    const work = [first];
    told.add(first);
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      for (const next of (successors[node] ?? []).filter(isNews)) {
        told.add(next);
        rest.push(next);
        work.push(next);
      }
    }
    return { first, rest: rest.sort((a, b) => a - b) };
  });
}

/** The first node of each part that no other unreachable part leads to, in the order of the text. */
function beginnings({ graph: { size, successors } }: BoundWorkflow, isReached: NodeSet): readonly number[] {
  // Only what is cut off is looked at, by numbers of its own: mostly that is a small part of the whole.
  const apart: number[] = [];
  for (let node = 0; node < size; node += 1) if (!isReached.has(node)) apart.push(node);
  const numberOf = new Map(apart.map((node, number) => [node, number]));
  const next: (readonly number[])[] = [];
  for (const node of apart) {
    const ways: number[] = [];
    for (const to of successors[node] ?? []) if (!isReached.has(to)) ways.push(numberOf.get(to) as number);
    next.push(ways);
  }
  const { of, members } = components(next);
  const hasWayIn = new Set<number>();
  for (const [number, others] of next.entries()) for (const to of others) if (of[to] !== of[number]) hasWayIn.add(of[to] as number);
  return members.flatMap((part, component) => (hasWayIn.has(component) ? [] : [apart[part[0] as number] as number])).sort((a, b) => a - b);
}
