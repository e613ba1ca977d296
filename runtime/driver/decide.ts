import { unreachable } from "../../schemas/bug.ts";
import type { LaneId } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { cutOff, timedOut } from "../core/cut-off.ts";
import type { Intent } from "../core/intend.ts";
import { intendIn } from "../core/intend.ts";
import type { Plan } from "../core/plan.ts";
import { receive } from "../core/receive.ts";
import type { AttemptEnd } from "../core/settle.ts";
import { isUnrepeatable, settle } from "../core/settle.ts";
import type { Due } from "../core/state.ts";
import { visitName } from "../core/state.ts";
import type { Ports } from "../ports.ts";
import type { ExecutionKey } from "../store/event-store.ts";
import type { Calls, Launch } from "./calls.ts";
import type { Folding } from "./folding.ts";
import type { Inbox } from "./inbox.ts";
import type { Moments } from "./moments.ts";
import { permitAttempt } from "./permits.ts";
import { prepare } from "./prepare.ts";
import { beginWait } from "./suspend.ts";

/** What decides how an execution goes on. */
export interface Deciding {
  readonly plan: Plan;
  readonly key: ExecutionKey;
  readonly ports: Pick<Ports, "clock" | "env">;
  readonly folding: Folding;
  readonly inbox: Inbox;
  readonly moments: Moments;
  readonly calls: Calls;
  /** Called when a moment that was waited for may have come: it is time to decide again. */
  readonly ring: () => void;
}

/** What follows once the events are durable. */
export interface Decided {
  /** The signals that had their effect. */
  readonly consumed: readonly string[];
  readonly launches: readonly Launch[];
}

/** What the workflow's own timeout is known by, among the visits. */
export const theWorkflow = "workflow";

/** Records all that follows from what stands there, until nothing more does. */
export function decide(deciding: Deciding): Decided {
  const consumed: string[] = [];
  const launches: Launch[] = [];
  // Signals first: what was cancelled makes no more calls, and an answer that came in time precedes its timeout.
  while (receiveOne(deciding, consumed) || goOn(deciding, launches));
  return { consumed, launches };
}

/** Whether a signal had its effect, as things stand now. */
function receiveOne({ plan, folding, inbox }: Deciding, consumed: string[]): boolean {
  const { state } = folding;
  const taken = state.status === "running" ? inbox.take(folding.openings, (signal) => receive(plan, state, signal)) : undefined;
  if (taken === undefined) return false;
  folding.record(taken.event);
  consumed.push(taken.id);
  return true;
}

/** Carries out what is intended until something was recorded, which may change what else is; false if nothing was. */
function goOn(deciding: Deciding, launches: Launch[]): boolean {
  const { plan, folding } = deciding;
  const { state, agenda } = folding;
  if (state.status !== "running") return false;
  if (state.deadline !== null && hasCome(deciding, theWorkflow, state.deadline)) {
    folding.record(timedOut(state.deadline));
    return true;
  }
  for (let lane = agenda.next(); lane !== undefined; lane = agenda.next()) {
    const intent = intendIn(plan, state, lane);
    if (intent !== undefined && carryOut(deciding, intent, launches)) return true;
  }
  return false;
}

/** Whether anything was recorded. */
function carryOut(deciding: Deciding, intent: Intent, launches: Launch[]): boolean {
  const { plan, ports: { clock, env }, folding } = deciding;
  switch (intent.do) {
    case "append":
      folding.record(intent.event);
      return true;
    case "retry":
      folding.record({ type: "retry_scheduled", v: 1, node: intent.node, visit: intent.visit, attempt: intent.attempt, delay_ms: intent.delayMs, due_at: clock.now() + intent.delayMs });
      return true;
    case "attempt":
      return beginAttempt(deciding, intent, launches);
    case "suspend":
      folding.record(beginWait(plan, intent.token, { state: folding.state, env, at: clock.now() }));
      return true;
    case "wake":
      if (!hasCome(deciding, visitName(intent.token), intent.due, intent.token.lane)) return false;
      folding.record(intent.event);
      return true;
    default: return unreachable(intent, "carryOut");
  }
}

/** Records the beginning of an attempt, or why it is not made; false while another is under way or its moment has not come. */
function beginAttempt(deciding: Deciding, { token, attempt, due }: Extract<Intent, { readonly do: "attempt" }>, launches: Launch[]): boolean {
  const { plan, key, ports: { env }, folding, calls } = deciding;
  const { state, record } = folding;
  const visit = visitName(token);
  if (calls.isUnderWay(visit) || (due !== null && !hasCome(deciding, visit, due, token.lane))) return false;
  if (token.phase.at === "running" && isUnrepeatable(plan.op(token.slot))) {
    record(cutOff(plan, token, attempt));
    return true;
  }
  const prepared = prepare(plan, token, attempt, { key, state, env });
  if (!prepared.ok) {
    record(settle(plan, { slot: token.slot, visit: token.visit, attempt }, unmade(prepared.failure)));
    return true;
  }
  const permit = permitAttempt(plan, state, prepared.value);
  if (permit.do !== "go") {
    record(permit.do === "hold" ? permit.event : settle(plan, prepared.value.at, unmade(permit.failure)));
    return true;
  }
  calls.reserve(visit);
  record(permit.audited === null ? prepared.value.started : { ...prepared.value.started, audited: permit.audited });
  launches.push({ prepared: prepared.value, steps: token.steps });
  return true;
}

/** Whether a moment that a visit waits for has come; if it has not, its lane is looked at again when it does. */
function hasCome({ folding, moments, ring }: Deciding, visit: string, due: Due, lane?: LaneId): boolean {
  return moments.hasCome(visit, due, () => {
    if (lane !== undefined) folding.agenda.add([lane]);
    ring();
  });
}

/** How an attempt ends that never came to its call. */
const unmade = (why: Failure): AttemptEnd => ({ ok: false, failure: { ...why, unsent: true }, usage: [], durationMs: 0 });
