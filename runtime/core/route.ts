import { unreachable } from "../../schemas/bug.ts";
import type { LaneId, Passed, RunEvent, Via } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Op, Route } from "../../schemas/op.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import { truthy } from "../expr/values.ts";
import type { Scope } from "../expr/scope.ts";
import { endOf, gathers, leadsOut } from "./lanes.ts";
import type { Plan } from "./plan.ts";
import { misfits } from "./plan.ts";
import { evaluateAt, outputRoot, scopeAt } from "./scope.ts";
import type { Lane, RunState } from "./state.ts";
import { completedAt, laneAt, rootLane } from "./state.ts";

/** A way into a node. `error` is the root `error` from here on, where the way is `on_error`. */
export interface Way {
  readonly slot: Slot;
  /** The lane that goes this way. */
  readonly lane: LaneId;
  readonly via: Via;
  readonly error?: JsonObject;
}

/**
 * What is recorded when control arrives at `way.slot`: the next node that does something is scheduled, branches begin,
 * a branch ends, or the execution does. Nodes that only steer are passed on the way, and the edges they chose are part
 * of the record.
 */
export function arrive(plan: Plan, state: RunState, way: Way): RunEvent {
  const passed: Passed[] = [];
  const visits = new Map<Slot, number>();
  const lane = laneAt(state, way.lane);
  const end = leadsOut(way.via) ? null : endOf(plan, lane);
  let isJoined = way.via === "join";
  for (let slot = way.slot; slot !== end; isJoined = false) {
    const op = plan.op(slot);
    const visit = (visits.get(slot) ?? state.visits.get(slot) ?? 0) + 1;
    visits.set(slot, visit);
    if (visit > op.max_visits) return { type: "workflow_limit_exceeded", v: 1, node: op.node, limit: "max_visits", passed };
    const steered = op.op === "join" && !isJoined ? { ok: false as const, failure: failure("node_failed", `'${op.node}' was reached, and no branches end there`) } : steer(plan, state, way, op, end);
    if (steered === undefined) return enterOp(plan, op, visit, way, passed);
    if (!steered.ok) return { type: "workflow_failed", v: 1, failure: steered.failure, node: op.node, passed };
    passed.push({ node: op.node, visit, to: plan.op(steered.to).node });
    slot = steered.to;
  }
  return endBranch(plan, lane, plan.op(way.slot).node, passed);
}

function branchless(node: string): Failure {
  return failure("node_failed", `'${node}' ends a branch, and there is none`);
}

/** Where an op that only steers leads; `undefined` for one that has to be entered. */
function steer(plan: Plan, state: RunState, way: Way, op: Op, end: Slot | null): Chosen | undefined {
  const scope = (output: JsonObject = {}): Scope => scopeAt(state, { node: op.node, lane: way.lane, attempt: 1, output, ...(way.error === undefined ? {} : { error: way.error }) });
  if (op.op === "choose") return choose(plan, op.node, op.route, scope(), "default");
  if (op.op !== "join" || gathers(op)) return undefined;
  if (op.next !== null) return choose(plan, op.node, op.next, scope(outputRoot(completedAt(state, plan.slotOf(op.node)))), "else");
  return end === null ? { ok: false, failure: branchless(op.node) } : { ok: true, to: end };
}

/** What is recorded of an op that does not only steer. */
function enterOp(plan: Plan, op: Op, visit: number, { lane, via }: Way, passed: readonly Passed[]): RunEvent {
  const entered = { v: 1, node: op.node, visit, ...(lane === rootLane ? {} : { lane }), via, passed } as const;
  switch (op.op) {
    case "call": case "judge": case "join": case "suspend": return { type: "node_scheduled", ...entered };
    case "fork": return { type: "branches_forked", ...entered, branches: op.branches.map((entry) => plan.op(entry).node) };
    case "halt": return op.status === "completed"
      ? { type: "workflow_completed", v: 1, node: op.node, passed }
      : { type: "workflow_failed", v: 1, failure: failure("node_failed", `'${op.node}' ends the execution as failed`), node: op.node, passed };
    case "choose": return misfits(`'${op.node}' only steers`);
    default: return unreachable(op, "enterOp");
  }
}

/** What is recorded when `lane` has come to the join of its branch; only a program that nobody checked ends one outside. */
export function endBranch(plan: Plan, { id, branch }: Lane, last: string, passed: readonly Passed[]): RunEvent {
  if (branch === null) return { type: "workflow_failed", v: 1, failure: branchless(last), node: last, passed };
  return { type: "branch_ended", v: 1, node: plan.op(branch.fork).node, visit: branch.visit, lane: id, branch: plan.op(branch.entry).node, passed };
}

export type Chosen = { readonly ok: true; readonly to: Slot } | { readonly ok: false; readonly failure: Failure };

/** The first case of `route` that holds, or its `otherwise`, which authors write under the key of that name. */
export function choose(plan: Plan, node: string, route: Route, scope: Scope, otherwise: "default" | "else"): Chosen {
  for (const { when, to } of route.cases) {
    const held = evaluateAt(plan, when, scope);
    if (!held.ok) return { ok: false, failure: { ...held.failure, message: `${conditionOf(plan, when)} of '${node}': ${held.failure.message}` } };
    if (truthy(held.value)) return { ok: true, to };
  }
  if (route.otherwise === null) return { ok: false, failure: failure("no_branch_matched", `no condition of '${node}' held, and it has no '${otherwise}'`) };
  return { ok: true, to: route.otherwise };
}

function conditionOf(plan: Plan, when: Route["cases"][number]["when"]): string {
  const { source } = plan.code(when);
  return source === "" ? "a condition" : `condition '${source}'`;
}
