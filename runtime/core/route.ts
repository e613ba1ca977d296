import { Bug, unreachable } from "../../schemas/bug.ts";
import type { Passed, RunEvent, Via } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Op, OpName, Route } from "../../schemas/op.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import { truthy } from "../expr/values.ts";
import type { Scope } from "../expr/scope.ts";
import type { Plan } from "./plan.ts";
import { evaluateAt, scopeAt } from "./scope.ts";
import type { RunState } from "./state.ts";

/** A way into a node. `error` is the root `error` from here on, where the way is `on_error`. */
export interface Way {
  readonly slot: Slot;
  readonly via: Via;
  readonly error?: JsonObject;
}

/**
 * What is recorded when control arrives at `way.slot`: the next node that does something is scheduled, or the execution
 * ends. Nodes that only steer are passed on the way, and the edges they chose are part of the record.
 */
export function arrive(plan: Plan, state: RunState, way: Way): RunEvent {
  const passed: Passed[] = [];
  const visits = new Map<Slot, number>();
  for (let slot = way.slot; ; ) {
    const op = plan.op(slot);
    const visit = (visits.get(slot) ?? state.visits.get(slot) ?? 0) + 1;
    visits.set(slot, visit);
    if (visit > op.max_visits) return { type: "workflow_limit_exceeded", v: 1, node: op.node, limit: "max_visits", passed };
    switch (op.op) {
      case "call": case "judge": return { type: "node_scheduled", v: 1, node: op.node, visit, via: way.via, passed };
      case "halt": return op.status === "completed"
        ? { type: "workflow_completed", v: 1, node: op.node, passed }
        : { type: "workflow_failed", v: 1, failure: failure("node_failed", `'${op.node}' ends the execution as failed`), node: op.node, passed };
      case "choose": {
        const place = { node: op.node, attempt: 1, ...(way.error === undefined ? {} : { error: way.error }) };
        const chosen = choose(plan, op.node, op.route, scopeAt(state, place), "default");
        if (!chosen.ok) return { type: "workflow_failed", v: 1, failure: chosen.failure, node: op.node, passed };
        passed.push({ node: op.node, visit, to: plan.op(chosen.to).node });
        slot = chosen.to;
        break;
      }
      case "fork": case "join": case "suspend": return notYet(op);
      default: return unreachable(op, "arrive");
    }
  }
}

/** An op that this runtime does not carry out; `refusals` keeps programs with it from starting. */
export function notYet(op: { readonly op: OpName; readonly node: Op["node"] }): never {
  throw new Bug(`'${op.node}' is a '${op.op}', and a program with one is refused before it starts`);
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
