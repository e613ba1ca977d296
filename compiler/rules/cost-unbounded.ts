import { workflowCost } from "../cost/cost.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { hasBudget } from "./budgets.ts";
import { idList, nodeAt, pathText } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";

const words = { calls: "calls", input_tokens: "input tokens", output_tokens: "output tokens", cost_usd: "dollars", ms: "time" } as const;

const costUnbounded = diagnostic<{ round: string; nodes: string; what: string }>({
  code: "JJ6103",
  slug: "cost-unbounded",
  severity: "hint",
  quiet: true,
  message: (p) => `nothing in the document limits what the loop ${p.round} takes: ${p.what}`,
  help: (p) => `set 'max_visits' on one of ${p.nodes}, or a budget and a 'timeout' in the header`,
  doc: `A condition may end the loop every time, and no reader of the document can tell after how many rounds. A limit makes what an
execution takes a number: \`jamjet cost\` shows it. Loops that nothing at all ends are told as \`JJ4006\`.`,
});

/** What an execution takes has a limit. For who wants one: a condition may do as well. */
export const costUnboundedRule: WorkflowRule = {
  of: "workflow",
  reports: [costUnbounded],
  check: ({ bound }) => {
    const [isFunded, isTimed] = [hasBudget(bound), bound.ast.header["timeout"] !== undefined];
    return (workflowCost(bound)?.endless ?? []).flatMap(({ nodes, quantities }) => {
      const growing = quantities.filter((quantity) => (quantity === "ms" ? !isTimed : quantity === "calls" ? !isFunded && !isTimed : !isFunded));
      const [first] = nodes;
      if (first === undefined || growing.length === 0) return [];
      return [report(costUnbounded, nodeAt(bound, first).ast.id.span, { round: pathText(bound, [...nodes, first]), nodes: idList(bound, nodes), what: growing.map((quantity) => words[quantity]).join(", ") })];
    });
  },
};
