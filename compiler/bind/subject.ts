import type { NodeSpec } from "../../schemas/node-spec.ts";
import type { FlowEdge } from "./graph.ts";

/** The node an eval scores, or why there is none. */
export type Subject = { readonly node: number } | { readonly why: string };

/**
 * The one node with an output that precedes `node`, looking back through routing and through other evals.
 * Paths that enter by failure or timeout carry no output and do not count.
 */
export function precedingOutput(node: number, incoming: (node: number) => readonly FlowEdge[], specOf: (node: number) => NodeSpec | undefined, idOf: (node: number) => string): Subject {
  const found = new Set<number>();
  const seen = new Set<number>([node]);
  const work = [node];
  for (let at = work.pop(); at !== undefined; at = work.pop()) {
    for (const edge of incoming(at)) {
      if (edge.from === node || edge.role === "error" || edge.role === "timeout") continue;
      if (hasOwnOutput(specOf(edge.from))) found.add(edge.from);
      else if (!seen.has(edge.from)) {
        seen.add(edge.from);
        work.push(edge.from);
      }
    }
  }
  const [first, second] = [...found].sort((a, b) => a - b);
  if (first === undefined) return { why: "no node with an output precedes it" };
  return second === undefined ? { node: first } : { why: `both '${idOf(first)}' and '${idOf(second)}' precede it` };
}

/** A judge's verdict is about an output, and not one to judge in turn. */
function hasOwnOutput(spec: NodeSpec | undefined): boolean {
  return spec === undefined || (spec.traits.result.type.kind !== "never" && spec.traits.roots?.includes("output") !== true);
}
