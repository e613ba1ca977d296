import type { BoundWorkflow, WriteSite } from "../bind/bound.ts";
import { reachedNodes, type Fork } from "../bind/graph.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { writeSitesOf } from "../bind/wire.ts";
import { lookAtBranches, ownersOf, tidyNesting, type ParallelBranches } from "./branches.ts";
import { idOf, nodeAt } from "./graph-words.ts";
import { racesByFork, type Race } from "./nested-races.ts";
import type { WorkflowRule } from "./rule.ts";

const parallelWriteRace = diagnostic<{ key: string; fork: string; one: string; other: string }>({
  code: "JJ5109",
  slug: "parallel-write-race",
  severity: "warning",
  message: (p) => `'${p.key}' is written by two branches of '${p.fork}', in '${p.one}' and in '${p.other}': the last to complete wins`,
  help: () => "write to two keys, or say how to merge on a 'join' node: 'merge: collect'",
  doc: `Branches run at the same time, so which write comes last differs from run to run (a replay repeats the order of its
log). A \`join\` node that names its \`merge\` says what is meant.`,
});

/** Branches write to keys of their own, unless the join says how to merge. */
export const parallelWriteRaceRule: WorkflowRule = {
  of: "workflow",
  reports: [parallelWriteRace],
  check: ({ bound }) => writeRaces(bound).map(({ fork, race }) => raceReport(bound, fork, race)),
};

/** A race, and the fork whose branches are in it. */
interface ForkRace {
  readonly fork: Fork;
  readonly race: Race;
}

/** The writes that race with each other, by fork, in the order of the text. */
export function writeRaces(bound: BoundWorkflow): readonly ForkRace[] {
  if (bound.graph.forks.length === 0) return [];
  const writers = bound.nodes.flatMap((node) => (writeSitesOf(node).length > 0 ? [node.index] : []));
  if (writers.length < 2) return [];
  const of = (fork: Fork, races: readonly Race[]): readonly ForkRace[] => races.map((race) => ({ fork, race }));
  const nesting = tidyNesting(bound);
  if (nesting === undefined) return lookAtBranches(bound, (branches) => (saysHowToMerge(bound, branches.fork) ? [] : of(branches.fork, racesIn(bound, branches, writers.filter(branches.isInside)))));
  const { graph } = bound;
  const isReached = reachedNodes(graph);
  const races = racesByFork(bound, nesting);
  return graph.forks.flatMap((fork) => (!isReached.has(fork.node) || saysHowToMerge(bound, fork) ? [] : of(fork, races.get(fork) ?? [])));
}

function saysHowToMerge(bound: BoundWorkflow, fork: Fork): boolean {
  return nodeAt(bound, fork.join).ast.members["merge"] !== undefined;
}

function raceReport(bound: BoundWorkflow, fork: Fork, { one, other }: Race): Diagnostic {
  const related = [{ span: one.write.span, message: `'${idOf(bound, one.node)}' writes it too` }];
  return report(parallelWriteRace, other.write.span, { key: other.write.key, fork: idOf(bound, fork.node), one: idOf(bound, one.node), other: idOf(bound, other.node) }, { related });
}

/** Races in a fork whose branches are entangled: what is in two of them belongs to the first, and what escapes to none. */
function racesIn(bound: BoundWorkflow, branches: ParallelBranches, writers: readonly number[]): readonly Race[] {
  if (writers.length < 2) return [];
  const { owner } = ownersOf(bound, branches);
  const first = new Map<string, { readonly branch: number | undefined; readonly node: number; readonly write: WriteSite }>();
  const told = new Set<string>();
  return writers.flatMap((node) =>
    writeSitesOf(nodeAt(bound, node)).flatMap((write) => {
      const branch = owner(node);
      const earlier = first.get(write.key);
      if (earlier === undefined) first.set(write.key, { branch, node, write });
      if (earlier === undefined || branch === undefined || earlier.branch === undefined || branch === earlier.branch || told.has(write.key)) return [];
      told.add(write.key);
      return [{ one: { node: earlier.node, write: earlier.write }, other: { node, write } }];
    }),
  );
}
