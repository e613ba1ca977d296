import type { LaneId } from "../../schemas/event.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import type { ForkedToken } from "./lanes.ts";
import { awaitedOf, entryOf, forkAt, gathers, joinOf } from "./lanes.ts";
import type { EventOf, OwnLane, OwnState } from "./own-state.ts";
import { forfeit, put } from "./own-state.ts";
import type { Plan } from "./plan.ts";
import { misfits } from "./plan.ts";
import { leave, leaveAll, stand, tokenIn } from "./standing.ts";
import type { Token, Write } from "./state.ts";
import { laneAt, rootLane } from "./state.ts";
import { noTotals } from "./totals.ts";

/*
 * B1. A lane has one token until it ends, and a branch's lane is open until its siblings are joined.
 * B2. While branches are open nothing is written to the lane they left, so that it is still the state at the fork.
 * B3. Of several writes to one key, the last in the log wins, whichever branch comes to its end first.
 */

/** Opens a lane for each branch of a fork in lane `from`, with the state as it is there now. */
export function fork(plan: Plan, state: OwnState, event: EventOf<"branches_forked">, from: LaneId): void {
  const slot = plan.slotOf(event.node);
  const op = forkAt(plan, slot);
  const parent = laneAt(state, from);
  const join = joinOf(plan, parent, op);
  const awaited = new Set(awaitedOf(op, join));
  const entries = event.branches.map((node) => plan.slotOf(node));
  const lanes = entries.map((entry) => {
    const id = state.lanesOpened;
    state.lanesOpened += 1;
    const branch = { parent: parent.id, fork: slot, visit: event.visit, entry, awaited: awaited.has(entry) };
    state.lanes.set(id, { id, branch, values: copyOf(parent.values), writes: new Map(), error: parent.error, ended: null });
    return id;
  });
  const missing = join?.merge === "first" ? 1 : awaited.size;
  stand(state, { ...tokenIn(state, parent.id), slot, visit: event.visit, phase: { at: "forked", lanes, missing }, steps: [], feedback: null, gathered: null });
  for (const [index, entry] of entries.entries()) stand(state, fresh(entry, lanes[index] ?? rootLane, "branch"));
}

/** A branch has come to its join. */
export function endBranch(plan: Plan, state: OwnState, event: EventOf<"branch_ended">): void {
  const lane = laneAt(state, event.lane);
  if (lane.branch === null) misfits("the execution's own line of control is no branch");
  lane.ended = state.seq;
  leave(state, tokenIn(state, lane.id));
  if (!lane.branch.awaited) return;
  const token = forkedIn(plan, state, lane.branch.parent, event.node);
  stand(state, { ...token, phase: { ...token.phase, missing: token.phase.missing - 1 } });
}

/** The branches of a fork are over: what counts of them goes on in the lane they left, which stands before the join. */
export function join(plan: Plan, state: OwnState, event: EventOf<"branches_joined">): void {
  const parent = laneAt(state, event.lane ?? rootLane);
  const token = forkedIn(plan, state, parent.id, event.node);
  const op = forkAt(plan, token.slot);
  const how = joinOf(plan, parent, op);
  const lanes = new Map(token.phase.lanes.map((id) => [plan.op(entryOf(laneAt(state, id))).node, laneAt(state, id)]));
  const merged = event.merged.map((branch) => ({ branch, lane: lanes.get(branch) ?? misfits(`'${branch}' is no branch of '${event.node}'`) }));
  const gathering = how !== undefined && gathers(how);
  const written = gathering ? {} : merge(parent, merged.map(({ lane }) => lane));
  if (how !== undefined && !gathering) state.completed.set(op.join, { output: written, patch: written, latencyMs: 0 });
  const gathered = gathering ? merged.map(({ branch, lane }) => ({ branch, writes: valuesIn(lane.writes) })) : null;
  close(state, token.phase.lanes);
  stand(state, { ...fresh(op.join, parent.id, "join"), gathered });
}

/** Leaves every branch: what `lane` sees is the state from here on, and it stands alone. */
export function leaveBranches(state: OwnState, lane: LaneId): void {
  const { values, error } = laneAt(state, lane);
  const token = tokenIn(state, lane);
  for (const each of state.tokens.values()) if (each.lane !== lane) forfeit(state, each);
  state.lanes.clear();
  state.lanes.set(rootLane, { id: rootLane, branch: null, values, writes: new Map(), error, ended: null });
  leaveAll(state);
  stand(state, { ...token, lane: rootLane });
}

/** A token that has yet to decide what to do at `slot`. */
export function fresh(slot: Slot, lane: LaneId, via: "start" | "branch" | "join"): Token {
  return { slot, lane, visit: 0, phase: { at: "entry", via }, steps: [], feedback: null, gathered: null, spentMs: 0, before: noTotals, forgiven: 0, approved: [] };
}

function forkedIn(plan: Plan, state: OwnState, lane: LaneId, node: string): ForkedToken {
  const token = tokenIn(state, lane);
  const { phase } = token;
  if (phase.at !== "forked" || token.slot !== plan.slotOf(node)) return misfits(`no branches of '${node}' are open in lane ${lane}`);
  return { ...token, phase };
}

/** Writes to `parent` what the lanes wrote, and gives it. */
function merge(parent: OwnLane, lanes: readonly OwnLane[]): JsonObject {
  const latest = new Map<string, Write>();
  for (const { writes } of lanes) {
    for (const [key, write] of writes) if (write.seq > (latest.get(key)?.seq ?? 0)) latest.set(key, write);
  }
  for (const [key, write] of latest) put(parent, key, write);
  return valuesIn(latest);
}

function valuesIn(writes: ReadonlyMap<string, Write>): JsonObject {
  return Object.fromEntries([...writes].map(([key, { value }]) => [key, value]));
}

/** Ends lanes, and those that branch off from them. */
function close(state: OwnState, ids: readonly LaneId[]): void {
  const closed = new Set(ids);
  // The set grows while it is read. Lanes that branch off from one that has ended are closed already.
  for (const id of closed) {
    const phase = state.tokens.get(id)?.phase;
    if (phase?.at === "forked") for (const each of phase.lanes) closed.add(each);
  }
  for (const id of [...closed].sort((a, b) => a - b)) {
    const token = state.tokens.get(id);
    state.lanes.delete(id);
    if (token === undefined) continue;
    forfeit(state, token);
    leave(state, token);
  }
}

function copyOf(values: OwnLane["values"]): OwnLane["values"] {
  return Object.assign(Object.create(null) as OwnLane["values"], values);
}
