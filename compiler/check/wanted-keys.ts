import type { BoundNode } from "../bind/bound.ts";
import { liveness, type Liveness } from "../flow/liveness.ts";
import { note, noPairs } from "../flow/numbers.ts";
import { joined, rowsFrom, rowsOf } from "../flow/rows.ts";
import { gathered } from "./gathered.ts";
import { stateFlow } from "./state-flow.ts";
import type { TypedNode, TypedWorkflow } from "./typed.ts";

const nothing: readonly number[] = [];

/**
 * Which keys are still read behind a point. Whoever ends reads everything, since the state is the result; so does a join
 * that gathers what its branches wrote. Who reads the `output` of a node reads what that wrote.
 */
export function wantedKeys(typed: TypedWorkflow): Liveness {
  const { bound } = typed;
  const flow = stateFlow(typed);
  const { points } = flow;
  const { edges, roleOf, afterOf, at, size } = points;
  const outputs = noPairs();
  const noteOutput = (point: number, { wiring: { result, event }, writes }: BoundNode): void => {
    for (const key of writes.length === 0 ? nothing : ((result ?? event)?.surely ?? nothing)) note(outputs, point, key);
  };
  const all = flow.readsWhole.slice();
  for (const { bound: of, reads } of gathered(typed, wanting)) {
    const { index, subject, spec } = of;
    if (spec?.terminal === true) all[at(index, "in") as number] = 1;
    if (reads.output) noteOutput(afterOf(index), of);
    if (subject !== undefined) noteOutput(at(index, "in") as number, bound.nodes[subject] as BoundNode);
  }
  // A branch whose end leads on by a gate, or not at all, is gathered whole.
  for (let point = size - 1; roleOf[point] === "end" || roleOf[point] === "joined"; point -= 1) {
    const first = edges.outAt[point] as number;
    if (roleOf[point] === "end" && (first === edges.outAt[point + 1] || edges.isGate[first] === 1)) all[point] = 1;
  }
  return liveness(points, flow, { keys: joined(rowsOf(size, flow.reads.point, flow.reads.key), rowsFrom(size, outputs)), all });
}

/** A node that ends, or that looks at what a node has written. */
function wanting(node: TypedNode): readonly TypedNode[] {
  const { bound: { spec, subject }, reads } = node;
  return spec?.terminal === true || reads.output || subject !== undefined ? [node] : [];
}
