import { unreachable } from "../../schemas/bug.ts";
import type { RunEvent } from "../../schemas/event.ts";
import type { Json } from "../../schemas/json.ts";
import { nearest } from "../../schemas/nearest.ts";
import type { OpOf } from "../../schemas/op.ts";
import type { Budget } from "./budget.ts";
import { budgetKinds } from "./budget.ts";
import { unfit } from "./fit.ts";
import { patchProblem, takePayload } from "./payload.ts";
import type { Plan } from "./plan.ts";
import { settle } from "./settle.ts";
import type { ApprovalBody, BudgetBody, EventBody, ResolveBody, Signal } from "./signal.ts";
import { saidBy } from "./signal.ts";
import { listens } from "./suspend.ts";
import type { Gated, RunState, Token, Waiting } from "./state.ts";

/** What becomes of a signal as things stand. */
export type Received =
  /** It has its effect now, by this event. `unmerged`: fields of its payload that stay in the event, whoever waits for it. */
  | { readonly as: "event"; readonly event: RunEvent; readonly unmerged: readonly string[] }
  /** It is kept until a node waits for it. */
  | { readonly as: "early"; readonly why: string; readonly unmerged: readonly string[] }
  | { readonly as: "refused"; readonly why: string; readonly help?: string };

/** A token that asks a person. */
interface Asking extends Token {
  readonly phase: Waiting | Gated;
}

/** What `signal` does to an execution that is under way. Pure; `signal.at` is when it was posted. */
export function receive(plan: Plan, state: RunState, signal: Signal): Received {
  const said = saidBy(signal);
  switch (said?.kind) {
    case undefined: return { as: "refused", why: `'${signal.kind}' is nothing that this JamJet knows` };
    case "event": return receiveEvent(plan, state, signal, said.body);
    case "approval": return receiveApproval(plan, state, signal, said.body);
    case "resolve": return receiveResolution(plan, state, signal, said.body);
    case "budget": return receiveBudget(state, signal, said.body);
    case "cancel": return { as: "event", event: { type: "workflow_cancelled", v: 1, reason: said.body.reason }, unmerged: [] };
    default: return unreachable(said, "receive");
  }
}

/**
 * Whether a signal may have an effect after this event that it had not before: somebody began to wait, to ask or to doubt. What raises a
 * budget or cancels an execution has its effect at once, or never.
 */
export function letsSignalsIn({ type }: RunEvent): boolean {
  return type === "wait_started" || type === "approval_requested" || type === "node_uncertain";
}

/** The tokens that ask a person, in their order. */
export function askingTokens(state: RunState): readonly Asking[] {
  return [...state.tokens.values()].flatMap((token) => {
    const { phase } = token;
    return phase.at === "gated" || (phase.at === "waiting" && phase.until === "approval") ? [{ ...token, phase }] : [];
  });
}

function receiveEvent(plan: Plan, state: RunState, { id, at }: Signal, { event, correlation_key: key, data }: EventBody): Received {
  const waits = plan.program.ops.filter((op): op is OpOf<"suspend"> => op.op === "suspend" && op.until === "event" && listens(op.fields));
  const known = waits.filter((op) => op.fields["event"] === event);
  if (known.length === 0) return noSuchEvent(event, waits);
  let early = `no node waits for '${event}' yet`;
  // What one of them refuses another one may still take.
  let refusal: Received | undefined;
  for (const { slot, visit, phase } of state.tokens.values()) {
    const op = plan.op(slot);
    if (phase.at !== "waiting" || op.op !== "suspend" || !known.includes(op) || isOver(phase, at)) continue;
    const wanted = correlationKeyOf(phase);
    if (wanted !== undefined && key === null) {
      refusal ??= { as: "refused", why: `'${op.node}' waits for a '${event}' with the correlation key '${wanted}', and this one has none`, help: `add --correlation-key ${wanted}` };
      continue;
    }
    if (wanted !== undefined && wanted !== key) {
      early = `'${op.node}' waits for a '${event}' with the correlation key '${wanted}'`;
      continue;
    }
    const taken = takePayload(plan, op, data);
    if (!taken.ok) {
      refusal ??= { as: "refused", why: `'${op.node}' does not take this '${event}': ${taken.why}` };
      continue;
    }
    return { as: "event", event: { type: "event_received", v: 1, node: op.node, visit, id, event, payload: data, writes: taken.writes }, unmerged: taken.unmerged };
  }
  if (refusal !== undefined) return refusal;
  const taken = known.map((op) => ({ op, taken: takePayload(plan, op, data) }));
  const [first] = taken.flatMap(({ op, taken: each }) => (each.ok ? [] : [{ op, why: each.why }]));
  if (first !== undefined && taken.every((each) => !each.taken.ok)) return { as: "refused", why: `'${first.op.node}' does not take this '${event}': ${first.why}` };
  const [fits, ...others] = taken.flatMap((each) => (each.taken.ok ? [each.taken.unmerged] : []));
  return { as: "early", why: early, unmerged: fits?.filter((field) => others.every((unmerged) => unmerged.includes(field))) ?? [] };
}

