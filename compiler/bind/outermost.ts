import type { FlowEdge } from "./graph.ts";

/** All nodes, each before those that it leads to, unless they lead back to it: in reverse postorder. */
export function outermostFirst(size: number, out: readonly (readonly FlowEdge[])[]): readonly number[] {
  const isSeen = new Uint8Array(size);
  const next = new Int32Array(size);
  const left: number[] = [];
  for (let root = 0; root < size; root += 1) {
    const path = isSeen[root] === 1 ? [] : [root];
    isSeen[root] = 1;
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const to = out[node]?.[next[node] as number]?.to;
      next[node] = (next[node] as number) + 1;
      if (to === undefined) left.push(path.pop() as number);
      else if (isSeen[to] === 0) path.push(to);
      if (to !== undefined) isSeen[to] = 1;
    }
  }
  return left.reverse();
}
