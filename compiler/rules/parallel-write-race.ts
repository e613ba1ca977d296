import type { BoundWorkflow, WriteSite } from "../bind/bound.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { lookAtBranches, ownersOf, type ParallelBranches } from "./branches.ts";
import { idOf, nodeAt } from "./graph-words.ts";
import type { Rule } from "./rule.ts";

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
export const parallelWriteRaceRule: Rule = {
  reports: [parallelWriteRace],
  check: ({ bound }) => {
    const writers = bound.nodes.flatMap((node) => (node.writes.length > 0 ? [node.index] : []));
    if (writers.length < 2) return [];
    return lookAtBranches(bound, (branches) => (saysHowToMerge(bound, branches) ? [] : racesIn(bound, branches, writers.filter(branches.isInside))));
  },
};

function saysHowToMerge(bound: BoundWorkflow, { fork }: ParallelBranches): boolean {
  return nodeAt(bound, fork.join).ast.members["merge"] !== undefined;
}

function racesIn(bound: BoundWorkflow, branches: ParallelBranches, writers: readonly number[]): readonly Diagnostic[] {
  if (writers.length < 2) return [];
  const { owner } = ownersOf(bound, branches);
  const first = new Map<string, { readonly branch: number | undefined; readonly node: number; readonly write: WriteSite }>();
  const told = new Set<string>();
  return writers.flatMap((node) =>
    nodeAt(bound, node).writes.flatMap((write) => {
      const branch = owner(node);
      const earlier = first.get(write.key);
      if (earlier === undefined) first.set(write.key, { branch, node, write });
      if (earlier === undefined || branch === undefined || earlier.branch === undefined || branch === earlier.branch || told.has(write.key)) return [];
      told.add(write.key);
      const related = [{ span: earlier.write.span, message: `'${idOf(bound, earlier.node)}' writes it too` }];
      return [report(parallelWriteRace, write.span, { key: write.key, fork: idOf(bound, branches.fork.node), one: idOf(bound, earlier.node), other: idOf(bound, node) }, { related })];
    }),
  );
}
