import type { BoundNode } from "../bind/bound.ts";
import { stateFlow, type StateFlow } from "../check/state-flow.ts";
import { wantedKeys } from "../check/wanted-keys.ts";
import { diagnostic, report, type Diagnostic, type Related } from "../diagnostics/define.ts";
import { nodeOfEdge, writesOf } from "../flow/points.ts";
import { idOf } from "./graph-words.ts";
import { overwriters } from "./overwriters.ts";
import type { WorkflowRule } from "./rule.ts";

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
export const deadWriteRule: WorkflowRule = {
  of: "workflow",
  reports: [deadWrite],
  check: (typed) => {
    const { bound } = typed;
    const flow = stateFlow(typed);
    const { points, isReached } = flow;
    const { edges: { surely: { at, of: keys }, to, count }, isTidy } = points;
    const written = writtenTwice(flow);
    if (!isTidy || !written.includes(2)) return [];
    const { ends, isWanted } = wantedKeys(typed);
    const found: Diagnostic[] = [];
    const tell = (edge: number, behind: number, key: number): void => {
      const { index: node } = nodeOfEdge(bound, points, edge);
      const over = overwriters(bound, points, behind, key);
      const [first] = over;
      const by = first === undefined || over.length > 1 ? "others overwrite it" : first.node === node ? "it overwrites it itself" : `'${idOf(bound, first.node)}' overwrites it`;
      const related = over.map((each): Related => ({ span: each.site.span, message: "it is overwritten here" }));
      for (const site of writesOf(bound, points, edge, key)) found.push(report(deadWrite, site.span, { key: site.key, node: idOf(bound, node), by }, { related: related.slice(0, 8) }));
    };
    for (let edge = 0; edge < count; edge += 1) {
      const behind = to[edge] as number;
      for (let place = at[edge] as number; place < (at[edge + 1] as number); place += 1) {
        const key = keys[place] as number;
        if (written[key] === 2 && isReached[behind] === 1 && ends(behind) && !isWanted(behind, key) && isForResult(nodeOfEdge(bound, points, edge))) tell(edge, behind, key);
      }
    }
    return found;
  },
};

/** Whether a node is there for its result alone: it costs something, changes nothing, and judges nobody. */
function isForResult({ spec, ast: { members } }: BoundNode): boolean {
  if (spec === undefined || spec.traits.cost === "none" || spec.traits.roots?.includes("output") === true) return false;
  return spec.traits.effect.otherwise === "read" && members["effect"] === undefined;
}

/** By key: on how many edges it is written, up to two. What is written on one alone reaches the end. */
function writtenTwice({ points: { edges, keys } }: StateFlow): Uint8Array {
  const times = new Uint8Array(keys.length);
  const { of } = edges.surely;
  for (let place = 0; place < of.length; place += 1) times[of[place] as number] = Math.min(2, (times[of[place] as number] as number) + 1);
  return times;
}
