import { bindWorkflow } from "../../compiler/bind/bind.ts";
import { checkWorkflow } from "../../compiler/check/check.ts";
import type { TypedWorkflow } from "../../compiler/check/typed.ts";
import { stateFlow } from "../../compiler/check/state-flow.ts";
import { verdictsOf } from "../../compiler/check/verdicts.ts";
import { wantedKeys } from "../../compiler/check/wanted-keys.ts";
import { components } from "../../compiler/flow/components.ts";
import { flowPoints } from "../../compiler/flow/points.ts";
import { eachIn } from "../../compiler/flow/rows.ts";
import { defaultLimits } from "../../compiler/syntax/limits.ts";
import { parseYaml } from "../../compiler/syntax/yaml.ts";
import { decodeWorkflow } from "../../compiler/syntax/workflow.ts";
import type { Report } from "./measure.ts";
import { workflowOf } from "./workloads.ts";

/*
 * All analyses of graph and flow: points, reachability, dominators, must and may, verdicts of all reads, whether each write
 * is wanted, components. Three keys for every eight nodes; each round begins with nothing known but what is known of each node by
 * itself: how it is wired, which binding finds, and what it reads, which the check finds.
 */
const limits = { ...defaultLimits, fileBytes: 1e9, nodes: 1e7 };

/** What they may take at most, in milliseconds. */
const budgets = { 10_000: 25, 100_000: 250 } as const;

export async function run(report: Report): Promise<void> {
  const least = analysed(1_000);
  const [small, large] = [analysed(10_000), analysed(100_000)];
  for (const [nodes, taken] of [[10_000, small], [100_000, large]] as const) {
    const ms = budgets[nodes];
    report.ratio({ what: `graph and flow, ${nodes.toLocaleString("en")} nodes`, ours: taken, baseline: `the budget of ${ms} ms`, theirs: ms * 1e6, goal: 1 });
  }
  report.note(`growth exponent from 1,000 to 10,000 nodes ${Math.log10(small / least).toFixed(3)}, from 10,000 to 100,000 ${Math.log10(large / small).toFixed(3)}`);
}

/** The shortest CPU time of all analyses on a document of so many nodes, in nanoseconds. */
function analysed(nodes: number): number {
  const source = { uri: "bench.yaml", text: workflowOf(nodes) };
  const ast = decodeWorkflow(source, parseYaml(source, limits).value, limits).value;
  if (ast === undefined) throw new Error("the workload is no workflow");
  const typed = checkWorkflow(bindWorkflow(ast, { servers: undefined, fileExists: () => true }).value).value;
  let best = Infinity;
  // As many nodes in all rounds together, so that the engine has seen as much of small documents as of large ones.
  for (let round = 0; round < 1_000_000 / nodes; round += 1) {
    // What is known of a workflow is kept by the workflow: another object knows nothing yet.
    const fresh: TypedWorkflow = { ...typed, bound: { ...typed.bound } };
    const before = process.cpuUsage();
    analyse(fresh);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) * 1e3);
  }
  return best;
}

function analyse(typed: TypedWorkflow): void {
  const { edges } = flowPoints(typed.bound);
  stateFlow(typed);
  verdictsOf(typed);
  const { isWanted } = wantedKeys(typed);
  for (let edge = 0; edge < edges.count; edge += 1) eachIn(edges.surely, edge, (key) => isWanted(edges.to[edge] as number, key));
  components(typed.bound.graph.successors);
}
