import type { BoundWorkflow, WriteSite } from "../bind/bound.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { parallelBranches, type ParallelBranches } from "./branches.ts";
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
  check: ({ bound }) => parallelBranches(bound).flatMap((branches) => (saysHowToMerge(bound, branches) ? [] : racesIn(bound, branches))),
};

function saysHowToMerge(bound: BoundWorkflow, { fork }: ParallelBranches): boolean {
  return nodeAt(bound, fork.join).ast.members["merge"] !== undefined;
}

function racesIn(bound: BoundWorkflow, { fork, inside, wayOut }: ParallelBranches): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const owner = new Map<number, number>();
  const first = new Map<string, { readonly branch: number; readonly node: number; readonly write: WriteSite }>();
  const told = new Set<string>();
  for (const entry of new Set(fork.branches)) {
    if (!inside.has(entry) || wayOut.has(entry)) continue;
    const work = [entry];
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      if (owner.has(node)) continue;
      owner.set(node, entry);
      for (const next of bound.graph.successors[node] ?? []) if (inside.has(next)) work.push(next);
      for (const write of nodeAt(bound, node).writes) {
        const earlier = first.get(write.key);
        if (earlier === undefined) first.set(write.key, { branch: entry, node, write });
        else if (earlier.branch !== entry && !told.has(write.key)) {
          told.add(write.key);
          const related = [{ span: earlier.write.span, message: `'${idOf(bound, earlier.node)}' writes it too` }];
          found.push(report(parallelWriteRace, write.span, { key: write.key, fork: idOf(bound, fork.node), one: idOf(bound, earlier.node), other: idOf(bound, node) }, { related }));
        }
      }
    }
  }
  return found;
}
