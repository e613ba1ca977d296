import { reachedNodes } from "../bind/graph.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { cutOff } from "./cut-off.ts";
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
    return cutOff(bound, isReached).flatMap(({ first, rest }) => {
      // What a loop without exit should have led to is cut off by the loop.
      if (isTrapped && [first, ...rest].some((node) => nodeAt(bound, node).spec?.terminal === true)) return [];
      const related = placesOf(bound, rest, (id) => `nor can '${id}', which only it leads to`);
      return [report(unreachableNode, nodeAt(bound, first).ast.id.span, { node: idOf(bound, first), start: idOf(bound, start) }, { related })];
    });
  },
};
