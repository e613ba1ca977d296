import type { Reservation, RunEvent } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import { isJsonObject, sameJson } from "../../schemas/json.ts";
import type { NamedCall, Ruling } from "../../schemas/policy.ts";
import { layersOver, rule } from "../../schemas/policy.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import type { Spent } from "./budget.ts";
import { shortfall, withReserved } from "./budget.ts";
import type { Plan } from "./plan.ts";
import type { AttemptAt } from "./settle.ts";
import type { RunState } from "./state.ts";
import { tokenAt } from "./state.ts";
import { openReservation } from "./steps.ts";

/** A call that is about to be made. */
export interface ProposedCall {
  /** As policies know it; `null` for one that no policy speaks of. */
  readonly named: NamedCall | null;
  /** Exactly what would be done, for a person who has to approve it. */
  readonly asks: Json;
  /** What it may come to; `null` for one that costs no tokens. */
  readonly estimate: Reservation | null;
}

/** Whether a call may be made. */
export type Permit =
  /** It may; `reserved` is held back for it where there is a budget, and `audited` is the rule that wants it noted. */
  | { readonly do: "go"; readonly reserved: Reservation | null; readonly audited: string | null }
  | { readonly do: "refuse"; readonly failure: Failure }
  /** Not now: `event` says what has to happen first. */
  | { readonly do: "hold"; readonly event: RunEvent };

/** The word of policies and budgets on a call of the attempt at `at`. Pure. */
export function permit(plan: Plan, state: RunState, at: AttemptAt, { named, asks, estimate }: ProposedCall): Permit {
  const op = plan.op(at.slot);
  const ruling = named === null ? { do: "allow" as const } : rulingOn(plan, state, at.slot, named);
  if (ruling.do === "block") return { do: "refuse", failure: failure("policy_denied", ruling.message) };
  const visit = { v: 1, node: op.node, visit: at.visit, attempt: at.attempt } as const;
  if (ruling.do === "ask" && !isApproved(state, at, { named, asks })) return { do: "hold", event: { type: "approval_requested", ...visit, reason: ruling.message, asks, approvers: [] } };
  const audited = ruling.do === "audit" ? ruling.rule : null;
  if (estimate === null || !isBudgeted(state)) return { do: "go", reserved: null, audited };
  const short = shortfall(state.budget, committed(state), estimate);
  if (short === undefined) return { do: "go", reserved: estimate, audited };
  return { do: "hold", event: { type: "budget_exceeded", ...visit, ...short } };
}

/**
 * Whether a person has approved exactly this in the visit: other arguments want another approval. What a node asks of a
 * model is one conversation, whatever its rounds say.
 */
function isApproved(state: RunState, at: AttemptAt, { named, asks }: Pick<ProposedCall, "named" | "asks">): boolean {
  const isSame = (each: Json): boolean => sameJson(each, asks) || (named?.what === "model" && isJsonObject(each) && each["call"] === named.names[0]);
  return tokenAt(state, at)?.approved.some(isSame) === true;
}

/** What the policies over a node say of a call. */
export function rulingOn(plan: Plan, { policy }: Pick<RunState, "policy">, slot: Slot, named: NamedCall): Ruling {
  const op = plan.op(slot);
  return rule(layersOver(plan.program, "fields" in op ? op.fields : {}, policy), named);
}

/** Whether anything limits what the execution spends. */
export function isBudgeted({ budget }: Pick<RunState, "budget">): boolean {
  return Object.keys(budget).length > 0;
}

/** What is spent, and what is held back for the calls in flight. */
function committed({ spent, tokens }: RunState): Spent {
  let sum = spent;
  for (const token of tokens.values()) sum = withReserved(sum, openReservation(token));
  return sum;
}
