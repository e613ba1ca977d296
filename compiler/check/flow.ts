import { components } from "../flow/components.ts";

/** A forward data-flow problem over numbered nodes and numbered facts. */
export interface FlowProblem {
  readonly size: number;
  readonly facts: number;
  readonly start: number;
  /** `carries`: what the node adds holds behind this edge; a failure leads on with only what held before. */
  readonly edges: readonly { readonly from: number; readonly to: number; readonly carries: boolean }[];
  /** What each node adds. */
  readonly adds: readonly (readonly number[])[];
}

/** Which facts may hold before each node. */
export interface MayHold {
  readonly isReached: (node: number) => boolean;
  readonly before: (node: number, fact: number) => boolean;
}

/**
 * The facts that hold before a node on *some* path from the start: one bit per fact. Components are settled in the order
 * of flow, each by a queue of its own, so that outside of loops every node is looked at once.
 */
export function mayHold({ size, facts, start, edges, adds }: FlowProblem): MayHold {
  const words = (facts + 31) >>> 5;
  const before = new Int32Array(size * words);
  const added = new Int32Array(size * words);
  for (const [node, list] of adds.entries()) {
    for (const fact of list) added[node * words + (fact >>> 5)] = (added[node * words + (fact >>> 5)] as number) | (1 << (fact & 31));
  }
  const leaving: { readonly to: number; readonly carries: boolean }[][] = Array.from({ length: size }, () => []);
  for (const edge of edges) leaving[edge.from]?.push(edge);
  const reached = new Uint8Array(size);
  reached[start] = 1;

  /** Adds to what may hold before `to`; true if that is news. */
  const flow = (from: number, to: number, carries: boolean): boolean => {
    let isNews = reached[to] === 0;
    reached[to] = 1;
    for (let word = 0; word < words; word += 1) {
      const at = to * words + word;
      const old = before[at] as number;
      const now = old | (before[from * words + word] as number) | (carries ? (added[from * words + word] as number) : 0);
      if (now === old) continue;
      before[at] = now;
      isNews = true;
    }
    return isNews;
  };

  const { of, members } = components(leaving.map((list) => list.map((edge) => edge.to)));
  for (let component = members.length - 1; component >= 0; component -= 1) {
    const queue = (members[component] as readonly number[]).filter((node) => reached[node] === 1);
    const waiting = new Set(queue);
    // The queue grows while it is read: a loop comes round until nothing in it changes.
    for (const node of queue) {
      waiting.delete(node);
      for (const { to, carries } of leaving[node] ?? []) {
        if (!flow(node, to, carries) || of[to] !== component || waiting.has(to)) continue;
        waiting.add(to);
        queue.push(to);
      }
    }
  }
  return {
    isReached: (node) => reached[node] === 1,
    before: (node, fact) => ((before[node * words + (fact >>> 5)] as number) & (1 << (fact & 31))) !== 0,
  };
}
