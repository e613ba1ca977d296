/** The strongly connected components of a graph: nodes that all reach each other. */
export interface Components {
  /** The number of each node's component. */
  readonly of: Int32Array;
  readonly count: number;
  /** The nodes of each component, in ascending order; components that others lead to come first. */
  readonly members: readonly (readonly number[])[];
}

/**
 * The components of the graph whose edges are `successors`. Linear, and without recursion: a chain of 20,000 nodes is a
 * document like any other. Source: Tarjan, "Depth-first search and linear graph algorithms", 1972.
 */
export function components(successors: readonly (readonly number[])[]): Components {
  const size = successors.length;
  const of = new Int32Array(size).fill(-1);
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const nextEdge = new Int32Array(size);
  const open: number[] = [];
  const path: number[] = [];
  let visited = 0;
  let count = 0;

  const enter = (node: number): void => {
    order[node] = low[node] = visited;
    visited += 1;
    open.push(node);
    path.push(node);
  };
  const close = (root: number): void => {
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      of[node] = count;
      if (node === root) break;
    }
    count += 1;
  };

  for (let root = 0; root < size; root += 1) {
    if (order[root] !== -1) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const edge = nextEdge[node] as number;
      const next = successors[node]?.[edge];
      if (next !== undefined) {
        nextEdge[node] = edge + 1;
        if (order[next] === -1) enter(next);
        else if (of[next] === -1) lower(low, node, order[next] as number);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(low, above, low[node] as number);
      if (low[node] === order[node]) close(node);
    }
  }
  let members: Components["members"] | undefined;
  return {
    of,
    count,
    // Most who ask want to know whether there is a loop at all.
    get members() {
      return (members ??= membersOf(of, count));
    },
  };
}

function membersOf(of: Int32Array, count: number): Components["members"] {
  const members = Array.from({ length: count }, (): number[] => []);
  for (const [node, component] of of.entries()) members[component]?.push(node);
  return members;
}

const rounds = new WeakMap<readonly (readonly number[])[], boolean>();

/** Whether one can go round in a graph at all; most documents have no loop. */
export function hasCycle(successors: readonly (readonly number[])[]): boolean {
  const known = rounds.get(successors) ?? (components(successors).count < successors.length || successors.some((next, node) => next.includes(node)));
  rounds.set(successors, known);
  return known;
}

/** Whether control can go round among the nodes of a component. */
export function isCycle(successors: readonly (readonly number[])[], nodes: readonly number[]): boolean {
  const [first] = nodes;
  return nodes.length > 1 || (first !== undefined && successors[first]?.includes(first) === true);
}

function lower(low: Int32Array, node: number, to: number): void {
  if (to < (low[node] as number)) low[node] = to;
}
