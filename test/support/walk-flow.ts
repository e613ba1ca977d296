import type { FlowNode } from "./random-flow.ts";
import { flowKeys } from "./random-flow.ts";

/**
 * What a walk knows when it comes to a place: which keys were `written` on the way, and which are `known` to be set; and
 * which waits were in vain. It holds bits, so that two walks that know the same are one.
 */
interface Known {
  readonly written: number;
  readonly known: number;
  readonly vain: number;
}

export type Place = "in" | "ok";

/** All that walks come to a place with. */
export interface Walks {
  /** Undefined where no walk comes. */
  readonly at: (node: string, place: Place) => readonly Known[] | undefined;
}

const bitOf = (key: string | undefined): number => (key === undefined ? 0 : 1 << flowKeys.findIndex((each) => each === key));

/** Walks every path of a workflow, round loops until they bring nothing new: slow, and plainly right. */
export function walkFlow(nodes: readonly FlowNode[]): Walks {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const vainBit = new Map(nodes.flatMap(({ id, onTimeout }) => (onTimeout === undefined ? [] : [id])).map((id, index) => [id, 1 << index]));
  const came = new Map<string, Map<string, Known>>();

  /** Notes an arrival, and says whether it is news to this walk. */
  const note = (place: string, what: Known): void => {
    const known = came.get(place) ?? new Map<string, Known>();
    came.set(place, known.set(JSON.stringify(what), what));
  };

  /** Walks from a node on, until the walk comes to `out` or ends; what it comes to `out` with. */
  const walk = (entry: string, begin: Known, out: string | undefined): readonly Known[] => {
    const ends = new Map<string, Known>();
    const seen = new Set<string>();
    const work: { readonly id: string | undefined; readonly what: Known }[] = [{ id: entry, what: begin }];
    for (let at = work.pop(); at !== undefined; at = work.pop()) {
      const { id, what } = at;
      const name = JSON.stringify([id, what]);
      if (seen.has(name)) continue;
      seen.add(name);
      // Who says nothing of what comes next comes to the end of the branch.
      if (id === out || id === undefined) ends.set(JSON.stringify(what), what);
      else work.push(...step(byId.get(id) as FlowNode, what));
    }
    return [...ends.values()];
  };

  const step = (node: FlowNode, what: Known): readonly { readonly id: string | undefined; readonly what: Known }[] => {
    const { id, kind, next, onError, onTimeout, cases = [] } = node;
    note(`${id}.in`, what);
    if (kind === "end") return [];
    if (kind === "fork") return forked(node, what).map((each) => ({ id: node.join, what: each }));
    if (kind === "branch") return [...cases.map(({ asks, next: to }) => ({ id: to, what: { ...what, known: what.known | bitOf(asks) } })), { id: next, what }];
    const after = { ...what, written: what.written | bitOf(node.writes), known: what.known | bitOf(node.writes) };
    note(`${id}.ok`, after);
    return [
      { id: next, what: after },
      ...(onError === undefined ? [] : [{ id: onError, what }]),
      ...(onTimeout === undefined ? [] : [{ id: onTimeout, what: { ...what, vain: what.vain | (vainBit.get(id) ?? 0) } }]),
    ];
  };

  /** What comes to the join: one end of each branch, in every combination. */
  const forked = ({ branches = [], join = "", within }: FlowNode, what: Known): readonly Known[] => {
    const target = byId.get(join);
    const isOuter = byId.get(within.at(-1)?.fork ?? "")?.join === join;
    const merge = target?.kind === "join" && !isOuter ? (target.merge ?? "last_writer") : "last_writer";
    const ends = branches.map((entry) => walk(entry, what, join));
    if (merge === "first") return ends.flat();
    if (ends.some((each) => each.length === 0)) return [];
    if (merge === "collect") return [what];
    return ends.reduce<readonly Known[]>((sums, each) => sums.flatMap((sum) => each.map((end) => ({ written: sum.written | end.written, known: sum.known | end.known, vain: sum.vain | end.vain }))), [what]);
  };

  walk("n0", { written: 0, known: 0, vain: 0 }, undefined);
  return { at: (node, place) => { const known = came.get(`${node}.${place}`); return known && [...known.values()]; } };
}

/** Whether walks that come so have written the key on all of them, or know it to be set; and whether some have written it. */
export function keyOn(walks: readonly Known[], key: string): { readonly must: boolean; readonly may: boolean } {
  return { must: walks.every(({ known }) => (known & bitOf(key)) !== 0), may: walks.some(({ written }) => (written & bitOf(key)) !== 0) };
}
