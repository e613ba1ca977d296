import type { BoundNode, WriteSite } from "../bind/bound.ts";
import { stateFlow, type StateFlow } from "../check/state-flow.ts";
import { wantedKeys } from "../check/wanted-keys.ts";
import { diagnostic, report, type Related } from "../diagnostics/define.ts";
import { idOf, nodeAt } from "./graph-words.ts";
import type { Rule } from "./rule.ts";

const deadWrite = diagnostic<{ key: string; node: string; by: string }>({
  code: "JJ5106",
  slug: "dead-write",
  severity: "warning",
  tag: "unnecessary",
  message: (p) => `what '${p.node}' writes to '${p.key}' is never read: ${p.by} first`,
  help: () => "write to another key, or read it on the way",
  doc: `A result that another one replaces before anybody reads it was made for nothing: often two nodes were meant to write to two
keys. What is left in the state at an end counts as read, since it is the result.`,
});

/** A written key is read, or is the result. */
export const deadWriteRule: Rule = {
  reports: [deadWrite],
  check: (typed) => {
    const { bound } = typed;
    const flow = stateFlow(typed);
    const { points: { edges, nodeOf, isTidy, numbers }, isReached } = flow;
    const written = writtenTwice(flow);
    if (!isTidy || written.size === 0) return [];
    const { ends, isWanted } = wantedKeys(typed);
    const told = new Set<WriteSite>();
    return edges.writes.flatMap((writes, edge) =>
      (writes?.sites ?? []).flatMap((site) => {
        const key = numbers.get(site.key);
        const behind = edges.to[edge] as number;
        if (key === undefined || !written.has(key) || told.has(site) || !isForResult(nodeAt(bound, nodeOf[edges.from[edge] as number] as number)) || isReached[behind] === 0 || !ends(behind) || isWanted(behind, key)) return [];
        told.add(site);
        const node = nodeOf[edges.from[edge] as number] as number;
        const over = overwriters(flow, behind, key);
        const [first] = over;
        const by = first === undefined || over.length > 1 ? "others overwrite it" : first.node === node ? "it overwrites it itself" : `'${idOf(bound, first.node)}' overwrites it`;
        const related = over.map((each): Related => ({ span: each.site.span, message: "it is overwritten here" }));
        return [report(deadWrite, site.span, { key: site.key, node: idOf(bound, node), by }, { related: related.slice(0, 8) })];
      }),
    );
  },
};

/** Whether a node is there for its result alone: it costs something, changes nothing, and judges nobody. */
function isForResult({ spec, ast: { members } }: BoundNode): boolean {
  if (spec === undefined || spec.traits.cost === "none" || spec.traits.roots?.includes("output") === true) return false;
  return spec.traits.effect.otherwise === "read" && members["effect"] === undefined;
}

/** The keys that are written on two edges: what is written on one alone reaches the end. */
function writtenTwice({ points: { edges } }: StateFlow): ReadonlySet<number> {
  const once = new Set<number>();
  const twice = new Set<number>();
  for (const writes of edges.writes) for (const key of writes?.surely ?? []) (once.has(key) ? twice : once).add(key);
  return twice;
}

/** Who writes a key first on the ways from a point. */
function overwriters({ points: { edges, nodeOf } }: StateFlow, from: number, key: number): readonly { readonly node: number; readonly site: WriteSite }[] {
  const queue = [from];
  const isSeen = new Set(queue);
  const found = new Map<WriteSite, number>();
  for (const point of queue) {
    for (let edge = edges.outAt[point] as number; edge < (edges.outAt[point + 1] as number); edge += 1) {
      const writes = edges.writes[edge];
      const at = writes?.surely.indexOf(key) ?? -1;
      const site = at === -1 ? undefined : writes?.sites[at];
      const to = edges.to[edge] as number;
      if (site !== undefined) found.set(site, nodeOf[point] as number);
      else if (!isSeen.has(to)) {
        isSeen.add(to);
        queue.push(to);
      }
    }
  }
  return [...found].map(([site, node]) => ({ node, site }));
}
