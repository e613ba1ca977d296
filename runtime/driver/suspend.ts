import type { RunEvent } from "../../schemas/event.ts";
import { failure } from "../../schemas/failure.ts";
import type { JsonObject } from "../../schemas/json.ts";
import { specOf } from "../../schemas/nodes/index.ts";
import type { Plan } from "../core/plan.ts";
import { misfits } from "../core/plan.ts";
import { scopeAt } from "../core/scope.ts";
import { settle } from "../core/settle.ts";
import type { RunState, Token } from "../core/state.ts";
import type { Env, Outcome } from "../ports.ts";
import { resolveFields } from "../resolve.ts";

interface Now {
  readonly state: RunState;
  readonly env: Env;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What is recorded when the node at `token` begins to wait, or why it cannot. */
export function beginWait(plan: Plan, token: Token, now: Now): RunEvent {
  const op = plan.op(token.slot);
  if (op.op !== "suspend") return misfits(`'${op.node}' does not wait`);
  const scope = scopeAt(now.state, { node: op.node, lane: token.lane, attempt: 1 });
  const resolved = resolveFields(plan, specOf(op.kind).fields, op.fields, { scope, env: now.env });
  const asked: Outcome<Asked> = resolved.ok ? askedBy(resolved.value.real, resolved.value.recorded, now.at) : resolved;
  if (!asked.ok) return settle(plan, { slot: token.slot, visit: token.visit, attempt: 1 }, { ok: false, failure: asked.failure, usage: [], durationMs: 0 });
  const { input, dueAt } = asked.value;
  return { type: "wait_started", v: 1, node: op.node, visit: token.visit, until: op.until, input, due_at: dueAt, timeout_at: op.timeout_ms === null ? null : now.at + op.timeout_ms };
}

interface Asked {
  readonly input: JsonObject;
  readonly dueAt: number | null;
}

function askedBy(real: JsonObject, recorded: JsonObject, at: number): Outcome<Asked> {
  const { timer, until, condition, correlation_key: key } = real;
  // An event is matched by what is recorded, maybe years later and elsewhere, and the environment is never recorded.
  if (key !== recorded["correlation_key"]) return wrong("in 'correlation_key': it reads the environment, and it is recorded: read the state instead");
  if (condition === "external_event") return { ok: true, value: { input: recorded, dueAt: null } };
  if (typeof timer === "number") return { ok: true, value: { input: recorded, dueAt: at + timer } };
  if (until === undefined) return { ok: true, value: { input: recorded, dueAt: null } };
  const dueAt = typeof until === "string" ? momentOf(until) : undefined;
  if (dueAt === undefined) return wrong(`in 'until': ${JSON.stringify(until)} is no moment: write it in ISO 8601 with its zone, such as 2026-03-01T09:00:00Z`);
  return { ok: true, value: { input: recorded, dueAt } };
}

function wrong(message: string): Outcome<never> {
  return { ok: false, failure: failure("expression_error", message) };
}

const iso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** Milliseconds since the epoch of a moment in ISO 8601; a day alone begins at midnight UTC. */
function momentOf(text: string): number | undefined {
  const at = iso.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
