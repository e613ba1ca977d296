import type { Usage } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { ActivityContext } from "../activity.ts";
import type { AskedCall, ModelCall, ModelOutcome, Outcome } from "../ports.ts";

/** A question to a model: who asks, and under which key, is added here. */
export type Question = Omit<ModelCall, "site" | "model" | "idempotencyKey" | "onText">;

/** What a model said, as it is recorded. */
export interface Said {
  readonly text: string;
  readonly calls: readonly AskedCall[];
}

/** Asks within one attempt; `told` is what the question says beyond that which the attempt received, for the record. */
export type Ask = (question: Question, told: Json) => Promise<Outcome<Said>>;

/** Who asks, where it is not the node itself. */
export interface Asking {
  readonly model: string;
  /** The scorer's place, for a judge. */
  readonly scorer?: number;
}

/**
 * Asks a model, each call a step of the attempt. Where the model cannot answer, the next of its fallbacks is asked, and
 * goes on with the conversation: what failed once is not tried again before every answer.
 */
export function asker({ model, scorer }: Asking, context: ActivityContext): Ask {
  const { models } = context.ports;
  const chain = [model, ...models.fallbacks(model)];
  let at = 0;
  let calls = 0;
  return async (question, told) => {
    for (;;) {
      const asked = chain[at] ?? model;
      const call = (calls += 1);
      const site = { ...context.site, call, ...(scorer === undefined ? {} : { scorer }) };
      const spec = { kind: "model", call: asked, effect: "read", input: told, estimate: models.estimate({ ...question, model: asked }) } as const;
      const outcome = await context.step(spec, async (idempotencyKey) => {
        const answer = await models.generate({ ...question, site, model: asked, idempotencyKey, onText: context.onText }, context.signal);
        return answer.ok ? { ok: true, value: recordOf(answer.value), usage: [answer.value.usage] } : { ok: false, failure: answer.failure, usage: usageOf(answer) };
      });
      if (outcome.ok) return { ok: true, value: saidIn(outcome.value) };
      if (!isForAnother(outcome.failure) || at === chain.length - 1) return outcome;
      at += 1;
    }
  };
}

/** Another model may answer what this one could not be asked; an answer that is no good is for the node to judge. */
function isForAnother({ code, retryable }: Failure): boolean {
  return (retryable && code !== "output_invalid") || code === "missing_secret";
}

/** What a refused answer used; nothing where there was none. */
export function usageOf({ usage }: Extract<ModelOutcome, { readonly ok: false }>): readonly Usage[] {
  return usage === undefined ? [] : [usage];
}

function recordOf({ text, calls }: Said): JsonObject {
  return { text, ...(calls.length === 0 ? {} : { calls: calls.map((call) => ({ ...call })) }) };
}

function saidIn(recorded: Json): Said {
  // Only `recordOf` makes what is recorded for a question.
  const { text, calls = [] } = recorded as unknown as { readonly text: string; readonly calls?: readonly AskedCall[] };
  return { text, calls };
}
