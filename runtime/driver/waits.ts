import type { TypeIr } from "../../schemas/field.ts";
import type { Json } from "../../schemas/json.ts";
import type { OpOf } from "../../schemas/op.ts";
import type { Plan } from "../core/plan.ts";
import type { Shortfall } from "../core/budget.ts";
import { describeShortfall } from "../core/budget.ts";
import { declaredFields } from "../core/payload.ts";
import { approversOf, correlationKeyOf } from "../core/receive.ts";
import type { Gated, RunState, Waiting } from "../core/state.ts";
import { listens } from "../core/suspend.ts";

/** What a node waits for, as it can be told to people. Moments in milliseconds since the epoch. */
export interface WaitLine {
  readonly node: string;
  readonly visit: number;
  readonly for: "event" | "approval" | "moment" | "resolution" | "budget";
  readonly since: number;
  /** When it goes on by itself. */
  readonly dueAt: number | null;
  /** When it is given up. */
  readonly expiresAt: number | null;
  /** The name of the event. */
  readonly event?: string;
  readonly correlationKey?: string;
  /** What its payload must have, where the node says so. */
  readonly data?: { readonly [key: string]: TypeIr };
  /** The number of the event that asks a person; absent where nobody is asked. */
  readonly request?: number;
  /** What they are asked. */
  readonly message?: string;
  /** Exactly what would be done, where a call is held back. */
  readonly asks?: Json;
  /** Who may decide; empty means anyone. */
  readonly approvers: readonly string[];
  /** The budget that does not cover what is next. */
  readonly shortfall?: Shortfall;
}

/** The waits of an execution, in the order of its tokens. */
export function waitLines(plan: Plan, state: RunState): readonly WaitLine[] {
  return [...state.tokens.values()].flatMap(({ slot, visit, phase }) => {
    const op = plan.op(slot);
    const at = { node: op.node, visit };
    if (phase.at === "gated") return [{ ...at, ...gateLine(phase) }];
    if (phase.at === "uncertain") return [{ ...at, ...plainLine("resolution", phase.since, phase.failure.message) }];
    if (phase.at === "unfunded") return [{ ...at, ...plainLine("budget", phase.since, describeShortfall(phase.why)), shortfall: phase.why }];
    return phase.at === "waiting" && op.op === "suspend" ? [{ ...at, ...waitLine(op, phase) }] : [];
  });
}

type Described = Omit<WaitLine, "node" | "visit">;

function plainLine(why: "resolution" | "budget", since: number, message: string): Described {
  return { for: why, since, dueAt: null, expiresAt: null, message, approvers: [] };
}

function gateLine(phase: Gated): Described {
  return { for: "approval", since: phase.since, dueAt: null, expiresAt: null, request: phase.request, message: phase.reason, asks: phase.asks, approvers: approversOf(phase) };
}

function waitLine({ fields }: OpOf<"suspend">, phase: Waiting): Described {
  const { until, since, due, expiry, asked, request } = phase;
  const common = { since, dueAt: due?.at ?? null, expiresAt: expiry?.at ?? null, approvers: approversOf(phase) };
  if (until === "approval") return { for: "approval", ...common, request, ...(typeof asked["message"] === "string" ? { message: asked["message"] } : {}) };
  if (!listens(asked)) return { for: "moment", ...common };
  const key = correlationKeyOf(phase);
  const data = declaredFields(fields);
  return { for: "event", ...common, event: String(asked["event"]), ...(key === undefined ? {} : { correlationKey: key }), ...(data === undefined ? {} : { data }) };
}
