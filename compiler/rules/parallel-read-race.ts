import type { Branch, Fork, Nesting } from "../bind/graph.ts";
import { spanOfRead, stateFlow } from "../check/state-flow.ts";
import type { TypedWorkflow } from "../check/typed.ts";
import type { JudgedRead } from "../check/verdicts.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { idOf } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";
import { unforeseenEarlyReads, writersByKey, type KeyWriter } from "./unset-reads.ts";

const parallelReadRace = diagnostic<{ key: string; reader: string; writer: string; fork: string }>({
  code: "JJ5110",
  slug: "parallel-read-race",
  severity: "warning",
  message: (p) => `'${p.reader}' cannot see what '${p.writer}' writes to '${p.key}': both are in branches of '${p.fork}'`,
  help: (p) => `move '${p.reader}' behind the join, or list '${p.key}' in 'inputs' if the caller gives it`,
  doc: `A branch works on the state as it is at the fork, and on its own writes; what other branches write comes in at the join. A
key that only another branch has written by then is unset, unless the caller gives it.`,
});

/** A branch reads nothing that only its siblings write. */
export const parallelReadRaceRule: WorkflowRule = {
  of: "workflow",
  reports: [parallelReadRace],
  check: (typed) => {
    const { bound } = typed;
    return readRaces(typed).map(({ read, key, fork, writer }) => {
      const related = [{ span: writer.site.span, message: `'${idOf(bound, writer.node)}' writes it here, at the same time` }];
      return report(parallelReadRace, spanOfRead(read), { key, reader: idOf(bound, read.node), writer: idOf(bound, writer.node), fork: idOf(bound, fork.node) }, { related });
    });
  },
};

/** A read, and a write in another branch of the fork that it cannot see. */
interface ReadRace {
  readonly read: JudgedRead;
  readonly key: string;
  readonly fork: Fork;
  readonly writer: KeyWriter;
}

/** The first read of each key that only a sibling branch has written. */
export function readRaces(typed: TypedWorkflow): readonly ReadRace[] {
  const { bound } = typed;
  const { nesting } = bound.graph;
  if (nesting === undefined || bound.graph.forks.length === 0 || bound.header.inputs !== undefined) return [];
  const early = unforeseenEarlyReads(typed);
  if (early.length === 0) return [];
  const writers = writersByKey(typed, new Set(early.map(({ key }) => key)));
  const { keys } = stateFlow(typed).points;
  const told = new Set<number>();
  return early.flatMap((read) => {
    const race = told.has(read.key) ? undefined : siblingWriter(nesting, read.node, writers.get(read.key) ?? []);
    if (race === undefined) return [];
    told.add(read.key);
    return [{ read, key: keys[read.key] ?? "", ...race }];
  });
}

/** The first of some writers that is in another branch of a fork around the node. */
function siblingWriter({ around }: Nesting, node: number, writers: readonly KeyWriter[]): { readonly fork: Fork; readonly writer: KeyWriter } | undefined {
  const own = new Map<Fork, Branch>();
  for (let branch = around(node); branch !== undefined; branch = branch.outer) own.set(branch.fork, branch);
  for (const writer of own.size === 0 ? [] : writers) {
    for (let branch = around(writer.node); branch !== undefined; branch = branch.outer) {
      const mine = own.get(branch.fork);
      if (mine === branch) break;
      if (mine !== undefined) return { fork: branch.fork, writer };
    }
  }
  return undefined;
}
