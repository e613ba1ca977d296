import type { TypedSite } from "../check/typed.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { factKey, forEachPath } from "../expr/facts.ts";
import { describeValues } from "../expr/describe-values.ts";
import { certainConditions, conditionAst } from "./condition-truth.ts";
import type { NodeRule } from "./rule.ts";

const deadBranch = diagnostic<{ known: string | undefined }>({
  code: "JJ5107",
  slug: "dead-branch",
  severity: "warning",
  tag: "unnecessary",
  message: (p) => `this condition never holds here${p.known === undefined ? "" : `: ${p.known}`}`,
  help: () => "remove it, or put it before the test that leaves nothing for it",
  doc: `Tests are tried in order, and each one knows that those before it did not hold. What was tested on the way to a node holds
there too, until the key is written again. A test for which nothing is left is often one in the wrong place.

\`\`\`yaml
conditions:
  - {if: state.score >= 0.9, next: publish}
  - {if: state.score >= 0.95, next: celebrate}     # bad: never, since 0.95 is published already
default: revise
\`\`\``,
});

/** Each condition may hold where it stands. */
export const deadBranchRule: NodeRule = {
  of: "node",
  reports: [deadBranch],
  check: (node) =>
    certainConditions(node).flatMap(({ typed, found }) => {
      if (found.is !== "never") return [];
      const related = found.behind === undefined ? [] : [{ span: found.behind.site.text.span, message: "this test takes the last case that is left for it" }];
      return [report(deadBranch, typed.site.text.span, { known: whatIsKnown(typed) }, { related })];
    }),
};

/** What is known of the first path that the condition reads, in words. */
function whatIsKnown(typed: TypedSite): string | undefined {
  const ast = conditionAst(typed);
  if (!typed.isReached || ast === undefined) return undefined;
  const known: string[] = [];
  forEachPath(ast, (path) => {
    const set = typed.env.facts.get(factKey(path));
    const words = set === undefined ? undefined : describeValues(set);
    if (words !== undefined) known.push(`'${factKey(path)}' is ${words}`);
  });
  return known[0];
}
