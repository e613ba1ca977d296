import type { FlowNode } from "./random-flow.ts";

/** What a visit of a node takes: attempts, seconds of each, and how often it may be visited. */
export interface Visit {
  readonly attempts: number;
  readonly seconds: number;
  readonly maxVisits: number | undefined;
}

/** Calls and seconds. */
export interface Sums {
  readonly calls: number;
  readonly seconds: number;
}

export interface WalkedCost {
  readonly least: Sums;
  readonly most: Sums;
}

/** A way so far: what it took, how often it came where visits are counted, and what it met since it was last at such a place. */
interface Way {
  readonly id: string | undefined;
  readonly took: number;
  readonly visits: ReadonlyMap<string, number>;
  readonly since: ReadonlyMap<string, number>;
}

/** Walks every way: slow, and plainly right. Undefined where there are too many. */
export function walkCost(nodes: readonly FlowNode[], visitOf: (id: string) => Visit): WalkedCost | undefined {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  let left = 40_000;

  /** The least or the most that a region takes, of one quantity. */
  const walk = (entry: string, out: string | undefined, what: keyof Sums, end: keyof WalkedCost): number => {
    let best = end === "least" ? Infinity : 0;
    const work: Way[] = [{ id: entry, took: 0, visits: new Map(), since: new Map() }];
    for (let way = work.pop(); way !== undefined && left > 0; way = work.pop()) {
      left -= 1;
      const { id, took } = way;
      if (end === "most") best = Math.max(best, took);
      if (id === undefined || id === out || byId.get(id)?.kind === "end") {
        if (end === "least") best = Math.min(best, took);
        continue;
      }
      const limit = end === "least" ? 1 : visitOf(id).maxVisits;
      const known = way.since.get(id);
      if (limit === undefined && known !== undefined) {
        if (took > known) return Infinity;
        continue;
      }
      const count = (way.visits.get(id) ?? 0) + 1;
      if (limit !== undefined && count > limit) continue;
      const visits = limit === undefined ? way.visits : new Map(way.visits).set(id, count);
      const since = limit === undefined ? new Map(way.since).set(id, took) : new Map<string, number>();
      for (const step of stepsOf(byId.get(id) as FlowNode, what, end)) if (took + step.takes < Infinity || end === "most") work.push({ id: step.to, took: took + step.takes, visits, since });
    }
    return best;
  };

  const stepsOf = (node: FlowNode, what: keyof Sums, end: keyof WalkedCost): readonly { readonly to: string | undefined; readonly takes: number }[] => {
    const { id, kind, next, onError, onTimeout, cases = [], join } = node;
    const { attempts, seconds } = visitOf(id);
    const isLeast = end === "least";
    const takes = kind === "call" ? (what === "calls" ? (isLeast ? 1 : attempts) : isLeast ? 0 : attempts * seconds) : 0;
    switch (kind) {
      case "end": return [];
      case "fork": return [{ to: join, takes: forked(node, what, end) }];
      case "branch": return [...cases.map(({ next: to }) => ({ to, takes })), { to: next, takes }];
      case "wait": {
        const hour = what === "seconds" && onTimeout !== undefined ? 3_600 : 0;
        return [{ to: next, takes: isLeast ? 0 : hour }, ...(onTimeout === undefined ? [] : [{ to: onTimeout, takes: hour }])];
      }
      default: return [{ to: next, takes }, ...(onError === undefined || isLeast ? [] : [{ to: onError, takes }])];
    }
  };

  const forked = ({ branches = [], join = "", within }: FlowNode, what: keyof Sums, end: keyof WalkedCost): number => {
    const target = byId.get(join);
    const isFirst = target?.kind === "join" && target.merge === "first" && byId.get(within.at(-1)?.fork ?? "")?.join !== join;
    const each = branches.map((entry) => walk(entry, join, what, end));
    if (end === "least") return isFirst ? Math.min(...each) : what === "seconds" ? Math.max(...each) : each.reduce((sum, one) => sum + one, 0);
    if (what === "seconds") return isFirst ? Math.min(...each) : Math.max(...each);
    return each.reduce((sum, one) => sum + one, 0);
  };

  const sums = (end: keyof WalkedCost): Sums => ({ calls: walk("n0", undefined, "calls", end), seconds: walk("n0", undefined, "seconds", end) });
  const walked = { least: sums("least"), most: sums("most") };
  return left > 0 ? walked : undefined;
}
