import { diagnostic, report } from "../diagnostics/define.ts";
import { idList, idOf, nodeAt, placesOf } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";
import { trapsIn } from "./traps.ts";

const noPathToEnd = diagnostic<{ node: string; nodes: string }>({
  code: "JJ4002",
  slug: "no-path-to-end",
  severity: "error",
  message: (p) => `no path from '${p.node}' reaches an end`,
  help: (p) => `lead one of ${p.nodes} to a node from which an end can be reached`,
  doc: `Whatever the conditions say, every route from this node leads back to it, so no execution that comes here ends. A
single loop without any choice in it is \`JJ4004\`.

\`\`\`yaml
route:                       # bad: both cases come back
  type: branch
  conditions: [{if: state.ready, next: publish}]
  default: draft
draft:   {type: tool, server: docs, tool: draft, next: route}
publish: {type: tool, server: docs, tool: publish, next: route}
\`\`\``,
});

/** A trap in which control has choices, and each of them leads back. */
export const noPathToEndRule: WorkflowRule = {
  of: "workflow",
  reports: [noPathToEnd],
  check: (typed) =>
    trapsIn(typed).flatMap(({ nodes, round }) => {
      const [first, ...others] = nodes;
      if (round !== undefined || first === undefined) return [];
      const { bound } = typed;
      const related = placesOf(bound, others, (id) => `'${id}' leads back to it`);
      return [report(noPathToEnd, nodeAt(bound, first).ast.id.span, { node: idOf(bound, first), nodes: idList(bound, nodes) }, { related })];
    }),
};
