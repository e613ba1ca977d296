import { unreachable } from "../../schemas/bug.ts";
import type { ExecutionStatus } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { OpOf } from "../../schemas/op.ts";
import type { EventOf } from "./own-state.ts";
import type { Due, Gated, Phase, RunState, Waiting } from "./state.ts";

/** When an event was recorded: its number in the log, and the milliseconds since the epoch. */
interface Recorded {
  readonly seq: number;
  readonly at: number;
}

/** The phase of a visit that began to wait. */
export function waitingPhase(event: EventOf<"wait_started">, { seq, at }: Recorded): Waiting {
  const due = (moment: number | null): Due | null => (moment === null ? null : { at: moment, delayMs: moment - at });
  return { at: "waiting", until: event.until, request: seq, since: at, asked: event.input, due: due(event.due_at), expiry: due(event.timeout_at) };
}

/** The phase of a visit whose attempt is held back. */
export function gatedPhase({ attempt, reason, asks, approvers }: EventOf<"approval_requested">, { seq, at }: Recorded): Gated {
  return { at: "gated", attempt, request: seq, since: at, reason, asks, approvers };
}

/** What a decision is as the result of its node. */
export function decisionOutput({ decision, user, comment }: EventOf<"approval_received">): JsonObject {
  return { decision, user, comment };
}

/** Whether a `human_approval` whose result this is was told no. */
export function isRejection(output: Json): boolean {
  return isJsonObject(output) && output["decision"] === "rejected";
}

/** Why a node fails whose approver said no. */
export function rejectionFailure(node: string, said: { readonly user?: Json; readonly comment?: Json }): Failure {
  const by = typeof said.user === "string" ? ` by ${said.user}` : "";
  return failure("approval_rejected", `'${node}' was rejected${by}${typeof said.comment === "string" ? `: ${said.comment}` : ""}`);
}

/** Why a node fails that waited in vain and has no `on_timeout`. */
export function expiryFailure({ node, until, fields }: Pick<OpOf<"suspend">, "node" | "until" | "fields">): Failure {
  return failure("timeout", until === "approval" ? `nobody decided on '${node}' in time` : `'${node}' waited for '${String(fields["event"] ?? "its moment")}' in vain`);
}

/** Whether an event ends the wait, and not the clock alone. */
export function listens(asked: JsonObject): boolean {
  return typeof asked["event"] === "string" && asked["condition"] !== "timer";
}

/** How an execution can go on. */
export interface Standing {
  /** `paused` where nothing in it goes on without the world outside. */
  readonly status: ExecutionStatus;
  /** The earliest moment at which it goes on by itself; `null` if it does not, `undefined` if there is something to do now. */
  readonly wakeAt: number | null | undefined;
}

/** What is to be expected of an execution that nobody touches. */
export function standingOf(state: RunState): Standing {
  if (state.status !== "running") return { status: state.status, wakeAt: null };
  if (state.seq === 1) return { status: "pending", wakeAt: undefined };
  let wakeAt = state.deadline?.at ?? null;
  let isPaused = true;
  for (const { phase } of state.tokens.values()) {
    // Who stands at a fork moves with its branches.
    if (phase.at === "forked" && phase.missing > 0) continue;
    const rest = restOf(phase);
    if (rest === "busy") return { status: "running", wakeAt: undefined };
    isPaused &&= rest.outside;
    for (const moment of rest.moments) wakeAt = Math.min(moment, wakeAt ?? moment);
  }
  return { status: isPaused ? "paused" : "running", wakeAt };
}

/** Whether somebody outside must act for the token to go on in the way its author means, and when it goes on anyway. */
interface Rest {
  readonly outside: boolean;
  readonly moments: readonly number[];
}

function restOf(phase: Phase): Rest | "busy" {
  switch (phase.at) {
    case "gated": case "uncertain": case "unfunded": return { outside: true, moments: [] };
    case "waiting": return { outside: phase.until === "approval" || listens(phase.asked), moments: [phase.due, phase.expiry].flatMap((due) => (due === null ? [] : [due.at])) };
    case "scheduled": return phase.due === null ? "busy" : { outside: false, moments: [phase.due.at] };
    case "entry": case "forked": case "running": case "completed": case "failed": case "expired": return "busy";
    default: return unreachable(phase, "restOf");
  }
}