function noSuchEvent(event: string, waits: readonly OpOf<"suspend">[]): Received {
  const names = [...new Set(waits.map((op) => String(op.fields["event"])))];
  if (names.length === 0) return { as: "refused", why: "the workflow waits for no event" };
  const near = nearest(event, names);
  return { as: "refused", why: `no node waits for an event '${event}'`, help: near === undefined ? `the workflow's events are ${names.join(", ")}` : `did you mean '${near}'?` };
}

function receiveApproval(plan: Plan, state: RunState, { id, at }: Signal, { request, decision, user, comment, patch }: ApprovalBody): Received {
  const token = askingTokens(state).find(({ phase }) => phase.request === request);
  if (token === undefined) return { as: "refused", why: "it was decided already, or nobody asks any more" };
  const { phase, visit } = token;
  const op = plan.op(token.slot);
  if (phase.at === "waiting" && isOver(phase, at)) return { as: "refused", why: `the time for a decision on '${op.node}' is over` };
  const approvers = approversOf(phase);
  if (approvers.length > 0 && (user === null || !approvers.includes(user))) {
    return { as: "refused", why: user === null ? `'${op.node}' takes a decision only from ${approvers.join(", ")}` : `'${user}' may not decide on '${op.node}': its approvers are ${approvers.join(", ")}`, help: "say who decides with --user" };
  }
  const writes = op.op === "suspend" ? op.writes : [];
  const why = patchProblem(plan.program.state, patch, "patch") ?? writes.map(({ key }) => misfitOf(plan, key, { decision, user, comment })).find((each) => each !== undefined);
  if (why !== undefined) return { as: "refused", why };
  return { as: "event", event: { type: "approval_received", v: 1, node: op.node, visit, id, request, decision, user, comment, patch, writes }, unmerged: [] };
}

function receiveResolution(plan: Plan, state: RunState, { id }: Signal, { node, visit, attempt, resolution, output, user, comment }: ResolveBody): Received {
  const token = uncertainTokens(plan, state).find((each) => each.node === node && each.visit === visit && each.attempt === attempt);
  if (token === undefined) return { as: "refused", why: "it was resolved already, or nobody doubts it any more" };
  const event = { type: "uncertainty_resolved", v: 1, node, visit, attempt, id, resolution, user, comment } as const;
  if (resolution !== "done") return { as: "event", event: { ...event, output: null, writes: [] }, unmerged: [] };
  const settled = settle(plan, { slot: plan.slotOf(node), visit, attempt }, { ok: true, value: output, usage: [], durationMs: 0 });
  if (settled.type !== "node_completed") return { as: "refused", why: settled.type === "node_failed" ? settled.failure.message : `'${node}' does not take it`, help: "give the result that the call really had, as JSON" };
  return { as: "event", event: { ...event, output, writes: settled.writes }, unmerged: [] };
}

function receiveBudget({ budget }: RunState, { id }: Signal, { by, user }: BudgetBody): Received {
  const unlimited = budgetKinds.filter((kind) => by[kind] !== undefined && budget[kind] === undefined);
  if (unlimited.length > 0) return { as: "refused", why: `the workflow has no budget for ${unlimited.join(", ")}`, help: budgetHelp(budget) };
  return { as: "event", event: { type: "budget_raised", v: 1, id, by, user }, unmerged: [] };
}

function budgetHelp(budget: Budget): string {
  const kinds = budgetKinds.filter((kind) => budget[kind] !== undefined);
  return kinds.length === 0 ? "nothing limits what it spends" : `it has one for ${kinds.join(", ")}`;
}

/** The calls of which nobody knows whether they took effect, in the order of the tokens. */
export function uncertainTokens(plan: Plan, state: RunState): readonly { readonly node: string; readonly visit: number; readonly attempt: number }[] {
  return [...state.tokens.values()].flatMap(({ slot, visit, phase }) => (phase.at === "uncertain" ? [{ node: plan.op(slot).node, visit, attempt: phase.attempt }] : []));
}

function misfitOf({ program }: Plan, key: string, value: Json): string | undefined {
  const declared = program.state[key];
  return declared === undefined ? undefined : unfit(key, declared, value);
}

/** Who may decide; empty means anyone. */
export function approversOf(phase: Waiting | Gated): readonly string[] {
  if (phase.at === "gated") return phase.approvers;
  const { approvers } = phase.asked;
  return Array.isArray(approvers) ? (approvers as readonly Json[]).map(String) : [];
}

/** What comes when the time is over comes too late, even if nobody ran to say so. */
function isOver({ due, expiry }: Waiting, at: number): boolean {
  return (due !== null && at >= due.at) || (expiry !== null && at >= expiry.at);
}

/** The correlation key as text; `undefined` where any event will do. */
export function correlationKeyOf({ asked }: Waiting): string | undefined {
  const { correlation_key: key } = asked;
  if (key === undefined) return undefined;
  return typeof key === "string" ? key : JSON.stringify(key);
}
