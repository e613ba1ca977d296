import type { BoundWorkflow } from "../bind/bound.ts";
import { reachedNodes, type NodeSet } from "../bind/graph.ts";
import { components } from "../flow/components.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { idOf, nodeAt, placesOf } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";
import { trapsIn } from "./traps.ts";

const unreachableNode = diagnostic<{ node: string; start: string }>({
  code: "JJ4001",
  slug: "unreachable-node",
  severity: "warning",
  tag: "unnecessary",
  message: (p) => `node '${p.node}' can never run: no path from '${p.start}' leads to it`,
  help: (p) => `lead to '${p.node}' from a node that runs, or delete it`,
  doc: `A node that nothing leads to is dead weight, and nearly always a target elsewhere names the wrong node. Where a whole
chain is cut off, its first node is reported and the rest is listed.`,
});

/** One finding for each part that is cut off, at the node where it begins; the rest of the part is related. */
export const unreachableNodeRule: WorkflowRule = {
  of: "workflow",
  reports: [unreachableNode],
  check: (typed) => {
    const { bound } = typed;
    const { graph } = bound;
    const { start } = graph;
    if (!graph.complete || start === undefined) return [];
    const isReached = reachedNodes(graph);
    if (isReached.size === graph.size) return [];
    const isTrapped = trapsIn(typed).length > 0;
    const told = new Set<number>();
    return beginnings(bound, isReached).flatMap((first) => {
      const rest: number[] = [];
      const isNews = (node: number): boolean => !isReached.has(node) && !told.has(node) && nodeAt(bound, node).supplied === undefined;
      const work = [first];
      told.add(first);
      for (let node = work.pop(); node !== undefined; node = work.pop()) {
        for (const next of (graph.successors[node] ?? []).filter(isNews)) {
          told.add(next);
          rest.push(next);
          work.push(next);
        }
      }
      // What a loop without exit should have led to is cut off by the loop.
      if (isTrapped && [first, ...rest].some((node) => nodeAt(bound, node).spec?.terminal === true)) return [];
      const related = placesOf(bound, rest.sort((a, b) => a - b), (id) => `nor can '${id}', which only it leads to`);
      return [report(unreachableNode, nodeAt(bound, first).ast.id.span, { node: idOf(bound, first), start: idOf(bound, start) }, { related })];
    });
  },
};

/** The first node of each part that no other unreachable part leads to, in the order of the text. */
function beginnings({ graph }: BoundWorkflow, isReached: NodeSet): readonly number[] {
  // Only what is cut off is looked at, by numbers of its own: mostly that is a small part of the whole.
  const cutOff: number[] = [];
  for (let node = 0; node < graph.size; node += 1) if (!isReached.has(node)) cutOff.push(node);
  const numberOf = new Map(cutOff.map((node, number) => [node, number]));
  const next = cutOff.map((node) => (graph.successors[node] ?? []).flatMap((to) => numberOf.get(to) ?? []));
  const { of, members } = components(next);
  const hasWayIn = new Set<number>();
  for (const [number, others] of next.entries()) for (const to of others) if (of[to] !== of[number]) hasWayIn.add(of[to] as number);
  return members.flatMap((part, component) => (hasWayIn.has(component) ? [] : [cutOff[part[0] as number] as number])).sort((a, b) => a - b);
}
