import type { BoundNode } from "../bind/bound.ts";
import { forEachPart } from "../bind/visit.ts";
import { readsOfCode } from "../check/code.ts";
import type { TypedNode, TypedSite, TypedWorkflow } from "../check/typed.ts";
import { targetOf, type FlowPoints } from "../flow/points.ts";
import { memberOf } from "../syntax/part.ts";

/** Whether what a key holds has been looked at when control has taken an edge: by a person, or by a test that reads it. */
export type IsChecked = (edge: number, key: string) => boolean;

/**
 * What looks at texts on the way: a person's consent at every key, an eval that does not go on without a pass at what its
 * assertions read or a scorer of the project is given, and a route that was chosen by tests at what these read. Whether a test
 * is a good one is its author's concern; one that only asks whether there is a value is none.
 */
export function checksOf({ bound: workflow, nodes }: TypedWorkflow, points: FlowPoints): IsChecked {
  const { edges, nodeOf, roleOf } = points;
  /** The keys that `output` stands for: what the node has written, or the one it evaluates. */
  const outputOf = ({ writes, subject }: BoundNode): readonly string[] => (subject === undefined ? writes : (nodes[subject]?.bound.writes ?? [])).map(({ key }) => key);
  const keysOf = memoized(({ site, code }: TypedSite, { bound: node }: TypedNode): ReadonlySet<string> => {
    const whole = site.text.value.trim().length;
    const reads = readsOfCode(code).filter((read) => !read.guarded && read.end - read.start < whole);
    return new Set(reads.flatMap(({ root, path }) => (root === "state" ? path.slice(0, 1) : root === "output" ? outputOf(node) : [])));
  });
  /** The keys that tests read, with the number of the first that does. */
  const firstTests = memoized((tests: readonly number[], node: TypedNode): ReadonlyMap<string, number> => {
    const first = new Map<string, number>();
    for (const [number, test] of tests.entries()) for (const key of keysOf(node.sites[test] as TypedSite, node)) if (!first.has(key)) first.set(key, number);
    return first;
  });
  const evaluated = memoized((node: TypedNode): ReadonlySet<string> => {
    const assertions = node.sites.filter(({ site, place }) => site.as === "condition" && place === "work");
    return new Set([...assertions.flatMap((site) => [...keysOf(site, node)]), ...(hasScorerOfProject(node.bound) ? outputOf(node.bound) : [])]);
  });

  return (edge, key) => {
    const from = edges.from[edge] as number;
    const node = nodes[nodeOf[from] as number] as TypedNode;
    const { bound } = node;
    const role = targetOf(workflow, points, edge)?.part.field.edge;
    if (roleOf[from] === "ok" && role !== "reject") {
      if (bound.spec?.traits.consents === true) return true;
      // Re-runs and escalations are no targets of the node.
      const isPass = role !== undefined || roleOf[edges.to[edge] as number] === "end";
      if (bound.subject !== undefined && isPass && stopsAtMiss(bound) && evaluated(node, node).has(key)) return true;
    }
    const guard = edges.guard.get(edge);
    if (guard === undefined) return false;
    const first = firstTests(guard.tests, node).get(key);
    return (first !== undefined && first < guard.failed) || (guard.holds !== undefined && keysOf(node.sites[guard.holds] as TypedSite, node).has(key));
  };
}

function stopsAtMiss({ ast }: BoundNode): boolean {
  return memberOf(ast.members, "on_fail", "choice")?.value !== "log_and_continue";
}

function hasScorerOfProject({ ast }: BoundNode): boolean {
  let has = false;
  forEachPart(ast.members, (part) => {
    has ||= part.shape === "text" && part.field.format === "module";
  });
  return has;
}

function memoized<K extends object, V>(make: (key: K, node: TypedNode) => V): (key: K, node: TypedNode) => V {
  const known = new Map<K, V>();
  return (key, node) => {
    const value = known.get(key) ?? make(key, node);
    known.set(key, value);
    return value;
  };
}
