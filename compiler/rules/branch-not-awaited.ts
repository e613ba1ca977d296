import { diagnostic, report } from "../diagnostics/define.ts";
import { memberOf } from "../syntax/part.ts";
import { idList, nodeAt, placesOf } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";

const branchNotAwaited = diagnostic<{ join: string; branches: string; fork: string; isOne: boolean }>({
  code: "JJ4023",
  slug: "branch-not-awaited",
  severity: "warning",
  message: (p) => `'${p.join}' does not wait for ${p.branches} of '${p.fork}': what ${p.isOne ? "it writes is" : "they write is"} lost`,
  help: (p) => `add ${p.branches} to 'wait_for', or remove ${p.isOne ? "it" : "them"} from 'branches'`,
  doc: `A \`join\` node waits for the branches in its \`wait_for\`, and merges what these wrote. Once they have ended, the other
branches of the \`parallel\` node are stopped, and nothing that they wrote is kept.`,
});

/** A join waits for all branches of its parallel node. */
export const branchNotAwaitedRule: WorkflowRule = {
  of: "workflow",
  reports: [branchNotAwaited],
  check: ({ bound }) => {
    if (!bound.graph.complete) return [];
    const isBranch = new Set(bound.graph.forks.flatMap(({ branches }) => branches));
    return bound.graph.forks.flatMap((fork) => {
      const join = nodeAt(bound, fork.join);
      const waitFor = memberOf(join.ast.members, "wait_for", "list");
      if (join.spec?.kind !== "join" || waitFor === undefined) return [];
      const named = new Set(join.targets.filter((site) => site.part.field.edge === "wait_for").map((site) => site.node));
      const missing = [...new Set(fork.branches)].filter((branch) => !named.has(branch));
      // Where none is named the join speaks for other branches; a stranger among the names is told already.
      const isKnown = [...named].every((node) => node !== undefined && isBranch.has(node));
      if (!isKnown || missing.length === 0 || missing.length === new Set(fork.branches).size) return [];
      const words = { join: join.ast.id.value, branches: idList(bound, missing), fork: nodeAt(bound, fork.node).ast.id.value, isOne: missing.length === 1 };
      return [report(branchNotAwaited, waitFor.span, words, { related: placesOf(bound, missing, (id) => `'${id}' begins here`) })];
    });
  },
};
