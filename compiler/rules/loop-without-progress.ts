import { diagnostic, report } from "../diagnostics/define.ts";
import { idList, nodeAt } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";
import { stuckLoops } from "./stuck-loops.ts";

const loopWithoutProgress = diagnostic<{ nodes: string; keys: string; isOne: boolean }>({
  code: "JJ4005",
  slug: "loop-without-progress",
  severity: "warning",
  message: (p) => `the loop through ${p.nodes} is left by ${p.keys} alone, and nothing in it writes ${p.isOne ? "that" : "them"}`,
  help: (p) => `write ${p.keys} in the loop, or test something that changes`,
  doc: `Whoever goes round once comes back with the same values to the same tests, and goes round for ever; \`max_visits\` ends it with
\`limit_exceeded\`. Often the node that should mend what is tested writes to another key.`,
});

/** What leads out of a loop can change in it. */
export const loopWithoutProgressRule: WorkflowRule = {
  of: "workflow",
  reports: [loopWithoutProgress],
  check: (typed) => {
    const { bound } = typed;
    return stuckLoops(typed).flatMap(({ nodes, tests: [first, ...more], keys }) => {
      if (first === undefined) return [];
      const words = { nodes: idList(bound, nodes), keys: keys.map((key) => `'${key}'`).join(", "), isOne: keys.length === 1 };
      const writers = bound.nodes.filter(({ index, writes }) => nodes.includes(index) && writes.length > 0);
      const related = [
        ...more.map(({ text }) => ({ span: text.span, message: "this leads out, too" })),
        ...writers.flatMap(({ index, writes }) => writes.map(({ span }) => ({ span, message: `'${nodeAt(bound, index).ast.id.value}' writes this` }))),
      ];
      return [report(loopWithoutProgress, first.text.span, words, { related: related.slice(0, 8) })];
    });
  },
};
