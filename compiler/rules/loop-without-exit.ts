import { diagnostic, report } from "../diagnostics/define.ts";
import { idList, nodeAt, pathText } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";
import { trapsIn } from "./traps.ts";

const loopWithoutExit = diagnostic<{ round: string; nodes: string }>({
  code: "JJ4004",
  slug: "loop-without-exit",
  severity: "error",
  message: (p) => `the loop ${p.round} has no exit`,
  help: (p) => `lead out of the loop: give ${p.nodes} a route to a node outside of it`,
  doc: `Control that enters the loop can never leave it, so no execution that comes here ends. A loop needs a node that can
lead elsewhere: a \`branch\`, or a \`next\` with several routes.

\`\`\`yaml
draft:  {type: model, model: gpt-4o, prompt: "…", output_key: text, next: review}
review:                      # bad: always back to the draft
  type: eval
  scorers: [{type: assertion, check: "len(output.text) > 100"}]
  next: draft
\`\`\``,
});

/** A trap with one way round is a loop that somebody forgot to leave. */
export const loopWithoutExitRule: WorkflowRule = {
  of: "workflow",
  reports: [loopWithoutExit],
  check: (typed) =>
    trapsIn(typed).flatMap(({ nodes, round }) => {
      if (round === undefined) return [];
      const { bound } = typed;
      const first = nodeAt(bound, round[0] as number);
      const last = round.at(-1) as number;
      const back = bound.graph.edges.find((edge) => edge.from === last && edge.to === first.index);
      const related = back === undefined ? [] : [{ span: back.span, message: "it closes here" }];
      return [report(loopWithoutExit, first.ast.id.span, { round: pathText(bound, [...round, first.index]), nodes: round.length === 1 ? "it" : `one of ${idList(bound, nodes)}` }, { related })];
    }),
};
