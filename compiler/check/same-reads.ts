import type { GuardFacts } from "./guard-facts.ts";
import type { NodeReads } from "./node-reads.ts";
import type { TypedNode, TypedWorkflow } from "./typed.ts";

/** Whether as many nodes read the same, and are run again by the same judges. */
export function readsAlike({ bound: { graph: { feedback: old } }, nodes: before }: TypedWorkflow, { bound: { graph: { feedback } }, nodes }: TypedWorkflow): boolean {
  if (old.length !== feedback.length || old.some(({ from, to }, at) => from !== feedback[at]?.from || to !== feedback[at]?.to)) return false;
  for (let at = 0; at < nodes.length; at += 1) if (nodes[at] !== before[at] && !isSameReads((nodes[at] as TypedNode).reads, before[at]?.reads)) return false;
  return true;
}

/** Whether the tests of the same nodes tell the same: those of a node that is the same do. */
export function isToldAlike(one: GuardFacts["toldBefore"], other: GuardFacts["toldBefore"]): boolean {
  if (one.size !== other.size) return false;
  for (const [node, told] of other) if (one.get(node) !== told) return false;
  return true;
}

/** The same keys, at the same places of their code. */
function isSameReads(one: NodeReads, other: NodeReads | undefined): boolean {
  return one === other || (other !== undefined && isSameList(one.keys, other.keys) && isSameList(one.whole, other.whole));
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
