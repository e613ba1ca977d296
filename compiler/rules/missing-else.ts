import type { TypedNode } from "../check/typed.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { constantTruth } from "../expr/constant.ts";
import { fieldOfPath } from "../bind/visit.ts";
import { memberOf } from "../syntax/part.ts";
import type { Rule } from "./rule.ts";

const missingElse = diagnostic<{ node: string }>({
  code: "JJ4020",
  slug: "missing-else",
  severity: "warning",
  message: (p) => `no route is left when no test of '${p.node}' holds`,
  help: () => "end the list with '- else: <node id>'",
  doc: `Routes are tried in order, and \`else\` is the one for every other case. Where it is missing and no test holds, the
execution fails with \`no_branch_matched\`, after the node has done its work.

\`\`\`yaml
next:
  - when: output.score > 3
    to: publish
  - else: revise             # without this, a score of 2 fails the execution
\`\`\``,
});

/** A list of routes covers every case. */
export const missingElseRule: Rule = {
  reports: [missingElse],
  check: ({ nodes }) =>
    nodes.flatMap((node) => {
      const { id, members } = node.bound.ast;
      const routes = memberOf(members, "next", "list")?.items;
      const key = members["next"]?.key;
      if (routes === undefined || key === undefined || holdsAlways(node)) return [];
      // A route that could not be read may be the one.
      const isCovered = routes.some((route) => route.shape !== "object" || route.members["else"] !== undefined || route.members["when"] === undefined);
      return isCovered ? [] : [report(missingElse, key.span, { node: id.value })];
    }),
};

/** One of the routes has a test that cannot fail, which is said elsewhere. */
function holdsAlways({ sites }: TypedNode): boolean {
  return sites.some(({ site, code }) => fieldOfPath(site.path) === "next" && code.as === "expression" && code.parsed.isWhole && constantTruth(code.parsed.ast) === true);
}
