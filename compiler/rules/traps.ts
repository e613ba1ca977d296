import type { FlowGraph } from "../bind/graph.ts";
import { reachedNodes } from "../bind/graph.ts";
import type { TypedWorkflow } from "../check/typed.ts";
import { componentsOnce, hasCycle } from "../flow/components.ts";

/** Nodes that control can enter and go round in, and never leave. */
export interface Trap {
  /** In the order of the text. */
  readonly nodes: readonly number[];
  /** The one way round, where there is only one: it begins with the first node. */
  readonly round: readonly number[] | undefined;
}

/** Control flow without the short cut from a fork to its join: a join is reached through its branches. */
export function stepsOf(graph: FlowGraph): readonly (readonly number[])[] {
  if (graph.forks.length === 0) return graph.successors;
  const isForked = new Map(graph.forks.map((fork) => [fork.node, fork]));
  return graph.successors.map((next, node) => {
    const fork = isForked.get(node);
    return fork === undefined || fork.branches.includes(fork.join) ? next : next.filter((to) => to !== fork.join);
  });
}

/** The traps of a workflow, in the order of the text; none where the graph is not known whole. */
export function trapsIn({ bound: { graph } }: TypedWorkflow): readonly Trap[] {
  const traps = known.get(graph) ?? findTraps(graph);
  known.set(graph, traps);
  return traps;
}

const known = new WeakMap<FlowGraph, readonly Trap[]>();

function findTraps(graph: FlowGraph): readonly Trap[] {
  if (!graph.complete || graph.start === undefined || !hasCycle(graph.successors)) return [];
  const steps = stepsOf(graph);
  const isReached = reachedNodes(graph);
  const { of, loops } = componentsOnce(steps);
  const isTrap = (nodes: readonly number[]): boolean =>
    isReached.has(nodes[0] as number) && nodes.every((node) => (steps[node] ?? []).every((to) => of[to] === of[node]));
  return loops
    .filter(isTrap)
    .sort(([a], [b]) => (a as number) - (b as number))
    .map((nodes) => ({ nodes, round: roundOf(steps, nodes) }));
}

function roundOf(steps: readonly (readonly number[])[], nodes: readonly number[]): readonly number[] | undefined {
  if (nodes.some((node) => steps[node]?.length !== 1)) return undefined;
  const round = nodes.slice(0, 1);
  for (let at = steps[round[0] as number]?.[0] as number; at !== round[0]; at = steps[at]?.[0] as number) round.push(at);
  return round;
}
