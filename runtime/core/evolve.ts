import { unreachable } from "../../schemas/bug.ts";
import type { LaneId, Passed, RunEvent, StoredEvent } from "../../schemas/event.ts";
import { isAmbiguous } from "../../schemas/failure.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import type { Feedback } from "../../schemas/verdict.ts";
import { endBranch, fork, fresh, join, leaveBranches } from "./branches.ts";
import { budgetOf } from "./budget.ts";
import { endingOf } from "./ending.ts";
import { errorRoot } from "./failed.ts";
import { leadsOut } from "./lanes.ts";
import type { EventOf, OwnState } from "./own-state.ts";
import { forfeit } from "./own-state.ts";
import type { Plan } from "./plan.ts";
import { misfits } from "./plan.ts";
import { openReservation, stepsAfter } from "./steps.ts";
import { leaveAll, stand, tokenIn, tokenOf } from "./standing.ts";
import type { RunState } from "./state.ts";
import { completedAt, laneAt, rootLane, toolKey } from "./state.ts";
import { gatedPhase, waitingPhase } from "./suspend.ts";
import { change, finish, use } from "./tokens.ts";
import { holdUncertain, holdUnfunded, raise, resolveUncertainty } from "./held.ts";
import { feedbackIn, verdictIn } from "./verdict.ts";
import { decide, endWait, tryAgain } from "./wakes.ts";

/*
 * E1. The state after an event is a function of program, state and event: no clock, no chance, no expression.
 * E2. What was decided is obeyed, never decided again: edges come from `passed` and `via`, waits from `due_at`.
 * E3. An event costs the same however long the log and however large the state: `evolve` owns the state it is given and
 *     changes it in place. The caller goes on with what it returns and keeps no other.
 * E4. An event that cannot follow is a `Bug`: log and program do not belong together.
 */

/** The state after one more event of the log. Takes over `state`. */
export function evolve(plan: Plan, state: RunState, stored: StoredEvent): RunState {
  if (stored.seq !== state.seq + 1) misfits(`event ${stored.seq} follows event ${state.seq}`);
  // E3: the caller gave the state away, and every collection in it was made by `newState` or here.
  const own = state as unknown as OwnState;
  own.seq = stored.seq;
  own.touched.length = 0;
  apply(plan, own, stored);
  return state;
}

function apply(plan: Plan, state: OwnState, { event, at }: StoredEvent): void {
  if (event.type === "workflow_started") return begin(plan, state, event, at);
  if (event.type === "workflow_retried") return tryAgain(plan, state, event, at);
  if (state.status !== "running") misfits(`'${event.type}' in an execution that is ${state.status}`);
  switch (event.type) {
    case "node_scheduled": return enter(plan, state, event);
    case "node_started": return void change(plan, state, event, { at: "running", attempt: event.attempt });
    case "step_started": case "step_completed": return takeStep(plan, state, event);
    case "tool_seen": return seeTool(plan, state, event);
    case "retry_scheduled": return void change(plan, state, event, { at: "scheduled", attempt: event.attempt, due: { at: event.due_at, delayMs: event.delay_ms } });
    case "node_completed": return complete(plan, state, event);
    case "node_failed": return failAttempt(plan, state, event);
    case "node_uncertain": return holdUncertain(plan, state, event, at);
    case "uncertainty_resolved": return resolveUncertainty(plan, state, event);
    case "budget_exceeded": return holdUnfunded(plan, state, event, at);
    case "budget_raised": return raise(state, event);
    case "policy_adopted":
      state.policy = event.policy;
      return;
    case "branches_forked": return fork(plan, state, event, arrived(plan, state, event));
    case "branch_ended":
      countPassed(plan, state, event.passed);
      return endBranch(plan, state, event);
    case "branches_joined": return join(plan, state, event);
    case "wait_started": return void change(plan, state, event, waitingPhase(event, { seq: state.seq, at }));
    case "timer_fired": return endWait(plan, state, event, at, { output: null, writes: [] });
    case "event_received": return endWait(plan, state, event, at, { output: event.payload, writes: event.writes });
    case "wait_timed_out": return void change(plan, state, event, { at: "expired" });
    case "approval_requested": return void change(plan, state, event, gatedPhase(event, { seq: state.seq, at }));
    case "approval_received": return decide(plan, state, event, at);
    case "workflow_completed": case "workflow_failed": case "workflow_limit_exceeded": countPassed(plan, state, event.passed); return end(state, event, at);
    case "workflow_cancelled": return end(state, event, at);
    default: return unreachable(event, "evolve");
  }
}

