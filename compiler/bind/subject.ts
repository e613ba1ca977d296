import type { NodeSpec } from "../../schemas/node-spec.ts";
import type { FlowEdge } from "./graph.ts";

/** The node an eval scores, or why there is none. */
export type Subject = { readonly node: number } | { readonly why: string };

/** Outputs that precede a node: two at most, since one is a subject and two are none. */
type Preceding = readonly number[];

/**
 * For each node, the one node with an output that precedes it, looking back through routing and through evals.
 * Paths that enter by failure or timeout carry no output and do not count.
 */
export function precedingOutputs(edges: readonly FlowEdge[], specs: readonly (NodeSpec | undefined)[], idOf: (node: number) => string): (node: number) => Subject {
  const before: Preceding[] = specs.map(() => []);
  const leaving: number[][] = specs.map(() => []);
  for (const { from, to, role } of edges) if (role !== "error" && role !== "timeout") leaving[from]?.push(to);
  const work = specs.flatMap((spec, node) => (hasOwnOutput(spec) ? [node] : []));
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    const carried = hasOwnOutput(specs[node]) ? [node] : (before[node] ?? []);
    for (const next of leaving[node] ?? []) {
      const known = before[next] ?? [];
      const news = carried.filter((output) => output !== next && !known.includes(output));
      if (news.length === 0 || known.length >= 2) continue;
      before[next] = [...known, ...news].slice(0, 2);
      if (!hasOwnOutput(specs[next])) work.push(next);
    }
  }
  return (node) => {
    const [first, second] = [...(before[node] ?? [])].sort((a, b) => a - b);
    if (first === undefined) return { why: "no node with an output precedes it" };
    return second === undefined ? { node: first } : { why: `both '${idOf(first)}' and '${idOf(second)}' precede it` };
  };
}

/** A judge's verdict is about an output, and not one to judge in turn. */
function hasOwnOutput(spec: NodeSpec | undefined): boolean {
  return spec === undefined || (spec.traits.result.type.kind !== "never" && spec.traits.roots?.includes("output") !== true);
}
