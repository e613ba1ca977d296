import type { BoundWorkflow } from "../bind/bound.ts";
import { spanOfRead, stateFlow, type StateFlow } from "../check/state-flow.ts";
import type { TypedWorkflow } from "../check/typed.ts";
import { diagnostic, report, type Diagnostic, type Related } from "../diagnostics/define.ts";
import { targetOf, type FlowPoints, type PointRole } from "../flow/points.ts";
import { hasIn } from "../flow/rows.ts";
import { shortestWay } from "../flow/witness.ts";
import { defaultFix } from "./default-fix.ts";
import { idList, idOf, pathText } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";
import { unforeseenReads, writersByKey, type KeyWriter, type UnsetReads } from "./unset-reads.ts";

const help = (p: { readonly key: string }): string => `write \`state.${p.key} | default(…)\`, test it with 'is defined', write it on this way too, or list it in 'inputs'`;

const maybeUnset = diagnostic<{ key: string; path: string; writers: string; failing: string | undefined }>({
  code: "JJ5101",
  slug: "maybe-unset",
  severity: "warning",
  message: (p) => (p.failing === undefined ? `'${p.key}' may be unset here: ${p.path} skips ${p.writers}` : `'${p.key}' is unset here when '${p.failing}' fails: ${p.path}`),
  help,
  doc: `A key that no node has written is \`None\`: a prompt shows nothing in its place, and arithmetic with it fails the node. The
path in the message is the shortest one on which that happens. A \`default\`, a test on the way (\`is defined\`, \`is not None\`, a
condition that could not hold otherwise), a \`default\` of the declaration, an entry in \`inputs\` or a type that takes \`None\` says
that it was foreseen.`,
});

const timeoutPathUnset = diagnostic<{ key: string; path: string; waiting: string }>({
  code: "JJ5113",
  slug: "timeout-path-unset",
  severity: "warning",
  message: (p) => `'${p.key}' is unset here when '${p.waiting}' waited in vain: ${p.path}`,
  help,
  doc: `A wait writes when what it waits for comes. \`on_timeout\` leads on without it, so what stands there cannot rely on the
payload or the decision.`,
});

/** A node reads what is there. One finding for each key: what is missing at one place is missing behind it, too. */
export const maybeUnsetRule: WorkflowRule = {
  of: "workflow",
  reports: [maybeUnset, timeoutPathUnset],
  check: (typed) => {
    const reads = unforeseenReads(typed, (verdict) => verdict === "maybe" || verdict === "timed-out");
    if (reads.length === 0) return [];
    const writers = writersByKey(typed, new Set(reads.map(({ number }) => number)));
    return reads.map((each) => told(typed, each, writers.get(each.number) ?? []));
  },
};

function told(typed: TypedWorkflow, { key, number, first, more }: UnsetReads, writers: readonly KeyWriter[]): Diagnostic {
  const { bound } = typed;
  const flow = stateFlow(typed);
  const { points } = flow;
  const { edges, nodeOf, roleOf } = points;
  const way = wayWithout(flow, first.point, number);
  const path = pathText(bound, nodesOn(points, way, points.start ?? first.point));
  const isWriter = new Set(writers.map(({ node }) => node));
  const missedBy = (role: PointRole): number | undefined => {
    for (const edge of way) {
      const point = edges.to[edge] as number;
      if (roleOf[point] === role && (isWriter.has(nodeOf[point] as number) || first.verdict === "timed-out")) return nodeOf[point];
    }
    return undefined;
  };
  const waiting = missedBy("timeout");
  const failing = missedBy("fail");
  const related: readonly Related[] = [
    ...stepsOn(bound, points, way),
    ...writers.map(({ node, site }) => ({ span: site.span, message: `'${idOf(bound, node)}' writes it here` })),
    ...more.map((read) => ({ span: spanOfRead(read), message: "it is read here, too" })),
  ].slice(0, mostRelated);
  const type = bound.state.get(key)?.type;
  const fixes = type === undefined ? [] : defaultFix(bound.ast, [first, ...more], key, type);
  if (waiting !== undefined) return report(timeoutPathUnset, spanOfRead(first), { key, path, waiting: idOf(bound, waiting) }, { related, fixes });
  return report(maybeUnset, spanOfRead(first), { key, path, writers: idList(bound, [...isWriter]), failing: failing === undefined ? undefined : idOf(bound, failing) }, { related, fixes });
}

/** The shortest way to `goal` on which nothing writes the key, and nothing says that it is set. */
function wayWithout({ points, must, isReached, surely, isDead }: StateFlow, goal: number, key: number): readonly number[] {
  const leavesUnset = (edge: number): boolean => points.edges.isOpen[edge] === 0 && !hasIn(surely, edge, key) && isDead[edge] === 0;
  // What need not hold at a point is missing on some way to it.
  return shortestWay(points, goal, leavesUnset, (point) => isReached[point] === 1 && !must(point, key)) ?? [];
}

/** The nodes that a way comes by, each as often as it comes to it. A way through a large document is long. */
function nodesOn({ edges, nodeOf, roleOf }: FlowPoints, way: readonly number[], start: number): readonly number[] {
  const nodes: number[] = [];
  const pass = (point: number): void => {
    const node = nodeOf[point] as number;
    if (roleOf[point] !== "end" && roleOf[point] !== "joined" && nodes.at(-1) !== node) nodes.push(node);
  };
  pass(start);
  for (const edge of way) pass(edges.to[edge] as number);
  return nodes;
}

const mostRelated = 8;

/** Where the author leads along the first edges that others could have been taken instead of. */
function stepsOn(bound: BoundWorkflow, points: FlowPoints, way: readonly number[]): readonly Related[] {
  const { edges, roleOf } = points;
  const steps: Related[] = [];
  for (const edge of way) {
    if (steps.length === mostRelated) break;
    const role = roleOf[edges.from[edge] as number];
    if (!edges.guard.has(edge) && role !== "timeout" && role !== "fail") continue;
    const target = targetOf(bound, points, edge);
    if (target !== undefined) steps.push({ span: target.part.span, message: "the way without it goes on here" });
  }
  return steps;
}