function begin(plan: Plan, state: OwnState, event: EventOf<"workflow_started">, at: number): void {
  if (state.status !== "pending") misfits("it starts twice");
  const { program } = plan;
  if (event.program !== program.hash) misfits(`it was made by program ${event.program}`);
  state.status = "running";
  state.execution = { id: state.id, workflow_id: event.workflow_id, version: event.version, tenant: event.tenant, started_at: new Date(at).toISOString() };
  state.env = event.env;
  const { timeout } = program.settings;
  if (typeof timeout === "number") state.deadline = { at: at + timeout, delayMs: timeout };
  state.budget = budgetOf(program);
  const { values } = laneAt(state, rootLane);
  for (const [key, { default: value }] of Object.entries(program.state)) if (value !== undefined) values[key] = value;
  Object.assign(values, event.input);
  stand(state, fresh(program.start, rootLane, "start"));
}

function enter(plan: Plan, state: OwnState, event: EventOf<"node_scheduled">): void {
  const left = tokenIn(state, event.lane ?? rootLane);
  const slot = plan.slotOf(event.node);
  const lane = arrived(plan, state, event);
  const feedback = event.via === "feedback" ? feedbackFor(state, left.slot) : null;
  const gathered = event.via === "join" ? left.gathered : null;
  stand(state, { slot, lane, visit: event.visit, phase: { at: "scheduled", attempt: 1, due: null }, feedback, gathered, steps: [], spentMs: 0, before: state.totals, forgiven: 0, approved: [] });
}

/** What every way into a node or a fork leaves behind; gives the lane that it leads into. */
function arrived(plan: Plan, state: OwnState, event: EventOf<"node_scheduled"> | EventOf<"branches_forked">): LaneId {
  countPassed(plan, state, event.passed);
  state.visits.set(plan.slotOf(event.node), event.visit);
  const lane = event.lane ?? rootLane;
  if (event.via === "on_error") laneAt(state, lane).error = errorRoot(plan, state, tokenIn(state, lane));
  if (!leadsOut(event.via)) return lane;
  state.isOutOfFunds ||= event.via === "budget";
  leaveBranches(state, lane);
  return rootLane;
}

function complete(plan: Plan, state: OwnState, event: EventOf<"node_completed">): void {
  const token = change(plan, state, event, { at: "completed", attempt: event.attempt }, event.duration_ms);
  use(state, event.usage);
  finish(plan, state, token, event);
}

function failAttempt(plan: Plan, state: OwnState, event: EventOf<"node_failed">): void {
  forfeit(state, tokenOf(plan, state, event));
  change(plan, state, event, { at: "failed", attempt: event.attempt, failure: event.failure }, event.duration_ms);
  use(state, event.usage);
}

function takeStep(plan: Plan, state: OwnState, event: EventOf<"step_started"> | EventOf<"step_completed">): void {
  const token = tokenOf(plan, state, event);
  if (token.phase.at !== "running" || token.phase.attempt !== event.attempt) misfits(`'${event.node}' makes a call while it is ${token.phase.at}`);
  // A call that is begun once more was cut off, and so is one that ended without anybody knowing how.
  if (event.type === "step_started" || (event.usage.length === 0 && event.failure !== null && isAmbiguous(event.failure))) forfeit(state, token);
  else use(state, event.usage, openReservation(token));
  stand(state, { ...token, steps: stepsAfter(token.steps, event) });
}

function seeTool(plan: Plan, state: OwnState, event: EventOf<"tool_seen">): void {
  const { phase } = tokenOf(plan, state, event);
  if (phase.at !== "running" || phase.attempt !== event.attempt) misfits(`'${event.node}' looks at a tool while it is ${phase.at}`);
  const key = toolKey(event);
  if (state.tools.has(key)) misfits(`'${event.tool}' is seen for the first time twice`);
  state.tools.set(key, event.parts);
}

function end(state: OwnState, event: RunEvent, at: number): void {
  const ending = endingOf(event) ?? misfits(`'${event.type}' ends nothing`);
  state.status = ending.status;
  state.failure = ending.failure;
  state.endedAt = at;
  if (event.type === "workflow_failed") {
    state.failedAt = event.node;
    for (const token of state.tokens.values()) state.halted.push(token);
  }
  leaveAll(state);
}

function countPassed(plan: Plan, state: OwnState, passed: readonly Passed[]): void {
  for (const { node, visit } of passed) state.visits.set(plan.slotOf(node), visit);
}

function feedbackFor(state: OwnState, judge: Slot): readonly Feedback[] {
  return feedbackIn(verdictIn(completedAt(state, judge).output));
}
