import type { BoundNode } from "../bind/bound.ts";
import { liveness, type Liveness } from "../flow/liveness.ts";
import { rowsOf } from "../flow/rows.ts";
import { stateFlow } from "./state-flow.ts";
import type { TypedWorkflow } from "./typed.ts";

/**
 * Which keys are still read behind a point. Whoever ends reads everything, since the state is the result; so does a join
 * that gathers what its branches wrote. Who reads the `output` of a node reads what that wrote.
 */
export function wantedKeys(typed: TypedWorkflow): Liveness {
  const { bound, nodes } = typed;
  const flow = stateFlow(typed);
  const { points } = flow;
  const { edges, roleOf, afterOf, at, numbers, size } = points;
  const [readers, keys] = [Array.from(flow.reads.point), Array.from(flow.reads.key)];
  const noteOutput = (point: number, of: BoundNode | undefined): void => {
    for (const { key } of of?.writes ?? []) {
      const number = numbers.get(key);
      if (number === undefined) continue;
      readers.push(point);
      keys.push(number);
    }
  };
  const all = flow.readsWhole.slice();
  for (const { bound: of, reads } of nodes) {
    const { index, subject, spec } = of;
    if (spec?.terminal === true) all[at(index, "in") as number] = 1;
    if (reads.output) noteOutput(afterOf(index), of);
    if (subject !== undefined) noteOutput(at(index, "in") as number, bound.nodes[subject]);
  }
  // A branch whose end leads on by a gate, or not at all, is gathered whole.
  for (let point = size - 1; roleOf[point] === "end" || roleOf[point] === "joined"; point -= 1) {
    const first = edges.outAt[point] as number;
    if (roleOf[point] === "end" && (first === edges.outAt[point + 1] || edges.isGate[first] === 1)) all[point] = 1;
  }
  return liveness(points, flow, { keys: rowsOf(size, readers, keys), all });
}
