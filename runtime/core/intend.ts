import { unreachable } from "../../schemas/bug.ts";
import type { LaneId, RunEvent } from "../../schemas/event.ts";
import { failure } from "../../schemas/failure.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { OpOf } from "../../schemas/op.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import type { Shortfall } from "./budget.ts";
import { describeShortfall, nothingSpent, shortfall } from "./budget.ts";
import { errorRoot, failureAt } from "./failed.ts";
import type { ForkedToken } from "./lanes.ts";
import { forkAt, outcomeOf } from "./lanes.ts";
import type { Plan } from "./plan.ts";
import { misfits } from "./plan.ts";
import { retryDelayMs, seedOf } from "./retry.ts";
import { arrive, choose, endBranch } from "./route.ts";
import { outputRoot, scopeAt } from "./scope.ts";
import { settle } from "./settle.ts";
import type { Due, RunState, Token, Waiting } from "./state.ts";
import { completedAt, laneAt, rootLane } from "./state.ts";
import { expiryFailure, isRejection, rejectionFailure } from "./suspend.ts";
import { verdictIn } from "./verdict.ts";

/** What the driver must do now. */
export type Intent =
  /** Record this: it follows from what is recorded. */
  | { readonly do: "append"; readonly event: RunEvent }
  /** Record that attempt `attempt` is made in `delayMs`; only the driver knows what time it is. */
  | { readonly do: "retry"; readonly node: string; readonly visit: number; readonly attempt: number; readonly delayMs: number }
  /** Make this attempt, once its moment has come, unless it is being made. */
  | { readonly do: "attempt"; readonly token: Token; readonly attempt: number; readonly due: Due | null }
  /** Begin to wait: only the driver knows what the node's fields come to, and what time it is. */
  | { readonly do: "suspend"; readonly token: Token }
  /** Once this moment has come, record what it means. */
  | { readonly do: "wake"; readonly token: Token; readonly due: Due; readonly event: RunEvent };

/**
 * What must happen next: at most one intent per token, none when the execution has ended or not begun; the deadline is the
 * driver's to watch. Pure. Each is made when it is asked for: after something was recorded, the rest is to be asked anew.
 */
export function* intend(plan: Plan, state: RunState): Iterable<Intent> {
  if (state.status !== "running") return;
  for (const lane of state.tokens.keys()) {
    const intent = intendIn(plan, state, lane);
    if (intent !== undefined) yield intent;
  }
}

/**
 * What must happen next in a lane of an execution that is running; nothing where the lane stands nowhere any more. It
 * depends on the lane's token, but for what is recorded at once: what is not stays so until the token is another.
 */
export function intendIn(plan: Plan, state: RunState, lane: LaneId): Intent | undefined {
  const token = state.tokens.get(lane);
  if (token === undefined) return undefined;
  const { phase } = token;
  switch (phase.at) {
    case "entry": return append(arrive(plan, state, { slot: token.slot, lane: token.lane, via: phase.via }));
    case "forked": return phase.missing > 0 ? undefined : append(joinBranches(plan, state, { ...token, phase }));
    case "scheduled": return plan.op(token.slot).op === "suspend" ? { do: "suspend", token } : (collected(plan, token, phase.attempt) ?? { do: "attempt", token, attempt: phase.attempt, due: phase.due });
    case "running": return { do: "attempt", token, attempt: phase.attempt, due: null };
    case "completed": return append(overrun(plan, state, token, phase.attempt) ?? leave(plan, state, token, phase.attempt));
    case "failed": return retryOrGiveUp(plan, state, token, phase);
    case "waiting": return wakeOf(plan, token, phase);
    case "expired": return append(expired(plan, state, token));
    case "gated": return undefined;
    case "uncertain": return undefined;
    case "unfunded": return withoutFunds(plan, state, token, phase.why);
    default: return unreachable(phase, "intend");
  }
}

function joinBranches(plan: Plan, state: RunState, token: ForkedToken): RunEvent {
  const fork = forkAt(plan, token.slot);
  const { merged, cancelled } = outcomeOf(plan, state, token);
  const nodes = (slots: readonly Slot[]): readonly string[] => slots.map((slot) => plan.op(slot).node);
  const lane = token.lane === rootLane ? {} : { lane: token.lane };
  return { type: "branches_joined", v: 1, node: fork.node, visit: token.visit, ...lane, join: plan.op(fork.join).node, merged: nodes(merged), cancelled: nodes(cancelled) };
}

/** What a join that collects comes to, which needs nothing but what is recorded. */
function collected(plan: Plan, token: Token, attempt: number): Intent | undefined {
  const op = plan.op(token.slot);
  if (op.op !== "join" || op.merge !== "collect") return undefined;
  const value = (token.gathered ?? misfits(`'${op.node}' has nothing to collect`)).map(({ writes }) => writes);
  return append(settle(plan, { slot: token.slot, visit: token.visit, attempt }, { ok: true, value, usage: [], durationMs: 0 }));
}

/** A result that came out dearer than what was left: nothing follows from it before there is more. */
function overrun(plan: Plan, state: RunState, { slot, visit }: Token, attempt: number): RunEvent | undefined {
  const over = state.isOutOfFunds ? undefined : shortfall(state.budget, state.spent, nothingSpent);
  return over === undefined ? undefined : { type: "budget_exceeded", v: 1, node: plan.op(slot).node, visit, attempt, ...over };
}

/** What `on_budget_exceeded` says. */
function withoutFunds(plan: Plan, state: RunState, token: Token, why: Shortfall): Intent | undefined {
  const { on_budget_exceeded: then } = plan.program.settings;
  if (typeof then === "number" && !state.isOutOfFunds) return append(arrive(plan, state, { slot: then as Slot, lane: token.lane, via: "budget" }));
  if (isJsonObject(then) && then["word"] === "pause") return undefined;
  return append({ type: "workflow_failed", v: 1, failure: failure("budget_exceeded", describeShortfall(why)), node: plan.op(token.slot).node, passed: [] });
}

