/** The strongly connected components of a graph: nodes that all reach each other. */
export interface Components {
  /** The number of each node's component. */
  readonly of: Int32Array;
  readonly count: number;
  /** The nodes of each component, in ascending order; components that others lead to come first. */
  readonly members: readonly (readonly number[])[];
  /** Those of `members` in which one can go round. */
  readonly loops: readonly (readonly number[])[];
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
  // Stacks of numbers: lists that grow are copied as they do.
  const [open, path] = [new Int32Array(size), new Int32Array(size)];
  let [opened, depth, visited, count] = [0, 0, 0, 0];

  const enter = (node: number): void => {
    order[node] = low[node] = visited;
    visited += 1;
    open[opened++] = node;
    path[depth++] = node;
  };
  const close = (root: number): void => {
    for (let node = -1; node !== root; of[node] = count) node = open[--opened] as number;
    count += 1;
  };

  for (let root = 0; root < size; root += 1) {
    if (order[root] !== -1) continue;
    enter(root);
    while (depth > 0) {
      const node = path[depth - 1] as number;
      const edge = nextEdge[node] as number;
      const next = successors[node]?.[edge];
      if (next !== undefined) {
        nextEdge[node] = edge + 1;
        if (order[next] === -1) enter(next);
        else if (of[next] === -1) lower(low, node, order[next] as number);
        continue;
      }
      depth -= 1;
      if (depth > 0) lower(low, path[depth - 1] as number, low[node] as number);
      if (low[node] === order[node]) close(node);
    }
  }
  let [members, loops]: [Components["members"] | undefined, Components["loops"] | undefined] = [undefined, undefined];
  return {
    of,
    count,
    // Most who ask want to know whether there is a loop at all.
    get members() {
      return (members ??= membersOf(of, count));
    },
    get loops() {
      return (loops ??= loopsOf(successors, of, count));
    },
  };
}

function membersOf(of: Int32Array, count: number): Components["members"] {
  const members = Array.from({ length: count }, (): number[] => []);
  for (let node = 0; node < of.length; node += 1) members[of[node] as number]?.push(node);
  return members;
}

/** Of most nodes, no list is made: they are components of their own. */
function loopsOf(successors: readonly (readonly number[])[], of: Int32Array, count: number): Components["loops"] {
  const sizes = new Int32Array(count);
  for (let node = 0; node < of.length; node += 1) sizes[of[node] as number] = (sizes[of[node] as number] as number) + 1;
  const loops = new Map<number, number[]>();
  for (let node = 0; node < of.length; node += 1) {
    const component = of[node] as number;
    if (sizes[component] === 1 && successors[node]?.includes(node) !== true) continue;
    const nodes = loops.get(component);
    if (nodes === undefined) loops.set(component, [node]);
    else nodes.push(node);
  }
  return [...loops].sort(([a], [b]) => a - b).map(([, nodes]) => nodes);
}

const known = new WeakMap<readonly (readonly number[])[], Components>();

/** The components of a graph that is asked for again and again. */
export function componentsOnce(successors: readonly (readonly number[])[]): Components {
  const found = known.get(successors) ?? components(successors);
  known.set(successors, found);
  return found;
}

/** Whether one can go round in a graph at all; most documents have no loop. */
export function hasCycle(successors: readonly (readonly number[])[]): boolean {
  return componentsOnce(successors).count < successors.length || someLeadsToItself(successors);
}

function someLeadsToItself(successors: readonly (readonly number[])[]): boolean {
  for (let node = 0; node < successors.length; node += 1) if ((successors[node] as readonly number[]).includes(node)) return true;
  return false;
}

/** Whether control can go round among the nodes of a component. */
export function isCycle(successors: readonly (readonly number[])[], nodes: readonly number[]): boolean {
  const [first] = nodes;
  return nodes.length > 1 || (first !== undefined && successors[first]?.includes(first) === true);
}

function lower(low: Int32Array, node: number, to: number): void {
  if (to < (low[node] as number)) low[node] = to;
}
