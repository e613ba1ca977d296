import { types } from "../../schemas/type.ts";
import type { BoundNode, BoundWorkflow } from "../bind/bound.ts";
import { reachedNodes } from "../bind/graph.ts";
import { components, componentsOnce, hasCycle } from "../flow/components.ts";
import { kindOf } from "../expr/types.ts";
import type { TypedNode } from "../check/typed.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { childrenOf, type ExprAst } from "../expr/ast.ts";
import { lookAtTangledBranches } from "./branches.ts";
import { idList, idOf, nodeAt, pathText } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";
import { stuckLoops } from "./stuck-loops.ts";
import { stepsOf, trapsIn } from "./traps.ts";

const unboundedLoop = diagnostic<{ round: string; nodes: string; node: string }>({
  code: "JJ4006",
  slug: "unbounded-loop",
  severity: "warning",
  message: (p) => `nothing bounds the loop ${p.round}, and '${p.node}' costs something each time`,
  help: (p) => `set 'max_visits' on ${p.nodes}, or a budget or 'timeout' in the header`,
  doc: `A loop that calls models, tools or addresses until a condition holds will one day not see it hold. The runtime stops
a node after 1,000 visits, which is late and expensive. Any of these is a bound: \`max_visits\` on a node of the loop, a
budget or a \`timeout\` of the workflow, a counter in a condition that leads out, a person or an event the loop waits for.
The re-runs of \`retry_with_feedback\` are bounded by \`max_retries\`.`,
});

/** Loops that cost something have a bound. Silent wherever anything may be one. */
export const unboundedLoopRule: WorkflowRule = {
  of: "workflow",
  reports: [unboundedLoop],
  check: (typed) => {
    const { bound } = typed;
    const { graph } = bound;
    if (!graph.complete || graph.start === undefined || !hasCycle(graph.successors) || isBoundedAsWhole(bound)) return [];
    const isReached = reachedNodes(graph);
    // A loop that is never left is told as that.
    const trapped = new Set([...trapsIn(typed), ...stuckLoops(typed)].flatMap(({ nodes }) => nodes));
    const isFree = (node: number): boolean => isReached.has(node) && !trapped.has(node) && !isBound(nodeAt(bound, node));
    // A branch that leaves its join makes loops that nobody meant.
    const escaping = new Set(lookAtTangledBranches(bound, ({ fork, wayOut }) => (fork.branches.some((entry) => wayOut(entry) !== undefined) ? [fork.node] : [])));
    const all = stepsOf(graph);
    const steps: (readonly number[])[] = Array.from(all, () => []);
    for (const nodes of componentsOnce(all).loops) for (const node of nodes) if (isFree(node)) steps[node] = (all[node] ?? []).filter(isFree);
    return components(steps)
      .loops.flatMap((nodes) => {
        const costly = nodes.find((node) => costs(nodeAt(bound, node)));
        if (costly === undefined || nodes.some((node) => escaping.has(node)) || nodes.some((node) => counts(bound, typed.nodes[node] as TypedNode))) return [];
        const round = roundThrough(steps, costly, new Set(nodes));
        const words = { round: pathText(bound, [...round, costly]), nodes: round.length === 1 ? "it" : `one of ${idList(bound, round)}`, node: idOf(bound, costly) };
        return [report(unboundedLoop, nodeAt(bound, costly).ast.id.span, words)];
      });
  },
};

function isBoundedAsWhole({ ast }: BoundWorkflow): boolean {
  return ["timeout", "token_budget", "cost_budget_usd"].some((key) => ast.header[key] !== undefined || ast.file[key] !== undefined);
}

/** A node that lets no loop run away: it counts its visits, or waits for somebody. */
function isBound({ ast, spec }: BoundNode): boolean {
  if (ast.members["max_visits"] !== undefined) return true;
  return ast.members["event"] !== undefined || (spec !== undefined && "on_approved" in spec.fields);
}

function costs({ spec }: BoundNode): boolean {
  return spec !== undefined && spec.traits.cost !== "none";
}

/** A node whose conditions compare a whole number or a length: that may count the rounds. */
function counts(bound: BoundWorkflow, { sites }: TypedNode): boolean {
  const isWhole = (ast: ExprAst): boolean => {
    if (ast.kind === "call") return ast.name.text === "len";
    if (ast.kind !== "attribute") return childrenOf(ast).some(isWhole);
    const isState = ast.of.kind === "name" && ast.of.name === "state";
    return ast.name.text === "attempt" || (isState && kindOf(bound.state.get(ast.name.text)?.type ?? types.any) === "int");
  };
  const compares = (ast: ExprAst): boolean =>
    (ast.kind === "compare" && ast.links.some((link) => ["<", "<=", ">", ">="].includes(link.cmp)) && childrenOf(ast).some(isWhole)) || childrenOf(ast).some(compares);
  return sites.some(({ site, code }) => site.as === "condition" && code.as === "expression" && compares(code.parsed.ast));
}

/** The shortest way round through `node`. */
function roundThrough(steps: readonly (readonly number[])[], node: number, within: ReadonlySet<number>): readonly number[] {
  const before = new Map<number, number>();
  const queue = [node];
  for (const at of queue) {
    for (const next of steps[at] ?? []) {
      if (next === node) {
        const round = [at];
        while (round[0] !== node) round.unshift(before.get(round[0] as number) as number);
        return round;
      }
      if (!within.has(next) || before.has(next)) continue;
      before.set(next, at);
      queue.push(next);
    }
  }
  return [node];
}
