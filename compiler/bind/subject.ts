import type { NodeSpec } from "../../schemas/node-spec.ts";

/** The node an eval scores, or why there is none. */
export type Subject = { readonly node: number } | { readonly why: string };

/** By node: the outputs that precede it, the first two of them in the text: one is a subject, and two are none. */
export type Preceding = readonly (readonly number[])[];

/** Who leads to whom in a workflow, as far as outputs are carried along. */
export interface Carrying {
  readonly specs: (node: number) => NodeSpec | undefined;
  readonly predecessors: readonly (readonly number[])[];
  /** Where control goes from a node but by failure and timeout: what is wrong there has no output. */
  readonly leaving: (node: number) => readonly number[];
}

/** What preceded the nodes of an earlier text, and those that lead elsewhere now, or are led to by others. */
export interface PrecedingBefore {
  readonly preceding: Preceding;
  readonly touched: readonly number[];
}

/**
 * The outputs that precede each node, looking back through routing and through evals. Each output is carried on from node to
 * node, in the order of the text; a node that has two passes on no more. Of `before`, only what can be come to from what is
 * touched is found again.
 */
export function precedingOutputs(size: number, graph: Carrying, before?: PrecedingBefore): Preceding {
  const preceding: (readonly number[])[] = before === undefined ? Array.from({ length: size }, () => none) : [...before.preceding];
  const isOwn = (node: number): boolean => hasOwnOutput(graph.specs(node));
  const open = before === undefined ? undefined : carriedOn(before.touched, graph, isOwn);
  const work: number[] = [];
  const arrive = (output: number, at: number): void => {
    work.push(at);
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      const known = preceding[node] ?? none;
      if (node === output || known.length >= 2 || known.includes(output)) continue;
      preceding[node] = known.length === 0 ? [output] : [...known, output];
      if (!isOwn(node)) work.push(...graph.leaving(node));
    }
  };
  if (open === undefined) {
    for (let node = 0; node < size; node += 1) if (isOwn(node)) for (const at of graph.leaving(node)) arrive(node, at);
    return preceding;
  }
  const arrivals: { readonly output: number; readonly at: number }[] = [];
  for (const at of open) preceding[at] = none;
  for (const at of open) {
    for (const from of graph.predecessors[at] ?? []) {
      if ((open.has(from) && !isOwn(from)) || !graph.leaving(from).includes(at)) continue;
      for (const output of isOwn(from) ? [from] : (preceding[from] ?? none)) arrivals.push({ output, at });
    }
  }
  for (const { output, at } of arrivals.sort((a, b) => a.output - b.output)) arrive(output, at);
  return preceding;
}

const none: readonly number[] = [];

/** These nodes, and those to which they carry on what precedes them. */
function carriedOn(nodes: readonly number[], { leaving }: Carrying, isOwn: (node: number) => boolean): ReadonlySet<number> {
  const all = new Set(nodes);
  // The set grows while it is read.
  for (const node of all) if (!isOwn(node)) for (const next of leaving(node)) all.add(next);
  return all;
}

/** The one node with an output that precedes a node, or why there is none. */
export function subjectAmong([first, second]: readonly number[], idOf: (node: number) => string): Subject {
  if (first === undefined) return { why: "no node with an output precedes it" };
  return second === undefined ? { node: first } : { why: `both '${idOf(first)}' and '${idOf(second)}' precede it` };
}

/** A judge's verdict is about an output, and not one to judge in turn. */
function hasOwnOutput(spec: NodeSpec | undefined): boolean {
  return spec === undefined || (spec.traits.result.type.kind !== "never" && spec.traits.roots?.includes("output") !== true);
}
