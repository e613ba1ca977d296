import { expect, it } from "vitest";
import { branchWalk, leavesBranches, reachedNodes } from "../../../compiler/bind/graph.ts";
import { createWorkspace } from "../../../compiler/index.ts";
import { judge } from "../../../compiler/rules/index.ts";
import { workflowOf } from "../../support/document.ts";
import { randomFrom, runsOf, steadySeed } from "../../support/random.ts";

/** Nodes in nested branches and loops, some of which write; then some targets are led elsewhere, so that little fits. */
function randomNodes(random: () => number, astray: number): string {
  const lines: string[] = [];
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  let left = 14;
  /** Writes a part that goes on to `next`, or ends its branch, and gives its first node. */
  const part = (next: string | undefined): string => {
    const id = `n${(left -= 1)}`;
    const shape = left < 0 ? 0 : random();
    const on = next === undefined ? "" : `, next: ${next}`;
    if (shape < 0.35) lines.push(`${id}: {type: tool, server: s, tool: t, output_key: ${pick(["a", "b"])}${on}}`);
    else if (shape < 0.55) lines.push(`${id}: {type: tool, server: s, tool: t, next: ${part(next)}}`);
    else if (shape < 0.65) lines.push(`${id}: {type: branch, max_visits: 3, conditions: [{if: state.a, next: ${part(id)}}], default: ${part(next)}}`);
    else if (shape < 0.72) lines.push(`${id}: {type: eval, node: ${pick(["n3", "n8"])}, scorers: [{type: cost, max_usd: 1}], on_fail: ${pick(["escalate", "retry_with_feedback", "halt"])}${on}}`);
    else if (shape < 0.75) lines.push(`${id}: {type: end}`);
    else {
      const kind = random();
      const join = kind < 0.2 && next !== undefined ? next : kind < 0.5 ? part(next) : `n${(left -= 1)}`;
      const branches = Array.from({ length: 1 + Math.floor(random() * 3) }, () => part(random() < 0.5 ? undefined : join));
      const merge = random() < 0.3 ? ", merge: first" : "";
      if (kind >= 0.5) lines.push(`${join}: {type: join, wait_for: [${branches.join(", ")}]${merge}${on}}`);
      const isPassedBy = random() < 0.1;
      if (isPassedBy) lines.push(`${id}: {type: branch, conditions: [{if: state.b, next: fork${id}}], default: ${join}}`);
      lines.push(`${isPassedBy ? "fork" : ""}${id}: {type: parallel, branches: [${branches.join(", ")}], join: ${join}}`);
    }
    return id;
  };
  const first = part("end");
  const ids = lines.map((line) => line.slice(0, line.indexOf(":")));
  const led = lines.map((line) => line.replace(/(next|default|join): (\S+?)([,}\]])/, (whole, key: string, _target, after: string) => (random() < astray ? `${key}: ${pick([...ids, "end"])}${after}` : whole)));
  return [led.find((line) => line.startsWith(`${first}:`)) ?? "", ...led.filter((line) => !line.startsWith(`${first}:`))].join("\n");
}

const isOfFlow = new Set(["JJ5119", "JJ4005", "JJ4006", "JJ5101", "JJ5102", "JJ5106", "JJ5110", "JJ5113"]);

it("nests branches as walking through each of them does, and says the same of them", () => {
  const seed = steadySeed;
  const random = randomFrom(seed);
  let nested = 0;
  let entangled = 0;
  const said = new Set<string>();
  for (let round = 0; round < runsOf(600); round += 1) {
    const text = workflowOf(randomNodes(random, round % 2 === 0 ? 0 : 0.1), random() < 0.5 ? "escalate: n4" : "");
    const where = `JAMJET_SEED=${seed}, round ${round}:\n${text}`;
    const workspace = createWorkspace();
    workspace.setText({ uri: "test.yaml", text });
    const typed = workspace.typed("test.yaml");
    const graph = typed?.bound.graph;
    if (typed === undefined || graph === undefined) throw new Error(where);
    const { nesting } = graph;
    if (nesting === undefined) entangled += 1;
    if (nesting === undefined || graph.forks.length === 0) continue;
    nested += 1;
    const next = typed.bound.nodes.map(({ index }) => graph.edges.flatMap(({ from, to, role }) => (from === index && !leavesBranches(role) ? [to] : [])));
    const walk = branchWalk(next);
    const runs = reachedNodes(graph);
    for (const fork of graph.forks) {
      // What never runs entangles nothing, wherever it leads.
      if (!runs.has(fork.node)) continue;
      const isWithin = (node: number): boolean => {
        let branch = nesting.around(node);
        while (branch !== undefined && branch.fork !== fork) branch = branch.outer;
        return branch !== undefined;
      };
      expect([...walk.nodesOf(fork)].sort((a, b) => a - b), where).toEqual(typed.bound.nodes.flatMap(({ index }) => (isWithin(index) ? [index] : [])));
    }
    // What is said of flow is only said where branches are known to be nested, and so is less of loops.
    const sorted = (found: ReturnType<typeof judge>): readonly string[] => found.filter(({ code }) => !isOfFlow.has(code)).map((each) => JSON.stringify(each)).sort();
    const walked = judge({ ...typed, bound: { ...typed.bound, graph: { ...graph, nesting: undefined } } });
    for (const { code } of walked) said.add(code);
    expect(sorted(judge(typed)), where).toEqual(sorted(walked));
  }
  expect(nested).toBeGreaterThan(0);
  expect(entangled).toBeGreaterThan(0);
  // Otherwise nothing was compared.
  expect([...said]).toEqual(expect.arrayContaining(["JJ4007", "JJ4021", "JJ4022", "JJ5109"]));
});
