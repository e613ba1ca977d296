import type { BoundNode } from "../bind/bound.ts";
import { fieldOfPath } from "../bind/visit.ts";
import { liveness, type Liveness } from "../flow/liveness.ts";
import { stateFlow } from "./state-flow.ts";
import type { TypedNode, TypedWorkflow } from "./typed.ts";

const nothing: readonly number[] = [];

/**
 * Which keys are still read behind a point. Whoever ends reads everything, since the state is the result; so does a join
 * that gathers what its branches wrote. Who reads the `output` of a node reads what that wrote.
 */
export function wantedKeys(typed: TypedWorkflow): Liveness {
  const { bound, nodes } = typed;
  const flow = stateFlow(typed);
  const { points } = flow;
  const { edges, roleOf, nodeOf, afterOf, numbers } = points;
  const keysAt = new Array<number[] | undefined>(points.size);
  const note = (point: number, keys: readonly number[]): void => {
    const known = keysAt[point];
    if (known === undefined) keysAt[point] = [...keys];
    else for (const key of keys) known.push(key);
  };
  const writtenBy = (node: BoundNode | undefined): readonly number[] => (node?.writes ?? []).flatMap(({ key }) => numbers.get(key) ?? []);
  for (const { point, key } of flow.reads) note(point, [key]);
  for (const node of nodes) {
    const { bound: { index, subject } } = node;
    if (readsOutput(node)) note(afterOf(index), writtenBy(node.bound));
    if (subject !== undefined) note(points.at(index, "in") as number, writtenBy(bound.nodes[subject]));
  }
  const gathers = (point: number): boolean => {
    const first = edges.outAt[point] as number;
    return roleOf[point] === "end" && (first === edges.outAt[point + 1] || edges.isGate[first] === 1);
  };
  const ends = (point: number): boolean => roleOf[point] === "in" && bound.nodes[nodeOf[point] as number]?.spec?.terminal === true;
  return liveness(points, flow, { keysAt: (point) => keysAt[point] ?? nothing, readsAll: (point) => ends(point) || gathers(point) || flow.wholeReads.has(point) });
}

function readsOutput({ sites }: TypedNode): boolean {
  return sites.some(({ site, reads }) => fieldOfPath(site.path) === "next" && reads.some(({ root }) => root === "output"));
}
