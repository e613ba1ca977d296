import type { LaneId } from "../../schemas/event.ts";
import type { OwnState } from "./own-state.ts";
import type { Plan } from "./plan.ts";
import { misfits } from "./plan.ts";
import type { Token } from "./state.ts";
import { visitName } from "./state.ts";

/** Which visit an event belongs to. */
export interface VisitOf {
  readonly node: string;
  readonly visit: number;
}

/** Where a lane stands. */
export function tokenIn(state: OwnState, lane: LaneId): Token {
  return state.tokens.get(lane) ?? misfits(`lane ${lane} stands nowhere`);
}

/** The token of a visit. */
export function tokenOf(plan: Plan, state: OwnState, { node, visit }: VisitOf): Token {
  const lane = state.visitors.get(visitName({ slot: plan.slotOf(node), visit }));
  return lane === undefined ? misfits(`no token stands at visit ${visit} of '${node}'`) : tokenIn(state, lane);
}

/** Puts a lane's token in the place of the one it has; a new lane's behind all others. */
export function stand(state: OwnState, token: Token): void {
  const before = state.tokens.get(token.lane);
  if (before?.slot !== token.slot || before.visit !== token.visit) {
    if (before !== undefined) state.visitors.delete(visitName(before));
    // Where nothing is decided yet, nothing is recorded either.
    if (token.visit > 0) state.visitors.set(visitName(token), token.lane);
  }
  state.tokens.set(token.lane, token);
  state.touched.push(token.lane);
}

/** Takes a token away, whose lane goes no further. */
export function leave(state: OwnState, token: Token): void {
  state.visitors.delete(visitName(token));
  state.tokens.delete(token.lane);
}

/** Takes all tokens away. */
export function leaveAll(state: OwnState): void {
  state.visitors.clear();
  state.tokens.clear();
}
