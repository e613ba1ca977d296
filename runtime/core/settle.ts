import type { RunEvent, Usage } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure, isAmbiguous } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { Op, WriteIr } from "../../schemas/op.ts";
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
  if (!end.ok && isUnrepeatable(op) && isAmbiguous(end.failure)) return { type: "node_uncertain", ...common, failure: end.failure };
  if (!end.ok) return { type: "node_failed", ...common, failure: end.failure };
  const writes = writesOf(op, end.value);
  const why = shapeMisfit(op, end.value) ?? misfitIn(plan, writes, end.value);
  if (why !== undefined) return { type: "node_failed", ...common, failure: failure("state_type_mismatch", why) };
  return { type: "node_completed", ...common, output: end.value, writes };
}

function shapeMisfit(op: Op, output: Json): string | undefined {
  if (op.op !== "join" || typeof op.merge !== "object" || isJsonObject(output)) return undefined;
  return `'${op.merge.function}' of '${op.merge.module}' returns the state keys to write, not ${JSON.stringify(output).slice(0, 40)}`;
}

/** What a result writes: what the op says, but for a merge by a function, which says itself. */
function writesOf(op: Op, output: Json): readonly WriteIr[] {
  if (op.op === "join" && typeof op.merge === "object") return isJsonObject(output) ? Object.keys(output).map((key) => ({ key, part: key })) : [];
  return "writes" in op ? op.writes : [];
}

/** Whether the author says that a call must not be made twice. */
export function isUnrepeatable(op: Op): boolean {
  return op.op === "call" && op.effect === "once";
}

/** Why `output` cannot be written as `writes` say, or `undefined` if it can. */
function misfitIn(plan: Plan, writes: readonly WriteIr[], output: Json): string | undefined {
  for (const write of writes) {
    const piece = pieceOf(output, write);
    if (piece === undefined) return `the result has no field '${write.part}' for state.${write.key}`;
    const declared = Object.hasOwn(plan.program.state, write.key) ? plan.program.state[write.key] : undefined;
    const why = declared === undefined ? `state.${write.key} is not declared` : unfit(write.key, declared, piece);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** The part of a result that `write` takes; `undefined` if it has no such part. */
export function pieceOf(output: Json, { part }: WriteIr): Json | undefined {
  if (part === undefined) return output;
  return isJsonObject(output) && Object.hasOwn(output, part) ? output[part] : undefined;
}
