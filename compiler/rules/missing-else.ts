import type { TypedNode } from "../check/typed.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { describeScalar, orList } from "../expr/describe-values.ts";
import { both } from "../source/find-all.ts";
import { memberOf, type Part } from "../syntax/part.ts";
import { conditionAst, typedTests } from "./condition-truth.ts";
import { coverageOf, type Gap } from "./coverage.ts";
import type { NodeRule } from "./rule.ts";

const missingElse = diagnostic<{ node: string }>({
  code: "JJ4020",
  slug: "missing-else",
  severity: "warning",
  message: (p) => `no route is left when no test of '${p.node}' holds`,
  help: () => "end the list with '- else: <node id>'",
  doc: `Routes are tried in order, and \`else\` is the one for every other case. Where it is missing and no test holds, the
execution fails with \`no_branch_matched\`, after the node has done its work. Where the tests cover every case, nothing is said.

\`\`\`yaml
next:
  - when: output.score > 3
    to: publish
  - else: revise             # without this, a score of 2 fails the execution
\`\`\``,
});

type Missing = { readonly node: string; readonly otherwise: string } & ({ readonly gap: undefined } | { readonly gap: string; readonly isOne: boolean });

const missingDefault = diagnostic<Missing>({
  code: "JJ4011",
  slug: "missing-default",
  severity: "warning",
  message: (p) => (p.gap === undefined ? `no route is left when no test of '${p.node}' holds` : `no test of '${p.node}' holds where ${p.gap}`),
  help: (p) => (p.gap === undefined ? `write '${p.otherwise}'` : `add a test for ${p.isOne ? "it" : "them"}, or write '${p.otherwise}'`),
  doc: `Conditions are tried in order, and where none holds and nothing is said for that case, the execution fails with
\`no_branch_matched\`. If what they test has only a few values by its type, and one of these is left out, this is an error: the
type says that it comes. Tests that cover every case need no \`default\`. A key that is not set is no case of its own.

\`\`\`yaml
workflow: {state_schema: {risk: 'Literal["low", "medium", "high"]'}}
nodes:
  route:
    type: branch
    conditions:
      - {if: state.risk == "low", next: approve}
      - {if: state.risk == "medium", next: review}     # bad: "high" is missing
\`\`\``,
});

/** Tests and what is left for the other cases: a list of routes, or the conditions of a branch. */
export const missingElseRule: NodeRule = {
  of: "node",
  reports: [missingElse, missingDefault],
  check: (node) => both(uncovered(node, "next", "when"), hasDefault(node) ? uncovered(node, "conditions", "if") : []),
};

/** Whether its kind has a key for what none of its conditions catches. */
function hasDefault({ bound: { spec } }: TypedNode): boolean {
  return spec !== undefined && "default" in spec.fields;
}

function uncovered(node: TypedNode, field: "next" | "conditions", test: "when" | "if"): readonly Diagnostic[] {
  const { id, members } = node.bound.ast;
  const otherwise = field === "next" ? "- else: <node id>" : "default: <node id>";
  const routes = memberOf(members, field, "list")?.items;
  const key = members[field]?.key;
  if (routes === undefined || key === undefined || !isOpenList(routes, test) || (field === "conditions" && members["default"] !== undefined)) return [];
  const tests = typedTests(node);
  // A target that no node has is told there, and a test that could not be read may be the one.
  if (tests.length !== routes.length || tests.some((typed) => conditionAst(typed) === undefined)) return [];
  const coverage = coverageOf(tests);
  if (coverage.is === "whole") return [];
  const gaps = coverage.is === "gaps" ? coverage.gaps : [];
  const [gap] = gaps;
  if (gap === undefined) return [field === "next" ? report(missingElse, key.span, { node: id.value }) : report(missingDefault, key.span, { node: id.value, otherwise, gap: undefined })];
  const words = describeGaps(gap, gaps);
  // What follows from several values at once may be excluded together, on the way.
  return [report(missingDefault, key.span, { node: id.value, otherwise, gap: words, isOne: gaps.length === 1 }, { severity: gap.size === 1 ? "error" : "warning" })];
}

/** Whether each of the routes has a test. */
function isOpenList(routes: readonly Part[], test: string): boolean {
  return routes.every((route) => route.shape === "object" && route.members[test] !== undefined && route.members["else"] === undefined);
}

/** The values of one path, all of them; of several paths, one combination. */
function describeGaps(first: Gap, gaps: readonly Gap[]): string {
  const [path] = first.keys();
  if (first.size === 1 && path !== undefined) return `'${path}' is ${orList(gaps.slice(0, 8).map((gap) => describeScalar(gap.get(path) ?? null)))}`;
  return [...first].map(([each, value]) => `'${each}' is ${describeScalar(value)}`).join(" and ");
}
