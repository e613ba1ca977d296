import type { TypedNode, TypedSite } from "../check/typed.ts";
import { type Diagnostic, diagnostic, report } from "../diagnostics/define.ts";
import type { ExprAst } from "../expr/ast.ts";
import { describeValues } from "../expr/describe-values.ts";
import { factKey, type Facts, forEachPath } from "../expr/facts.ts";
import { both, findAll } from "../source/find-all.ts";
import { certainArms, spanOfTest, type CertainArm } from "./arm-truth.ts";
import { certainConditions, conditionAst, type CertainCondition } from "./condition-truth.ts";
import type { NodeRule } from "./rule.ts";

const deadBranch = diagnostic<{ known: string | undefined }>({
  code: "JJ5107",
  slug: "dead-branch",
  severity: "warning",
  tag: "unnecessary",
  message: (p) => `this condition never holds here${p.known === undefined ? "" : `: ${p.known}`}`,
  help: () => "remove it, or put it before the test that leaves nothing for it",
  doc: `Tests are tried in order, and each one knows that those before it did not hold. What was tested on the way to a node holds
there too, until the key is written again. A test for which nothing is left is often one in the wrong place. The arms of
\`{% if %}\` in a template of the document are such tests.

\`\`\`yaml
conditions:
  - {if: state.score >= 0.9, next: publish}
  - {if: state.score >= 0.95, next: celebrate}     # bad: never, since 0.95 is published already
default: revise
\`\`\``,
});

/** Each condition may hold where it stands, and so may each arm of a template. */
export const deadBranchRule: NodeRule = {
  of: "node",
  reports: [deadBranch],
  check: (node) => both(deadConditions(node), deadArms(node)),
};

function deadConditions(node: TypedNode): readonly Diagnostic[] {
  return findAll(certainConditions(node), saidOfCondition);
}

function saidOfCondition({ typed, found }: CertainCondition): readonly Diagnostic[] {
  if (found.is !== "never") return [];
  const related = found.behind === undefined ? [] : [{ span: found.behind.site.text.span, message: "this test takes the last case that is left for it" }];
  return [report(deadBranch, typed.site.text.span, { known: knownOfCondition(typed) }, { related })];
}

function deadArms(node: TypedNode): readonly Diagnostic[] {
  return findAll(certainArms(node), saidOfArm);
}

function saidOfArm({ typed, tested: { arm, within }, found }: CertainArm): readonly Diagnostic[] {
  if (found.is !== "never") return [];
  const related = found.behind === undefined ? [] : [{ span: spanOfTest(typed, found.behind), message: "this test takes the last case that is left for it" }];
  return [report(deadBranch, spanOfTest(typed, arm), { known: whatIsKnown(arm.when.ast, within.facts) }, { related })];
}

function knownOfCondition(typed: TypedSite): string | undefined {
  const ast = conditionAst(typed);
  return typed.isReached && ast !== undefined ? whatIsKnown(ast, typed.env.facts) : undefined;
}

/** What is known of the first path that the condition reads, in words. */
function whatIsKnown(ast: ExprAst, facts: Facts): string | undefined {
  const known: string[] = [];
  forEachPath(ast, (path) => {
    const set = facts.get(factKey(path));
    const words = set === undefined ? undefined : describeValues(set);
    if (words !== undefined) known.push(`'${factKey(path)}' is ${words}`);
  });
  return known[0];
}
