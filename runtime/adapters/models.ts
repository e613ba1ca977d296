import type { Usage } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import { costOf, priceOf } from "../../schemas/prices.ts";
import { excerpt, redact } from "../activities/text.ts";
import { retryDelayMs, seedOf } from "../core/retry.ts";
import type { Clock, Env, Estimate, ModelCall, ModelOutcome, Models, Outcome } from "../ports.ts";
import { abortFailure } from "../ports.ts";
import { estimateCall } from "../estimate.ts";
import type { ModelTarget } from "../project/model-target.ts";
import { modelTarget } from "../project/model-target.ts";
import type { Project } from "../project/project.ts";
import { deadline } from "./deadline.ts";
import type { Generated } from "./generate.ts";
import { generateStreamed, generateWhole, loadSdk } from "./generate.ts";
import { modelFailure } from "./model-failure.ts";
import type { OpenedModel } from "./provider-model.ts";
import { openModel } from "./provider-model.ts";
import type { Replies } from "./replies.ts";
import { replyModel } from "./reply-model.ts";
import { wait } from "./wait.ts";
import type { WireNames } from "./wire-names.ts";
import { wireNames } from "./wire-names.ts";

export interface ModelsOptions {
  readonly project: Project;
  readonly env: Env;
  readonly clock: Clock;
  /** Answers in place of the providers'; everything before and after them stays as it is. */
  readonly replies?: Replies | undefined;
}

/** Model calls through the Vercel AI SDK, which is loaded with the first call. A call is one request, and those that `retry` of its `[models]` entry adds. */
export function createModels({ project: { settings }, env, clock, replies }: ModelsOptions): Models {
  const open = async (target: ModelTarget, call: ModelCall, names: WireNames): Promise<Outcome<OpenedModel>> => {
    if (replies === undefined) return openModel(target, env);
    const reply = replies.take(call.site);
    if (reply === undefined) return { ok: false, failure: failure("reply_missing", `the replies file has no answer for this call: '${replies.keyOf(call.site)}'`) };
    const { APICallError } = await loadSdk();
    return { ok: true, value: { model: replyModel(reply, target, { APICallError, names }), apiKey: undefined } };
  };
  const once = async (target: ModelTarget, call: ModelCall, signal: AbortSignal): Promise<ModelOutcome> => {
    const names = wireNames(call.tools ?? []);
    const opened = await open(target, call, names);
    if (!opened.ok) return opened;
    const said = await ask(opened.value, names, target, call, signal, clock);
    if (!said.ok) return said;
    const usage = usageOf(said.value, target, priceOf(target, settings.model_prices));
    return accept(said.value, usage, target, call);
  };
  return {
    generate: async (call, signal) => {
      const found = modelTarget(call.model, settings);
      if (!found.ok) return found;
      const target = found.value;
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await once(target, call, signal);
        // An answer that was refused was paid for: whether to pay once more is the node's to say.
        if (outcome.ok || outcome.usage !== undefined || target.retry === undefined) return outcome;
        const delayMs = retryDelayMs(target.retry, { failure: outcome.failure, attempt, seed: seedOf(`${call.idempotencyKey}/${attempt}`) });
        if (delayMs === undefined || !(await wait(clock, delayMs, signal))) return outcome;
      }
    },
    fallbacks: (model) => (settings.models !== undefined && Object.hasOwn(settings.models, model) ? (settings.models[model]?.fallback ?? []) : []),
    estimate: (call) => {
      const target = modelTarget(call.model, settings);
      const once = estimateCall(call, target.ok ? priceOf(target.value, settings.model_prices) : undefined);
      // Every request that `retry` adds may be paid for, too, if its answer is lost.
      return target.ok ? times(once, target.value.retry?.max_attempts ?? 1) : once;
    },
  };
}

function times({ input_tokens, output_tokens, cost_usd }: Estimate, count: number): Estimate {
  return { input_tokens: input_tokens * count, output_tokens: output_tokens * count, cost_usd: cost_usd === null ? null : cost_usd * count };
}

async function ask({ model, apiKey }: OpenedModel, names: WireNames, target: ModelTarget, call: ModelCall, signal: AbortSignal, clock: Clock): Promise<Outcome<Generated>> {
  const sdk = await loadSdk();
  const { signal: ended, release } = deadline(signal, target.timeoutMs);
  // Google documents no such header; the others ignore it where they do not know it.
  const headers: { readonly [name: string]: string } = target.provider === "google" ? {} : { "Idempotency-Key": call.idempotencyKey };
  const asked = { sdk, provider: target.provider, model, names, headers };
  try {
    const streams = call.onText !== undefined && call.schema === undefined;
    const said = await (streams ? generateStreamed(asked, call, call.onText, ended) : generateWhole(asked, call, ended));
    // An aborted stream ends in silence, without an error.
    return ended.aborted ? { ok: false, failure: abortFailure(ended) } : { ok: true, value: said };
  } catch (error) {
    if (ended.aborted) return { ok: false, failure: abortFailure(ended) };
    const why = modelFailure(error, `${target.provider} (${target.model})`, clock.now(), sdk);
    return { ok: false, failure: { ...why, message: redact(why.message, apiKey === undefined ? [] : [apiKey]) } };
  } finally {
    release();
  }
}

function usageOf({ usage, finish }: Generated, { provider, model }: ModelTarget, price: ReturnType<typeof priceOf>): Usage {
  const input = tokens(usage.inputTokens);
  const output = tokens(usage.outputTokens);
  return { provider, model, input_tokens: input, output_tokens: output, cost_usd: costOf(price, input, output), finish_reason: finish };
}

/** A count that no provider can mean is unknown. */
function tokens(count: number | undefined): number | null {
  return count !== undefined && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/** Whether the answer is what was asked for. It is paid for either way. */
function accept(said: Generated, usage: Usage, target: ModelTarget, call: ModelCall): ModelOutcome {
  const refusal = refusalOf(said, target, call);
  return refusal === undefined ? { ok: true, value: { text: said.text, calls: said.calls, usage } } : { ok: false, failure: refusal, usage };
}

function refusalOf({ text, finish, rawFinish, calls, ignored }: Generated, { provider, model }: ModelTarget, call: ModelCall): Failure | undefined {
  const peer = `${provider} (${model})`;
  const [setting] = ignored;
  if (setting !== undefined) return failure("output_invalid", `${peer} does not know '${setting}': remove it from the node`, { retryable: false });
  const [tool] = calls;
  if (tool !== undefined && (call.tools ?? []).length === 0) return failure("output_invalid", `${peer} asked for the tool '${excerpt(tool.name, 60)}', and no tool was offered`);
  switch (finish) {
    case "length": {
      const limit = call.max_tokens === undefined ? "the model's limit" : `${call.max_tokens} tokens`;
      return failure("output_invalid", `${peer} was cut off at ${limit}: raise 'max_tokens' or ask for less`, { retryable: false });
    }
    case "content-filter": return failure("output_invalid", `${peer} refused by its content filter`);
    case "error": return failure("server_error", `${peer} broke off with an error`);
    case "other": if (rawFinish === undefined && call.onText !== undefined) return failure("connection_reset", `${peer}: the stream ended before the answer did`);
  }
  return text.trim() === "" && calls.length === 0 ? failure("output_invalid", `${peer} gave an empty answer`) : undefined;
}
