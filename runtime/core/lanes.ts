import type { Via } from "../../schemas/event.ts";
import type { OpOf } from "../../schemas/op.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import type { Plan } from "./plan.ts";
import { misfits } from "./plan.ts";
import type { Lane, RunState, Token } from "./state.ts";
import { laneAt } from "./state.ts";

/** Whether a way leads out of every branch: what the others do is given up. */
export function leadsOut(via: Via): boolean {
  return via === "escalate" || via === "budget";
}

/** A token at a fork whose branches are open. */
export type ForkedToken = Token & { readonly phase: Extract<Token["phase"], { readonly at: "forked" }> };

/** The join at which the branch of `lane` ends; none for the root lane. */
export function endOf(plan: Plan, lane: Lane): Slot | null {
  return lane.branch === null ? null : forkAt(plan, lane.branch.fork).join;
}

export function forkAt(plan: Plan, slot: Slot): OpOf<"fork"> {
  const op = plan.op(slot);
  return op.op === "fork" ? op : misfits(`'${op.node}' starts no branches`);
}

/**
 * The `join` node that says how the branches of a fork in `lane` merge. There is none where an ordinary node comes next,
 * nor where the branch around the fork ends at the same node: then that node speaks for the outer branches.
 */
export function joinOf(plan: Plan, lane: Lane, fork: OpOf<"fork">): OpOf<"join"> | undefined {
  const op = plan.op(fork.join);
  return op.op === "join" && fork.join !== endOf(plan, lane) ? op : undefined;
}

/** The branches that are waited for, in the order in which they merge into a list. */
export function awaitedOf(fork: OpOf<"fork">, join: OpOf<"join"> | undefined): readonly Slot[] {
  if (join === undefined) return fork.branches;
  const branches = new Set(fork.branches);
  const named = join.wait_for.filter((slot) => branches.has(slot));
  // A join that several forks share may name branches of the others alone.
  return named.length === 0 ? fork.branches : named;
}

/** Whether a join makes something of its own of what the branches wrote, which then does not merge by itself. */
export function gathers(join: OpOf<"join">): boolean {
  return join.merge === "collect" || typeof join.merge === "object";
}

/** Which branches of a fork count now that its join has what it waits for, and which are stopped. */
export function outcomeOf(plan: Plan, state: RunState, token: ForkedToken): { readonly merged: readonly Slot[]; readonly cancelled: readonly Slot[] } {
  const fork = forkAt(plan, token.slot);
  const join = joinOf(plan, laneAt(state, token.lane), fork);
  const lanes = new Map(token.phase.lanes.map((id) => [entryOf(laneAt(state, id)), laneAt(state, id)]));
  const endedAt = (entry: Slot): number => lanes.get(entry)?.ended ?? Infinity;
  const ended = awaitedOf(fork, join).filter((entry) => endedAt(entry) < Infinity);
  const merged = join?.merge === "first" ? ended.toSorted((a, b) => endedAt(a) - endedAt(b)).slice(0, 1) : ended;
  return { merged, cancelled: fork.branches.filter((entry) => endedAt(entry) === Infinity) };
}

/** The first node of a lane that is a branch. */
export function entryOf(lane: Lane): Slot {
  return lane.branch?.entry ?? misfits(`lane ${lane.id} is no branch`);
}
