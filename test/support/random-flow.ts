/** A node of a random workflow: what it does to the keys, and where it leads. `out` leads to the end of the region. */
export interface FlowNode {
  readonly id: string;
  readonly kind: "call" | "wait" | "branch" | "fork" | "join" | "end";
  readonly reads?: string;
  readonly writes?: string;
  readonly next?: string;
  readonly onError?: string;
  readonly onTimeout?: string;
  /** Tests that are tried in order; a key that a test asks for is set where it holds. */
  readonly cases?: readonly { readonly asks?: string; readonly next: string }[];
  readonly branches?: readonly string[];
  readonly join?: string;
  readonly merge?: "last_writer" | "first" | "collect";
  /** The branches it lies in, outermost first: a fork, and which of its branches. */
  readonly within: readonly { readonly fork: string; readonly entry: string }[];
}

export const flowKeys = ["a", "b", "c"] as const;

/** A random workflow of at most twelve nodes: branches, loops that are entered anywhere, nested parallels, waits. The first node is its start. */
export function randomFlow(random: () => number): readonly FlowNode[] {
  const nodes: FlowNode[] = [];
  const upTo = (most: number): number => Math.floor(random() * most);
  const pick = <T>(items: readonly T[]): T => items[upTo(items.length)] as T;
  const perhaps = <T>(chance: number, of: () => T): T | undefined => (random() < chance ? of() : undefined);
  let left = 10;
  let named = 0;
  const name = (): string => {
    left -= 1;
    return `n${(named += 1)}`;
  };

  /** Writes a region that begins with the node `entry` and is left to `out`, or by saying nothing where that is undefined. */
  const region = (entry: string, out: string | undefined, within: FlowNode["within"]): void => {
    const own = [entry, ...Array.from({ length: Math.min(Math.max(left, 0), upTo(5)) }, name)];
    const made: FlowNode[] = [];
    // Mostly forward, so that the end is often reached; and back, so that there are loops.
    const target = (from: number): string | undefined => (random() < 0.7 ? (own[from + 1 + upTo(own.length - from)] ?? out) : (perhaps(0.7, () => pick(own)) ?? out));
    const inside: (() => void)[] = [];
    for (const [index, id] of own.entries()) {
      const ahead = target(index);
      const next = ahead === undefined ? {} : { next: ahead };
      const to = (): string => target(index) ?? ahead ?? id;
      const reads = perhaps(0.5, () => pick(flowKeys));
      const writes = perhaps(0.6, () => pick(flowKeys));
      const base = { id, within, ...(reads === undefined ? {} : { reads }) };
      const shape = random();
      const join = own[index + 1];
      if (shape < 0.45 || (shape >= 0.8 && (join === undefined || left < 3))) {
        const onError = perhaps(0.3, to);
        made.push({ ...base, kind: "call", ...next, ...(writes === undefined ? {} : { writes }), ...(onError === undefined ? {} : { onError }) });
      } else if (shape < 0.55) {
        made.push({ ...base, kind: "wait", ...next, writes: writes ?? "a", ...(random() < 0.6 ? { onTimeout: to() } : {}) });
      } else if (shape < 0.8) {
        const cases = Array.from({ length: 1 + upTo(2) }, () => ({ next: to(), ...(random() < 0.3 ? { asks: pick(flowKeys) } : {}) }));
        made.push({ id, within, kind: "branch", cases, next: to() });
      } else if (join !== undefined) {
        const entries = Array.from({ length: 1 + upTo(Math.min(3, left)) }, name);
        made.push({ id, within, kind: "fork", branches: entries, join });
        inside.push(() => entries.forEach((first) => region(first, random() < 0.5 ? join : undefined, [...within, { fork: id, entry: first }])));
      }
    }
    nodes.push(...joinsIn(made, random, out));
    for (const write of inside) write();
  };
  region("n0", "end", []);
  return connected([...nodes, { id: "end", kind: "end", within: [] }]);
}

/** Some of the nodes where branches meet say how they merge. */
function joinsIn(nodes: readonly FlowNode[], random: () => number, out: string | undefined): readonly FlowNode[] {
  const led = new Set(nodes.flatMap(({ kind, next, onError, onTimeout, cases }) => (kind === "fork" ? [] : [next, onError, onTimeout, ...(cases ?? []).map((each) => each.next)])));
  return nodes.map((node) => {
    const forks = nodes.filter(({ join }) => join === node.id);
    // Nobody else may lead to a join.
    if (forks.length !== 1 || led.has(node.id) || node.kind === "fork" || random() < 0.4) return node;
    const { id, within, next } = node;
    const merge = (["last_writer", "first", "collect"] as const)[Math.floor(random() * 3)] ?? "first";
    const ahead = node.kind === "branch" ? out : next;
    return { id, within, kind: "join", merge, ...(ahead === undefined ? {} : { next: ahead }), ...(merge === "collect" ? { writes: "c" } : {}), branches: forks[0]?.branches ?? [] };
  });
}

/** What something leads to, though it may never come there: the rest would lead into branches from outside. */
function connected(nodes: readonly FlowNode[]): readonly FlowNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Set(["n0"]);
  for (const id of seen) for (const next of successorsOf(byId.get(id))) seen.add(next);
  seen.add("end");
  return nodes.filter(({ id }) => seen.has(id));
}

function successorsOf(node: FlowNode | undefined): readonly string[] {
  if (node === undefined) return [];
  const { next, onError, onTimeout, cases = [], branches = [], join } = node;
  return [next, onError, onTimeout, join, ...cases.map((each) => each.next), ...(node.kind === "fork" ? branches : [])].filter((id) => id !== undefined);
}

/** The nodes as the lines of a document. */
export function flowLines(nodes: readonly FlowNode[]): string {
  return nodes.map((node) => `${node.id}: ${textOf(node)}`).join("\n");
}

function textOf({ kind, reads, writes, next, onError, onTimeout, cases = [], branches = [], join, merge }: FlowNode): string {
  const on = (key: string, value: string | undefined): string => (value === undefined ? "" : `, ${key}: ${value}`);
  const read = reads === undefined ? "" : `{{ state.${reads} }}`;
  switch (kind) {
    case "call": return `{type: tool, server: s, tool: t, arguments: {x: "${read}"}${on("output_key", writes)}${on("next", next)}${on("on_error", onError)}}`;
    case "wait": return `{type: wait, event: e, correlation_key: "k${read}", data: {${writes}: str}${on("next", next)}${onTimeout === undefined ? "" : `, timeout: 1h, on_timeout: ${onTimeout}`}}`;
    case "branch": return `{type: branch, conditions: [${cases.map(({ asks, next: to }) => `{if: "${asks === undefined ? "execution.id == 'x'" : `state.${asks} is not None`}", next: ${to}}`).join(", ")}]${on("default", next)}}`;
    case "fork": return `{type: parallel, branches: [${branches.join(", ")}]${on("join", join)}}`;
    case "join": return `{type: join, wait_for: [${branches.join(", ")}]${on("merge", merge)}${on("output_key", writes)}${on("next", next)}}`;
    case "end": return "{type: end}";
  }
}
