import { hash } from "node:crypto";
import { unreachable } from "../../schemas/bug.ts";
import type { RunEvent } from "../../schemas/event.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { specOf } from "../../schemas/nodes/index.ts";
import type { OpOf } from "../../schemas/op.ts";
import type { Feedback } from "../../schemas/verdict.ts";
import { withFeedback } from "../activities/feedback.ts";
import type { Branches, CustomMerge, Judged } from "../activity.ts";
import type { CallFacts, Plan } from "../core/plan.ts";
import { misfits } from "../core/plan.ts";
import { outputRoot, scopeAt } from "../core/scope.ts";
import type { AttemptAt } from "../core/settle.ts";
import type { RunState, Token } from "../core/state.ts";
import { valuesOf } from "../core/state.ts";
import { knownCost } from "../core/totals.ts";
import type { Env, Outcome } from "../ports.ts";
import { resolveFields } from "../resolve.ts";
import type { EnvValues } from "../secrets.ts";
import { sentAsCredentials } from "../secrets.ts";
import type { ExecutionKey } from "../store/event-store.ts";

/** An attempt that is ready to be made: everything it needs is here, and nothing of it changes any more. */
export interface Prepared {
  readonly at: AttemptAt;
  readonly node: string;
  readonly key: string;
  readonly timeoutMs: number | null;
  readonly work: Work;
  /** What its fields took from the environment: no failure repeats it. */
  readonly taken: EnvValues;
  /** What of that was sent to say who we are: no result repeats it. */
  readonly credentials: EnvValues;
  /** The variables that the program reads anywhere: a service may repeat what another node told it. */
  readonly env: readonly string[];
  /** What is recorded before the call is made. */
  readonly started: Extract<RunEvent, { readonly type: "node_started" }>;
}

/** The things that reach out. */
export type Work =
  | ({ readonly do: "call"; readonly op: OpOf<"call">; readonly fields: JsonObject } & CallFacts)
  | { readonly do: "judge"; readonly fields: JsonObject; readonly judged: Judged }
  | { readonly do: "merge"; readonly by: CustomMerge; readonly branches: Branches };

interface Now {
  readonly key: ExecutionKey;
  readonly state: RunState;
  readonly env: Env;
}

/** Renders what the node at `token` receives; what cannot be rendered is a failure of the attempt. */
export function prepare(plan: Plan, token: Token, attempt: number, now: Now): Outcome<Prepared> {
  const op = plan.op(token.slot);
  switch (op.op) {
    case "call": return prepareCall(plan, op, token, attempt, now);
    case "judge": return prepareJudge(plan, op, token, attempt, now);
    case "choose": case "halt": case "fork": case "suspend": return misfits(`'${op.node}' makes no call, and yet it is to make one`);
    case "join": return prepareMerge(plan, op, token, attempt, now);
    default: return unreachable(op, "prepare");
  }
}

function prepareCall(plan: Plan, op: OpOf<"call">, token: Token, attempt: number, now: Now): Outcome<Prepared> {
  const scope = scopeAt(now.state, { node: op.node, lane: token.lane, attempt, feedback: token.feedback });
  const resolved = resolveFields(plan, specOf(op.kind).fields, op.fields, { scope, env: now.env });
  if (!resolved.ok) return resolved;
  const { real, recorded, taken } = resolved.value;
  const feedback = op.append_feedback ? (token.feedback ?? []) : [];
  const work: Work = { do: "call", op, fields: reRun(op, real, feedback), ...plan.call(op) };
  return { ok: true, value: ready(op, token, attempt, now, { work, taken, credentials: sentAsCredentials(recorded, taken), env: plan.program.env, input: reRun(op, recorded, feedback) }) };
}

/** The fields with the feedback in the prompt: what is recorded is the text that is sent. */
function reRun(op: OpOf<"call">, fields: JsonObject, feedback: readonly Feedback[]): JsonObject {
  const prompt = specOf(op.kind).traits.feedback?.field;
  const asked = prompt === undefined ? undefined : fields[prompt];
  return prompt === undefined || typeof asked !== "string" ? fields : { ...fields, [prompt]: withFeedback(asked, feedback) };
}

function prepareJudge(plan: Plan, op: OpOf<"judge">, token: Token, attempt: number, now: Now): Outcome<Prepared> {
  const subject = now.state.completed.get(op.subject);
  if (subject === undefined) return { ok: false, failure: failure("expression_error", `'${plan.op(op.subject).node}' has no result yet that could be scored`) };
  const scope = scopeAt(now.state, { node: op.node, lane: token.lane, attempt, feedback: token.feedback, output: outputRoot(subject) });
  const resolved = resolveFields(plan, specOf(op.kind).fields, op.fields, { scope, env: now.env });
  if (!resolved.ok) return resolved;
  const { real, recorded, taken } = resolved.value;
  const output = inputOf(real) ?? subject.output;
  const judged: Judged = { output, latencyMs: subject.latencyMs, costUsd: knownCost(token.before), state: valuesOf(now.state, token.lane) };
  return { ok: true, value: ready(op, token, attempt, now, { work: { do: "judge", fields: real, judged }, taken, credentials: sentAsCredentials(recorded, taken), env: plan.program.env, input: { ...recorded, output } }) };
}

function prepareMerge(plan: Plan, op: OpOf<"join">, token: Token, attempt: number, now: Now): Outcome<Prepared> {
  if (typeof op.merge !== "object" || token.gathered === null) return misfits(`'${op.node}' has nothing to merge`);
  const branches = token.gathered.map(({ branch, writes }) => ({ branch, writes }));
  const work: Work = { do: "merge", by: op.merge, branches: { branches, state: valuesOf(now.state, token.lane) } };
  return { ok: true, value: ready(op, token, attempt, now, { work, taken: new Map(), credentials: new Map(), env: plan.program.env, input: { ...op.merge, branches } }) };
}

function ready(op: OpOf<"call" | "judge" | "join">, token: Token, attempt: number, now: Now, { input, ...prepared }: Pick<Prepared, "work" | "taken" | "credentials" | "env"> & { readonly input: Json }): Prepared {
  const key = idempotencyKey(now.key, op.node, token.visit);
  const effect = op.op === "call" ? op.effect : "read";
  return {
    at: { slot: token.slot, visit: token.visit, attempt },
    node: op.node,
    key,
    timeoutMs: op.op === "join" ? null : op.timeout_ms,
    ...prepared,
    started: { type: "node_started", v: 1, node: op.node, visit: token.visit, attempt, key, effect, input },
  };
}

/** What `input` of an eval came to, where it is given. */
function inputOf(fields: JsonObject): Json | undefined {
  const { input } = fields;
  return isJsonObject(input) ? input["value"] : undefined;
}

/** The same for every attempt of a visit, and for no other visit anywhere: SHA-256, in hex. */
export function idempotencyKey({ tenant, id }: ExecutionKey, node: string, visit: number): string {
  return hash("sha256", JSON.stringify([tenant, id, node, visit]));
}
