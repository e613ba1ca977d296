import type { FinishReason } from "ai";
import type { ModelCall } from "../ports.ts";
import type { ProviderModel } from "./reply-model.ts";

/** What a model said, before anyone asks whether it is good enough. */
export interface Generated {
  readonly text: string;
  readonly finish: FinishReason;
  /** The provider's own word for how it ended; absent where the answer just stopped coming. */
  readonly rawFinish: string | undefined;
  readonly usage: { readonly inputTokens: number | undefined; readonly outputTokens: number | undefined };
  /** Tools the model asked for. */
  readonly tools: readonly string[];
  /** Settings that the provider left aside. */
  readonly ignored: readonly string[];
}

type Sdk = typeof import("ai");

/** Loads the AI SDK and silences its own warnings: what they say becomes a failure of ours. */
export async function loadSdk(): Promise<Sdk> {
  globalThis.AI_SDK_LOG_WARNINGS = false;
  return import("ai");
}

/** One call, whole. Throws what the SDK throws. */
export async function generateWhole(sdk: Sdk, model: ProviderModel, call: ModelCall, headers: Headers, signal: AbortSignal): Promise<Generated> {
  const { schema } = call;
  const output = schema === undefined ? sdk.Output.text() : sdk.Output.object({ schema: sdk.jsonSchema({ ...schema }) });
  try {
    const result = await sdk.generateText({ ...settings(model, call, headers, signal), output });
    const tools = result.toolCalls.map(({ toolName }) => toolName);
    return { text: result.text, finish: result.finishReason, rawFinish: result.rawFinishReason, usage: result.usage, tools, ignored: ignoredSettings(result.warnings ?? []) };
  } catch (error) {
    // The SDK reads data more strictly than a judge's habits allow; the text is read again by the caller.
    if (!sdk.NoObjectGeneratedError.isInstance(error) || error.text === undefined || error.usage === undefined) throw error;
    return { text: error.text, finish: error.finishReason ?? "other", rawFinish: undefined, usage: error.usage, tools: [], ignored: [] };
  }
}

/** One call, its text handed on as it comes; a stream that just stops gives what came until then. Throws what the stream reports. */
export async function generateStreamed(sdk: Sdk, model: ProviderModel, call: ModelCall, onText: (delta: string) => void, headers: Headers, signal: AbortSignal): Promise<Generated> {
  // Without a listener of our own the SDK writes errors to the console.
  const stream = sdk.streamText({ ...settings(model, call, headers, signal), onError: () => {} });
  const texts: string[] = [];
  const tools: string[] = [];
  const ignored: string[] = [];
  for await (const part of stream.fullStream) {
    switch (part.type) {
      case "text-delta":
        texts.push(part.text);
        onText(part.text);
        break;
      case "tool-call": tools.push(part.toolName); break;
      case "start-step": ignored.push(...ignoredSettings(part.warnings)); break;
      case "error": throw part.error;
      case "finish": return { text: texts.join(""), finish: part.finishReason, rawFinish: part.rawFinishReason, usage: part.totalUsage, tools, ignored };
    }
  }
  return { text: texts.join(""), finish: "other", rawFinish: undefined, usage: { inputTokens: undefined, outputTokens: undefined }, tools, ignored };
}

type Headers = { readonly [name: string]: string };

function settings(model: ProviderModel, call: ModelCall, headers: Headers, abortSignal: AbortSignal) {
  return {
    model,
    prompt: call.prompt,
    maxRetries: 0,
    abortSignal,
    headers: { ...headers },
    ...(call.system === undefined ? {} : { system: call.system }),
    ...(call.temperature === undefined ? {} : { temperature: call.temperature }),
    ...(call.max_tokens === undefined ? {} : { maxOutputTokens: call.max_tokens }),
    ...(call.stop === undefined ? {} : { stopSequences: [...call.stop] }),
    ...(call.seed === undefined ? {} : { seed: call.seed }),
  };
}

const settingNames: { readonly [feature: string]: string } = { temperature: "temperature", stopSequences: "stop", seed: "seed", maxOutputTokens: "max_tokens" };

function ignoredSettings(warnings: readonly { readonly type: string; readonly feature?: string }[]): readonly string[] {
  return warnings.flatMap(({ type, feature = "" }) => (type === "unsupported" ? (settingNames[feature] ?? []) : []));
}
