import type { Reservation, Usage } from "../../schemas/event.ts";
import type { Json } from "../../schemas/json.ts";
import type { WriteIr } from "../../schemas/op.ts";
import { settleSpent } from "./budget.ts";
import type { OwnState } from "./own-state.ts";
import { put } from "./own-state.ts";
import type { Plan } from "./plan.ts";
import { misfits } from "./plan.ts";
import { pieceOf } from "./settle.ts";
import type { VisitOf } from "./standing.ts";
import { stand, tokenOf } from "./standing.ts";
import type { Phase, Token } from "./state.ts";
import { laneAt } from "./state.ts";
import { addUsage } from "./totals.ts";
import { verdictIn } from "./verdict.ts";

/** A result, and the state keys that take it. */
export interface Result {
  readonly output: Json;
  readonly writes: readonly WriteIr[];
}

/** Moves the token of a visit on to another phase. */
export function change(plan: Plan, state: OwnState, visit: VisitOf, phase: Phase, tookMs = 0): Token {
  const token = tokenOf(plan, state, visit);
  // An attempt that begins again finds its steps; one that has ended needs them no more.
  const steps = phase.at === "completed" || phase.at === "failed" ? [] : token.steps;
  const moved = { ...token, phase, steps, spentMs: token.spentMs + tookMs };
  stand(state, moved);
  return moved;
}

/** What a result leaves behind: its parts in the state as the token's lane sees it, and itself as the node's `output`. */
export function write(state: OwnState, token: Token, { output, writes }: Result): void {
  const patch: { [key: string]: Json } = {};
  const lane = laneAt(state, token.lane);
  for (const each of writes) {
    const value = pieceOf(output, each);
    if (value === undefined) misfits(`op ${token.slot} wrote '${each.key}' from nothing`);
    patch[each.key] = value;
    put(lane, each.key, { seq: state.seq, value });
  }
  state.completed.set(token.slot, { output, patch, latencyMs: token.spentMs });
}

/** What the result of a node that does something leaves behind. */
export function finish(plan: Plan, state: OwnState, token: Token, result: Result): void {
  state.steps += 1;
  write(state, token, result);
  if (plan.op(token.slot).op === "judge") {
    const before = state.rejections.get(token.slot) ?? 0;
    state.rejections.set(token.slot, verdictIn(result.output).passed ? 0 : before + 1);
  }
}

/** Counts what calls used. */
export function use(state: OwnState, usage: readonly Usage[], reserved: Reservation | null = null): void {
  state.totals = addUsage(state.totals, usage);
  state.spent = settleSpent(state.spent, usage, reserved);
}
