import { diagnostic, report } from "../diagnostics/define.ts";
import { constantTruth } from "../expr/constant.ts";
import { conditionAst } from "./condition-truth.ts";
import type { NodeRule } from "./rule.ts";

const assertionConstant = diagnostic<{ node: string }>({
  code: "JJ3011",
  slug: "assertion-constant",
  severity: "warning",
  message: (p) => `this assertion of '${p.node}' reads neither 'output' nor 'state'`,
  help: () => "test 'output', which is what is scored, or 'state'",
  doc: `An assertion is about the output of the node it scores. One that reads something else says the same of every output, so a node
that fails it is run again for nothing.

\`\`\`yaml
scorers:
  - type: assertion
    check: env.MODE == "strict"          # bad: no output changes that
  - type: assertion
    check: len(output.answer) > 100      # good
\`\`\``,
});

/** Assertions about an output depend on it, or on the state. */
export const assertionConstantRule: NodeRule = {
  of: "node",
  reports: [assertionConstant],
  check: ({ bound, sites }) => {
    if (bound.spec?.traits.roots?.includes("output") !== true) return [];
    return sites.flatMap((typed) => {
      const ast = conditionAst(typed);
      // That it never changes at all is another rule's finding.
      if (ast === undefined || !typed.isSound || constantTruth(ast) !== undefined || typed.sides !== undefined) return [];
      const isAbout = typed.reads.some(({ root }) => root === "output" || root === "state");
      return isAbout ? [] : [report(assertionConstant, typed.site.text.span, { node: bound.ast.id.value })];
    });
  },
};