const append = (event: RunEvent): Intent => ({ do: "append", event });

/** Where a completed visit leads. */
function leave(plan: Plan, state: RunState, token: Token, attempt: number): RunEvent {
  const op = plan.op(token.slot);
  switch (op.op) {
    case "call": case "join": return follow(plan, state, token, op, attempt);
    case "judge": return verdictIn(completedAt(state, token.slot).output).passed ? follow(plan, state, token, op, attempt) : rejected(plan, state, token, op, attempt);
    case "choose": case "halt": case "fork": return misfits(`'${op.node}' does nothing, and yet it has completed`);
    case "suspend": return op.until === "approval" && isRejection(completedAt(state, token.slot).output) ? turnedDown(plan, state, token, op) : follow(plan, state, token, op, attempt);
    default: return unreachable(op, "leave");
  }
}

/** The route after a success. A route that cannot be taken fails the execution: the node itself has done its work. */
function follow(plan: Plan, state: RunState, token: Token, op: OpOf<"call" | "judge" | "join" | "suspend">, attempt: number): RunEvent {
  if (op.next === null) return endBranch(plan, laneAt(state, token.lane), op.node, []);
  const completed = completedAt(state, token.slot);
  const event = op.op === "suspend" && op.until === "event" ? { event: completed.output } : {};
  const scope = scopeAt(state, { node: op.node, lane: token.lane, attempt, output: outputRoot(completed), feedback: token.feedback, ...event });
  const chosen = choose(plan, op.node, op.next, scope, "else");
  if (!chosen.ok) return { type: "workflow_failed", v: 1, failure: chosen.failure, node: op.node, passed: [] };
  return arrive(plan, state, { slot: chosen.to, lane: token.lane, via: "next" });
}

/** What follows a verdict that did not pass. */
function rejected(plan: Plan, state: RunState, token: Token, op: OpOf<"judge">, attempt: number): RunEvent {
  switch (op.on_fail) {
    case "log_and_continue": return follow(plan, state, token, op, attempt);
    case "halt": return { type: "workflow_failed", v: 1, failure: failureAt(plan, state, token).failure, node: op.node, passed: [] };
    case "escalate": return arrive(plan, state, { slot: op.escalate ?? misfits(`'${op.node}' escalates to nowhere`), lane: token.lane, via: "escalate" });
    case "retry_with_feedback": {
      const again = (state.rejections.get(token.slot) ?? 0) <= op.max_retries;
      return again ? arrive(plan, state, { slot: op.subject, lane: token.lane, via: "feedback" }) : giveUp(plan, state, token, op.on_error);
    }
    default: return unreachable(op.on_fail, "rejected");
  }
}

/** What ends or gives up a wait by itself, whichever is earlier. */
function wakeOf(plan: Plan, token: Token, { due, expiry }: Waiting): Intent | undefined {
  const visit = { v: 1, node: plan.op(token.slot).node, visit: token.visit } as const;
  if (due !== null && (expiry === null || due.at <= expiry.at)) return { do: "wake", token, due, event: { type: "timer_fired", ...visit, due_at: due.at } };
  return expiry === null ? undefined : { do: "wake", token, due: expiry, event: { type: "wait_timed_out", ...visit, due_at: expiry.at } };
}

function expired(plan: Plan, state: RunState, token: Token): RunEvent {
  const op = suspendAt(plan, token);
  if (op.on_timeout !== null) return arrive(plan, state, { slot: op.on_timeout, lane: token.lane, via: "on_timeout" });
  return { type: "workflow_failed", v: 1, failure: expiryFailure(op), node: op.node, passed: [] };
}

/** What follows a person's no. */
function turnedDown(plan: Plan, state: RunState, token: Token, op: OpOf<"suspend">): RunEvent {
  if (op.on_rejected !== null) return arrive(plan, state, { slot: op.on_rejected, lane: token.lane, via: "on_rejected" });
  return { type: "workflow_failed", v: 1, failure: rejectionFailure(op.node, outputRoot(completedAt(state, token.slot))), node: op.node, passed: [] };
}

function suspendAt(plan: Plan, { slot }: Token): OpOf<"suspend"> {
  const op = plan.op(slot);
  return op.op === "suspend" ? op : misfits(`'${op.node}' does not wait`);
}

function retryOrGiveUp(plan: Plan, state: RunState, token: Token, failed: Extract<Token["phase"], { at: "failed" }>): Intent {
  const op = plan.op(token.slot);
  if (op.op === "join" || op.op === "suspend") return append(giveUp(plan, state, token, null));
  if (op.op !== "call" && op.op !== "judge") return misfits(`'${op.node}' cannot fail`);
  const { attempt, failure } = failed;
  const delayMs = retryDelayMs(op.retry, { failure, attempt: attempt - token.forgiven, seed: seedOf(`${state.id}/${op.node}/${token.visit}/${attempt}`) });
  if (delayMs !== undefined) return { do: "retry", node: op.node, visit: token.visit, attempt: attempt + 1, delayMs };
  return append(giveUp(plan, state, token, op.on_error));
}

function giveUp(plan: Plan, state: RunState, token: Token, onError: Slot | null): RunEvent {
  if (onError !== null) return arrive(plan, state, { slot: onError, lane: token.lane, via: "on_error", error: errorRoot(plan, state, token) });
  return { type: "workflow_failed", v: 1, failure: failureAt(plan, state, token).failure, node: plan.op(token.slot).node, passed: [] };
}
