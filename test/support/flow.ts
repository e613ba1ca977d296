import { bindWorkflow } from "../../compiler/bind/bind.ts";
import type { BoundWorkflow } from "../../compiler/bind/bound.ts";
import { flowPoints, type FlowPoints } from "../../compiler/flow/points.ts";
import { rowOf } from "../../compiler/flow/rows.ts";
import { parseYaml } from "../../compiler/syntax/yaml.ts";
import { decodeWorkflow } from "../../compiler/syntax/workflow.ts";

/** A document with these nodes, the first of which is the start, and four keys of state. */
export function flowDocument(nodes: string, header = "", schema = "a: str, b: str, c: any, d: str"): string {
  const start = /^\s*(\w+):/.exec(nodes)?.[1] ?? "";
  const lines = nodes.trim().split("\n").map((line) => `  ${line.trim()}\n`);
  return `workflow:\n  id: test\n  version: 0.1.0\n  start: ${start}\n  state_schema: {${schema}}\n${header}nodes:\n${lines.join("")}`;
}

/** A document with its names resolved, whatever is wrong with it. */
export function boundOf(text: string): BoundWorkflow {
  const source = { uri: "test.yaml", text };
  const ast = decodeWorkflow(source, parseYaml(source).value).value;
  if (ast === undefined) throw new Error("this is no workflow");
  return bindWorkflow(ast, { servers: undefined, fileExists: () => true }).value;
}

export interface NamedPoints extends FlowPoints {
  readonly bound: BoundWorkflow;
}

/** The points of the document with these nodes. */
export function pointsOf(nodes: string, header = ""): NamedPoints {
  const bound = boundOf(flowDocument(nodes, header));
  return { ...flowPoints(bound), bound };
}

/** The edges as lines: `⇒` leads to a point that waits for all, `+key` is written for sure and `?key` perhaps. */
export function wayLines({ bound, nodeOf, roleOf, waitsForAll, edges, keys }: NamedPoints): readonly string[] {
  const nameOf = (point: number): string => `${bound.nodes[nodeOf[point] ?? -1]?.ast.id.value}.${roleOf[point]}`;
  return Array.from({ length: edges.count }, (_, edge) => {
    const [from, to] = [edges.from[edge] ?? -1, edges.to[edge] ?? -1];
    const perhaps = edges.isOpen[edge] === 1 ? ["any"] : [...rowOf(edges.perhaps, edge)].map((key) => String(keys[key]));
    const textOf = (test: number): string | undefined => bound.nodes[nodeOf[from] ?? -1]?.code[test]?.text.value;
    const guard = edges.guard.get(edge);
    const tests = guard === undefined ? [] : [...guard.tests.slice(0, guard.failed).map((test) => `not ${textOf(test)}`), ...(guard.holds === undefined ? [] : [textOf(guard.holds)])];
    return [
      `${nameOf(from)} ${waitsForAll[to] === 1 ? "⇒" : "→"} ${nameOf(to)}`,
      ...[...rowOf(edges.surely, edge)].map((key) => ` +${keys[key]}`),
      ...perhaps.map((key) => ` ?${key}`),
      ...(tests.length === 0 ? [] : [` if ${tests.join(", ")}`]),
      ...(edges.isGate[edge] === 1 ? [" (only after)"] : []),
    ].join("");
  });
}
