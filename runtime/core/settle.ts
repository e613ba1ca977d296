import type { RunEvent, Usage } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { WriteIr } from "../../schemas/op.ts";
import type { Slot } from "../../schemas/program-refs.ts";
import { unfit } from "./fit.ts";
import type { Plan } from "./plan.ts";

/** One attempt of one visit of a node. */
export interface AttemptAt {
  readonly slot: Slot;
  readonly visit: number;
  readonly attempt: number;
}

/** How an attempt ended, and what it used. */
export type AttemptEnd =
  | { readonly ok: true; readonly value: Json; readonly usage: readonly Usage[]; readonly durationMs: number }
  | { readonly ok: false; readonly failure: Failure; readonly usage: readonly Usage[]; readonly durationMs: number };

/** What is recorded of an attempt: a result that does not fit the state it is written to is a failure of the node. */
export function settle(plan: Plan, at: AttemptAt, end: AttemptEnd): RunEvent {
  const op = plan.op(at.slot);
  const common = { v: 1, node: op.node, visit: at.visit, attempt: at.attempt, duration_ms: Math.round(end.durationMs), usage: end.usage } as const;
  if (!end.ok) return { type: "node_failed", ...common, failure: end.failure };
  const written = patchOf(plan, "writes" in op ? op.writes : [], end.value);
  if (!written.ok) return { type: "node_failed", ...common, failure: failure("state_type_mismatch", written.why) };
  return { type: "node_completed", ...common, output: end.value, patch: written.patch };
}

type Written = { readonly ok: true; readonly patch: JsonObject } | { readonly ok: false; readonly why: string };

function patchOf(plan: Plan, writes: readonly WriteIr[], value: Json): Written {
  const patch: { [key: string]: Json } = {};
  for (const { key, part } of writes) {
    const piece = part === undefined ? value : partOf(value, part);
    if (piece === undefined) return { ok: false, why: `the result has no field '${part}' for state.${key}` };
    const declared = plan.program.state[key];
    const why = declared === undefined ? undefined : unfit(key, declared, piece);
    if (why !== undefined) return { ok: false, why };
    patch[key] = piece;
  }
  return { ok: true, patch };
}

function partOf(value: Json, part: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
}
